"""What a quantity with a unit measures: readers in order, the first that has an opinion wins.

First the same figure in another unit and what grammar tells (a comparison, «за тонну», «завод за 1,6 млрд»), then the
words of the clause, then what the paragraph's figures in the same unit measured, then the things spoken of, and last
the unit alone. A weak word («дал», «продали») yields to the figure before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from importers.extraction import lists, morph
from importers.extraction.quantities import Quantity
from importers.extraction.statistics import amounts, borrowing, changes, words
from importers.extraction.statistics.reading import Around, Found, measure_of
from importers.extraction.statistics.words import Word
from importers.extraction.statistics.yearly import YEARLY_AFTER, yearly

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
FAR = 14  # tokens; a word further away than this says less than the figure before
ABLE = lists.stems("statistics: able to make")  # «сможет выпускать 9,3 тыс. тонн»
TRADED = frozenset({"export", "import"})
SELLING = frozenset({"trade", "revenue"})
ABROAD = lists.words("statistics: abroad")  # «за границу продали 16 тонн»


def measured(around: Around, quantity: Quantity) -> Found | None:
    """The quantity with its measure; a change in percentage points is left out."""
    if quantity.unit in UNREAD:
        return None
    if quantity.unit == "month":
        quantity = _in_years(quantity)
    for reader in READERS:
        found = reader(around, quantity)
        if found is not None:
            return found
    return None


def _in_years(quantity: Quantity) -> Quantity:
    """«36 месяцев» are three years: terms are compared in one unit."""
    high = quantity.high / MONTHS if quantity.high is not None else None
    return replace(quantity, low=quantity.low / MONTHS, high=high, unit="year")


Reader = Callable[[Around, Quantity], Found | None]


def _echo(around: Around, quantity: Quantity) -> Found | None:
    previous = around.previous
    if previous is None or not borrowing.echoes(around.line, quantity, previous):
        return None
    return replace(measure_of(quantity, previous.measure), echo=True, rule=previous.rule)


def _per_tonne(around: Around, quantity: Quantity) -> Found | None:
    """«в каждой тонне 49 граммов серебра», «2,5 грамма золота на тонну»: a grade told in words."""
    line = around.line
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
    return measure_of(same, "grade", "тонна")


def _interest(around: Around, quantity: Quantity) -> Found | None:
    """«кредит под 5 процентов годовых» is a rate."""
    if quantity.dimension != "percent":
        return None
    yearly_rate = any(token.key == "годовых" for token in around.line.tokens[quantity.last : quantity.last + 1])
    rate = yearly_rate or words.preposition(around.line, quantity) == "под"
    return measure_of(quantity, "other", "под") if rate else None


def _planned(around: Around, quantity: Quantity) -> Found | None:
    """«кластер на 140 тыс. тонн в год», «сможет выпускать 9,3 тыс. тонн ежегодно»."""
    line = around.line
    if quantity.dimension not in {"mass", "rate"} or not (quantity.dimension == "rate" or yearly(line, quantity)):
        return None
    able = any(token.key.startswith(ABLE) for token in line.tokens[: quantity.first])
    if not (able or words.by(line, quantity)):
        return None
    word = words.nearest(line, quantity)
    free = word is None or word.entry.key in {"production", "capacity"} or (not able and word.entry.key != "growth")
    return measure_of(quantity, "capacity") if free else None


def _inherited(around: Around, quantity: Quantity) -> Found | None:
    word = words.nearest(around.line, quantity)
    if word is not None and (word.distance <= FAR or words.heads(around.line, quantity, word)):
        return None
    measure = borrowing.measure(around, quantity)
    return measure_of(quantity, measure) if measure and (word is None or measure != "other") else None


def _worded(around: Around, quantity: Quantity) -> Found | None:
    line = around.line
    word = words.nearest(line, quantity)
    if word is None:
        return None
    key = word.entry.key
    if key in {"cost", "price"} and quantity.dimension == "money":  # «импорт обошёлся в 32 млн»
        ahead = (e for m, e in words.rows(line, "money") if e.key in TRADED and m.first < quantity.first)
        traded = next(ahead, None)
        if traded is not None:
            return measure_of(quantity, traded.key, traded.text)
    if key == "price" and quantity.low >= amounts.DEAR:  # «цену не назвали, источники говорят о 1,2 млрд»
        dealt = words.nearest(line, quantity, frozenset({"price"}))
        key = dealt.entry.key if dealt else "deal_value" if amounts.changed_hands(around) else "cost"
        return measure_of(quantity, key, word.entry.text)
    if key == "growth" and not words.by(line, quantity) and quantity.dimension != "times":
        return _level(around, quantity) or (_changed(quantity, word) if quantity.dimension == "percent" else None)
    sold = bool(word.entry.get("weak")) or key == "revenue"  # «товарооборот вырос, экспорт …» is no export
    if key in SELLING and sold and _abroad(around, quantity):
        return measure_of(quantity, "export", word.entry.text)
    if word.entry.get("weak") or key in SELLING:
        like = around.like(quantity)
        if like is not None and (like.measure in TRADED or (word.entry.get("weak") and around.here(like))):
            return measure_of(quantity, like.measure, word.entry.text)
        above = borrowing.direction(around, quantity) or amounts.in_the_ground(around, quantity)
        if above is not None:
            return measure_of(quantity, above, word.entry.text)
    if key == "capacity" and _done(line, word):  # «переработало миллион тонн»
        return measure_of(quantity, "production", word.entry.text)
    return _changed(quantity, word)


def _changed(quantity: Quantity, word: Word) -> Found:
    return measure_of(quantity, word.entry.key, word.entry.text, word.sign)


def _abroad(around: Around, quantity: Quantity) -> bool:
    """«за границу продали 16,1 тонны», «на экспорте заработал $300 млн»."""
    return any(token.key in ABROAD for token in around.line.tokens)


def _done(line: object, word: Word) -> bool:
    """Whether the word is a finished deed in the past."""
    return any({"perf", "past"} <= p.tag.grammemes for p in morph.parses(word.said)[:1])


def _level(around: Around, quantity: Quantity) -> Found | None:
    """«экспорт вырос до 2 млрд», «поднять долю с 2 % до 5 %»: what a verb of change brings the value to."""
    line = around.line
    to = quantity.moved or words.preposition(line, quantity) in {"до", "ниже", "выше", "с", "со"}
    if quantity.dimension == "percent" and not (to or quantity.qualifier in {"up_to", "less_than"}):
        return None
    other = words.nearest(line, quantity, frozenset({"growth"}))
    if other is not None:
        return measure_of(quantity, other.entry.key, other.entry.text)
    like = around.like(quantity)
    if like is not None and like.measure != "growth":
        return measure_of(quantity, like.measure)
    return None


def _by_unit(around: Around, quantity: Quantity) -> Found | None:
    return measure_of(quantity, by_unit(quantity))


READERS: tuple[Reader, ...] = (
    _echo,
    _per_tonne,
    changes.compared,
    changes.signed,
    _interest,
    amounts.priced,
    _planned,
    changes.by_how_much,
    amounts.worth,
    amounts.criminal,
    amounts.lying,
    _inherited,
    _worded,
    amounts.by_context,
    _by_unit,
)


def by_unit(quantity: Quantity) -> str:
    """What a unit measures where no word says it."""
    return BY_UNIT.get(quantity.dimension, "other")
