"""The time that a text reports on where a sentence names none: of its paragraph, of the lead, of the headline."""

from __future__ import annotations

from importers.extraction import lists
from importers.extraction.dates import Period, year_at
from importers.extraction.morph import parses
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

PARAGRAPH = 30  # sentences and cells back
CELL = 6  # tokens
UP = 2  # paragraphs: its own and the one before
LEAD = 6  # sentences
ROWS = 12  # lines of a list
OPENING = 3  # tokens
# «намерены добывать», «проектом заложено»: what is yet to come is not of the time reported on.
INTENDED = lists.stems("times: yet to come")
# «когда-то здесь добывали», «при прежних хозяевах», «за последние пять лет», «с тех пор»
ELSEWHEN = lists.stems("times: another time")
ASIDE = lists.stems("times: aside")  # «Для сравнения: ...», «Напомним, ...»: such a sentence moves no time
REPORTED = ("месяц", "полуго", "полгода", "квартал", "январ")  # in a headline: the whole article is a report
LONG = ("лет", "недел", "десятилет", "сут")  # «за пять лет», «за неделю»


def reported(text: Text, line: Line, found: Found) -> str | None:
    """The time of the nearest report above, else that of the headline or the lead."""
    if _elsewhen(line, found):
        return None
    above, article = _above(text, line, found), _of_article(text, line)
    if above and article and _within(above, article):
        return article
    return above or article


def _within(month: str, part: str) -> bool:
    """«в мае рудник остановили» in a report on six months: what follows is still of the six months."""
    return len(month) == len("2026-03") and part[:7] <= month <= part[8:15]


def of_row(text: Text, line: Line, chosen: Period) -> str:
    """The time chosen; in a list under «Экспорт, январь–октябрь» the row «2024 год» means that part of it."""
    if len(chosen.edtf) != 4 or chosen.first or line.tokens[-1].text in ".!?…":
        return chosen.edtf
    for above in reversed(text.lines[max(0, line.index - ROWS) : line.index]):
        parts = [p for p in above.periods if p.part and p.dated]
        if parts:
            return parts[0].shifted(chosen.year)
        if above.tokens[-1].text in ".!?…":
            break
    return chosen.edtf


def over(text: Text, label: Line, line: Line) -> str | None:
    """A row's time by its label «2025 (план)», or by the sentence over the table: «За восемь месяцев вывезено:»."""
    year = year_at(label.tokens, 0, bare=True)
    if year is not None:
        return str(year[0])
    for above in reversed(text.lines[max(0, line.index - ROWS) : line.index + 1]):
        passed = [p for p in above.periods if p.dated and not p.by and not p.back and not is_day(p)]
        if passed:
            return passed[-1].edtf
        if above.tokens[-1].text in ".!?…" and len(above.tokens) > CELL:  # «Сумма, млн долл.» ends no sentence
            return None
    return None


def is_day(time: Period) -> bool:
    """A day is when something happened, not the time a figure is for."""
    return len(time.edtf.split("/")[0]) == len("2026-03-17")


def _is_month(time: Period) -> bool:
    """«в сентябре 2025 года» dates an event; it is not passed on to the paragraph below."""
    return len(time.edtf) == len("2026-03") and time.edtf[5] != "Q"


def _elsewhen(line: Line, found: Found) -> bool:
    """Whether the sentence speaks of plans, of the past at large or of a stretch of years."""
    keys = line.sentence.keys
    start = max((q.last for q in line.quantities if q.last <= found.quantity.first), default=0)
    if any(_future(token.text.lower()) for token in line.tokens[start : found.quantity.number.first]):
        return True
    if any(key.startswith((*INTENDED, *ELSEWHEN)) for key in keys[: found.quantity.first]):
        return True
    return any(key.startswith(LONG) and "за" in keys[max(0, i - 3) : i] for i, key in enumerate(keys))


def _future(word: str) -> bool:
    return "futr" in parses(word)[0].tag


def _above(text: Text, line: Line, found: Found) -> str | None:
    """The first period of the nearest report above, one paragraph up at most; goals («к 2030 году») stay behind."""
    paragraphs = {line.sentence.paragraph}
    for above in reversed(text.lines[max(0, line.index - PARAGRAPH) : line.index]):
        if len(above.tokens) <= CELL and not above.periods:  # a table between a report and what goes on about it
            continue
        paragraphs.add(above.sentence.paragraph)
        if len(paragraphs) > UP:
            return None
        if _aside(above):
            continue
        near = above.sentence.paragraph == line.sentence.paragraph
        passed = [p for p in above.periods if _stays(p) and (near or not (_is_month(p) or _years(p)))]
        told = [p for p in passed if p.part or (near and above.quantities) or _covered(above, p)]
        if told:
            return told[0].edtf
    return None


def _covered(line: Line, time: Period) -> bool:
    """«отчитался за 2025 год»: the report to follow is for that time."""
    return time.first > 0 and line.tokens[time.first - 1].key == "за"


def _stays(time: Period) -> bool:
    return time.dated and not (time.by or time.back or time.since or is_day(time))


def _aside(line: Line) -> bool:
    """«Для сравнения: ...», «Годом раньше ...»: the report goes on below with its own time."""
    opening = line.tokens[:OPENING]
    return any(token.key.startswith(ASIDE) for token in opening) or any(
        p.back and p.first <= 1 for p in line.periods if p.dated
    )


def _of_article(text: Text, line: Line) -> str | None:
    """The part of a year that the headline or the lead reports on: «Золото за первое полугодие».

    The lead's holds until the text turns to another time.
    """
    titled = {p.edtf for one in text.title for p in one.periods if _stays(p) and p.part}
    if titled:
        return titled.pop() if len(titled) == 1 else None
    named = {p.edtf for one in text.lines[: min(LEAD, line.index)] for p in one.periods if _stays(p) and p.part}
    if len(named) != 1:
        return None
    if any(token.key.startswith(REPORTED) for one in text.title for token in one.tokens):
        return named.pop()
    since = text.lines[max(LEAD, line.index - PARAGRAPH) : line.index]
    turned = any(_stays(p) and p.edtf not in named for one in since for p in one.periods)
    return None if turned or line.index > LEAD + PARAGRAPH else named.pop()


def _years(time: Period) -> bool:
    """«2021/2025» is a run of years, no part of one."""
    return len({part[:4] for part in time.edtf.split("/")}) > 1
