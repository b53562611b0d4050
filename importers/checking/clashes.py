"""One surface, two owners: two rows of one kind that are found under the same words and mean different things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from importers.checking.rows import Problem, Row
from importers.extraction.lexicon import Entry, surfaces
from importers.reference import WORDS

# Classes in which one word may have several meanings, and the column that tells them apart. Where both rows fill
# it, their cells must share no word; classes that are not named have one meaning a word.
SENSES = {
    "measure": "dims",
    "signing": "acts",
    "stage": "tense",
    "speech": "needs",
    "agreement": "acts",
    "legal_form": "key",
    "office_holder": "office",
}

Surface = tuple[str, ...]


def clashes(rows: Sequence[Row]) -> Iterator[Problem]:
    """Each later row with a surface that an earlier row of its kind has for another owner."""
    owners: dict[tuple[str, Surface, bool], list[tuple[Row, Entry]]] = defaultdict(list)
    for row in rows:
        told = set()
        for entry in row.entries:
            for surface in sorted(surfaces(entry)):
                held = owners[row.kind, surface, entry.mark == "="]
                other = next(((r, e) for r, e in held if _clash(r, row)), None)
                if other and (other[0].line, entry.text) not in told:
                    told.add((other[0].line, entry.text))
                    yield _told(row, entry, *other, surface)
                held.append((row, entry))
    yield from _outlets(rows)


def _clash(one: Row, other: Row) -> bool:
    if one.key == other.key or one.kind == "not_name":
        return False
    column = SENSES.get(one.kind)
    if column is None:
        return True
    first, second = set(one.get(column).split()), set(other.get(column).split())
    return bool(first & second) or first == second


def _told(row: Row, entry: Entry, other: Row, theirs: Entry, surface: Surface) -> Problem:
    told = f"«{entry.text}» of {row.key} clashes with «{theirs.text}» of {other.key} at line {other.line}"
    if row.kind in WORDS and row.kind in SENSES and SENSES[row.kind] != "key":
        told += f" (both are read in «{' '.join(surface)}»)"
        return row.problem(told, f"keep the word in one of the rows, or part them by the column «{SENSES[row.kind]}»")
    return row.problem(f"{told} (both are read in «{' '.join(surface)}»)", "keep the name in one of the rows")


def _outlets(rows: Sequence[Row]) -> Iterator[Problem]:
    """Domains and units that two rows give, and patterns of chrome that stand twice."""
    first: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.kind in {"outlet", "code", "list", "chrome"}:
            key = row.get("pattern") if row.kind == "chrome" else row.key
            earlier = first.setdefault((row.kind, key), row)
            if earlier is not row:
                yield row.problem(f"«{key}» stands at line {earlier.line} too", "make one row of the two")
