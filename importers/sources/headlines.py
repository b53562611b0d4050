"""Headlines of other articles that a page carries around its own: tapes, cards, «Читайте также»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from importers.records import Headline
from importers.sources.dates import DAY, stamp
from importers.sources.lines import TEASER, Line

# What the lists of other news are made of.
CARD = ("short", "dated", "dayed", "clocked", "date", "related_line")

OF_PAGE = re.compile(r"\W{0,3}(?:дата|обновл|опубликован|создан|размещен|изменен|последн)", re.IGNORECASE)


def is_headline(line: Line) -> bool:
    """Whether a line of a block can be the headline of an article."""
    asked = line.kind == "prose" and line.text.endswith(("?", "!", "»", '"'))
    return (
        (line.kind == "short" or asked)
        and " " in line.text
        and "@" not in line.text
        and 15 <= len(line.text) <= 250
        and line.words >= 3
    )


def bare(text: str) -> str:
    """A headline without the mark of its list."""
    return re.sub(r"^(?:[•●▪■►▶←→*–—-]\s*|\d{1,2}(?:[.)]\s*|\s{2,}))", "", text).strip(" →»►")


def of_head(lines: Sequence[Line], today: str | None = None) -> Iterable[Headline]:
    """Tapes above the article: «12:30  Заголовок» under a day, «20 мар. 2026  Заголовок», lists of «Сейчас читают»."""
    day = None
    listing: list[Line] | None = None
    for line in lines:
        if listing is not None and line.kind in (*CARD, "number") and not (line.gap and len(listing) > 1):
            listing.append(line)
            continue
        if listing:
            yield from of_block(listing, today)
        listing = [] if line.kind in ("end", "related") else None
        if line.kind == "date" and line.stamp:
            day = line.stamp.day
        elif line.kind == "clocked" and line.title:
            yield Headline(line.title, f"{day}T{line.value:0>5}" if day else None)
        elif line.kind in ("dated", "dayed") and line.title:
            yield Headline(line.title, _day(line, today))
        elif line.kind == "tape":
            yield from _of_tape(line.text)
    if listing:
        yield from of_block(listing, today)


def _day(line: Line, today: str | None) -> str | None:
    """The date of a row; «22.07» is the last such day before the page's own."""
    if line.stamp:
        return line.stamp.edtf
    if not today or not line.value:
        return None
    day, month = line.value.split(".")
    year = int(today[:4]) - (f"{month}-{day}" > today[5:10])
    try:
        return date(year, int(month), int(day)).isoformat()
    except ValueError:
        return None


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


def of_tail(lines: Sequence[Line], today: str | None = None) -> Iterable[Headline]:
    """Lists and cards below the article, until comments or the footer."""
    blocks: list[list[Line]] = [[]]
    listing = commented = False
    for at, line in enumerate(lines):
        if line.kind in ("comments", "footer"):
            listing = False
            commented = commented or line.kind == "comments"
        elif line.kind in ("end", "related"):
            listing, commented = True, False
            blocks.append([])
        elif commented:  # «Айгуль   18.07.2025, 10:02» and what she has to say
            continue
        elif listing or line.kind in ("dated", "dayed", "clocked"):
            blocks[-1].append(line)
        elif _begins_cards(lines[at : at + 3]):
            listing = True
            blocks.append([line])
        elif _heads_list(lines[at : at + 4]):
            listing = True
            blocks.append([])
    for block in blocks:
        yield from of_block(block, today)


def unlisted(lines: Sequence[Line]) -> Iterable[Line]:
    """The lines below the article that no list of other news holds: a card names the outlet of its own article."""
    listing = False
    for line in lines:
        if line.kind in ("end", "related"):
            listing = True
        elif listing and (line.kind in ("footer", "comments", "share", "ad", "line")):
            listing = False
        if not listing:
            yield line


def _heads_list(lines: Sequence[Line]) -> bool:
    """A line of a few words with three headlines right under it: «Новости о компаниях»."""
    heading, *items = lines
    return (
        heading.kind == "short"
        and heading.words <= 4
        and not heading.finished
        and len(items) == 3
        and all(is_headline(item) and not item.gap for item in items)
    )


def _begins_cards(lines: Sequence[Line]) -> bool:
    """A date with a headline under it, or a headline, its date and the next headline."""
    kinds = [line.kind == "date" for line in lines]
    if kinds[:1] == [True]:
        return len(lines) > 1 and is_headline(lines[1]) and not OF_PAGE.match(lines[0].text)
    return kinds == [False, True, False] and is_headline(lines[0]) and is_headline(lines[2])


def of_line(line: Line) -> Iterable[Headline]:
    """«В этот же день: один заголовок • другой»."""
    for part in re.split(r"\s+[•●·|]\s+|;\s+", line.title or ""):
        day = stamp(part) if part.endswith(")") else None
        title = part[: day.start].rstrip(" (") if day else part.strip()
        if len(title) >= 10:
            yield Headline(title, day.edtf if day else None)


def of_block(block: Sequence[Line], today: str | None = None) -> Iterable[Headline]:
    """The headlines of one block; a date belongs to the one before, or after where the block begins with a date."""
    block = [line for line in block if line.kind != "date" or not OF_PAGE.match(line.text)]
    rows = sum(line.kind in ("dated", "dayed") for line in block)
    titled = [line.title for line in block if line.kind == "date" and line.title]
    tabled = rows or 1 < len(titled) == len(set(titled))  # each row has its day: «13.01.2026  Почему подешевел никель»
    date_first = bool(block) and block[0].kind == "date" and not (tabled and block[0].title)
    day = pending = None
    seen: set[str] = set()
    for at, line in enumerate(block):
        below = block[at + 1] if at + 1 < len(block) else None
        card = line.kind == "short" and line.words >= 2 and bool(below and below.kind == "date") and not date_first
        if line.kind in ("dated", "dayed", "clocked"):
            if pending:
                yield Headline(pending, day)
                pending = None
            yield from of_head([line], today)
        elif tabled and line.kind == "date" and line.stamp and line.title and not pending:
            yield Headline(bare(line.title), line.stamp.edtf)
        elif line.kind == "date" and line.stamp:
            if pending and not date_first:
                yield Headline(pending, line.stamp.edtf)
                pending = None
            day = line.stamp.edtf if date_first else None
        elif line.kind == "related_line":
            yield from of_line(line)
        elif line.kind == "menu" and all(len(part.split()) >= 3 for part in line.text.split(" | ")):
            yield from (Headline(part.strip()) for part in line.text.split(" | "))
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
