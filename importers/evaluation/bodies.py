"""Compare a cleaned body with the one that a person cut out of the page, by characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overlap:
    """Characters that both bodies have, and the lines that only one has."""

    right: int
    taken: tuple[str, ...]  # chrome in the machine's body
    dropped: tuple[str, ...]  # text that it lost


def overlap(body: str, wanted: str) -> Overlap:
    """Match line with line, each once and in any place; white space does not count.

    Of lines that are left, one inside the other, the inner is right and the rest of the outer is not: a body may join
    the lines of a paragraph that the page breaks.
    """
    mine, theirs = Counter(_lines(body)), Counter(_lines(wanted))
    right = sum(len(line) * count for line, count in (mine & theirs).items())
    taken, dropped = [*(mine - theirs).elements()], [*(theirs - mine).elements()]
    for outer, inner in ((taken, dropped), (dropped, taken)):
        for line in list(outer):
            rest = line
            for part in [each for each in inner if each in line]:
                if part in rest:
                    rest = rest.replace(part, "", 1)
                    inner.remove(part)
                    right += len(part)
            if rest != line:
                outer.remove(line)
                outer.extend(filter(None, (" ".join(rest.split()),)))
    return Overlap(right, tuple(taken), tuple(dropped))


def _lines(text: str) -> Iterable[str]:
    return filter(None, (" ".join(line.split()) for line in text.splitlines()))
