"""Dead rows: what can never be read, what stands twice, what no rule asks for, what points nowhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from importers.checking.examples import mentioned, reads
from importers.checking.rows import OTHERS, Problem, Row
from importers.extraction import lists
from importers.extraction.lexicon import Entry, Lexicon
from importers.reference import THINGS, WORDS
from importers.sources.lines import CHROME

NAMES = frozenset({*THINGS, "project", "currency"})
# Classes whose keys are values, stand in another file, or only tell rows apart.
FREE = frozenset({"nationality", "comparison", "month", "number", "scale", "unit", "role", "speech", "office_holder"})
CODE = Path(__file__).parents[1]
# Columns whose words are keys of other files.
POINTERS: dict[tuple[str, str], tuple[str, ...]] = {
    ("region", "country"): ("country",),
    ("organisation", "country"): ("country",),
    ("group", "members"): ("country",),
    ("project", "country"): ("country",),
    ("project", "region"): ("region",),
    ("project", "minerals"): ("mineral",),
    ("unit", "key"): ("code",),
    ("work", "mineral"): ("mineral",),
    ("role", "stands_for"): ("role",),
}


def dead(rows: Sequence[Row], lexicon: Lexicon) -> Iterator[Problem]:
    """Everything in the files that changes no reading."""
    yield from _doubled(rows)
    yield from _unread_names([row for row in rows if row.kind in NAMES], lexicon)
    yield from _needless_phrases([row for row in rows if row.kind == "not_name"], lexicon)
    yield from _unasked(rows)
    yield from _pointing_nowhere(rows)


def _doubled(rows: Sequence[Row]) -> Iterator[Problem]:
    """A word that two rows have in the same meaning; with other properties each row is read."""
    first: dict[tuple[Entry, str], Row] = {}
    for row in rows:
        for entry in row.entries:
            said = {name: value for name, value in entry.props.items() if name not in {"example", "counterexample"}}
            earlier = first.setdefault((entry, str(sorted(said.items()))), row)
            if earlier is not row:
                what = f"«{entry.text}» of {row.key} stands at line {earlier.line} in the same meaning"
                yield row.problem(what, "keep the word in one of the rows")


def _unread_names(rows: Sequence[Row], lexicon: Lexicon) -> Iterator[Problem]:
    """Rows none of whose names is read as theirs, each name in a phrase of its own."""
    for row in rows:
        frame = "стоит 12 млн {}" if row.kind == "currency" else "видел в {} людей"
        if not any(reads(row, frame.format(entry.text), lexicon) for entry in row.entries):
            yield row.problem(
                f"no name of {row.key} is ever read", "remove the row, or the figure of speech that hides its names"
            )


def _needless_phrases(rows: Sequence[Row], lexicon: Lexicon) -> Iterator[Problem]:
    """Figures of speech in which no name would be read, and those that are read as a name all the same."""
    bare = Lexicon(entry for entry in lexicon.entries if entry.kind != "not_name")
    for row in rows:
        for entry in row.entries:
            phrases = [f"видел {text} вчера" for text in (entry.text, entry.text.capitalize(), entry.text.title())]
            held = [phrase for phrase in phrases if row.key in mentioned(phrase, bare)]
            if not held:
                yield row.problem(f"«{entry.text}» holds no name of a {row.key}", "remove it: nothing is read in it")
            elif any(row.key in mentioned(phrase, lexicon) for phrase in held):
                yield row.problem(f"«{entry.text}» is read as a {row.key} all the same", "spell its forms with «!»")


def _unasked(rows: Sequence[Row]) -> Iterator[Problem]:
    """Word rows with a key that no rule knows, and lists that none reads."""
    for row in rows:
        if row.kind == "list" and row.key not in lists.asked():
            yield row.problem(f"no rule asks for the list «{row.key}»", "remove the row, or correct its key")
        elif row.kind == "chrome" and row.get("kind") not in {*CHROME, "owner"}:
            yield row.problem(f"no rule drops chrome of the kind «{row.get('kind')}»", "use a kind that the head names")
        elif row.kind in WORDS and row.kind not in FREE and row.key not in _constants():
            yield row.problem(f"no rule asks for the key «{row.key}»", "use a key that another row of the file has")


def _pointing_nowhere(rows: Sequence[Row]) -> Iterator[Problem]:
    """Cells that name a row of another file which is not there."""
    known: dict[str, set[str]] = {}
    for row in rows:
        known.setdefault(row.kind, set()).add(row.key)
    for row in rows:
        for (kind, column), targets in POINTERS.items():
            if kind != row.kind:
                continue
            for key in row.get(column).replace("|", " ").split():
                if not any(key in known.get(target, ()) for target in targets):
                    where = OTHERS.get(targets[0], f"{targets[0]} rows")
                    yield row.problem(f"«{key}» under «{column}» stands in no {where}", "add it there or correct it")


@cache
def _constants() -> frozenset[str]:
    """Every string that the code of the reader and its vocabularies hold."""
    files = [*CODE.rglob("*.py"), CODE.parent / "minerals" / "vocabularies.py"]
    nodes = (node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
