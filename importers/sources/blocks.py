"""Lists of other news and polls inside a text, and lists that only seem to close it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from importers.sources.lines import TEASER, Line

POLLED = re.compile(r"\?\s.{10,}")
CLOSING = ("end", "footer", "comments")
# Dropped wherever it stands.
CHROME = (
    "ad",
    "address",
    "byline",
    "caption",
    "credit",
    "known",
    "line",
    "poll",
    "related",
    "related_line",
    "share",
    "tape",
    "ticker",
    "views",
)
DATED = ("date", "dated", "dayed", "clocked")


def resumed(lines: Sequence[Line]) -> list[Line]:
    """The lines, where a list of other news in mid-text («Популярное») closes nothing: the text goes on below it."""
    closing = [i for i, line in enumerate(lines) if line.kind in CLOSING]
    found = list(lines)
    before = 0
    for at, below in pairwise([*closing, len(lines)]):
        above = [line for line in lines[before:at] if line.kind == "prose"]
        before = at
        first = next((i for i in range(at + 1, below) if lines[i].kind == "prose"), below)
        rest = [line for line in lines[first:below] if line.kind not in CHROME]
        prose = [line for line in rest if line.kind == "prose"]
        goes_on = len(prose) >= 2 and len(prose) * 5 >= len(rest) * 3 and sum(len(line.text) for line in prose) >= 200
        lone = (
            len(prose) == 1
            and prose[0].gap > 0
            and first - at <= 4
            and all(not each.gap for each in lines[at + 1 : first])
        )
        goes_on = goes_on or (lone and len(prose[0].text) >= 60)
        dated = any(line.kind in DATED for line in lines[at:below])
        if lines[at].kind == "end" and len(above) >= 2 and goes_on and not dated:
            found[at] = replace(lines[at], kind="related")
    return found


def listed(lines: Sequence[Line], start: int, stop: int) -> list[tuple[int, int]]:
    """Each «Читайте также» or poll with the lines that it lists."""
    blocks = []
    i = start
    while i < stop:
        if lines[i].kind not in ("related", "poll"):
            i += 1
            continue
        end = i + 1
        apart = lines[end].gap if end < stop else 0
        while end < stop and _belongs(lines, end, i, apart):
            end += 1
        blocks.append((i, end))
        i = end
    return blocks


def _belongs(lines: Sequence[Line], at: int, heading: int, apart: int) -> bool:
    line = lines[at]
    if line.gap and lines[heading].kind == "poll" and POLLED.search(lines[heading].text):  # answers in its own line
        return False
    if at > heading + 1 and line.gap > (apart if lines[heading + 1].gap == apart and _spaced(lines, heading) else 0):
        return False
    if line.kind == "prose":
        return bool(TEASER.search(line.text))
    return line.kind in (
        "short",
        "dated",
        "dayed",
        "clocked",
        "date",
        "related_line",
        "views",
        "number",
        "caption",
        "poll",
        "menu",
        "spaced",
    )


def _spaced(lines: Sequence[Line], heading: int) -> bool:
    """Whether the lines under a heading are parted by empty lines, item from item."""
    return heading + 2 < len(lines) and lines[heading + 2].gap > 0 and lines[heading + 1].gap > 0
