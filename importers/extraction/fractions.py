"""Parts and multiples in words: «половина акций», «четыре пятых», «каждая пятая», «вдвое», «двадцатикратный»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from importers.extraction import lists
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.morph import has, parses
from importers.extraction.numbers import number_word
from importers.extraction.segment import Token

WHOLE = Decimal(100)
TENTH = Decimal("0.1")
PARTED = lists.words("statistics: parted")  # «десятая часть», «сотая доля»
EACH = lists.words("statistics: each")  # «каждая пятая»
OF_TIME = lists.stems("statistics: halves of time")  # «четверть века», «половина сезона»
LEAST_BARE = 5  # «третья часть» is the third of several as well


@dataclass(frozen=True, slots=True)
class Part:
    """A share of 100 or a multiple, from one token up to `last`; `bare` where only its neighbours make it a share."""

    value: Decimal
    last: int
    unit: str
    bare: bool = False


def part_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Part | None:
    """The part or multiple in words that begins at `index`."""
    entry = number_word(tokens, index, lexicon)
    if entry is None:
        return None
    match entry.get("class"):
        case "times" | "percent" as unit:
            return Part(Decimal(entry.key), index + 1, unit)
        case "fraction":
            return _noun(tokens, index, entry)
        case "part":
            return _ordinal(tokens, index, entry)
        case "unit":
            return _counted(tokens, index, entry, lexicon)
    return None


def _noun(tokens: Sequence[Token], index: int, entry: Entry) -> Part | None:
    """«треть», «половина»; not «первая четверть», «четверть века»."""
    before = tokens[index - 1] if index else None
    if before is not None and (has(before.text.lower(), "Anum") or before.kind in {"ordinal", "number"}):
        return None
    if _of_time(tokens, index + 1):
        return None
    return Part(Decimal(entry.key), index + 1, "percent", bare=True)


def _of_time(tokens: Sequence[Token], index: int) -> bool:
    return any(token.key.startswith(OF_TIME) for token in tokens[index : index + 2])


def _ordinal(tokens: Sequence[Token], index: int, entry: Entry) -> Part | None:
    """«десятая часть», «каждый пятый»."""
    following = tokens[index + 1].key if index + 1 < len(tokens) else ""
    small = _parts(entry) >= LEAST_BARE
    if following in PARTED and small:
        return Part(Decimal(entry.key), index + 2, "percent")
    if index and tokens[index - 1].key in EACH and not _of_time(tokens, index + 1) and has(tokens[index].key, "sing"):
        return Part(Decimal(entry.key), index + 1, "percent")
    return None


def _parts(entry: Entry) -> int:
    return round(WHOLE / Decimal(entry.key))


def _counted(tokens: Sequence[Token], index: int, numerator: Entry, lexicon: Lexicon) -> Part | None:
    """«три четверти», «четыре пятых», «одна десятая часть»."""
    entry = number_word(tokens, index + 1, lexicon) if index + 1 < len(tokens) else None
    if entry is None or entry.get("class") not in {"part", "fraction"} or _of_time(tokens, index + 2):
        return None
    of_many = entry.get("class") == "fraction" or _genitive_plural(tokens[index + 1].text) or numerator.key == "1"
    count, parts = Decimal(numerator.key), _parts(entry)
    if not of_many or count >= parts:
        return None
    last = index + 2 + (index + 2 < len(tokens) and tokens[index + 2].key in PARTED)
    return Part((WHOLE * count / parts).quantize(TENTH).normalize(), last, "percent")


def _genitive_plural(word: str) -> bool:
    """«четыре пятых»; «три четвёртые места» are places."""
    return any({"gent", "plur"} <= parse.tag.grammemes for parse in parses(word.lower()))
