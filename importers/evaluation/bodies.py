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

    Of two lines that are left, one inside the other, the inner is right and the rest of the outer is not.
    """
    mine, theirs = Counter(_lines(body)), Counter(_lines(wanted))
    right = sum(len(line) * count for line, count in (mine & theirs).items())
    taken, dropped = [*(mine - theirs).elements()], [*(theirs - mine).elements()]
    for line in list(taken):
        other = next((each for each in dropped if each in line or line in each), None)
        if other is None:
            continue
        inner, outer = sorted((line, other), key=len)
        right += len(inner)
        taken.remove(line)
        dropped.remove(other)
        before, _, after = outer.partition(inner)
        (taken if outer is line else dropped).extend(filter(None, (before.strip(), after.strip())))
    return Overlap(right, tuple(taken), tuple(dropped))


def _lines(text: str) -> Iterable[str]:
    return filter(None, (" ".join(line.split()) for line in text.splitlines()))
