"""Lists of Russian words that one rule asks for by its key: the rows of `lists.tsv`, read once."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).parents[2] / "seeds" / "reference" / "lists.tsv"
_asked: set[str] = set()


def asked() -> frozenset[str]:
    """The keys that the rules loaded so far have asked for."""
    return frozenset(_asked)


def stems(key: str) -> tuple[str, ...]:
    """How words of the list begin, folded as tokens are; made for `str.startswith`."""
    return _list(key, "stem")


def words(key: str) -> frozenset[str]:
    """The words of the list as they stand, or as the dictionary has them where the row says «lemma»."""
    return frozenset(_list(key, "word", "lemma"))


def phrases(key: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of the list, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in _list(key, "phrase"))


def _list(key: str, *matches: str) -> tuple[str, ...]:
    """The words of one row; KeyError where no row has the key or it matches in another way."""
    row = _rows()[key]
    if row["match"] not in matches:
        raise KeyError(f"{FILE.name}: «{key}» is a list of {row['match']}s, its rule asks for {' or '.join(matches)}")
    _asked.add(key)
    return tuple(row["words"].split("|"))


@cache
def _rows() -> MappingProxyType[str, dict[str, str]]:
    with FILE.open(encoding="utf-8-sig", newline="") as lines:
        kept = (line for line in lines if line.strip() and not line.startswith("#"))
        given = csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE)
        return MappingProxyType({row["key"]: row for row in given})
