"""Words as a search knows them: every dictionary form a Russian word may have, so that any case form finds it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, TypeVar

import pymorphy3
from django.db.models import Q, QuerySet

Rows = TypeVar("Rows", bound=QuerySet[Any, Any])
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
CYRILLIC = re.compile(r"[а-яё]")
# «Жетiсу» is printed with a Latin i; Kazakh and Kyrgyz letters are searched by their Russian neighbours.
LOOKALIKES = str.maketrans("aeopcxyiktmhb", "аеорсхуиктмнв")
NEIGHBOURS = str.maketrans("ёқғәіңөұүһ", "екгаиноуух")
LETTER_AND_FIGURE = re.compile(r"[^\W\d_]\d")
FUNCTION = {"PREP", "CONJ", "PRCL", "NPRO", "NUMR"}
# What only counts beside a figure, whatever part of speech.
COUNTED = frozenset(["тыс", "тысяча", "млн", "миллион", "млрд", "миллиард", "трлн", "триллион", "год", "г"])
ENGLISH_FUNCTION = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to"])
DASHES = re.compile(r"[‐‑‒–—−]")


def fold(text: str) -> str:
    """The text in lower case, with ё as е, one kind of dash and space, and look-alike letters made Russian."""
    folded = DASHES.sub("-", text.lower()).replace("\N{NO-BREAK SPACE}", " ").translate(NEIGHBOURS)
    return WORD.sub(lambda word: _one_alphabet(word[0]), folded)


def lemmas(text: str) -> str:
    """All lemmas of all words, each once, in a line padded with spaces, ready for the lemma column."""
    found: dict[str, None] = {}
    for word in WORD.findall(fold(text)):
        found.update(dict.fromkeys(_lemmas_of(word)))
    return f" {' '.join(found)} " if found else ""


def has_words(text: str) -> bool:
    """Whether there is anything to search for: a letter or a figure."""
    return bool(WORD.search(fold(text)))


def is_name(text: str) -> bool:
    """Whether the text may name something: two letters at least, or a letter with its figure («G7»).

    No bare amount («2024», «5 млн»), and nothing of function words alone («на», «и из»).
    """
    words = [word for word in WORD.findall(fold(text)) if not word.isdecimal()]
    letters = sum(letter.isalpha() for letter in text)
    if letters < 2 and not LETTER_AND_FIGURE.match(text):
        return False
    return any(not _is_function(word) and COUNTED.isdisjoint(_lemmas_of(word)) for word in words)


def matching(rows: Rows, text: str) -> Rows:
    """The rows whose lemma column holds every word of the text in any form; all rows for a text without words."""
    for word in WORD.findall(fold(text.replace("\0", " ")))[:20]:
        hit = Q()
        for lemma in _lemmas_of(word):
            hit |= Q(lemmas__contains=f" {lemma} ")
        rows = rows.filter(hit)
    return rows


def _one_alphabet(word: str) -> str:
    return word.translate(LOOKALIKES) if CYRILLIC.search(word) else word


@lru_cache(maxsize=200_000)
def _lemmas_of(word: str) -> tuple[str, ...]:
    if not CYRILLIC.search(word):
        return (word,)
    parses = _dictionary().parse(word)
    # The parts of «горно-металлургический» are searched for alone too.
    parts = [lemma for part in word.split("-") for lemma in _lemmas_of(part)] if "-" in word else []
    return tuple(dict.fromkeys([*(parse.normal_form.replace("ё", "е") for parse in parses), *parts]))


def _is_function(word: str) -> bool:
    if not CYRILLIC.search(word):
        return word in ENGLISH_FUNCTION
    return str(_dictionary().parse(word)[0].tag.POS) in FUNCTION


@cache
def _dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()
