"""Tables whose rows are lines with bars: «Добыча руды, тыс. т | 3 410 | 3 655» under «Показатель | 2023 | 2024»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from importers.extraction.dates import Period
from importers.extraction.lexicon import Match
from importers.extraction.mentions import Mention
from importers.extraction.statistics import tables
from importers.extraction.statistics.tables import Row
from importers.extraction.text import Line, Text

BAR = "|"
WIDEST = 12  # columns
Placed = TypeVar("Placed", Mention, Match, Period)


def rows(text: Text) -> dict[int, tuple[Row, ...]]:
    """The values of every barred table, by the index of the line that holds them."""
    found: dict[int, tuple[Row, ...]] = {}
    headers: list[Line] = []
    caption: Line | None = None
    for line in text.lines:
        if not any(token.text == BAR for token in line.tokens):
            headers, caption = [], line
            continue
        cells = list(_cells(line))
        values = [tables.cell_value(cell) for cell in cells]
        if not any(v is not None and not tables.is_year(c) for c, v in zip(cells[1:], values[1:], strict=True)):
            headers = cells if len(cells) <= WIDEST else []
            continue
        read = tuple(_row(text, line, cells, headers, caption))
        if read:
            found[line.index] = read
    return found


def _row(text: Text, line: Line, cells: Sequence[Line], headers: Sequence[Line], caption: Line | None) -> Iterator[Row]:
    """The values of one row whose unit its label, its column's header or the caption names."""
    label = cells[0]
    fits = len(headers) == len(cells)
    for column, cell in enumerate(cells[1:], 1):
        header = headers[column] if fits else caption
        value = tables.cell_value(cell)
        if header is None or value is None:
            continue
        over = [o for o in (label, header, caption) if o is not None]
        unit = next((u for o in over if (u := tables.header_unit(o.tokens, text.lexicon)) is not None), None)
        if unit is None:
            continue
        found = tables.cell_found(cell, *value, unit, over)
        offset = next(i for i, token in enumerate(line.tokens) if token.start == cell.tokens[0].start)
        period = label.tokens[0].text if tables.is_year(label) else tables.header_time(header)
        year = header.tokens[0].text if tables.is_year(header) else None
        placed = replace(found, first=found.first + offset, last=found.last + offset)
        yield Row(placed, label, header, year or period)


def _cells(line: Line) -> Iterator[Line]:
    """The line cut at its bars, each piece a line of its own with the names in it."""
    first = 0
    for last in (*(i for i, token in enumerate(line.tokens) if token.text == BAR), len(line.tokens)):
        if last > first:
            yield _piece(line, first, last)
        first = last + 1


def _piece(line: Line, first: int, last: int) -> Line:
    span = line.span(first, last)
    sentence = replace(line.sentence, start=span.start, stop=span.stop, text=span.quote, tokens=line.tokens[first:last])
    return Line(
        line.index,
        sentence,
        _within(line.mentions, first, last),
        _within(line.words, first, last),
        _within(line.periods, first, last),
        (),
    )


def _within(placed: Sequence[Placed], first: int, last: int) -> tuple[Placed, ...]:
    """What stands between two tokens, counted from the first of them."""
    inside = (p for p in placed if first <= p.first and p.last <= last)
    return tuple(replace(p, first=p.first - first, last=p.last - first) for p in inside)
