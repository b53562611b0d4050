"""A quantity with its measure, before it is bound to country, mineral, project and period."""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.extraction.quantities import Quantity
from importers.extraction.text import Line, Text


@dataclass(frozen=True, slots=True)
class Found:
    """`unit` and `measure` are final; tokens `first` up to `last` are the evidence."""

    quantity: Quantity
    unit: str
    measure: str
    rule: str
    first: int
    last: int
    noun: str = ""
    sign: int = 1
    echo: bool = False  # the figure before in another unit: «$1,1 млрд, или 600 млрд тенге»

    @property
    def qualifier(self) -> str:
        return self.quantity.qualifier


@dataclass(frozen=True, slots=True)
class Around:
    """What a reader of measures sees: the sentence, the figure before, and the last of each dimension before it."""

    line: Line
    text: Text
    previous: Found | None = None  # in the same paragraph
    alike: dict[str, Found] = field(default_factory=dict)  # by dimension, in the same paragraph

    def like(self, quantity: Quantity) -> Found | None:
        """The last figure of the paragraph in the same kind of unit."""
        return self.alike.get(quantity.dimension)

    def here(self, found: Found | None) -> bool:
        """Whether a figure stands in this very sentence."""
        return found is not None and any(q.number is found.quantity.number for q in self.line.quantities)


def measure_of(quantity: Quantity, measure: str, word: str = "no word", sign: int = 1, last: int = 0) -> Found:
    """The quantity with the measure that a word gives it; only a growth has a sign."""
    assert quantity.unit is not None
    return Found(
        quantity,
        quantity.unit,
        measure,
        f"{quantity.dimension}: {word}",
        quantity.first,
        max(last, quantity.last),
        sign=sign if measure == "growth" else 1,
    )
