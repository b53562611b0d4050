"""Headlines of other articles that a page carries around its own: tapes, cards, «Читайте также»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from importers.records import Headline
from importers.sources.dates import DAY, stamp
from importers.sources.lines import TEASER, Line


def is_headline(line: Line) -> bool:
    """Whether a line of a block can be the headline of an article."""
    asked = line.kind == "prose" and line.text.endswith(("?", "!", "»", '"'))
    return (line.kind == "short" or asked) and 15 <= len(line.text) <= 250 and line.words >= 3


def bare(text: str) -> str:
    """A headline without the mark of its list."""
    return re.sub(r"^(?:[•●▪■*–—-]|\d{1,2}[.)])\s*", "", text).strip()


def of_head(lines: Sequence[Line]) -> Iterable[Headline]:
    """Tapes above the article: «12:30  Заголовок» under a day, «20 мар. 2026  Заголовок», headlines run together."""
    day = None
    for line in lines:
        if line.kind == "date" and line.stamp:
            day = line.stamp.day
        elif line.kind == "clocked" and line.title:
            yield Headline(line.title, f"{day}T{line.value:0>5}" if day else None)
        elif line.kind == "dated" and line.title and line.stamp:
            yield Headline(line.title, line.stamp.edtf)
        elif line.kind == "tape":
            yield from _of_tape(line.text)


def _of_tape(text: str) -> Iterable[Headline]:
    start = re.match(r"(?:[А-ЯЁ ]{4,40}:\s*)?", text)
    begin = start.end() if start else 0
    for found in DAY.finditer(text):
        clock = re.match(r"[\s,]{0,3}(?:[01]?\d|2[0-3]):[0-5]\d", text[found.end() : found.end() + 10])
        stop = found.end() + (clock.end() if clock else 0)
        at = stamp(text[found.start() : stop])
        title = text[begin : found.start()].strip(" ,|")
        if at and title:
            yield Headline(title, at.edtf)
        begin = stop


def of_tail(lines: Sequence[Line]) -> Iterable[Headline]:
    """Lists and cards below the article, until comments or the footer."""
    blocks: list[list[Line]] = [[]]
    listing = False
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if line.kind in ("comments", "footer"):
            listing = False
        elif line.kind in ("end", "related"):
            listing = True
            blocks.append([])
        elif listing or line.kind in ("dated", "clocked"):
            blocks[-1].append(line)
        elif line.kind == "date" and below and is_headline(below):
            listing = True
            blocks.append([line])
    for block in blocks:
        yield from of_block(block)


def of_block(block: Sequence[Line]) -> Iterable[Headline]:
    """The headlines of one block; a date belongs to the one before, or after where the block begins with a date."""
    date_first = bool(block) and block[0].kind == "date"
    day = pending = None
    seen: set[str] = set()
    for at, line in enumerate(block):
        below = block[at + 1] if at + 1 < len(block) else None
        card = line.kind == "short" and line.words >= 2 and bool(below and below.kind == "date") and not date_first
        if line.kind in ("dated", "clocked"):
            yield from of_head([line])
        elif line.kind == "date" and line.stamp:
            if pending and not date_first:
                yield Headline(pending, line.stamp.edtf)
                pending = None
            day = line.stamp.edtf if date_first else None
        elif line.kind == "related_line" and line.title:
            yield Headline(line.title)
        elif (card or is_headline(line)) and not TEASER.search(line.text) and bare(line.text) not in seen:
            if pending:
                yield Headline(pending, day)
            if line.stamp and line.title and line.stamp.stop >= len(line.text) - 1:
                yield Headline(bare(line.title), line.stamp.edtf)
                pending = None
                continue
            pending = bare(line.text)
            seen.add(pending)
            if date_first:
                yield Headline(pending, day)
                pending = day = None
    if pending:
        yield Headline(pending, day)
