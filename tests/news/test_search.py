"""A search finds every case form, and nothing that a user types breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.models import Article
from news.search import fold, lemmas

FOLDED = [
    ("Жетiсу", "жетису"),
    ("Қазақстан", "казакстан"),
    ("Ещё раз – и ещё", "еще раз - и еще"),
    ("USD", "usd"),
    ("Kazatomprom", "kazatomprom"),
]
MISSED = ["серебро", "воль", "вольфрам серебро", "таджикский"]
FOUND = [
    "вольфрама",
    "ВОЛЬФРАМОМ",
    "о редкоземельных металлах"[2:],
    "Узбекистане",
    "Жетысу",
    "Жетiсу",
    "германия",
    "горно-металлургическому",
    "металлургический",
    "Astana",
    "2025",
]
HOSTILE = ['"', "'", "*", "NEAR(", "%", "_", "\0", "вольфрам\0", "\ud800", "а" * 10_000, " ", "--", "') OR 1=1"]


@pytest.fixture
def article(db):
    """An article in oblique cases."""
    body = (
        "Узбекистан и Жетысу говорят о вольфраме, редкоземельных металлах и германии. "
        "Горно-металлургический комбинат, Astana Mining, 2025 год; Жетiсу."
    )
    return Article.objects.create(title="О металлах", body=body, page_key="0" * 64)


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("text", MISSED)
def test_other_words_are_not_found(article, text):
    assert not Article.objects.search(text).exists()


@pytest.mark.parametrize("text", FOUND)
def test_any_case_form_is_found(article, text):
    assert Article.objects.search(text).get() == article


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_finds_what_its_words_find(article, text):
    Article.objects.search(text).count()


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_lemmas_are_padded_words(text):
    column = lemmas(text)
    assert column == "" or (column[0] == column[-1] == " " and "  " not in column)
