"""Quantities: a number or a range with its qualifier and unit; nothing yet of what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from importers.extraction.dates import Period
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.morph import has
from importers.extraction.numbers import DASHES, Number, number_at, number_word
from importers.extraction.segment import Token

# Marks that make the number after them a name: «№ 5», «ст. 12», «B5+1».
NAMING = frozenset({"№", "#"})
SIGNED = {"-": -1, "+": 1}


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` (to `high`) in base `unit`; tokens `first` up to `last` hold qualifier, number and unit."""

    low: Decimal
    first: int
    last: int
    number: Number
    high: Decimal | None = None
    unit: str | None = None
    dimension: str = "count"  # mass, money, percent, power, area, grade, rate, times, duration, length, count
    qualifier: str = "exact"
    moved: bool = False  # «с A до B»: the value moves, and this is one end


def quantities(tokens: Sequence[Token], lexicon: Lexicon, taken: Sequence[Period]) -> tuple[Quantity, ...]:
    """Every quantity of the sentence in order; tokens that belong to a date are passed over."""
    dated = {i for period in taken for i in range(period.first, period.last)}
    found: list[Quantity] = []
    opening = lexicon.opening("number", "scale", "currency")
    index = 0
    while index < len(tokens):
        if tokens[index].kind != "number" and tokens[index].key not in opening:
            index += 1
            continue
        pieces = () if index in dated or _is_name(tokens, index) else _at(tokens, index, lexicon, dated)
        if not pieces:
            index += 1
            continue
        found.extend(pieces)
        index = pieces[-1].last
    return tuple(_share_units(found, tokens))


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    if not index:
        return False
    before = tokens[index - 1]
    return before.text in NAMING or (
        before.text == "-"
        and index > 1
        and tokens[index - 2].stop == before.start
        and before.stop == tokens[index].start
        and tokens[index - 2].is_word
    )


def _at(tokens: Sequence[Token], index: int, lexicon: Lexicon, dated: set[int]) -> tuple[Quantity, ...]:
    symbol = currency_symbol(tokens, index, lexicon)
    start = index + 1 if symbol else index
    if start >= len(tokens) or start in dated:
        return ()
    number = number_at(tokens, start, lexicon)
    if number is None:
        return _worded(tokens, index, lexicon)
    high, last = _range(tokens, number, lexicon, dated)
    unit, last = (symbol, last) if symbol else unit_at(tokens, last, lexicon)
    if unit is None and symbol is None:
        last = high.last if high else number.last
    smaller = _smaller(tokens, last, unit, lexicon) if unit and not high else None
    if smaller is not None and unit is not None:
        less, unit_of_less, last = smaller
        number = replace(number, value=number.value * PARTS[unit.key, unit_of_less.key] + less.value)
        unit = unit_of_less
    qualifier, first = qualifier_before(tokens, index, lexicon)
    qualifier, last = qualifier_after(tokens, last, lexicon, qualifier)
    factor = Decimal(unit.get("factor", "1")) if unit else Decimal(1)
    low_value, high_value = number.value, high.value if high else None
    if high and high.scale > 1 and number.scale == 1 and low_value < high.value:
        low_value *= high.scale  # «5–7 млн т»
    if high is not None and high_value is not None and low_value >= high_value:
        high_value = None
    base = Quantity(
        low_value * factor,
        first,
        last,
        number,
        high_value * factor if high_value is not None else None,
        unit.get("unit", unit.key) if unit and unit.kind == "currency" else unit.key if unit else None,
        unit.get("dimension", "count") if unit else "count",
        qualifier,
    )
    if high is not None and high_value is not None and _moves(tokens, base, index):
        mid = high.first - 1
        return (
            replace(base, high=None, last=max(number.last, first + 1), moved=True, qualifier="exact"),
            replace(base, low=high_value * factor, high=None, first=mid, moved=True, qualifier="exact", number=high),
        )
    return (base,)


PARTS = {("t", "kg"): Decimal(1000)}


def _smaller(tokens: Sequence[Token], index: int, unit: Entry, lexicon: Lexicon) -> tuple[Number, Entry, int] | None:
    """The second half of «5 тонн 723,76 килограмма»."""
    less = number_at(tokens, index, lexicon) if index < len(tokens) else None
    if less is None:
        return None
    second, last = unit_at(tokens, less.last, lexicon)
    if second is None or (unit.key, second.key) not in PARTS:
        return None
    return less, second, last


WORDED = {"times": ("times", "times"), "fraction": ("percent", "percent")}


