"""Figures that tell by how much something changed: «на 5 % больше», «плюс 1,3 млн тонн», «прирастать на 15,7 %»."""

from __future__ import annotations

from importers.extraction import lists
from importers.extraction.lexicon import Match
from importers.extraction.quantities import Quantity
from importers.extraction.statistics import words
from importers.extraction.statistics.reading import Around, Found, measure_of
from importers.extraction.text import Line

SIGNS = {"+": 1, "-": -1}
PLUS = {"плюс": 1, "минус": -1}
CHANGING = frozenset({"percent", "times", "money", "mass", "rate", "power"})
OVER = 8  # tokens of other figures between «на 7,9 тыс. т» and its «больше»
NEAR = 12  # tokens between a verb of change and its figure
NEAR_AHEAD = 5  # tokens
OWNED = 20  # tokens, commas counted for more
OWNING = frozenset({"share", "grade"})
ONCE_MORE = frozenset({"была", "было", "был", "были"})  # «годом раньше было на 5 % больше»
EARLIER = lists.stems("statistics: time before")
BETWEEN = frozenset({"(", ")", ",", "или", "те", "же", "примерно", "около", "почти"})


def compared(around: Around, quantity: Quantity) -> Found | None:
    """«на 8,5 процента больше», «вдвое больше, чем накануне», «на 7,9 тыс. т (5%) больше»."""
    if quantity.dimension not in CHANGING:
        return None
    by = words.by(around.line, quantity)
    if not (by or quantity.dimension == "times" or _goes_on(around, quantity)):
        return None
    match = _behind(around.line, quantity) or (_ahead(around.line, quantity) if by else None)
    if match is None:
        return None
    sign = int(match.entry.key) * (-1 if _looks_back(around.line, quantity) else 1)
    if around.previous is not None and _goes_on(around, quantity):
        sign = around.previous.sign
    return measure_of(quantity, "growth", match.entry.text, sign, match.last if match.first >= quantity.last else 0)


def _behind(line: Line, quantity: Quantity) -> Match | None:
    """The comparison behind the figure, brackets and the same in another unit passed over."""
    for match in line.saying("comparison"):
        if not quantity.last <= match.first <= quantity.last + OVER:
            continue
        same = (q for q in line.quantities if q is quantity or q.dimension in {"percent", "mass", "rate"})
        covered = {i for q in same for i in range(q.first, q.last)}  # «на 705 млн, вдвое больше» are two
        gap = range(quantity.last, match.first)
        words_between = sum(i not in covered and line.tokens[i].key not in BETWEEN for i in gap)
        if words_between <= (1 if match.first <= quantity.last + 1 else 0):
            return match
    return None


def _ahead(line: Line, quantity: Quantity) -> Match | None:
    """«больше прошлогоднего на 35,9%»."""
    near = [m for m in line.saying("comparison") if m.last < quantity.first <= m.last + NEAR_AHEAD]
    free = [m for m in near if not any(m.last <= q.first < quantity.first for q in line.quantities)]
    return free[-1] if free else None


def _looks_back(line: Line, quantity: Quantity) -> bool:
    """«Годом раньше за тот же срок было на 5 % больше»: since then it has gone down."""
    before = [token.key for token in line.tokens[: quantity.first]]
    return any(key in ONCE_MORE for key in before[-3:]) and any(key.startswith(EARLIER) for key in before)


def signed(around: Around, quantity: Quantity) -> Found | None:
    """«88 млн тонн (+1,2 % к прошлому году)», «это плюс 1,3 млн тонн к предыдущему»."""
    first = quantity.number.first
    tokens = around.line.tokens
    told = PLUS.get(tokens[quantity.first - 1].key) if quantity.first else None
    if told and quantity.dimension in {"percent", "mass", "rate"}:
        return measure_of(quantity, "growth", tokens[quantity.first - 1].key, told)
    if quantity.dimension != "percent" or first < 2:
        return None
    sign, before = tokens[first - 1], tokens[first - 2]
    glued = sign.stop == tokens[first].start
    free = before.stop < sign.start or before.text == "("  # «3-5 %» is a range
    return measure_of(quantity, "growth", sign.text, SIGNS[sign.key]) if sign.key in SIGNS and glued and free else None


def _goes_on(around: Around, quantity: Quantity) -> bool:
    """«на 7,9 тыс. т (5%)», «на 259,7 тыс. тонн, или 15,2 процента»: the same change in percent."""
    previous = around.previous
    if previous is None or quantity.dimension != "percent" or not around.here(previous):
        return False
    gap = around.line.tokens[previous.quantity.last : quantity.first]
    return previous.measure == "growth" and 0 < len(gap) <= len(BETWEEN) and all(t.key in BETWEEN for t in gap)


def by_how_much(around: Around, quantity: Quantity) -> Found | None:
    """«прибыло на 22,3 процента», «опередив график на 590 тыс. тонн»; «принадлежит на 30 %» is a share."""
    if _goes_on(around, quantity) and around.previous is not None:
        return measure_of(quantity, "growth", "или", around.previous.sign)
    if quantity.dimension not in CHANGING - {"times"} or not words.by(around.line, quantity):
        return None
    growth = words.nearest(around.line, quantity, only="growth")
    if growth is not None and growth.distance <= NEAR:
        return measure_of(quantity, "growth", growth.entry.text, growth.sign)
    if quantity.dimension != "percent":
        return None
    word = words.nearest(around.line, quantity)
    owned = word is not None and word.entry.key in OWNING and word.distance <= OWNED
    return None if owned else measure_of(quantity, "growth", "на", growth.sign if growth else 1)
