"""The pages that an operator names: files, folders, and `-` for standard input."""

from __future__ import annotations

import os
import stat
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from importers.records import UnreadablePage

STDIN = "-"
# A folder may hold notes and pictures beside the pages; a file that is named itself is always read.
ENDINGS = frozenset({".txt", ".text", ".htm", ".html"})
# A name is told in one line: a file name may hold anything but NUL and a slash.
CONTROLS = frozenset({"Cc", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Input:
    """One page to read, or the reason why what was named is none."""

    path: str
    problem: str = ""
    bytes_held: bytes | None = None

    @property
    def name(self) -> str:
        """The path as it is told and stored."""
        return shown(self.path)

    def raw(self) -> bytes:
        """The bytes; raises UnreadablePage with the reason an operator understands."""
        if self.problem:
            raise UnreadablePage(self.problem)
        if self.bytes_held is not None:
            return self.bytes_held
        try:
            return _standard_input() if self.path == STDIN else Path(self.path).read_bytes()
        except OSError as error:
            raise UnreadablePage(_reason(error)) from error

    def held(self) -> Input:
        """With the bytes of standard input, which no other process can read; any other page as it is."""
        if self.path != STDIN:
            return self
        try:
            return replace(self, bytes_held=self.raw())
        except UnreadablePage as error:
            return replace(self, problem=str(error))


def shown(path: str | os.PathLike[str]) -> str:
    """The path in one line of text: bytes that are no UTF-8 and control characters are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(_escaped(char) if unicodedata.category(char) in CONTROLS else char for char in text)


def named(paths: Sequence[str]) -> list[Input]:
    """What the paths name, folders with all below them, each file once."""
    found: dict[str, Input] = {}
    for path in paths:
        for each in _inside(path):
            found.setdefault(each.path if each.path == STDIN else os.path.realpath(each.path), each)
    return list(found.values())


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _standard_input() -> bytes:
    if sys.stdin is None:  # «<&-»
        raise UnreadablePage("No standard input.")
    return sys.stdin.buffer.read()


def _inside(path: str) -> Iterator[Input]:
    if path == STDIN:
        yield Input(path)
        return
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        yield Input(path, _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
    else:
        yield Input(path, "" if stat.S_ISREG(mode) else "Neither a file nor a folder.")


def _folder(path: str) -> Iterator[Input]:
    problems: list[Input] = []
    pages = 0
    for folder, folders, files in os.walk(path, onerror=lambda error: problems.append(_closed(error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if Path(name).suffix.lower() in ENDINGS and not name.startswith("."):
                pages += 1
                yield Input(os.path.join(folder, name))  # noqa: PTH118 Path would drop a leading «./»
    yield from problems
    if not pages and not problems:
        yield Input(path, f"No page in this folder: pages end in {', '.join(sorted(ENDINGS))}.")


def _closed(error: OSError) -> Input:
    return Input(str(error.filename), _reason(error))


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "No permission to read it."
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return "No such file or folder."
    return f"It cannot be read: {error.strerror or error}."
