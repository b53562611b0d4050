"""The period of a figure: the time its clause gives it, else the one the text reports on."""

from __future__ import annotations

from collections.abc import Sequence

from importers.extraction import lists
from importers.extraction.dates import Period
from importers.extraction.morph import has, parses
from importers.extraction.statistics import frames
from importers.extraction.statistics.reading import Found
from importers.extraction.statistics.yearly import yearly
from importers.extraction.text import Line, Text

NEAR = 3  # words between a figure and the time right behind it
PARAGRAPH = 20  # sentences back
AGAINST = 6  # tokens between «против» and the time of what is compared
COMPARING = lists.words("statistics: compared")
CHANGED = lists.stems("times: changed")  # «то есть прибавилось 5 тонн»: a change is told of the year that is reported
INSTEAD = frozenset({"против", "вместо"})
THEN = frozenset({"тогда", "сроку"})  # «к тому же сроку», «выпуск тогда составит»
WHICH = frozenset({"где", "который", "которая", "которое", "которые", "которого", "которой", "котором", "которую"})
# A size, a price tag or a term stands outside time even where its sentence names a year.
TIMELESS = frozenset({"reserves", "resources", "cost", "area", "duration", "loan", "deal_value"})
# What flows in time takes the time that the text reports on.
TIMED = frozenset({"production", "growth", "export", "import", "trade", "grade", "revenue", "investment"})
IN_THE_GROUND = ("ресурс", "запас", "месторожд", "прогноз", "залеж")  # a grade of what lies there
SPENT = ("инвестиц", "вложения", "капиталовложения", "расходы", "затраты")
SHARES = frozenset({"share", "other"})


def period(text: Text, line: Line, found: Found, said: str | None = None) -> str | None:
    """The figure's time in EDTF; `said` is the time of the figure before in the same sentence."""
    dated = [p for p in line.periods if p.dated and not frames.is_day(p) and (not p.since or found.measure in TIMED)]
    if found.measure in TIMELESS or _interest(line, found):
        dated = [p for p in dated if p.first and line.tokens[p.first - 1].key == "за"]
    elif found.measure == "capacity":
        dated = [p for p in dated if p.by and p.last <= found.quantity.first]
    elif all(p.back for p in dated) and any(token.key in THEN for token in line.tokens):
        return _then(text, line, found, dated)
    chosen = _spoken(line, found, dated)
    if chosen is not None:
        if (chosen.by or _to_come(line, chosen)) and _left(line, found):
            return None
        led = chosen.last <= found.quantity.first and not chosen.back
        return _year_before(chosen) if led and _instead(line, found) else frames.of_row(text, line, chosen)
    if found.measure in SHARES and said is not None and _shares(line, found):
        return said
    flows = found.measure in TIMED or (found.measure == "share" and _changed(line, found.quantity.first))
    if not flows or yearly(line, found.quantity):
        return None
    if found.measure == "grade" and any(token.key.startswith(IN_THE_GROUND) for token in line.tokens):
        return None
    if found.measure == "investment" and not _of_the_state(line, found):
        return None
    told = frames.reported(text, line, found)
    return _a_year_before(told) if told and _instead(line, found) else told


def _interest(line: Line, found: Found) -> bool:
    """«под 2 процента годовых»: the terms of a loan."""
    return any(token.key == "годовых" for token in line.tokens[found.quantity.last : found.quantity.last + 1])


def _of_the_state(line: Line, found: Found) -> bool:
    """«Инвестиции составили 5 млрд» is reported of a year; «вложено в шахту 5 млрд» is what it has cost so far."""
    return any(token.key.startswith(SPENT) for token in line.tokens[: found.quantity.first])


def _then(text: Text, line: Line, found: Found, dated: Sequence[Period]) -> str | None:
    """The time named last: «тогда выпустили 5 тонн», «больше, чем в 2023-м; тогда выручили 5 млн»."""
    word = next(i for i, token in enumerate(line.tokens) if token.key in THEN)
    here = [p for p in dated if p.last <= word <= found.quantity.first]
    if here:
        return here[-1].edtf
    above = reversed(text.lines[max(0, line.index - PARAGRAPH) : line.index])
    return next((p.edtf for other in above for p in other.periods if p.dated), None)


def _left(line: Line, found: Found) -> bool:
    """«к 2030 году вырастет с 780 тыс. до 1,1 млн тонн»: the goal's year is not that of the value left behind."""
    quantity = found.quantity
    return quantity.moved and any(q.moved and q.first >= quantity.last for q in line.quantities)


def _to_come(line: Line, time: Period) -> bool:
    """«в 2026 году поднимут»: the value of that year is the one it moves to."""
    return any("futr" in parses(token.text.lower())[0].tag for token in line.tokens[time.last : time.last + NEAR])


