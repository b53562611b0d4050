"""Tables flattened to lines: a header with the unit («Добыча золота, тонн», «…, $ млрд:»), then labels and values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from importers.extraction.dates import year_at
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.numbers import Number, digits, scale_at
from importers.extraction.quantities import Quantity, unit_at
from importers.extraction.segment import Token
from importers.extraction.statistics import measures
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

LABEL = 9  # a row's label is no sentence
LONGEST = 60  # rows


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a table with the lines of its label and header, and the year where the label is one."""

    found: Found
    label: Line
    header: Line
    period: str | None


def rows(text: Text) -> dict[int, Row]:
    """The rows of every table, by the index of the line that holds the value."""
    found: dict[int, Row] = {}
    for header in text.lines:
        unit = header_unit(header.tokens, text.lexicon)
        if unit is not None and header.index not in found:
            found.update(_below(header, unit, text))
    return found


def header_unit(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Entry, Decimal] | None:
    """The unit and scale that close a header after a comma: «…, млрд тенге», «…, $ млрд:»."""
    if tokens[-1].text in '.!?…;»"':
        return None
    end = len(tokens) - (tokens[-1].text in ":)")
    for start in range(max(1, end - 5), end):
        if tokens[start - 1].text not in {",", "("}:
            continue
        scale, position = scale_at(tokens, start, lexicon) or (Decimal(1), start)
        unit, last = unit_at(tokens[:end], position, lexicon)
        if unit is not None and last < end:
            scale, last = scale_at(tokens, last, lexicon) or (scale, last)
        if unit is not None and last == end:
            return unit, scale
    return None


def _below(header: Line, unit: tuple[Entry, Decimal], text: Text) -> dict[int, Row]:
    found: dict[int, Row] = {}
    label: Line | None = None
    for line in text.lines[header.index + 1 : header.index + 1 + LONGEST]:
        value = _value(line)
        if value is None:
            if len(line.tokens) > LABEL or line.tokens[-1].text in ".!?":
                break
            label = line
            continue
        index, year = value
        named = line if index else label
        if named is None:
            break
        found[line.index] = Row(_found(line, index, unit, header), named, header, year or _year(named))
        label = None
    return found


def _value(line: Line) -> tuple[int, str | None] | None:
    """The token of the value that ends the line, and the year that labels it: «90,2», «2022 — 4,1», «Медь: 12»."""
    tokens = line.tokens
    last = tokens[-1]
    if last.kind != "number" or len(tokens) > LABEL:
        return None
    if len(tokens) == 1:
        return None if _is_year(last) else (0, None)
    if tokens[-2].key not in {"-", ":"} or len(line.sentence.tokens) < 3:
        return None
    labelled = year_at(tokens, 0, bare=True)
    return len(tokens) - 1, str(labelled[0]) if labelled and labelled[1] >= len(tokens) - 2 else None


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and 1900 <= int(token.text) <= 2100


def _year(label: Line) -> str | None:
    return label.tokens[0].text if len(label.tokens) <= 2 and _is_year(label.tokens[0]) else None


def _found(line: Line, index: int, unit: tuple[Entry, Decimal], header: Line) -> Found:
    entry, scale = unit
    number = Number(digits(line.tokens[index].text) * scale, index, index + 1, scale)
    factor = Decimal(entry.get("factor", "1"))
    key = entry.get("unit", entry.key)
    quantity = Quantity(number.value * factor, index, index + 1, number, None, key, entry.get("dimension", "count"))
    spoken = replace(quantity, first=len(header.tokens), last=len(header.tokens))
    measure = measures.of_header(header, spoken)
    return Found(quantity, key, measure, "table row", 0, index + 1)
