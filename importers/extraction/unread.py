"""Sentences that ought to have given a fact and did not, so that somebody can look at them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from importers.extraction.text import Line, Text
from importers.records import Agreement, Project, Quotation, Span, Statistic, Unread

NEIGHBOURS = 30  # facts before a sentence's end among which one that reaches into it is looked for


def find(text: Text, facts: Sequence[Statistic | Project | Agreement | Quotation]) -> tuple[Unread, ...]:
    """The sentences with a quantity, an agreement word or a name with two owners that no fact stands on."""
    starts = sorted((fact.span.start, fact.span.stop) for fact in facts)
    found = []
    for line in text.lines:
        span = line.span()
        if _read(starts, span):
            continue
        reason = _reason(line)
        if reason:
            found.append(Unread(span, reason))
    return tuple(found)


def _read(facts: Sequence[tuple[int, int]], sentence: Span) -> bool:
    """Whether a fact stands in the sentence; `facts` are sorted by where they begin."""
    index = bisect_left(facts, (sentence.stop, 0))
    return any(stop > sentence.start for _, stop in facts[max(0, index - NEIGHBOURS) : index])


def _reason(line: Line) -> str | None:
    doubtful = next((m for m in line.mentions if len(m.keys) > 1), None)
    if doubtful:
        return (
            f"name with several owners: {line.span(doubtful.first, doubtful.last).quote} ({', '.join(doubtful.keys)})"
        )
    if line.quantities and line.of("mineral", "country", "project"):
        return "a number beside a name, and no statistic"
    if any(line.saying("signing")) and any(line.saying("agreement")):
        return "an agreement word, and no agreement"
    return None
