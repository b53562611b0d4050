"""Where the article stands on its page: the title, the first and the last line of the text, the blocks between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.records import UnreadablePage
from importers.sources.blocks import CHROME, CLOSING, listed
from importers.sources.lines import TEASER, Line
from importers.sources.titles import headline

# Dropped before the text and after it: inside, the same line can be a row of a table.
EDGE = ("clocked", "crumbs", "date", "dated", "dayed", "head", "masthead", "menu", "number", "person", "rate", "spaced")
IMPRINT = re.compile(r"[^\d]{2,60}[,\s]\s?(?:19|20)\d\d(?:\s?г\.?| год)?")  # «Степной вестник, 2025»
NO_BODY = "No article body found: the page holds no running text."


@dataclass(frozen=True, slots=True)
class Region:
    """Places in the page's list of lines."""

    title: int | None
    start: int
    opening: int  # where the lines about the article are over and only its text follows
    stop: int
    body: tuple[int, ...]
    blocks: tuple[tuple[int, int], ...]  # «Читайте также» and what it lists, inside the text


def find(lines: Sequence[Line]) -> Region:
    """The article's region; raises UnreadablePage where the page holds no prose."""
    first, stop = _segment(lines)
    opening = next(i for i in range(first, stop) if lines[i].kind == "prose")
    title = headline(lines, opening, stop)
    start = _start(lines, title, opening, stop)
    start = _announced(lines, start, stop)
    blocks = listed(lines, start, stop)
    stop = _stop(lines, start, stop, blocks)
    opening = _opening(lines, start, stop)
    body = _body(lines, title, start, opening, stop, blocks)
    if not any(lines[i].kind == "prose" for i in body):
        raise UnreadablePage(NO_BODY)
    return Region(title, start, opening, stop, tuple(body), tuple(block for block in blocks if block[0] < stop))


def _segment(lines: Sequence[Line]) -> tuple[int, int]:
    """The stretch between two closing lines with the most prose; comments count little, an earlier one wins."""
    edges = [-1, *(i for i, line in enumerate(lines) if line.kind in CLOSING), len(lines)]
    best = (0.0, 0, 0)
    for before, after in pairwise(edges):
        weight = float(sum(len(line.text) for line in lines[before + 1 : after] if line.kind == "prose"))
        if before >= 0 and lines[before].kind in ("comments", "footer"):
            weight /= 10
        if weight > best[0] * 1.5:
            best = (weight, before + 1, after)
    if not best[0]:
        raise UnreadablePage(NO_BODY)
    return best[1], best[2]


def _start(lines: Sequence[Line], title: int | None, opening: int, stop: int) -> int:
    """The first line of the text: the first prose, list or deck below the title."""
    if title is None:
        return opening
    asked = lines[title].text.endswith(("?", "!"))
    if (
        lines[title].kind == "prose" and not asked
    ):  # a headline with a full stop may as well be the lead: it stays in the text
        return title
    for i in range(title + 1, stop):
        line = lines[i]
        if line.kind == "prose" or (line.listed and line.kind == "short"):
            return i - 1 if line.listed and _heads_list(lines, i - 1, title) else i
        if is_deck(lines, i, title):
            return i
    return opening


def _heads_list(lines: Sequence[Line], at: int, title: int) -> bool:
    """«Казахстан» right over the first item of a digest, apart from what stands above."""
    line = lines[at]
    return at > title + 1 and line.kind == "short" and line.gap > 0 and lines[at + 1].gap == 0


def is_deck(lines: Sequence[Line], at: int, title: int) -> bool:
    """Four words and more between title and text, neither the title again nor the words of a picture."""
    line = lines[at]
    return (
        line.kind == "short"
        and line.words >= 3
        and len(line.text.split()) >= 4
        and line.text != lines[title].text
        and not lines[title].text.endswith(line.text)
        and not line.text.endswith(lines[title].text)
        and not _is_alt(lines, at)
    )


def _is_alt(lines: Sequence[Line], at: int) -> bool:
    """The words of a picture: a short line with a caption right under it."""
    return (
        at + 1 < len(lines)
        and lines[at].kind in ("short", "person")
        and not lines[at].finished
        and lines[at + 1].kind == "caption"
        and lines[at + 1].gap == 0
        and (lines[at].gap > 0 or at == 0 or lines[at - 1].kind in EDGE)
    )


def _announced(lines: Sequence[Line], start: int, stop: int) -> int:
    """Past a lead that the text repeats: «Кыргызстан и Китай расширяют …», a collage, the same words again."""
    reach = range(start, min(stop, start + 6))
    for i in reach:
        line = lines[i]
        if line.kind not in ("short", "prose") or line.words < 4:
            continue
        words = TEASER.sub("", line.text).strip()
        for later in range(i + 1, min(stop, i + 5)):
            longer = lines[later]
            if longer.kind == "prose" and len(longer.text) > len(words) and longer.text.startswith(words):
                return later
    return start


