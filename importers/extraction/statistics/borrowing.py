"""What a figure borrows from the one before it, or from the lines above: unit, measure, everything."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from importers.extraction.quantities import Quantity
from importers.extraction.statistics import words
from importers.extraction.statistics.reading import Around, Found
from importers.extraction.text import Line, Text

ABOUT = 40  # lines in which an article says what it is about
UP = 3  # how many lines up a list looks for its measure
NEAR = 6  # a word of its own this near keeps a figure from borrowing its measure
SAID_IN = 8  # tokens: «в сомах, прикинул министр, это 3 млрд»
SAME_SIZE = Decimal(8)  # how many times greater a number may be than the one whose unit it takes
CONTINUED = frozenset({"mass", "power", "volume", "energy", "rate"})
OF_THEM = [["из", "них"], ["из", "этих"], ["из", "которых"]]
CLAUSE_ENDS = frozenset(".;,):!?…")
LATER = "годом"  # «почти 9 млн годом раньше»
LEADS = frozenset({"-", "до", "на", "против", "вместо", "только", "лишь", "всего", "уже", "еще", "среднем", "и"})
CONVERTED = frozenset({"mass", "money"})
LINKS = frozenset({"(", ",", "-", "или", "это", "около", "примерно", "порядка", "что", "эквивалентно"})
DIRECTED = frozenset({"export", "import"})
LOOSE = frozenset({"other"})  # said of one figure, not of its paragraph
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


def unit(around: Around, quantity: Quantity) -> Found | None:
    """A bare number with the unit of the figure before: «было 674,4 млрд», «до 300», «в 2023-м — 13»."""
    line, previous, text, alike = around.line, around.previous, around.text, around.alike
    if previous is None or previous.unit == "count":
        return None
    said = _currency(line, quantity, text)
    if said is not None:
        same = replace(quantity, unit=said, dimension="money")
        return Found(same, said, previous.measure, "unit borrowed", quantity.first, quantity.last, echo=True)
    dimension = previous.quantity.dimension
    following = line.tokens[quantity.last].key if quantity.last < len(line.tokens) else "."
    ends = following in {".", ";", ",", ")"}
    scaled = dimension in {"money", "mass"} and quantity.low != 0 and _is_scaled(quantity)
    grows = dimension in {"power", "mass"} and quantity.qualifier == "up_to" and ends and not quantity.number.worded
    shared = previous.measure == "share" and (ends or following == "у") and _in_line(line, previous)
    shared = shared and dimension == "percent"
    if not (scaled or grows or shared):
        return _continued(line, quantity, previous)
    like = alike.get(dimension)
    said_of = like.measure if previous.measure == "growth" and like is not None else previous.measure
    same = replace(quantity, unit=previous.quantity.unit, dimension=dimension)
    own = words.nearest(line, same)
    near = own is not None and own.distance < NEAR and own.entry.key != "growth" and scaled
    measure = own.entry.key if near and own is not None else said_of
    first = max(0, quantity.first - 3) if grows else quantity.first
    return Found(same, previous.unit, measure, "unit borrowed", first, quantity.last)


def _is_scaled(quantity: Quantity) -> bool:
    """«3 млрд», «от 3,5 до 4 млрд»."""
    return quantity.number.scale > 1 or quantity.low != quantity.number.value


def _continued(line: Line, quantity: Quantity, previous: Found) -> Found | None:
    """«дал 17,3 тонны, в 2023-м — 13»: a number of the same size that ends its clause is of the same goods."""
    dimension = previous.quantity.dimension
    price = dimension == "money" and previous.measure == "price"
    if (dimension not in CONTINUED and not price) or previous.measure in {"growth", "grade"}:
        return None
    tokens, last = line.tokens, quantity.last
    of_them = [t.key for t in tokens[last : last + 2]] in OF_THEM
    ends = last >= len(tokens) or tokens[last].text in CLAUSE_ENDS or tokens[last].key == LATER
    before = tokens[quantity.first - 1].key if quantity.first else ""
    led = quantity.qualifier != "exact" or before in LEADS or quantity.high is not None
    if not (of_them or (ends and led)) or quantity.low == 1:
        return None
    beside = next((q for q in line.quantities if q.first >= last and q.dimension == dimension), previous.quantity)
    scale = beside.number.scale if quantity.number.scale == 1 else Decimal(1)  # «меди 146 тыс. тонн, золота 23»
    like = beside.low
    for factor in (Decimal(1), scale):
        if like and 1 / SAME_SIZE < quantity.low * factor / like < SAME_SIZE:
            high = quantity.high * factor if quantity.high is not None else None
            same = replace(
                quantity,
                low=quantity.low * factor,
                high=high,
                unit=previous.quantity.unit,
                dimension=dimension,
                qualifier="exact" if before == "до" or tokens[quantity.first].key == "до" else quantity.qualifier,
            )
            return Found(same, previous.unit, previous.measure, "unit of the figure before", quantity.first, last)
    return None


def _in_line(line: Line, previous: Found) -> bool:
    quantity = previous.quantity
    return any(q.number.first == quantity.number.first and q.low == quantity.low for q in line.quantities)


def _currency(line: Line, quantity: Quantity, text: Text) -> str | None:
    """«в сомони это около 1,3 миллиарда»."""
    if quantity.number.scale == 1:
        return None
    for index in range(max(1, quantity.first - SAID_IN), quantity.first):
        match = text.lexicon.units.at(line.tokens, index)
        if match is not None and match.entry.kind == "currency" and line.tokens[index - 1].key == "в":
            return match.entry.key
    return None


def direction(around: Around, quantity: Quantity) -> str | None:
    """Whether the sentences right above speak of exports or of imports."""
    line, text = around.line, around.text
    for above in reversed(text.lines[max(0, line.index - UP) : line.index]):
        said = [e for _, e in words.rows(above, quantity.dimension) if not e.get("weak") and e.key != "growth"]
        if said:
            return said[-1].key if said[-1].key in DIRECTED else None
    return None


def measure(around: Around, quantity: Quantity) -> str | None:
    """The measure of the figure before in the same unit, else that of the lines above a list."""
    like = around.like(quantity)
    if like is not None and like.measure != "growth" and (around.here(like) or like.measure not in LOOSE):
        return like.measure
    if quantity.dimension == "percent":
        return None
    line, text = around.line, around.text
    for above in reversed(text.lines[max(0, line.index - UP) : line.index]):
        for _, entry in words.rows(above, quantity.dimension):
            if entry.key in COVER and quantity.dimension == "mass":
                return entry.key
    return hinted(line, text) if quantity.dimension == "mass" else None


def hinted(line: Line, text: Text) -> str | None:
    """What the article is about, where a list of tonnes says nothing: exploration counts resources."""
    for above in reversed((*text.title, *text.lines[max(0, line.index - ABOUT) : line.index + 1])):
        for match in above.saying("hint"):
            return next(e.key for e in match.entries if e.kind == "hint")
    return None
