"""All that can be wrong with a folder of reference files, each as one line that says where and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import importers.extraction.extract  # noqa: F401  every rule is loaded, so that the lists that it asks for are known
from importers.checking.clashes import clashes
from importers.checking.dead import dead
from importers.checking.examples import reads
from importers.checking.malformed import malformed
from importers.checking.rows import Problem, Row, read
from importers.extraction import morph
from importers.extraction.lexicon import Lexicon
from importers.extraction.segment import tokenise
from importers.reference import WORDS

# Files each row of which says by an example what it means. The other names are their own example, unless the
# dictionary knows the name as an ordinary word too: «Куба», «Чад», «Пустынное».
PROVEN = frozenset({*WORDS, "mineral", "chrome", "list"})
NAMED = frozenset({"country", "group", "region", "organisation", "project"})
PROPER = frozenset({"Geox", "Name", "Surn", "Patr", "Orgn", "Abbr", "Trad"})
EXAMPLES = {"example": True, "counterexample": False}


def problems(folder: Path) -> list[Problem]:
    """Everything wrong with the folder, in the order of files and lines; empty when it holds together."""
    try:
        rows = read(folder)
    except ValueError as error:
        file, line, what = re.fullmatch(r"(.+?):(\d+): (.*)", str(error), re.DOTALL).groups()  # type: ignore[union-attr]
        return [Problem(file, int(line), what, "make it a table of the columns that its head names, saved as UTF-8")]
    if unusable := sorted(malformed(rows)):
        return unusable
    lexicon = Lexicon(entry for row in rows for entry in row.entries)
    found = {
        *clashes(rows),
        *dead(rows, lexicon),
        *_unproven(rows),
        *_failing(rows, lexicon),
        *_unprinted(rows, lexicon),
    }
    return sorted(found)


def _unproven(rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        if row.kind not in PROVEN and not (row.kind in NAMED and is_a_word_too(row)):
            continue
        for column in EXAMPLES:
            if not row.phrases(column):
                yield row.problem(f"{_called(row)} has no {column}", f"fill the column «{_column(row, column)}»")


def _failing(rows: Sequence[Row], lexicon: Lexicon) -> Iterator[Problem]:
    for row in rows:
        for column, wanted in EXAMPLES.items():
            for phrase in row.phrases(column):
                if reads(row, phrase, lexicon) is not wanted:
                    told = f"{_called(row)} is {'not ' if wanted else ''}read in its {column} «{phrase}»"
                    yield row.problem(told, "correct the words or the phrase")


def _unprinted(rows: Sequence[Row], lexicon: Lexicon) -> Iterator[Problem]:
    """A unit as we print it after a number is a unit that we read."""
    for row in rows:
        if row.kind == "code" and row.get("kind") != "count":
            for form in row.get("counted_ru").split("|"):
                if not reads(row, f"всего 5 {form}", lexicon):
                    yield row.problem(f"«5 {form}», as {row.key} is printed, is not read", "add it to words/unit.tsv")


def is_a_word_too(row: Row) -> bool:
    """Whether a name of the row is an ordinary word of the dictionary, so that a sentence must show which is meant."""
    names = (entry.text for entry in row.entries if entry.form not in {"adjective", "abbreviation"})
    return any(_ordinary(name) for name in names)


def _ordinary(name: str) -> bool:
    tokens = tokenise(name)
    if len(tokens) > 1 or not name.isalpha() or name.isascii() or len(name) < 2:
        return False
    known = (parse.tag for parse in morph.parses(name.lower()) if parse.is_known)
    return any(not PROPER & tag.grammemes for tag in known)


def _called(row: Row) -> str:
    words = row.entries[0].text if row.entries else row.get("pattern")[:30]
    return f"{row.key} «{words}»" if row.key and words else f"«{words or row.key}»"


def _column(row: Row, column: str) -> str:
    return column if column in row.cells else f"{column}s"
