"""Folding: one character in, one out, whatever the text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from importers.extraction.fold import fold, fold_case, twin

SAME = [
    ("Жетiсу", "Жетісу"),  # Latin i, Kazakh і
    ("ёлка", "елка"),
    ("Өзбекстан", "Озбекстан"),
    ("С5+1", "С5+1"),
    ("Ақтөбе", "Актобе"),
]
DIFFERENT = [("Иран", "Ирак"), ("Cove", "Сове"), ("мед", "медь")]


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_other_names_stay_other(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_of_one_name_meet(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@given(st.text())
@example("İstanbul")
def test_offsets_never_move(text: str) -> None:
    """Characters whose lower case is longer («İ») would shift every span behind them."""
    assert len(fold(text)) == len(text)
    assert len(fold_case(text)) == len(text)


def test_a_latin_typed_abbreviation_has_a_cyrillic_twin() -> None:
    assert twin("TOO") == "тоо"
    assert twin("LLC") is None
