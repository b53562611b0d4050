"""The period of a figure: the time its sentence gives it, else the one its paragraph is about."""

from __future__ import annotations

from collections.abc import Sequence

from importers.extraction import lists
from importers.extraction.dates import Period
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

NEAR = 3  # words between a figure and the time right behind it
COMPARING = lists.words("statistics: compared")
PARAGRAPH = 20  # sentences back
AGAINST = 6  # tokens between «против» and the time of what is compared
THEN = frozenset({"тогда", "сроку"})  # «к тому же сроку», «выпуск тогда составит»
# What flows in time; a reserve or a capacity does not take the paragraph's year.
TIMED = frozenset({"production", "growth", "export", "import", "trade", "grade", "revenue", "investment"})


def period(text: Text, line: Line, found: Found) -> str | None:
    """The figure's time in EDTF; days and compared years are left out."""
    dated = [p for p in line.periods if p.dated and not _day(p) and (not p.since or found.measure in TIMED)]
    if not dated and any(token.key in THEN for token in line.tokens):
        return next(
            (
                p.edtf
                for above in reversed(text.lines[max(0, line.index - PARAGRAPH) : line.index])
                for p in above.periods
                if p.dated
            ),
            None,
        )
    chosen = _spoken(line, found, dated)
    if chosen is not None:
        return None if chosen.by and _left(line, found) else chosen.edtf
    return _above(text, line) or _titled(text) if found.measure in TIMED else None


def _left(line: Line, found: Found) -> bool:
    """«к 2030 году вырастет с 780 тыс. до 1,1 млн тонн»: the goal's year is not that of the value left behind."""
    quantity = found.quantity
    return quantity.moved and any(q.moved and q.first >= quantity.last for q in line.quantities)


def _titled(text: Text) -> str | None:
    """The part of a year that the headline reports on: «Золото за первое полугодие»; a bare year says less."""
    named = {p.edtf for line in text.title for p in line.periods if p.dated and ("/" in p.edtf or "Q" in p.edtf)}
    return named.pop() if len(named) == 1 else None


def _spoken(line: Line, found: Found, dated: Sequence[Period]) -> Period | None:
    first, last = found.quantity.first, found.quantity.last
    own = next((p for p in dated if p.first >= last and _follows(line, last, p)), None)
    if own is not None:
        return own
    taken = {p.first for p in dated for q in line.quantities if _follows(line, q.last, p)}
    free = [p for p in dated if p.first not in taken and not _compared(line, p, first)]
    ahead = [p for p in free if p.last <= first]
    behind = [p for p in free if p.first >= last and not _of_the_next(line, last, p)]
    return ahead[-1] if ahead else behind[0] if behind else None


def _of_the_next(line: Line, last: int, time: Period) -> bool:
    """«восемь процентов приходится на соседа, в 2023 году он составил 24 млрд»: the next clause has its own time."""
    between = {token.text for token in line.tokens[last : time.first]}
    return bool(between & {";", ":"}) or ("," in between and any(q.first >= time.last for q in line.quantities))


def _above(text: Text, line: Line) -> str | None:
    """The first period of the nearest sentence above, one paragraph up at most; goals («к 2030 году») stay behind."""
    for above in reversed(text.lines[max(0, line.index - PARAGRAPH) : line.index]):
        if above.sentence.paragraph < line.sentence.paragraph - 1:
            return None
        near = above.sentence.paragraph == line.sentence.paragraph
        passed = [p for p in above.periods if p.dated and not p.by and not _day(p) and not _compared(above, p, 0)]
        passed = [p for p in passed if near or not _month(p)]
        if passed:
            return passed[0].edtf
    return None


def _day(time: Period) -> bool:
    """A day is when something happened, not the time a figure is for."""
    return len(time.edtf) == len("2026-03-17") and time.edtf[7] == "-"


def _month(time: Period) -> bool:
    """«в сентябре 2025 года» dates an event; it is not passed on to the paragraph below."""
    return len(time.edtf) == len("2026-03") and time.edtf[5] != "Q"


def _compared(line: Line, time: Period, first: int) -> bool:
    """«больше, чем годом ранее», «против 93,9 трлн сумов в 2024-м»: the time of the other figure."""
    before = line.tokens[max(first, time.first - AGAINST) : time.first]
    return any(token.key in COMPARING for token in before)


def _follows(line: Line, last: int, time: Period) -> bool:
    """Whether the time stands right behind a figure: «138 тысяч унций в том же квартале 2017-го»."""
    between = line.tokens[last : time.first]
    return 0 < len(between) <= NEAR and all(t.is_word for t in between) and between[-1].key in {"в", "за", "на", "к"}
