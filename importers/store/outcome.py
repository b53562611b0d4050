"""What became of a page: its outcome, and what became of its facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

# Each fact that a page says is counted under one of these; `stale` are facts that it no longer says.
COUNTED = ("new", "changed", "unchanged", "disputed", "stale", "suppressed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """`outcome` is a value of `PageOutcome`; `reason` says why where it is not plain."""

    name: str
    outcome: str
    reason: str = ""
    article: int | None = None
    counts: Counter[str] = field(default_factory=Counter)
