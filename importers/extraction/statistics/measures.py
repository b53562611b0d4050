"""What a quantity with a unit measures: readers in order, the first that has an opinion wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from importers.extraction import lists
from importers.extraction.quantities import Quantity
from importers.extraction.statistics import borrowing, words
from importers.extraction.statistics.borrowing import COVER
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

# What the unit alone says where no word does.
BY_UNIT = {
    "power": "capacity",
    "area": "area",
    "grade": "grade",
    "rate": "production",
    "energy": "production",
    "mass": "production",
    "volume": "production",
    "duration": "duration",
    "percent": "share",
    "times": "growth",
}
UNREAD = frozenset({"pp"})  # the change of a percentage, which has no unit of its own here
MONTHS = 12
GRAM = ("грамм", "гр", "г")
TONNE = frozenset({"тонна", "тонне", "тонну"})
PER_TONNE = frozenset({"в", "каждая", "каждой", "каждую", "одна", "одной", "на"})
PER = 4  # tokens
THOUSAND = Decimal(1000)
SIGNS = {"+": 1, "-": -1}
FAR = 14  # tokens; a word further away than this says less than the figure before
TRADED = frozenset({"export", "import"})
BOUGHT = lists.stems("statistics: goods by weight")  # «за тонну»
WORTH = {"на": "investment", "за": "cost"}  # «проектов на 3 трлн тенге», «завод за 1,6 млрд долларов»
WORKS = lists.stems("statistics: works")
YEARLY_WORDS = lists.words("statistics: yearly")
YEARLY_BEFORE, YEARLY_AFTER = 12, 7  # tokens
OF_ANOTHER = 4  # tokens: «в год» this near behind a figure is that figure's


def measured(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """The quantity with its measure; a percentage or a multiple without any word for it is left out."""
    if quantity.unit in UNREAD:
        return None
    if quantity.unit == "month":
        quantity = _in_years(quantity)
    for reader in READERS:
        found = reader(line, quantity, previous, text)
        if found is not None:
            return found
    return None


def _in_years(quantity: Quantity) -> Quantity:
    """«36 месяцев» are three years: terms are compared in one unit."""
    high = quantity.high / MONTHS if quantity.high is not None else None
    return replace(quantity, low=quantity.low / MONTHS, high=high, unit="year")


Reader = Callable[[Line, Quantity, Found | None, Text], Found | None]


def _echo(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    if previous is None or not borrowing.echoes(line, quantity, previous):
        return None
    return replace(_found(quantity, previous.measure), echo=True, rule=previous.rule)


def _per_tonne(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """«в каждой тонне 49 граммов серебра», «2,5 грамма золота на тонну»: a grade told in words."""
    if quantity.unit != "kg" or not line.tokens[quantity.last - 1].key.startswith(GRAM):
        return None
    start = max(0, quantity.first - YEARLY_AFTER)
    before = [t.key for t in line.tokens[start : quantity.first]]
    after = [t.key for t in line.tokens[quantity.last : quantity.last + PER]]
    within = any(key in TONNE and (before[i - 1] in PER_TONNE if i else start == 0) for i, key in enumerate(before))
    behind = any(a == "на" and b in TONNE for a, b in pairwise(after))
    if not (within or behind):
        return None
    high = quantity.high * THOUSAND if quantity.high is not None else None
    same = replace(quantity, low=quantity.low * THOUSAND, high=high, unit="g/t", dimension="grade")
    return _found(same, "grade", "тонна")


def _compared(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """«на 8,5 процента больше», «вдвое больше, чем накануне»."""
    if quantity.dimension not in {"percent", "times", "money"}:
        return None
    if not (words.by(line, quantity) or quantity.dimension == "times"):
        return None
    after = (m for m in line.saying("comparison") if quantity.last <= m.first <= quantity.last + 1)
    match = next(after, None)
    return _found(quantity, "growth", match.entry.text, int(match.entry.key), match.last) if match else None


def _interest(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """«кредит под 5 процентов годовых» is a rate."""
    if quantity.dimension != "percent":
        return None
    yearly_rate = any(token.key == "годовых" for token in line.tokens[quantity.last : quantity.last + 1])
    return _found(quantity, "other", "под") if yearly_rate or words.preposition(line, quantity) == "под" else None


def _signed(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """«88 млн тонн (+1,2 % к прошлому году)»."""
    first = quantity.number.first
    if quantity.dimension != "percent" or first < 2:
        return None
    sign, before = line.tokens[first - 1], line.tokens[first - 2]
    glued = sign.stop == line.tokens[first].start
    free = before.stop < sign.start or before.text == "("  # «3-5 %» is a range
    return _found(quantity, "growth", sign.text, SIGNS[sign.key]) if sign.key in SIGNS and glued and free else None


def _price(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """«2700 долларов за унцию»."""
    after = [token.key for token in line.tokens[quantity.last : quantity.last + 3]]
    bought = len(after) > 1 and after[0] == "за" and after[1].startswith(BOUGHT)
    return _found(quantity, "price", "за") if bought and quantity.dimension == "money" else None


def _planned(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """«кластер на 140 тыс. тонн в год»."""
    sized = quantity.dimension == "mass" and words.by(line, quantity) and yearly(line, quantity)
    word = words.nearest(line, quantity) if sized else None
    return _found(quantity, "capacity") if sized and (word is None or word.entry.key != "growth") else None


def _worth(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    before = quantity.number.first - 2
    noun = line.tokens[before].key if before >= 0 else ""
    measure = WORTH.get(words.preposition(line, quantity))
    return _found(quantity, measure) if measure and quantity.dimension == "money" and noun.startswith(WORKS) else None


def _inherited(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    word = words.nearest(line, quantity)
    if word is not None and word.distance <= FAR:
        return None
    measure = borrowing.measure(line, quantity, previous, text)
    return _found(quantity, measure) if measure and (word is None or measure != "other") else None


def _worded(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    word = words.nearest(line, quantity)
    if word is None:
        return None
    if word.entry.key in {"cost", "price"} and quantity.dimension == "money":  # «импорт обошёлся в 32 млн»
        ahead = (e for m, e in words.rows(line, "money") if e.key in TRADED and m.first < quantity.first)
        traded = next(ahead, None)
        if traded is not None:
            return _found(quantity, traded.key, traded.text)
    if word.entry.key == "growth" and not words.by(line, quantity):
        level = _level(line, quantity)
        if level is not None:
            return level
    return _found(quantity, word.entry.key, word.entry.text, word.sign)


def _level(line: Line, quantity: Quantity) -> Found | None:
    """«экспорт вырос до 2 млрд», «поднять долю с 2 % до 5 %»: what a verb of change brings the value to."""
    moved = quantity.moved or words.preposition(line, quantity) in {"до", "ниже", "выше"}
    if quantity.dimension == "money":
        other = next((e for _, e in words.rows(line, "money") if e.key in COVER), None)
        return _found(quantity, other.key, other.text) if other else None
    if quantity.dimension == "percent" and (moved or quantity.qualifier in {"up_to", "less_than"}):
        word = words.nearest(line, quantity, frozenset({"growth"}))
        return _found(quantity, word.entry.key, word.entry.text) if word else None
    return None


def _by_unit(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    return _found(quantity, by_unit(quantity))


READERS: tuple[Reader, ...] = (
    _echo, _per_tonne, _compared, _signed, _interest, _price, _planned, _worth, _inherited, _worded, _by_unit,
)  # fmt: skip


def of_header(header: Line, quantity: Quantity) -> str | None:
    """The measure that a table's header names; a price where it names a unit bought («Доллары за тонну»)."""
    keys = [token.key for token in header.tokens]
    bought = any(a == "за" and b.startswith(BOUGHT) for a, b in pairwise(keys))
    if quantity.dimension == "money" and bought:
        return "price"
    word = words.nearest(header, quantity)
    return word.entry.key if word is not None else None


