"""Joint ventures that a sentence tells by who holds how much: «51 % держит A, 49 % — B», «доли поделены поровну»."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from importers.extraction import lists
from importers.extraction.agreements.found import Found
from importers.extraction.agreements.terms import Term
from importers.extraction.text import Line, Text

VERBS = lists.stems("agreements: holding verb")
EVENLY = lists.words("agreements: evenly")
HOLDING = lists.stems("agreements: holding")
REST = lists.stems("agreements: the rest")
WHOLE = Decimal(100)
BESIDE = 3  # tokens between «совместное предприятие» and the first of its owners
PAIR = 6  # tokens between two owners


def stakes(text: Text, line: Line, nouns: Sequence[Term]) -> Iterator[Found]:
    """Joint ventures of which the sentence tells the shares or the two owners."""
    everything = (0, len(line.tokens))
    ventures = [n for n in nouns if n.kind == "joint venture"]
    for noun in ventures:
        owners = [m for m in line.of("organisation") if m.first >= noun.last]
        pair = next(((a, b) for a, b in itertools.pairwise(owners) if _beside(line, a.last, b.first)), None)
        if _shared_with(line, noun):
            yield Found(
                line, noun.kind, "announced", *everything, noun.first, noun.last, "joint-share", whole=everything
            )
        elif (
            pair and pair[0].first - noun.last <= BESIDE and noun.first and line.tokens[noun.first - 1].text in ",(—–-"
        ):
            part = (0, pair[1].last)
            yield Found(line, noun.kind, "launched", *part, noun.first, noun.last, "joint-of", whole=part)
        elif noun is ventures[0] and split(text, line) and not _talk(text, line):
            yield Found(line, noun.kind, "launched", *everything, noun.first, noun.last, "stakes", whole=everything)


def split(text: Text, line: Line) -> bool:
    """Whether the sentence divides a whole: shares that make a hundred percent, «остальное», «поровну»."""
    keys = line.sentence.keys
    if any(key in EVENLY for key in keys):
        return any(key.startswith(HOLDING) for key in keys)
    parts = [q for q in line.quantities if q.unit == "percent" and q.high is None and not q.moved]
    if not parts:
        return False
    if any(key.startswith(REST) for key in keys):
        return True
    # «шестьдесят процентов у одних, сорок у других»: the second number borrows its unit
    bare = [q.low for q in line.quantities if q.unit is None and q.dimension == "count" and q.first > parts[0].first]
    told = [q.low for q in parts]
    return (len(told) > 1 or bool(bare)) and sum(told) + sum(bare) == WHOLE


def _shared_with(line: Line, noun: Term) -> bool:
    """«В совместном предприятии с A компании B отойдёт 70 %»."""
    behind = line.tokens[noun.last :]
    return (
        bool(behind)
        and behind[0].key in {"с", "со"}
        and any(t.key.startswith(VERBS) for t in line.tokens)
        and any(q.unit == "percent" for q in line.quantities)
    )


def _talk(text: Text, line: Line) -> bool:
    """Whether the sentence only proposes: «могут создать СП: 51 % у A, 49 % у B»."""
    return any("refuse" in entry.get("acts").split() for match in line.saying("signing") for entry in match.entries)


def _beside(line: Line, begin: int, end: int) -> bool:
    between = line.tokens[begin:end]
    return any(t.key == "и" for t in between) and not any(t.text in ",;:" for t in between) and len(between) <= PAIR
