"""Cells that cannot be used at all: numbers that are none, patterns that do not compile, empty keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from importers.checking.rows import Problem, Row
from importers.sources.tables import DOMAIN

MATCHES = frozenset({"stem", "word", "phrase", "lemma"})


def malformed(rows: Sequence[Row]) -> Iterator[Problem]:
    """Every cell that would stop the reader; with one of these nothing else is worth telling."""
    for row in rows:
        if not row.key and row.kind != "chrome":
            yield row.problem("the row has no key", "fill its first column")
        for column, usable, todo in CELLS.get(row.kind, ()):
            if not usable(row.get(column)):
                yield row.problem(f"«{row.get(column)}» under «{column}» cannot be used", todo)


def _is_number(cell: str) -> bool:
    try:
        return Decimal(cell).is_finite()
    except InvalidOperation:
        return False


def _is_pattern(cell: str) -> bool:
    try:
        return bool(re.compile(cell.replace("{domain}", DOMAIN)))
    except re.error:
        return False


NUMBER, PATTERN = "write a number such as 1 or 0.001", "mend the brackets of the pattern"
CELLS: dict[str, tuple[tuple[str, Callable[[str], bool], str], ...]] = {
    "number": (("key", _is_number, NUMBER),),
    "scale": (("key", _is_number, NUMBER),),
    "unit": (("factor", _is_number, NUMBER),),
    "measure": (("sign", lambda cell: cell in {"", "-1"}, "write -1 for a decline, or nothing"),),
    "stage": (("weight", str.isdecimal, "write a whole number"),),
    "chrome": (("pattern", _is_pattern, PATTERN),),
    "list": (("match", MATCHES.__contains__, "write stem, word, phrase or lemma"),),
}