def by_unit(quantity: Quantity) -> str:
    """What a unit measures where no word says it."""
    return BY_UNIT.get(quantity.dimension, "other")


def yearly(line: Line, quantity: Quantity) -> bool:
    """«53 тыс. тонн руды в год», «выпускать ежегодно 400 тыс. тонн», «за год здесь перемелют»."""
    others = [q for q in line.quantities if q.moved and q.first >= quantity.last]
    if quantity.moved and others:  # «увеличат со 150 до 900 тыс. тонн в год»
        return yearly(line, others[0])
    after = line.tokens[quantity.last : quantity.last + YEARLY_AFTER]
    for index, token in enumerate(after):
        if token.kind == "number" and after[index - 1].key == "и":  # «2 тонны золота и 16 тысяч тонн сурьмы в год»
            return any(q.number.first == quantity.last + index and yearly(line, q) for q in line.quantities)
        if token.kind == "number" or token.text in ";:":
            break
        if token.key in YEARLY_WORDS or (token.key == "год" and index and after[index - 1].key == "в"):
            return True
    start = max(0, quantity.first - YEARLY_BEFORE)
    taken = {i for q in line.quantities for i in range(q.last, q.last + OF_ANOTHER) if _parted(line, i, quantity.first)}
    before = [(i, line.tokens[i].key) for i in range(start, quantity.first)]
    in_a_year = any(a in {"в", "за"} and b == "год" and i not in taken for (i, a), (_, b) in pairwise(before))
    return in_a_year or any(key in YEARLY_WORDS for i, key in before if i not in taken)


def _parted(line: Line, index: int, first: int) -> bool:
    """«миллион тонн в год, за январь получено 90 тысяч»: what stands before the comma is of the other figure."""
    return index < first and any(token.text in ",;(" for token in line.tokens[index:first])


def _found(quantity: Quantity, measure: str, word: str = "no word", sign: int = 1, last: int = 0) -> Found:
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
