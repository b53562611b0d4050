"""Numbers read as people write them, in both languages, and are never rounded."""

from decimal import Decimal

import pytest

from minerals.figures import NBSP, amount

DOLLARS = {"unit": "USD", "currency": True, "counted": "доллар США|доллара США|долларов США"}
READ = [
    ("24000000000", None, {**DOLLARS}, "24 млрд долларов США", "USD 24 billion"),
    ("1", None, {**DOLLARS}, "1 доллар США", "USD 1"),
    ("1", None, {**DOLLARS, "qualifier": "more_than"}, "более 1 доллара США", "more than USD 1"),
    ("2", None, {**DOLLARS, "qualifier": "up_to"}, "до 2 долларов США", "up to USD 2"),
    ("11", None, {**DOLLARS}, "11 долларов США", "USD 11"),
    ("22", None, {**DOLLARS}, "22 доллара США", "USD 22"),
    ("1.5", None, {**DOLLARS}, "1,5 доллара США", "USD 1.5"),
    ("1234567", None, {**DOLLARS}, "1 234 567 долларов США", "USD 1,234,567"),
    ("1234000", None, {**DOLLARS}, "1,234 млн долларов США", "USD 1.234 million"),
    ("53000", None, {"unit": "t/yr"}, "53 тыс. т/год", "53 thousand t/yr"),
    ("2500", None, {"unit": "t"}, "2500 т", "2,500 t"),
    ("12345", None, {"unit": "t"}, "12 345 т", "12,345 t"),
    ("150", None, {"qualifier": "more_than"}, "более 150", "more than 150"),
    ("5000000", "7000000", {"unit": "t"}, "5–7 млн т", "5–7 million t"),
    ("900000", "1200000", {"unit": "t"}, "0,9–1,2 млн т", "0.9–1.2 million t"),
    ("15000", "1200000", {"unit": "t"}, "15 тыс. – 1,2 млн т", "15 thousand – 1.2 million t"),
    ("20", "25", {"unit": "year"}, "20–25 лет", "20–25 years"),
    ("38.6", None, {"unit": "percent", "qualifier": "about"}, "около 38,6 %", "about 38.6%"),
    ("-4.2", None, {"unit": "percent"}, "−4,2 %", "−4.2%"),
    ("-5", "-3", {"unit": "percent"}, "−5 … −3 %", "−5 … −3%"),
    ("2", None, {"unit": "times"}, "2 раза", "2 times"),
    ("1.5", None, {"unit": "times"}, "1,5 раза", "1.5 times"),
    ("3", None, {"unit": "year", "qualifier": "at_least"}, "не менее 3 лет", "at least 3 years"),
    ("2.27", None, {"unit": "g/t"}, "2,27 г/т", "2.27 g/t"),
    ("0", None, {"unit": "t"}, "0 т", "0 t"),
    ("384.00", None, {}, "384", "384"),
    ("60", None, {"unit": "MW"}, "60 МВт", "60 MW"),
    ("7", None, {"unit": "unheard"}, "7 unheard", "7 unheard"),
]


@pytest.mark.parametrize(("low", "high", "words", "russian", "english"), READ)
def test_an_amount_reads_as_people_write_it(low, high, words, russian, english) -> None:
    ends = (Decimal(low), Decimal(high) if high else None)
    assert amount(*ends, **words).replace(NBSP, " ") == russian
    assert amount(*ends, **words, language="en").replace(NBSP, " ") == english


@pytest.mark.parametrize("text", ["123456789.123", "999999", "1000001", "0.000001", "94000000000.5"])
def test_no_digit_is_lost(text: str) -> None:
    shown = amount(Decimal(text), language="en").replace(",", "")
    assert shown == text
