"""Periods of a sentence, in EDTF."""

import pytest

from importers.extraction.dates import Carried, Period, periods
from importers.extraction.lexicon import Lexicon
from importers.extraction.segment import tokenise

NONE = [
    "Более 2000 рабочих мест создано.",
    "В мае посеяли пшеницу.",  # which May, no page says
    "В прошлом году добыли больше.",
    "Код 1950 введён.",
    "Годом ранее было иначе.",
]
UNDATED_PAGE = [
    ("Подписали 6 марта 2024 года.", ["2024-03-06"]),
    ("Визит прошёл 14–16 ноября 2025 года.", ["2025-11-14/2025-11-16"]),
    ("Форум открылся 12 июня.", ["XXXX-06-12"]),
    ("В ноябре 2025 года подписан меморандум.", ["2025-11"]),
    ("За январь—июнь 2018 года.", ["2018-01/2018-06"]),
    ("С января по сентябрь 2024 года.", ["2024-01/2024-09"]),
    ("В III квартале 2024 года.", ["2024-Q3"]),
    ("За второй квартал 2018-го.", ["2018-Q2"]),
    ("В первом полугодии 2023 года.", ["2023-01/2023-06"]),
    ("За девять месяцев 2024 года.", ["2024-01/2024-09"]),
    ("В 2024–2026 годах.", ["2024/2026"]),
    ("С 2021 по 2025 год.", ["2021/2025"]),
    ("К 2030 году.", ["2030"]),
    ("В 2019-м было меньше.", ["2019"]),
    ("Добыча (2021) выросла.", ["2021"]),
    ("В 2023 году добыли 5 т, годом ранее 4 т.", ["2023", "2022"]),
    ("В 2023 году за январь–май собрали.", ["2023", "2023-01/2023-05"]),
    ("С января 2025 года горняки подняли.", ["2025"]),
    ("Дата: 14.11.2025.", ["2025-11-14"]),
]
DATED_PAGE = [  # published on 20 March 2026
    ("В прошлом году добыли больше.", ["2025"]),
    ("В сентябре прошлого года договорились.", ["2025-09"]),
    ("В ноябре подписали.", ["2025-11"]),
    ("В феврале подписали.", ["2026-02"]),
    ("За январь–февраль пришло.", ["2026-01/2026-02"]),
    ("За январь–октябрь пришло.", ["2025-01/2025-10"]),
    ("С начала года.", ["2026"]),
    ("Запустили 17 марта.", ["2026-03-17"]),
]


def found(text: str, lexicon: Lexicon, published: str | None = None, carried: Period | None = None) -> list[str]:
    before = Carried().after([carried] if carried else [])
    return [period.edtf for period in periods(tokenise(text), lexicon, published, before)]


@pytest.mark.parametrize("text", NONE)
def test_no_period_without_a_basis(text: str, lexicon: Lexicon) -> None:
    assert found(text, lexicon) == []


@pytest.mark.parametrize(("text", "expected"), UNDATED_PAGE)
def test_periods(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert found(text, lexicon) == expected


@pytest.mark.parametrize(("text", "expected"), DATED_PAGE)
def test_periods_relative_to_publication(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert found(text, lexicon, "2026-03-20") == expected


def test_the_same_part_of_another_year_leans_on_the_period_before(lexicon: Lexicon) -> None:
    assert found("В том же квартале 2017-го.", lexicon, None, Period("2018-Q2", 0, 1)) == ["2017-Q2"]
    assert found("Годом ранее было больше.", lexicon, None, Period("2018-Q2", 0, 1)) == ["2017-Q2"]


def test_a_goal_is_told_from_a_time(lexicon: Lexicon) -> None:
    goal, time = periods(tokenise("К 2030 году добудут больше, чем в 2024 году."), lexicon)
    assert (goal.by, time.by) == (True, False)
