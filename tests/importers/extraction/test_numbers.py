"""Numbers in digits and words, with scales."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.lexicon import Lexicon
from importers.extraction.numbers import digits, number_at
from importers.extraction.segment import tokenise

NOT_NUMBERS = ["компания", "семья", "тысячи людей", "миллионы", "сорока-воровка", "№"]
NUMBERS = [
    ("150", "150"),
    ("3 478,1", "3478.1"),
    ("12.5", "12.5"),
    ("53 тыс.", "53000"),
    ("24 млрд", "24000000000"),
    ("2,7 трлн", "2700000000000"),
    ("184 тысячи 23", "184023"),
    ("5 млн 300 тыс.", "5300000"),
    ("двадцать две", "22"),
    ("двадцати двух", "22"),
    ("триста", "300"),
    ("тридцати", "30"),
    ("сорок", "40"),
    ("восемь", "8"),
    ("ста двадцати пяти", "125"),
    ("полтора", "1.5"),
    ("две тысячи", "2000"),
    ("тысяча восемьсот", "1800"),
    ("полмиллиона", "500000"),
]


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_talk_is_no_number(text: str, lexicon: Lexicon) -> None:
    assert number_at(tokenise(text), 0, lexicon) is None


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers(text: str, value: str, lexicon: Lexicon) -> None:
    tokens = tokenise(text)
    number = number_at(tokens, 0, lexicon)
    assert number is not None
    assert number.value == Decimal(value)


def test_two_numbers_in_a_row_stay_two(lexicon: Lexicon) -> None:
    """«двадцать 5» and «две три» are not twenty-five and five."""
    number = number_at(tokenise("две три"), 0, lexicon)
    assert number is not None
    assert (number.value, number.last) == (2, 1)


@given(st.integers(0, 10**12), st.integers(0, 999))
def test_digits_read_back_however_thousands_are_parted(whole: int, part: int) -> None:
    expected = Decimal(f"{whole}.{part:03d}")
    for separator in (" ", "\u00a0", "\u202f", ""):
        assert digits(f"{whole:,}".replace(",", separator) + f",{part:03d}") == expected
