"""Tables flattened to lines: a cell a line, or a row a line; headers and captions name unit, measure and time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from importers.extraction import lists
from importers.extraction.dates import year_at
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.numbers import Number, digits, scale_at
from importers.extraction.quantities import Quantity, unit_at
from importers.extraction.segment import ABBREVIATIONS, Token
from importers.extraction.statistics import amounts, measures
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

CELL = 9  # tokens of a cell: a label is no sentence
WIDEST = 6  # columns
BUYERS = lists.stems("statistics: columns of buyers")
SELLERS = lists.stems("statistics: columns of sellers")
UNSAID = frozenset({"production", "other"})  # what the unit alone says
ABOVE = 3  # lines before a table that may say what it measures
EMPTY = frozenset({"н/д", "н.д.", "нет данных", "—", "–", "-", "…", "..."})
SIGNS = {"-": -1, "+": 1}


@dataclass(frozen=True, slots=True)
class Row:
    """One value with the lines that say what it is: its label, its column's header, the caption."""

    found: Found
    label: Line
    header: Line
    period: str | None


Unit = tuple[Entry, Decimal]


def rows(text: Text) -> dict[int, Row]:
    """The values of every table, by the index of the line that holds them."""
    found: dict[int, Row] = {}
    for block in _blocks(text.lines):
        for row in (*_inline(block, text), *_stacked(block, text)):
            found.setdefault(row[0], row[1])
    return found


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Runs of short lines without a full stop; the line before a run may be its caption and belongs to it."""
    block: list[Line] = []
    for line in lines:
        short = len(line.tokens) <= CELL and not _sentence(line.tokens)
        if short or (not block and line.tokens[-1].text in ":)"):
            block.append(line)
            continue
        if len(block) > 1:
            yield tuple(block)
        block = [line] if line.tokens[-1].text in ":)" else []
    if len(block) > 1:
        yield tuple(block)


def _sentence(tokens: Sequence[Token]) -> bool:
    """Whether a line ends as sentences do; «Экспорт, млн долл.» ends with an abbreviation."""
    abbreviated = len(tokens) > 1 and tokens[-2].key in ABBREVIATIONS
    return tokens[-1].text in "!?…;" or (tokens[-1].text == "." and not abbreviated)


def _inline(block: Sequence[Line], text: Text) -> Iterator[tuple[int, Row]]:
    """«2022 — 4,1» under «…, $ млрд:»."""
    unit: Unit | None = None
    header = block[0]
    for line in block:
        named = header_unit(line.tokens, text.lexicon)
        if named is not None:
            unit, header = named, line
            continue
        tokens = line.tokens
        labelled = len(tokens) > 2 and tokens[-1].kind == "number" and tokens[-2].key in {"-", ":"}
        if unit is not None and labelled:
            year = year_at(tokens, 0, bare=True)
            period = str(year[0]) if year and year[1] >= len(tokens) - 2 else None
            yield line.index, Row(cell_found(line, len(tokens) - 1, 1, unit, (header,)), line, header, period)


def _stacked(block: Sequence[Line], text: Text) -> Iterator[tuple[int, Row]]:
    """A label line and then a line for each column, row after row."""
    first = next((i for i, line in enumerate(block) if cell_value(line) is not None and not is_year(line)), None)
    if not first:
        return
    start = first - 1
    width = 1 + next(
        (n for n, line in enumerate(block[first:]) if not _cell(line) or is_year(line)), len(block) - first
    )
    if width > WIDEST:
        return
    headers = block[start - width : start] if start >= width else block[:start]
    caption = block[start - width - 1] if start > width else (headers[-1] if headers else None)
    for begin in range(start, len(block) - width + 1, width):
        label, cells = block[begin], block[begin + 1 : begin + width]
        if (cell_value(label) is not None and not is_year(label)) or any(not _cell(cell) for cell in cells):
            return
        for column, cell in enumerate(cells, 1):
            header = headers[column] if len(headers) == width else caption
            unit = header_unit(label.tokens, text.lexicon) or _unit(header, caption, text.lexicon)
            value = cell_value(cell)
            if header is None or unit is None or value is None:
                continue
            period = label.tokens[0].text if is_year(label) else header_time(header)
            over = (header, caption) if caption is not None else (header,)
            traded = _traded(headers[0]) if len(headers) == width else None
            found = cell_found(
                cell, *value, unit, (*over, *reversed(text.lines[max(0, block[0].index - ABOVE) : block[0].index]))
            )
            found = replace(found, measure=traded) if traded and found.measure in UNSAID else found
            yield cell.index, Row(found, label, header, period)


def _unit(header: Line | None, caption: Line | None, lexicon: Lexicon) -> Unit | None:
    """The unit of a column, from its header or the table's caption."""
    for line in (header, caption):
        unit = header_unit(line.tokens, lexicon) if line is not None else None
        if unit is not None:
            return unit
    return None


