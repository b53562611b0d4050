"""Sentences that ought to have given a fact and did not, so that somebody can look at them."""

from __future__ import annotations

from collections.abc import Sequence

from importers.extraction.text import Line, Text
from importers.records import Agreement, Project, Quotation, Statistic, Unread


def find(text: Text, facts: Sequence[Statistic | Project | Agreement | Quotation]) -> tuple[Unread, ...]:
    """The sentences with a quantity, an agreement word or a name with two owners that no fact stands on."""
    found = []
    for line in text.lines:
        span = line.span()
        if any(fact.span.overlaps(span) for fact in facts):
            continue
        reason = _reason(line)
        if reason:
            found.append(Unread(span, reason))
    return tuple(found)


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
