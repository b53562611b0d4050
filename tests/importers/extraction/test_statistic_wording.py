"""Wording of figures in reports of drilling, works, fleets and budgets: what is read and what is passed over."""

from __future__ import annotations

import pytest

from importers.extraction import statistics
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import read
from importers.records import Article

REFUSED = [
    "Директору карьера 52 года.",
    "Комбинату 80 лет.",
    "На разрезе 8 из 10 довольны.",
    "Совещание собрали в кабинете 17.",
    "Участок лежит в 30 км от Балхаша.",
    "Главная | Новости 5 | Контакты 7",
    "Посёлок стоит через 500 метров.",
]
# phrase: value, unit, measure of each statistic
FOUND = [
    ("Скважина пересекла 12,6 м с 1,8 г/т золота.", [("12.6", "m", "other"), ("1.8", "g/t", "grade")]),
    ("Проходчики прошли 312 метров.", [("312", "m", "other")]),
    ("За сезон пробурили 34 тыс. пог. м.", [("34000", "m", "other")]),
    ("Толщина пласта 4,5 метра.", [("4.5", "m", "other")]),
    ("В концентрате 22,5 % меди.", [("22.5", "percent", "grade")]),
    ("Добыча стала меньше на 5 %.", [("-5", "percent", "growth")]),
    ("Цены выше на 3 процента.", [("3", "percent", "growth")]),
    ("Выбросы завода – 48 тысяч тонн.", [("48000", "t", "other")]),
    ("Завод купил 3 электровоза.", [("3", "count", "other")]),
    ("Разместили бонды на 500 млн долларов.", [("500000000", "USD", "loan")]),
    ("Капвложения рудника: $45 млн.", [("45000000", "USD", "investment")]),
    ("Цена 1 кг галлия – 520 долларов.", [("520", "USD", "price")]),
    (
        "Показатель | 2023 | 2024\nДобыча руды, тыс. т | 3 410 | 3 655\nПроизводство золота, кг | 4 120 | –",
        [("3410000", "t", "production"), ("3655000", "t", "production"), ("4120", "kg", "production")],
    ),
    (
        "Регион | Инвестиции, млрд тенге | Заметки\nЮг | 12,4 | план",
        [("12400000000", "KZT", "investment")],
    ),
    ("Расход воды – 1,2 куб. м.", [("1.2", "m3", "other")]),
]


def told(phrase: str, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """Value, unit and measure of every statistic of a phrase."""
    found = statistics.find(read(Article(title="", body=phrase), lexicon), ())
    return [(f"{s.value:f}", s.unit, s.measure) for s in found]


@pytest.mark.parametrize("phrase", REFUSED)
def test_passed_over(phrase: str, lexicon: Lexicon) -> None:
    assert told(phrase, lexicon) == []


@pytest.mark.parametrize(("phrase", "wanted"), FOUND)
def test_read(phrase: str, wanted: list[tuple[str, str, str]], lexicon: Lexicon) -> None:
    assert told(phrase, lexicon) == wanted
