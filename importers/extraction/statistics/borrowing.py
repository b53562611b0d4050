"""What a figure borrows from the one before it, or from the lines above: unit, measure, everything."""

from __future__ import annotations

from dataclasses import replace

from importers.extraction.quantities import Quantity
from importers.extraction.statistics import words
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

ABOUT = 40  # lines in which an article says what it is about
UP = 3  # how many lines up a list looks for its measure
NEAR = 6  # a word of its own this near keeps a figure from borrowing its measure
CONVERTED = frozenset({"mass", "money"})
LINKS = frozenset({"(", ",", "-", "или", "это", "около", "примерно", "порядка", "что", "эквивалентно"})
# Measures that lines below a heading or a lead are about.
COVER = frozenset(
    {"production", "reserves", "resources", "export", "import", "trade", "investment", "revenue", "price"}
)


def echoes(line: Line, quantity: Quantity, previous: Found | None) -> bool:
    """«3,156 млн унций золота, или 98,2 тонны», «$214 млн (примерно 2,6 трлн сумов)»: the same in another unit."""
    if previous is None or quantity.dimension not in CONVERTED or previous.quantity.last > quantity.first:
        return False
    if quantity.dimension != previous.quantity.dimension or quantity.unit == previous.unit:
        return False
    between = line.tokens[previous.quantity.last : quantity.first]
    opens = any(token.text == "(" or token.key in {"или", "это"} for token in between)
    own_words = [token for token in between if token.is_word and token.key not in LINKS]
    return opens and len(own_words) <= 2 and between[-1].key in LINKS


def unit(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """A bare number with the unit of the figure before: «было 674,4 млрд», «до 300», «ExxonMobil 25»."""
    if previous is None or previous.unit == "count":
        return None
    said = _currency(line, quantity, text)
    if said is not None:
        same = replace(quantity, unit=said, dimension="money")
        return Found(same, said, previous.measure, "unit borrowed", quantity.first, quantity.last)
    dimension = previous.quantity.dimension
    following = line.tokens[quantity.last].key if quantity.last < len(line.tokens) else "."
    ends = following in {".", ";", ",", ")"}
    scaled = dimension in {"money", "mass"} and quantity.number.scale > 1
    grows = dimension in {"power", "mass"} and quantity.qualifier == "up_to" and ends and not quantity.number.worded
    shared = previous.measure == "share" and (ends or following == "у") and _in_line(line, previous)
    if not (scaled or grows or shared):
        return None
    same = replace(quantity, unit=previous.quantity.unit, dimension=dimension)
    own = words.nearest(line, same)
    measure = own.entry.key if own is not None and own.distance < NEAR and scaled else previous.measure
    first = max(0, quantity.first - 3) if grows else quantity.first
    return Found(same, previous.unit, measure, "unit borrowed", first, quantity.last)


def _in_line(line: Line, previous: Found) -> bool:
    quantity = previous.quantity
    return any(q.number.first == quantity.number.first and q.low == quantity.low for q in line.quantities)


def _currency(line: Line, quantity: Quantity, text: Text) -> str | None:
    """«в сомони это около 1,3 миллиарда»."""
    if quantity.number.scale == 1:
        return None
    for index in range(max(1, quantity.first - 5), quantity.first):
        match = text.lexicon.units.at(line.tokens, index)
        if match is not None and match.entry.kind == "currency" and line.tokens[index - 1].key == "в":
            return match.entry.key
    return None


def measure(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> str | None:
    """The measure of the figure before in the paragraph, else that of the lines above a list."""
    if previous is not None and previous.quantity.dimension == quantity.dimension and previous.measure != "growth":
        return previous.measure
    if quantity.dimension == "percent":
        return None
    for above in reversed(text.lines[max(0, line.index - UP) : line.index]):
        for _, entry in words.rows(above, quantity.dimension):
            if entry.key in COVER:
                return entry.key
    return _hinted(line, text) if quantity.dimension == "mass" else None


def _hinted(line: Line, text: Text) -> str | None:
    """What the article is about, where a list of tonnes says nothing: exploration counts resources."""
    for above in reversed((*text.title, *text.lines[max(0, line.index - ABOUT) : line.index + 1])):
        for match in above.saying("hint"):
            return next(e.key for e in match.entries if e.kind == "hint")
    return None
