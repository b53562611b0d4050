"""Sentences that ought to have given a fact and did not, so that somebody can look at them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from importers.extraction.lexicon import Match
from importers.extraction.quantities import Quantity
from importers.extraction.text import Line, Text
from importers.records import Agreement, Project, Span, Statistic, Unread

NEIGHBOURS = 30  # facts before a sentence's end among which one that reaches into it is looked for
TALK = 10  # a smaller number in words that counts nothing: «один из способов», «обе стороны»
PAPERS = frozenset({"document", "agree"})  # what «подписать» and «договориться» speak of by themselves
# What an operator reads of a reason; the desk has its own words.
REASONS = {
    "owners": "a name with several owners",
    "unmeasured": "a number beside a name, and no word that says what it measures",
    "unbound": "a number beside a name and a word of measure, and no statistic",
    "agreement": "a paper and what is done with it, and no agreement",
    "deed": "what is done with a paper beside a name, and no agreement",
}


def find(text: Text, facts: Sequence[Statistic | Project | Agreement]) -> tuple[Unread, ...]:
    """The sentences on which no fact stands though a number, a deed or a name with two owners does."""
    starts = sorted((fact.span.start, fact.span.stop) for fact in facts)
    return tuple(
        Unread(line.span(), reason, detail)
        for line in text.lines
        if not _read(starts, line.span())
        for reason, detail in _reason(line)
    )


def _read(facts: Sequence[tuple[int, int]], sentence: Span) -> bool:
    """Whether a fact stands in the sentence; `facts` are sorted by where they begin."""
    index = bisect_left(facts, (sentence.stop, 0))
    return any(stop > sentence.start for _, stop in facts[max(0, index - NEIGHBOURS) : index])


def _reason(line: Line) -> Iterator[tuple[str, str]]:
    """The gravest reason of a sentence, if there is one, with the words in question."""
    for mention in line.mentions:
        if len(mention.keys) > 1:
            yield "owners", f"{line.span(mention.first, mention.last).quote}: {', '.join(mention.keys)}"
            return
    figures = [quantity for quantity in line.quantities if not _is_talk(quantity)]
    if figures and line.of("mineral", "country", "project"):
        quotes = "; ".join(line.span(quantity.first, quantity.last).quote for quantity in figures)
        yield ("unbound" if any(line.saying("measure")) else "unmeasured"), quotes
        return
    deeds = {act: match for match in line.saying("signing") for act in _acts(match, "signing")}
    papers = {act: match for match in line.saying("agreement") for act in _acts(match, "agreement")}
    if both := sorted(deeds.keys() & papers.keys()):
        yield "agreement", f"{_quote(line, deeds[both[0]])}; {_quote(line, papers[both[0]])}"
    elif (spoken := sorted(deeds.keys() & PAPERS)) and line.of("mineral", "country"):
        yield "deed", _quote(line, deeds[spoken[0]])


def _is_talk(quantity: Quantity) -> bool:
    return quantity.unit is None and quantity.number.worded and quantity.low < TALK


def _acts(match: Match, kind: str) -> set[str]:
    """The classes in which a deed and a paper meet: one signs a memorandum, one buys a mine."""
    return {act for entry in match.entries if entry.kind == kind for act in entry.get("acts").split()}


def _quote(line: Line, match: Match) -> str:
    return line.span(match.first, match.last).quote
