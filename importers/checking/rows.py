"""Every row of every reference file with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from importers.extraction.lexicon import Entry
from importers.reference import THINGS, entries, language_files, numbered, thing_files

KEYS = {**THINGS, "project": "slug", "currency": "code", "code": "code", "outlet": "domain", "not_name": "kind"}
# Files beside those of names and words: units that are stored, outlets, chrome, lists of words that one rule asks for.
OTHERS = {"code": "units.tsv", "outlet": "sources.tsv", "chrome": "chrome.tsv", "list": "lists.tsv"}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong at a line of a file, and what to do about it."""

    file: str
    line: int
    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.todo}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its kind (that of its file), where it stands, its cells by column, and what the lexicon holds of it."""

    kind: str
    file: str
    line: int
    cells: Mapping[str, str]
    entries: tuple[Entry, ...] = ()

    @property
    def key(self) -> str:
        """Whose row it is: the cell that names the thing or the class of words."""
        return self.cells.get(KEYS.get(self.kind, "key"), "")

    def get(self, column: str) -> str:
        """The cell, empty where the file has no such column."""
        return self.cells.get(column, "")

    def phrases(self, column: str) -> tuple[str, ...]:
        """The phrases of `example` or `counterexample`; files of names hold several, parted by «|»."""
        if self.cells.get(column):
            return (self.cells[column],)
        return tuple(filter(None, self.get(f"{column}s").split("|")))

    def problem(self, what: str, todo: str) -> Problem:
        """A problem at this row."""
        return Problem(self.file, self.line, what, todo)


def read(folder: Path) -> tuple[Row, ...]:
    """The rows of all files of a reference folder, in the order of the files.

    Raises OSError where a file is missing and ValueError, beginning with file and line, where a row cannot be read.
    """
    held = (
        _row(kind, path.relative_to(folder).as_posix(), line, cells)
        for kind, path in (*thing_files(folder), *language_files(folder))
        for line, cells in _numbered(path, folder)
    )
    return (*held, *_others(folder))


def _row(kind: str, file: str, line: int, cells: dict[str, str]) -> Row:
    try:
        return Row(kind, file, line, cells, tuple(entries(kind, cells)))
    except KeyError as column:
        raise ValueError(f"{file}:{line}: the file has no column {column}") from None


def _others(folder: Path) -> Iterator[Row]:
    for kind, name in OTHERS.items():
        for line, cells in _numbered(folder / name, folder):
            yield Row(kind, name, line, cells)


def _numbered(path: Path, folder: Path) -> Iterator[tuple[int, dict[str, str]]]:
    file = path.relative_to(folder).as_posix()
    try:
        yield from numbered(path)
    except UnicodeDecodeError:
        raise ValueError(f"{file}:1: the file is not in UTF-8") from None
    except ValueError as error:
        told = str(error).removeprefix(f"{path.name}:")
        raise ValueError(f"{file}:{told}" if told != str(error) else f"{file}:1: the file has no head") from None
