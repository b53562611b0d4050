"""Dates beside headlines: every way of the press, the minute where it stands, and what is no date."""

import pytest

from importers.sources.dates import stamp

NOT_FOUND = [
    "5 февраля 21:43",  # no year
    "38,6 % и 12,6 %",
    "Версия 2.10.3",
    "31.02.2025",
    "В 2025 году",
    "Тел. 00-21-2017",
    "Протокол 12/2025",
]
FOUND = [
    ("17:08, 17 Ноя, 2025", "2025-11-17T17:08"),
    ("12:30 19.02.2026", "2026-02-19T12:30"),
    ("14.11.2025", "2025-11-14"),
    ("6 марта 2024, 09:19", "2024-03-06T09:19"),
    ("03.12.2025, Lada.kz", "2025-12-03"),
    ("01 Август 2015 г., 14:40", "2015-08-01T14:40"),
    ("20 мар. 2026, 14:30 (обновлено 21 мар. 2026, 09:05)", "2026-03-20T14:30"),
    ("Обновлено 21.03.2026 09:05, опубликовано 20.03.2026", "2026-03-20"),
    ("29-05-2024, 08:15", "2024-05-29T08:15"),
    ("2025-06-01 7:05", "2025-06-01T07:05"),
    ("1 мая 2025 года в 10:00", "2025-05-01T10:00"),
    ("29/01/2026 19:40", "2026-01-29T19:40"),
    ("Ноябрь 7, 2025", "2025-11-07"),
    ("04.06.25", "2025-06-04"),
]
PARTS = [
    ("20 ноября 2025 года      Экономика региона      Прочитано: 417 раз", ("Экономика региона", "Прочитано: 417 раз")),
    ("18 ноября 2024 г. 16:10 / Новости Казахстана", ("Новости Казахстана",)),
    ("Автор - Бакыт Асанов    29-05-2024, 08:15", ("Автор", "Бакыт Асанов")),
    ("Опубликовано: 12.01.2026 | Экономика", ("Экономика",)),
]
WEEKDAYS = [
    ("Понедельник, 19 Января 2026", True),
    ("Сегодня: четверг, 27.11.2025", True),
    ("9 Май 2025, Пт", True),
    ("19 января 2026", False),
]


@pytest.mark.parametrize("line", NOT_FOUND)
def test_no_date(line: str) -> None:
    assert stamp(line) is None


@pytest.mark.parametrize(("line", "edtf"), FOUND)
def test_date(line: str, edtf: str) -> None:
    found = stamp(line)
    assert found is not None
    assert (found.edtf, found.day) == (edtf, edtf[:10])


@pytest.mark.parametrize(("line", "rest"), PARTS)
def test_what_else_the_line_says(line: str, rest: tuple[str, ...]) -> None:
    found = stamp(line)
    assert found is not None
    assert found.rest == rest


@pytest.mark.parametrize(("line", "weekday"), WEEKDAYS)
def test_a_weekday_tells_the_day_of_a_header(line: str, weekday: bool) -> None:
    found = stamp(line)
    assert found is not None
    assert found.weekday is weekday
