"""Text that was broken into lines of one width, as letters and old archives are: each paragraph a line again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from importers.sources.names import known

NARROW, WIDE = 45, 110  # characters of a broken line
FEWEST = 4  # breaks inside a sentence that show that a page is broken
CLOSED = re.compile(r"[.!?…:;][»”\"')\]]*$")
FIRST_WORD = re.compile(r"\S+")
GOES_ON = re.compile(r"[а-яёa-zәіңғүұқөһўҳӣӯҷ(«\d–—%$]")


def unwrapped(text: str) -> str:
    """The text with its broken lines joined; any other text as it is."""
    lines = text.split("\n")
    width = _width(lines)
    if not width:
        return text
    joined = [lines[0]]
    for before, line in pairwise(lines):
        if _broken(before, line, width):
            joined[-1] = _join(joined[-1], line)
        else:
            joined.append(line)
    return "\n".join(joined)


def _width(lines: Sequence[str]) -> int | None:
    """The longest broken line, where most lines of some length are broken at it."""
    filled = [len(line.rstrip()) for line in lines if len(line.strip()) >= NARROW]
    if len(filled) < FEWEST or sum(length > WIDE for length in filled) * 10 > len(filled):
        return None
    breaks = [
        len(before.rstrip())
        for before, line in pairwise(lines)
        if NARROW <= len(before.strip()) <= WIDE and line[:1].islower() and not CLOSED.search(before.rstrip()[-4:])
    ]
    return max(breaks) if len(breaks) >= FEWEST and len(breaks) * 5 >= len(filled) * 2 else None


def _broken(before: str, line: str, width: int) -> bool:
    """Whether a line ends only because the next word had no room."""
    first = FIRST_WORD.match(line)
    before = before.rstrip()
    if first is None or not NARROW <= len(before.strip()) <= width or CLOSED.search(before[-4:]):
        return False
    no_room = len(before) + 1 + len(first[0]) > width - 4
    return line[:1].islower() or (no_room and (bool(GOES_ON.match(line)) or line[:1].isupper()))


def _join(before: str, line: str) -> str:
    before, line = before.rstrip(), line.strip()
    if before.endswith("-") and line[:1].islower():
        halves = re.search(r"[^\W\d_]+$", before[:-1][-30:]), re.match(r"[^\W\d_]+", line[:30])
        whole = "".join(half[0] for half in halves if half)
        return (before[:-1] if known(whole) else before) + line
    return f"{before} {line}"
