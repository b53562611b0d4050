"""Quantities: value, unit, qualifier, range."""

from decimal import Decimal

import pytest

from importers.extraction.dates import periods
from importers.extraction.lexicon import Lexicon
from importers.extraction.quantities import Quantity, quantities
from importers.extraction.segment import tokenise

# phrase, then (low, high, unit, qualifier) of each quantity
NONE = ["В 2023 году.", "Фабрика-3 стоит.", "Шоссе М-5 закрыто.", "17 марта 2026 года.", "№ 5"]
FOUND = [
    ("94 млрд тенге", [("94000000000", None, "KZT", "exact")]),
    ("$1,1 млрд", [("1100000000", None, "USD", "exact")]),
    ("24 млрд долларов США", [("24000000000", None, "USD", "exact")]),
    ("50 млн сомов", [("50000000", None, "KGS", "exact")]),
    ("2,7 трлн сумов", [("2700000000000", None, "UZS", "exact")]),
    ("60 мВт", [("60", None, "MW", "exact")]),
    ("1,2 ГВт", [("1200", None, "MW", "exact")]),
    ("5 тонн 723,76 килограмма", [("5723.76", None, "kg", "exact")]),
    ("почти триста гектаров", [("300", None, "ha", "about")]),
    ("порядка 20 т", [("20", None, "t", "about")]),
    ("более 150 проектов", [("150", None, None, "more_than")]),
    ("свыше 1,6 кв. км", [("1.6", None, "km2", "more_than")]),
    ("не менее 30 %", [("30", None, "percent", "at_least")]),
    ("не более 5 г/т", [("5", None, "g/t", "up_to")]),
    ("менее 5 процентов", [("5", None, "percent", "less_than")]),
    ("перерабатывать до 300 тыс. тонн", [("300000", None, "t", "up_to")]),
    ("довести до 7100 тонн", [("7100", None, "t", "exact")]),
    ("сократились на 29%, до $561 млн", [("29", None, "percent", "exact"), ("561000000", None, "USD", "exact")]),
    ("от 5 до 7 млн тонн", [("5000000", "7000000", "t", "exact")]),
    ("38–56 %", [("38", "56", "percent", "exact")]),
    ("от 3 тысяч 290 до 6 тысяч 800 сомов", [("3290", "6800", "KGS", "exact")]),
    ("с 2% до 5,1%", [("2", None, "percent", "exact"), ("5.1", None, "percent", "exact")]),
    ("20 и 30 процентов", [("20", None, "percent", "exact"), ("30", None, "percent", "exact")]),
    ("вдвое", [("2", None, "times", "exact")]),
    ("в полтора раза", [("1.5", None, "times", "exact")]),
    ("половина акций", [("50", None, "percent", "exact")]),
    ("более чем на 3,65 миллиарда сомов", [("3650000000", None, "KGS", "more_than")]),
    ("превысят 1 трлн тенге", [("1000000000000", None, "KZT", "more_than")]),
    ("с 47,5% до 44%", [("47.5", None, "percent", "exact"), ("44", None, "percent", "exact")]),
    ("7 килограммов 350 граммов", [("7.35", None, "kg", "exact")]),
    ("12 млрд 704 млн 150 тыс. сумов", [("12704150000", None, "UZS", "exact")]),
    ("миллион тонн", [("1000000", None, "t", "exact")]),
    ("полторы тысячи тонн", [("1500", None, "t", "exact")]),
    ("два с лишним десятка тонн", [("20", None, "t", "more_than")]),
    ("семь с половиной тысяч тонн", [("7500", None, "t", "exact")]),
    ("от трёх до четырёх с половиной лет", [("3", "4.5", "year", "exact")]),
    ("руды там лет на двести", [("200", None, "year", "about")]),
    ("тонн на пять–семь", [("5", "7", "t", "about")]),
    ("дюжина тонн", [("12", None, "t", "exact")]),
    ("четверть – соседям", [("25", None, "percent", "exact")]),
    ("две трети запасов", [("66.7", None, "percent", "exact")]),
    ("больше половины даёт область", [("50", None, "percent", "more_than")]),
    ("каждая десятая лицензия", [("10", None, "percent", "exact")]),
    ("упал на треть", [("33.3", None, "percent", "exact")]),
    ("владеют рудником пополам", [("50", None, "percent", "exact")]),
    ("семикратный рост", [("7", None, "times", "exact")]),
    ("40-процентный пакет", [("40", None, "percent", "exact")]),
]


def read(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    tokens = tokenise(text)
    return quantities(tokens, lexicon, periods(tokens, lexicon))


@pytest.mark.parametrize("text", NONE)
def test_dates_and_names_hold_no_quantity(text: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon) == ()


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_quantities(text: str, expected: list[tuple[str, str | None, str | None, str]], lexicon: Lexicon) -> None:
    said = [(q.low, q.high, q.unit, q.qualifier) for q in read(text, lexicon)]
    assert said == [(Decimal(low), Decimal(high) if high else None, unit, word) for low, high, unit, word in expected]


TALK = [
    "Половина уже сделана.",
    "Первая четверть матча.",
    "Четверть века назад рудник закрыли.",
    "Половина сезона позади.",
    "Третья часть трилогии.",
    "Шли с рудника тысячи тонн.",
    "Пятые по счёту торги.",
]


@pytest.mark.parametrize("text", TALK)
def test_a_half_of_nothing_is_talk(text: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon) == ()


SOFTENED = [
    ("выпуск упал с 5,1 тыс. тонн в 2019-м до 3 тыс. тонн", ["exact", "exact"]),
    ("карьер брал до 3 тыс. тонн", ["up_to"]),
    ("вложения перевалили за 40 млн долларов", ["more_than"]),
    ("шахта перешагнула рубеж в 2 млн тонн", ["more_than"]),
    ("завод построят менее чем за 3 млрд тенге", ["less_than"]),
    ("выпуск вырос почти в два раза", ["about"]),
    ("не дороже 40 долларов", ["up_to"]),
    ("обошлись неполными двумя тоннами", ["less_than"]),
    ("добычу урезали до 2 тонн", ["exact"]),
]


@pytest.mark.parametrize(("text", "expected"), SOFTENED)
def test_softened(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [quantity.qualifier for quantity in read(text, lexicon)] == expected
