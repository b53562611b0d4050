"""What a reading got right, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Counts of one kind: `right` found, `missed` of the annotation, `extra` of the machine, with their words."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.extra)) if self.right + len(self.extra) else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed)) if self.right + len(self.missed) else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.missed += other.missed
        self.extra += other.extra


@dataclass
class Score:
    """Tallies by kind and by rule, and for each attribute of matched facts how often it was right."""

    kinds: dict[str, Tally] = field(default_factory=dict)
    attributes: dict[str, Counter[bool]] = field(default_factory=dict)
    rules: dict[str, Counter[bool]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def tally(self, kind: str) -> Tally:
        return self.kinds.setdefault(kind, Tally())

    def attribute(self, name: str, right: bool, words: str) -> None:
        """Count one attribute of a matched fact; a wrong one is listed with its words."""
        self.attributes.setdefault(name, Counter())[right] += 1
        if not right:
            self.wrong.append(f"{name}: {words}")

    def characters(self, name: str, right: int, wrong: Iterable[str], page: str) -> None:
        """Count an attribute by characters: the right ones, and each wrong line with its own."""
        counter = self.attributes.setdefault(name, Counter())
        counter[True] += right
        for line in wrong:
            counter[False] += len(line)
            self.wrong.append(f"{name}: {page}: {line}")

    def rule(self, name: str, right: bool) -> None:
        self.rules.setdefault(name, Counter())[right] += 1

    def add(self, other: Score) -> None:
        for kind, tally in other.kinds.items():
            self.tally(kind).add(tally)
        for mine, theirs in ((self.attributes, other.attributes), (self.rules, other.rules)):
            for name, counter in theirs.items():
                mine.setdefault(name, Counter()).update(counter)
        self.wrong += other.wrong