def _instead(line: Line, found: Found) -> bool:
    """«40 млн вместо 69 млн», «5 тонн против 4»: the other figure of a report is that of a year before."""
    first = found.quantity.first
    compared = first and line.tokens[first - 1].key in INSTEAD
    return bool(compared) and found.measure in TIMED and any(q.last <= first for q in line.quantities)


def _year_before(time: Period) -> str | None:
    return None if time.by else time.shifted(time.year - 1)


def _a_year_before(edtf: str) -> str | None:
    return _year_before(Period(edtf, 0, 0))


def _shares(line: Line, found: Found) -> bool:
    """«то есть 82 процента», «5 тонн, 29 % всего вывоза»: a share of the figure right before."""
    before = [q.last for q in line.quantities if q.last <= found.quantity.first]
    return bool(before) and found.quantity.first - before[-1] <= NEAR + 1


def _spoken(line: Line, found: Found, dated: Sequence[Period]) -> Period | None:
    first, last = found.quantity.first, found.quantity.last
    changed = found.measure == "growth" or _changed(line, first)
    if changed:
        dated = [p for p in dated if not p.back and not _base_of_growth(line, p)]
    own = next((p for p in dated if p.first >= last and _follows(line, last, p)), None)
    own = own or next((p for p in dated if p.last == first - 1 and line.tokens[p.last].text == "("), None)
    if own is not None:
        return own
    taken = {p.first for p in dated for q in line.quantities if _follows(line, q.last, p)}
    free = [p for p in dated if p.first not in taken and (not compared(line, p) or _when(line, p, first))]
    ahead = [p for p in free if p.last <= first and not _apart(line, p, first)]
    behind = [p for p in free if p.first >= last and not p.back and not _of_the_next(line, last, p)]
    return ahead[-1] if ahead else behind[0] if behind else None


def _changed(line: Line, first: int) -> bool:
    return any(token.key.startswith(CHANGED) for token in line.tokens[max(0, first - NEAR) : first])


def _base_of_growth(line: Line, time: Period) -> bool:
    """«прибавка к 2022 году 7 %»: growth is counted from that year, the figure is not its own."""
    if not time.by or time.first < 2:
        return False
    return has(line.tokens[time.first - 2].text.lower(), "NOUN")


def _when(line: Line, time: Period, first: int) -> bool:
    """«больше, чем годом ранее, когда вышло 3 млн унций»: the clause is of the time that is compared with."""
    return any(token.key in {"когда", "тогда"} for token in line.tokens[time.last : first])


def _apart(line: Line, time: Period, first: int) -> bool:
    """Whether a time ahead belongs to a bracket, a participle or a relative clause that is over before the figure.

    «построенный в 1975 году завод», «рудник, который открыли в 2010 году, дал», «выручка (в 2019-м 5 млн) упала».
    """
    tokens = line.tokens
    between = [token.text for token in tokens[time.last : first]]
    if ")" in between and "(" not in between:
        return True
    opener = time.first - 1 - (tokens[time.first - 1].key in {"в", "во", "за", "с", "к", "еще"} if time.first else 0)
    governor = tokens[opener].text.lower() if opener >= 0 else ""
    if governor and has(governor, "PRTF") and not has(governor, "ADJF") and not has(governor, "NOUN"):
        return True
    if "," not in between:
        return False
    start = max((i for i in range(time.first) if tokens[i].text == ","), default=-1)
    return start >= 0 and any(token.key in WHICH for token in tokens[start + 1 : start + 3])


def _of_the_next(line: Line, last: int, time: Period) -> bool:
    """«восемь процентов приходится на соседа, в 2023 году он составил 24 млрд»: the next clause has its own time."""
    between = line.tokens[last : time.first]
    marks = {token.text for token in between}
    if marks & {";", ":"}:
        return True
    if "," not in marks:
        return False
    comma = next(i for i, token in enumerate(between) if token.text == ",")
    verbs = any(has(token.text.lower(), "VERB") or has(token.text.lower(), "PRTS") for token in between[comma:])
    return verbs or any(q.first >= time.last for q in line.quantities)


def compared(line: Line, time: Period) -> bool:
    """«больше, чем годом ранее», «против 93,9 трлн сумов в 2024-м»: the time of the other figure."""
    return any(token.key in COMPARING for token in line.tokens[max(0, time.first - AGAINST) : time.first])


def _follows(line: Line, last: int, time: Period) -> bool:
    """Whether the time stands right behind a figure: «5 тонн годом раньше», «138 унций в том же квартале 2017-го»."""
    between = line.tokens[last : time.first]
    if not between:
        return time.first == last and time.back
    return len(between) <= NEAR and all(t.is_word for t in between) and between[-1].key in {"в", "за", "на", "к"}
