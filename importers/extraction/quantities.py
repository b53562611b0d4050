"""Quantities: a number or a range with its qualifier and unit; nothing yet of what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from importers.extraction.coordinated import share_units
from importers.extraction.dates import Period
from importers.extraction.fractions import part_at
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.morph import has, parses
from importers.extraction.numbers import DASHES, Number, number_at
from importers.extraction.qualifiers import qualifier_after, qualifier_before
from importers.extraction.segment import Token, tokenise

# Marks that make the number after them a name: «№ 5», «ст. 12», «B5+1».
NAMING = frozenset({"№", "#"})
YEAR = 4  # digits
UNIT = 5  # tokens in which a scale and a unit end
GLUED = {"процентн": "percent", "кратн": "times"}
GRAMS = {"t": Decimal(1_000_000), "kg": Decimal(1000)}
ALONE = frozenset({"пополам", "наполовину", "вполовину"})  # these end what they say
LEAST_WORD = 3  # letters of a unit that may stand before its number
OF_WHAT = 3  # tokens between «треть» and the noun that it is of


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
        key = tokens[index].key
        if tokens[index].kind != "number" and key not in opening and not ("-" in key and key.split("-")[0] in opening):
            index += 1
            continue
        pieces = () if index in dated or _is_name(tokens, index) else _at(tokens, index, lexicon, dated)
        if not pieces:
            index += 1
            continue
        found.extend(pieces)
        index = pieces[-1].last
    return tuple(share_units(found, tokens))


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
    if number is None and "-" in tokens[start].key[1:]:
        return _pair(tokens, start, lexicon)
    if number is None or (number.worded and number.last == start + 1 and part_at(tokens, start, lexicon)):
        return _worded(tokens, index, lexicon)
    high, last = _range(tokens, number, lexicon, dated)
    unit, last = (symbol, last) if symbol else unit_at(tokens, last, lexicon)
    if unit is None and symbol is None:
        last = high.last if high else number.last
    smaller = _smaller(tokens, last, unit, lexicon) if unit and not high else None
    if smaller is not None and unit is not None:
        less, unit_of_less, last = smaller
        number = replace(number, value=number.value * _grams(unit) / _grams(unit_of_less) + less.value)
        unit = unit_of_less
    first = index
    if unit is None:
        unit, first = _unit_ahead(tokens, index, last, lexicon)
    qualifier, begin = qualifier_before(tokens, index, lexicon)
    qualifier = "about" if first < index and qualifier == "exact" else qualifier  # «лет на триста»
    qualifier, last = qualifier_after(tokens, last, lexicon, number.qualifier or qualifier)
    factor = Decimal(unit.get("factor", "1")) if unit else Decimal(1)
    low_value, high_value = number.value, high.value if high else None
    if high and high.scale > 1 and number.scale == 1 and low_value < high.value:
        low_value *= high.scale  # «5–7 млн т»
    moves = high is not None and _moves(tokens, index)
    if high_value is not None and low_value >= high_value and not moves:
        high_value = None
    base = Quantity(
        low_value * factor,
        min(first, begin),
        last,
        number,
        high_value * factor if high_value is not None else None,
        unit.get("unit", unit.key) if unit and unit.kind == "currency" else unit.key if unit else None,
        unit.get("dimension", "count") if unit else "count",
        qualifier,
    )
    if high is not None and high_value is not None and moves:
        mid = high.first - 1
        return (
            replace(base, high=None, last=max(number.last, base.first + 1), moved=True, qualifier="exact"),
            replace(base, low=high_value * factor, high=None, first=mid, moved=True, qualifier="exact", number=high),
        )
    return (base,)


def _pair(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """«три-четыре года»: a range written as one word."""
    token = tokens[index]
    place = token.text.index("-")
    pieces = (token.text[:place], "-", token.text[place + 1 :])
    split = tuple(t for piece in pieces for t in tokenise(piece))
    ranged = (
        _at((*split, *tokens[index + 1 : index + 1 + UNIT]), 0, lexicon, set()) if len(split) == len(pieces) else ()
    )
    if len(ranged) != 1 or ranged[0].high is None:
        return ()
    qualifier, first = qualifier_before(tokens, index, lexicon)
    number = replace(ranged[0].number, first=index, last=index + 1)
    last = max(index + 1, ranged[0].last - len(split) + 1 + index)
    return (replace(ranged[0], first=first, last=last, number=number, qualifier=qualifier),)


def _unit_ahead(tokens: Sequence[Token], index: int, last: int, lexicon: Lexicon) -> tuple[Entry | None, int]:
    """The unit before its number, as in «лет на триста», «тонн пять», with its token; the number is a guess then."""
    place = index - 1 - (index > 0 and tokens[index - 1].key in {"на", "до", "в"})
    if place < 0 or not tokens[place].is_word or len(tokens[place].text) < LEAST_WORD:
        return None, index
    if last < len(tokens) and tokens[last].is_word and has(tokens[last].text.lower(), "NOUN", "gent"):
        return None, index  # «тысяч тонн 15 вагонов»
    unit, stop = unit_at(tokens, place, lexicon)
    if (
        unit is None
        or unit.kind != "unit"
        or unit.key == "times"
        or stop != place + 1
        or not _genitive_plural(tokens[place].text)
    ):
        return None, index
    counted = place > 0 and (
        tokens[place - 1].kind == "number"
        or lexicon.units.at(tokens, place - 1) is not None
        or lexicon.only("number").at(tokens, place - 1) is not None
        or has(tokens[place - 1].text.lower(), "ADJF")
    )
    return (None, index) if counted else (unit, place)


def _genitive_plural(word: str) -> bool:
    return any({"gent", "plur"} <= parse.tag.grammemes for parse in parses(word.lower()))


def _smaller(tokens: Sequence[Token], index: int, unit: Entry, lexicon: Lexicon) -> tuple[Number, Entry, int] | None:
    """The second half of «5 тонн 723,76 килограмма», «9 килограммов 928 граммов»."""
    if unit.get("dimension") != "mass" or index >= len(tokens) or tokens[index].kind != "number":
        return None
    less = number_at(tokens, index, lexicon)
    if less is None:
        return None
    second, last = unit_at(tokens, less.last, lexicon)
    if second is None or second.get("dimension") != "mass" or not 0 < _grams(second) < _grams(unit):
        return None
    return less, second, last


def _grams(unit: Entry) -> Decimal:
    """What one of a unit of mass weighs, as far as it has lesser ones."""
    return Decimal(unit.get("factor", "1")) * GRAMS.get(unit.key, Decimal(0))


def _worded(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """«вдвое» is 2 times, «половина акций» 50 percent of what follows; a half of nothing is talk."""
    part = part_at(tokens, index, lexicon)
    if part is None:
        return ()
    qualifier, first = qualifier_before(tokens, index, lexicon)
    by = first > 0 and tokens[first - 1].key in {"на", "по"}
    ends = part.last >= len(tokens) or not tokens[part.last].is_word
    alone = tokens[index].key in ALONE
    if alone and not ends:  # «наполовину готов»
        return ()
    if part.bare and qualifier == "exact" and not (by or alone or _of_something(tokens, part.last)):
        return ()
    number = Number(part.value, index, part.last, worded=True)
    return (Quantity(part.value, first, part.last, number, None, part.unit, part.unit, qualifier),)


def _of_something(tokens: Sequence[Token], index: int) -> bool:
    """«четверть акций», «треть золотых слитков», «четверть – фонду», «половину даёт фонд»; «половина уже сделана»."""
    for token in tokens[index : index + OF_WHAT]:
        if token.text in "—–-" or has(token.text.lower(), "NOUN", "gent") or token.text.isupper():
            return True
        if parses(token.text.lower())[0].tag.POS == "VERB":
            return True
        if not has(token.text.lower(), "gent"):
            return False
    return False


def _moves(tokens: Sequence[Token], index: int) -> bool:
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
        falls = number.first > 0 and tokens[number.first - 1].key in {"с", "со"} and tokens[start].key == "до"
        if high and (high.value > number.value or high.scale > 1 or falls):
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
    if index + 1 < len(tokens) and len(tokens[index].text) > LEAST_WORD and has(tokens[index].text.lower(), "ADJF"):
        match = lexicon.units.at(tokens, index) or lexicon.units.at(tokens, index + 1)
        said = match is not None and match.entry.kind == "currency" and len(tokens[match.first].text) > LEAST_WORD
        if match is not None and said:  # «13,8 млрд бюджетных тенге»
            return match.entry, match.last
    if tokens[index].text == "-" and index + 1 < len(tokens):  # «30-процентный», «10-кратный»
        key = next((key for stem, key in GLUED.items() if tokens[index + 1].key.startswith(stem)), None)
        return (lexicon.by_key.get(("unit", key)), index + 2) if key else (None, index)
    match = lexicon.units.at(tokens, index)
    if match is None or match.entry.kind == "scale":
        return None, index
    word = tokens[index].text.lower()
    if match.entry.get("dimension") == "duration" and has(word, "sing", "ablt"):  # «16,9 тыс. годом раньше»
        return None, index
    if match.entry.text == "г" and tokens[index - 1].text.isdigit() and len(tokens[index - 1].text) == YEAR:
        return None, index  # «2025 г.»
    return match.entry, match.last
