"""Headlines of other articles: comments and captions are none, days without a year take the page's."""

import pytest

from importers.sources.headlines import of_head, of_line, of_tail
from importers.sources.lines import read_lines

TODAY = "2026-01-22"
NONE = [
    "Комментарии (2)\nАйгуль   18.07.2025, 10:02\nА где тут про фосфор, друзья?",
    "Подробности в редакции\n© Горняк, 2025",
    "Обсуждение (1)\nГость: рудник давно закрыли",
]
TAILS = [
    (
        "Ещё в разделе\n14.01.2026  Серебро уходит в рост\n13.01.2026  Никель подешевел",
        ["2026-01-14", "2026-01-13"],
    ),
    ("По теме\nПочему шахта стоит зимой  ·  12 июля 2025\nКто скупает серебро", ["2025-07-12", None]),
    ("Новости по теме\n21.01 Шахты получили отсрочку\n30.12 Завод сменил инженера", ["2026-01-21", "2025-12-30"]),
    ("Топ новостей\n1  В Текели пустят автобус\n2  Школу в Сарканде сдадут", [None, None]),
    (
        "В городе сменят автобусы\n18.11.2025 10:02\nШколу откроют весной\n18.11.2025 09:15",
        ["2025-11-18T10:02", "2025-11-18T09:15"],
    ),
    ("Сейчас на главной\nНочью подорожал бензин | Сёла получат воду | Кто купил рынок", [None, None, None]),
]


@pytest.mark.parametrize("text", NONE)
def test_no_headline(text: str) -> None:
    assert list(of_tail(read_lines(text), TODAY)) == []


@pytest.mark.parametrize(("text", "days"), TAILS)
def test_dates_of_headlines_below(text: str, days: list[str | None]) -> None:
    assert [headline.published for headline in of_tail(read_lines(text), TODAY)] == days


def test_a_list_above_the_article() -> None:
    lines = read_lines("Сейчас читают\nСколько стоит открыть карьер\n22.01  Куда вложить миллион тенге\n\nРынки")
    assert [(each.title, each.published) for each in of_head(lines, TODAY)] == [
        ("Сколько стоит открыть карьер", None),
        ("Куда вложить миллион тенге", "2026-01-22"),
    ]


def test_two_headlines_in_a_line() -> None:
    [line] = read_lines("В этот же день:  Насосы привезли в Тараз  •  Школу закрыли на ремонт")
    assert [each.title for each in of_line(line)] == ["Насосы привезли в Тараз", "Школу закрыли на ремонт"]