def header_unit(tokens: Sequence[Token], lexicon: Lexicon) -> Unit | None:
    """The unit and scale that a header ends with, or is: «…, млрд тенге», «…, $ млрд:», «Доллары за тонну»."""
    if _sentence(tokens) or tokens[-1].text in '»"':
        return None
    end = len(tokens) - (tokens[-1].text in ":)")
    for start in range(max(0, end - 5), end):
        if start and tokens[start - 1].text not in {",", "("}:
            continue
        scale, position = scale_at(tokens, start, lexicon) or (Decimal(1), start)
        unit, last = unit_at(tokens[:end], position, lexicon)
        if unit is None:
            continue
        scale, last = scale_at(tokens[:end], last, lexicon) or (scale, last)
        if last == end or (last < end and tokens[last].key == "за"):
            return unit, scale
    return None


def _traded(header: Line) -> str | None:
    """«Направление», «Покупатель» over the labels: the figures beside them are exports."""
    key = header.tokens[0].key
    return "export" if key.startswith(BUYERS) else "import" if key.startswith(SELLERS) else None


def _cell(line: Line) -> bool:
    """A value or the sign that there is none: «н/д», «–»."""
    return cell_value(line) is not None or line.sentence.text.strip().lower() in EMPTY


def cell_value(line: Line) -> tuple[int, int] | None:
    """The token of a cell's number and its sign: «90,2», «+0,7», «−0,3»."""
    tokens = line.tokens
    if len(tokens) == 1 and tokens[0].kind == "number":
        return 0, 1
    if len(tokens) == 2 and tokens[0].key in SIGNS and tokens[1].kind == "number":
        return 1, SIGNS[tokens[0].key]
    return None


def is_year(line: Line) -> bool:
    text = line.tokens[0].text
    short = len(line.tokens) == 1 or (len(line.tokens) == 2 and line.tokens[1].key.startswith("г"))
    return short and text.isdigit() and len(text) == 4 and 1900 <= int(text) <= 2100


def header_time(header: Line) -> str | None:
    """The period that a column's header names: «I полугодие 2025»."""
    return next((period.edtf for period in header.periods if period.dated), None)


def cell_found(line: Line, index: int, sign: int, unit: Unit, over: Sequence[Line]) -> Found:
    entry, scale = unit
    number = Number(digits(line.tokens[index].text) * scale, index, index + 1, scale)
    key = entry.get("unit", entry.key)
    value = number.value * Decimal(entry.get("factor", "1")) * sign
    quantity = Quantity(value, index, index + 1, number, None, key, entry.get("dimension", "count"))
    named = (amounts.of_header(o, replace(quantity, first=len(o.tokens), last=len(o.tokens))) for o in over)
    measure = next((m for m in named if m is not None), None) or measures.by_unit(quantity)
    return Found(quantity, key, measure, "table cell", 0, index + 1)