def _stop(lines: Sequence[Line], start: int, stop: int, blocks: Sequence[tuple[int, int]]) -> int:
    """Where the text ends: after the last prose, with the list or table that hangs on it."""
    inside = {i for begin, end in blocks for i in range(begin, end)}
    last = max((i for i in range(start, stop) if lines[i].kind == "prose" and i not in inside), default=start)
    end = last + 1
    figures = [i for i in range(last + 1, min(stop, last + 60)) if _is_figure(lines[i])]
    for i in range(last + 1, stop):
        line = lines[i]
        if len(figures) >= 2 and _is_figure(line) and (lines[i - 1].kind == "short" or _is_figure(lines[i - 1])):
            end = i + 1
            continue
        if line.kind == "caption" and i + 1 < stop and _is_sentence(lines[i + 1]):
            continue
        if i in inside or line.kind in (*CHROME, "date", "dated", "dayed", "clocked", "person", "menu", "masthead"):
            break
        if line.listed or (line.finished and line.words >= 2) or _row(lines, last, i):
            end = i + 1
    return end


def _is_sentence(line: Line) -> bool:
    """A sentence of few words: «Ремонт обойдётся в 210 млн долларов.»."""
    return line.kind in ("short", "prose") and line.text.endswith(".") and line.words >= 3 and len(line.text) >= 25


def _is_figure(line: Line) -> bool:
    """A cell of a table that was printed a cell a line."""
    return line.kind == "number" or (line.kind == "head" and line.text.isdigit())


def _row(lines: Sequence[Line], last: int, at: int) -> bool:
    """A row of the list or table that the last sentence announces, or one with figures right after it."""
    if lines[last].text.rstrip().endswith(":") and lines[at].kind in ("short", "number"):
        return True
    return (
        lines[at].kind == "short"
        and bool(re.search(r"\d", lines[at].text))
        and not IMPRINT.fullmatch(lines[at].text)
        and lines[at].words >= 1
        and at - last <= 60
    )


def _opening(lines: Sequence[Line], start: int, stop: int) -> int:
    """The first prose, or the one after a date that stands under a lead of one line."""
    prose = [i for i in range(start, min(stop, start + 12)) if lines[i].kind == "prose"]
    if not prose:
        return next((i for i in range(start, stop) if lines[i].kind == "prose"), start)
    dates = [i for i in range(prose[0], prose[0] + 6) if i < stop and lines[i].kind == "date"]
    leads = [i for i in prose if dates and i < dates[0]]
    if dates and len(leads) == 1 and len(lines[prose[0]].text) <= 400:
        return next((i for i in range(dates[-1], stop) if lines[i].kind == "prose"), prose[0])
    return prose[0]


def _body(
    lines: Sequence[Line],
    title: int | None,
    start: int,
    first: int,
    stop: int,
    blocks: Sequence[tuple[int, int]],
) -> list[int]:
    inside = {i for begin, end in blocks for i in range(begin, end)}
    heading = lines[title].text.casefold() if title is not None else None
    kept = []
    seen: set[str] = set()
    for i in range(start, stop):
        line = lines[i]
        if line.kind == "prose" and line.text in seen:  # the same lead once more, for narrow screens
            continue
        seen.add(line.text)
        if i in inside or line.kind in CHROME or (line.text.casefold() == heading and i != title) or _is_alt(lines, i):
            continue
        if i < first and (
            line.kind in (*EDGE, *CLOSING)
            or (title is not None and line.kind == "short" and not _leads(lines, i, title))
        ):
            continue
        if (line.kind == "menu" and not _in_table(lines, i)) or (
            line.kind == "date" and line.stamp and not line.stamp.rest and line.gap
        ):
            continue
        if _is_page_number(lines, i):
            continue
        kept.append(i)
    return kept


def _is_page_number(lines: Sequence[Line], at: int) -> bool:
    """«4» alone between paragraphs of a printed report."""
    beside = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
    return (
        lines[at].kind == "head" and lines[at].text.isdigit() and [each.kind for each in beside] == ["prose", "prose"]
    )


def _in_table(lines: Sequence[Line], at: int) -> bool:
    """A row «Золото, т | 96 | 98», or the heading of such rows."""
    rows = [line for line in lines[max(0, at - 1) : at + 2] if line.kind == "menu"]
    return any(re.search(r"\d", row.text) for row in rows)


def _leads(lines: Sequence[Line], at: int, title: int) -> bool:
    below = at + 1 < len(lines) and lines[at + 1].listed and _heads_list(lines, at, title)
    return is_deck(lines, at, title) or lines[at].listed or lines[at].finished or below
