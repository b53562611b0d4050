"""Figures side by side: «38 и 56 %» share their unit, «половину, 46%» is one figure said twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from importers.extraction.segment import Token

if TYPE_CHECKING:
    from importers.extraction.quantities import Quantity

SHARED = frozenset({"percent", "mass", "money", "area", "energy", "power", "duration", "length", "grade", "volume"})
AGAIN = ([","], ["("], [",", "на"], [",", "или"], ["-"])


def share_units(found: list[Quantity], tokens: Sequence[Token]) -> list[Quantity]:
    """Give «38 и 56 %» one unit: a bare number joined to the next quantity by «и» or «или» borrows its unit."""
    shared = [q for i, q in enumerate(found) if not _restated(q, found[i + 1 : i + 2], tokens)]
    listed = False  # «12, 14 и 20 тонн»
    for index in range(len(shared) - 2, -1, -1):
        this, following = shared[index], shared[index + 1]
        between = tokens[this.last : following.first]
        conjunction = len(between) == 1 and between[0].key in {"и", "или"}
        joined = conjunction or (listed and len(between) == 1 and between[0].text == ",")
        listed = False
        if this.unit is None and following.unit and joined and following.dimension in SHARED:
            scale = following.number.scale if this.number.scale == 1 and following.number.scale > 1 else Decimal(1)
            low = this.low * scale * _factor(following)
            shared[index] = replace(this, low=low, unit=following.unit, dimension=following.dimension)
            listed = True
    return shared


def _restated(this: Quantity, following: list[Quantity], tokens: Sequence[Token]) -> bool:
    """«почти половину, 46%, дала шахта»: the exact share follows the word."""
    if not following or not (this.unit == following[0].unit == "percent" and this.number.worded):
        return False
    between = [token.key for token in tokens[this.last : following[0].first]]
    return between in AGAIN and this.number.key == ""


def _factor(quantity: Quantity) -> Decimal:
    """What the unit multiplied the number by: 1000 for gigawatts."""
    value = quantity.number.value
    return quantity.low / value if value and quantity.high is None else Decimal(1)
