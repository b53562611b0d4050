"""Periods that lean on another one: on the day of publication, or on what was named just before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from importers.extraction import morph
from importers.extraction.segment import Token
from importers.extraction.years import RELATIVE, THIS, Period, known_year, shift

SAME = frozenset({"тот", "того", "том", "те", "тех", "аналогичный", "аналогичного", "аналогичном", "аналогичные"})
PARTS = ("квартал", "период", "месяц", "полугоди", "отрезок")


def same_part(tokens: Sequence[Token], index: int, published: str | None, before: list[Period]) -> Period | None:
    """«в том же квартале 2017-го», «за те же месяцы прошлого года»: the part of the year spoken of before."""
    if tokens[index].key not in SAME or not before or not before[-1].dated:
        return None
    position = index + 1
    if position < len(tokens) and tokens[position].key == "же":
        position += 1
    if position >= len(tokens) or not tokens[position].key.startswith(PARTS):
        return None
    year = known_year(tokens, position + 1, published)
    return Period(before[-1].shifted(year[0]), index, year[1], relative=year[2]) if year else None


def relative_year(tokens: Sequence[Token], index: int, published: str | None, before: list[Period]) -> Period | None:
    """«в прошлом году», «годом ранее»: from publication, or from the year named just before."""
    token = tokens[index]
    if token.key == "годом" and index + 1 < len(tokens) and tokens[index + 1].key in {"ранее", "раньше"}:
        if before and before[-1].dated:
            return Period(before[-1].shifted(before[-1].year - 1), index, index + 2, relative=True)
        return Period(str(int(published[:4]) - 1), index, index + 2, relative=True) if published else None
    away = shift(tokens, index)
    if away is not None and published and morph.has(token.text.lower(), "ADJF"):
        return Period(str(int(published[:4]) + away), index, index + 2, relative=True)
    return None


@lru_cache(maxsize=100_000)
def may_begin(key: str) -> bool:
    """Whether a relative period may begin with the word: most cannot, and one look-up tells."""
    return key in SAME or key in THIS or key == "годом" or key.startswith(tuple(RELATIVE))
