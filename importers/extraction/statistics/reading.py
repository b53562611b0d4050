"""A quantity with its measure, before it is bound to country, mineral, project and period."""

from __future__ import annotations

from dataclasses import dataclass

from importers.extraction.quantities import Quantity


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