def _worded(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """«вдвое» is 2 times, «половина акций» 50 percent of what follows; a half of nothing is talk."""
    entry = number_word(tokens, index, lexicon)
    if entry is None or entry.get("class") not in WORDED:
        return ()
    unit, dimension = WORDED[entry.get("class")]
    value = Decimal(entry.key)
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    of_something = following is not None and value > 1 and has(following.text.lower(), "gent")
    changed = (
        index > 0 and tokens[index - 1].key == "на" and lexicon.only("comparison").at(tokens, index + 1) is not None
    )
    if unit == "percent" and not of_something and not changed:  # «половина сделана»; «на четверть меньше» is a decline
        return ()
    qualifier, first = qualifier_before(tokens, index, lexicon)
    number = Number(value, index, index + 1, worded=True)
    return (Quantity(value, first, index + 1, number, None, unit, dimension, qualifier),)


def _moves(tokens: Sequence[Token], quantity: Quantity, index: int) -> bool:
    """«с 3 до 5 млн» moves; «от 3 до 5 млн» is a range."""
    return index > 0 and tokens[index - 1].key in {"с", "со"}


def _range(tokens: Sequence[Token], number: Number, lexicon: Lexicon, dated: set[int]) -> tuple[Number | None, int]:
    """The upper number of «5–7», «от 5 до 7», «5 … до 7 млн», with the token after the last number."""
    position = number.last
    unit, after = unit_at(tokens, position, lexicon)
    for start in (position, after) if unit else (position,):
        if start + 1 >= len(tokens) or start + 1 in dated:
            continue
        opened = number.first > 0 and tokens[number.first - 1].key in {"от", "с", "со"}
        joins = tokens[start].key in DASHES or (tokens[start].key == "до" and opened)
        if not joins:
            continue
        dollar = currency_symbol(tokens, start + 1, lexicon)
        high = number_at(tokens, start + 1 + bool(dollar), lexicon)
        if high and (high.value > number.value or high.scale > 1) and number.worded == high.worded:
            return high, high.last
    return None, position


def currency_symbol(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Entry | None:
    """A currency sign at `index` that stands before its number: «$500 млн»."""
    if tokens[index].kind != "mark" and not tokens[index].text.isupper():
        return None
    match = lexicon.units.at(tokens, index)
    signed = match is not None and match.entry.kind == "currency" and match.last == index + 1
    ahead = index + 1 < len(tokens) and tokens[index + 1].kind == "number"
    behind = index > 0 and tokens[index - 1].kind == "number" and tokens[index - 1].stop == tokens[index].start
    return match.entry if signed and ahead and not behind and match is not None else None


def unit_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[Entry | None, int]:
    """The unit or currency right after a number, with the token after it."""
    if index >= len(tokens):
        return None, index
    match = lexicon.units.at(tokens, index)
    if match is None or match.entry.kind == "scale":
        return None, index
    return match.entry, match.last


def qualifier_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, int]:
    """The qualifier that ends right before `index`, with its first token: «более чем на 3,65»."""
    for width in (4, 3, 2, 1):
        begin = index - width
        if begin < 0:
            continue
        match = lexicon.only("qualifier").at(tokens, begin)
        if match is None or match.last != index:
            continue
        entry = next((e for e in match.entries if e.kind == "qualifier" and e.get("place") != "after"), None)
        if entry:
            if tokens[begin].key == "до" and _reached(tokens, begin, lexicon):
                return "exact", index
            if begin and tokens[begin - 1].key == "не" and entry.key in {"more_than", "less_than"}:
                return {"more_than": "up_to", "less_than": "at_least"}[entry.key], begin - 1
            return entry.key, begin
    if index and tokens[index - 1].key == "на":
        inner, begin = qualifier_before(tokens, index - 1, lexicon)
        if inner != "exact":
            return inner, begin
    return "exact", index


def _reached(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """«довести до 160 млн» is a target, «добывать до 300» a ceiling; also «сократились на 29 %, до $561 млн»."""
    for begin in range(index - 1, max(-1, index - 12), -1):
        if tokens[begin].text in ".;:":
            return False
        if lexicon.only("reach").at(tokens, begin) is not None:
            return True
    return False


def qualifier_after(tokens: Sequence[Token], index: int, lexicon: Lexicon, before: str) -> tuple[str, int]:
    """A qualifier that follows («тонн с лишним»); one that stands before wins."""
    if before == "exact" and index < len(tokens):
        match = lexicon.only("qualifier").at(tokens, index)
        if match is not None:
            entry = next((e for e in match.entries if e.kind == "qualifier" and e.get("place") != "before"), None)
            if entry:
                return entry.key, match.last
    return before, index


def _share_units(found: list[Quantity], tokens: Sequence[Token]) -> list[Quantity]:
    """Give «38 и 56 %» one unit: a bare number joined to the next quantity by «и» or «или» borrows its unit."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        this, following = shared[index], shared[index + 1]
        between = tokens[this.last : following.first]
        joined = len(between) == 1 and between[0].key in {"и", "или"}
        if this.unit is None and following.unit and joined and following.dimension in {"percent", "mass", "money"}:
            scale = following.number.scale if this.number.scale == 1 and following.number.scale > 1 else Decimal(1)
            shared[index] = replace(this, low=this.low * scale, unit=following.unit, dimension=following.dimension)
    return shared
