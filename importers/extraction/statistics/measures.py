"""What a quantity with a unit measures: the nearest word that goes with its kind of unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from importers.extraction.lexicon import Entry, Match
from importers.extraction.quantities import Quantity
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

# What the unit alone says where no word does.
BY_UNIT = {"power": "capacity", "area": "area", "grade": "grade", "rate": "production", "energy": "production"}
YEARLY_WORDS = frozenset({"ежегодно", "ежегодный", "ежегодная", "ежегодной", "ежегодную", "ежегодного"})
# «в 2 млрд, в то время как импорт»: a word behind one of these belongs to the next clause
BREAKS = frozenset({";", "однако", "зато", "тогда", "при"})
BOUGHT = ("тонн", "тройск", "унци", "фунт", "килограмм", "грамм", "карат", "баррел")  # «за тонну»
BEHIND = 1.6  # a word after the number must be this much nearer than one before it
UP = 3  # how many lines up a table or list looks for its measure
TRADED = frozenset({"export", "import"})
COVER = frozenset(
    {"production", "reserves", "resources", "export", "import", "trade", "investment", "revenue", "price"}
)


@dataclass(frozen=True, slots=True)
class _Word:
    entry: Entry
    distance: float
    first: int
    last: int


def measured(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """The quantity with its measure; a percentage or a multiple without any word for it is left out."""
    if quantity.unit in {"kWh", "m2", "m3", "pp"} and quantity.dimension != "volume":
        return None
    if previous is not None and _echoes(line, quantity, previous):
        return replace(_found(line, quantity, previous.measure, None, quantity.last), echo=True, rule=previous.rule)
    word = _nearest(line, quantity)
    comparison = _comparison(line, quantity)
    if comparison is not None and quantity.dimension in {"percent", "times", "money"}:
        return _found(line, quantity, "growth", comparison.entry, comparison.last, int(comparison.entry.key))
    planned = quantity.dimension == "mass" and _by(line, quantity) and yearly(line, quantity)
    if planned and (word is None or word.entry.key != "growth"):
        return _found(line, quantity, "capacity", None, quantity.last)  # «кластер на 140 тыс. тонн в год»
    if word is None or word.distance > 14:
        inherited = _inherited(line, quantity, previous, text)
        if inherited is not None and (word is None or inherited != "other") and not _invested(line, quantity):
            return _found(line, quantity, inherited, None, quantity.last)
    if _invested(line, quantity):
        return _found(line, quantity, "investment", None, quantity.last)
    if word is not None:
        return _found(
            line, quantity, _special(line, quantity, word), word.entry, quantity.last, int(word.entry.get("sign", "1"))
        )
    if quantity.dimension in BY_UNIT:
        return _found(line, quantity, BY_UNIT[quantity.dimension], None, quantity.last)
    if quantity.dimension == "percent":
        shared = _part_of_something(line, quantity) or _shared_above(line, text)
        return _found(line, quantity, "share", None, quantity.last) if shared else None
    if quantity.dimension in {"money", "mass"}:
        return _found(line, quantity, "other" if quantity.dimension == "money" else "production", None, quantity.last)
    return None


CONVERTED = frozenset({"mass", "money"})
BETWEEN = ("(", ",", "или", "это", "около", "примерно", "порядка", "что", "эквивалентно", "-")


def _echoes(line: Line, quantity: Quantity, previous: Found) -> bool:
    """«3,156 млн унций золота, или 98,2 тонны», «$214 млн (примерно 2,6 трлн сумов)»: the same in another unit."""
    same_kind = quantity.dimension == previous.quantity.dimension and quantity.dimension in CONVERTED
    if not same_kind or quantity.unit == previous.unit or previous.quantity.last > quantity.first:
        return False
    between = line.tokens[previous.quantity.last : quantity.first]
    opens = any(token.text == "(" or token.key in {"или", "это"} for token in between)
    words = [t for t in between if t.is_word and t.key not in BETWEEN]
    return opens and len(words) <= 2 and between[-1].text in {"(", "или", "это", ","} | set(BETWEEN)


def of_header(header: Line, quantity: Quantity) -> str | None:
    """The measure that a table's header names; a price where it names a unit bought («Доллары за тонну»)."""
    keys = [token.key for token in header.tokens]
    bought = any(a == "за" and b.startswith(BOUGHT) for a, b in pairwise(keys))
    if quantity.dimension == "money" and bought:
        return "price"
    word = _nearest(header, quantity)
    return word.entry.key if word is not None else None


def by_unit(quantity: Quantity) -> str:
    """What a unit measures where no word says it."""
    return BY_UNIT.get(quantity.dimension, "production" if quantity.dimension == "mass" else "other")


def borrowed_unit(line: Line, quantity: Quantity, previous: Found | None) -> Found | None:
    """«мощность 60 МВт с перспективой расширения до 300», «было 674,4 млрд»: unit and measure of what stands before."""
    number = quantity.number
    if previous is None or previous.unit == "count":
        return None
    money = previous.quantity.dimension in {"money", "mass"} and number.scale > 1
    ends = quantity.last >= len(line.tokens) or line.tokens[quantity.last].text in ".;,)"
    grows = (
        not number.worded
        and previous.quantity.dimension in {"power", "mass"}
        and quantity.qualifier == "up_to"
        and ends
    )
    if not money and not grows:
        return None
    same = replace(quantity, unit=previous.quantity.unit, dimension=previous.quantity.dimension)
    word = _nearest(line, same)
    measure = word.entry.key if word is not None and word.distance < 6 and money else previous.measure
    first = quantity.first
    if grows:
        first = max(0, quantity.first - 3)
    return Found(same, previous.unit, measure, "unit borrowed", first, quantity.last, "", 1)


def _invested(line: Line, quantity: Quantity) -> bool:
    """«семнадцать крупных проектов на 3 трлн тенге»."""
    if quantity.dimension != "money" or not _by(line, quantity):
        return False
    noun = line.tokens[quantity.number.first - 2] if quantity.number.first > 1 else None
    return noun is not None and noun.key.startswith(("проект", "предприяти", "завод"))


def _found(line: Line, quantity: Quantity, measure: str, entry: Entry | None, last: int, sign: int = 1) -> Found:
    rule = f"{quantity.dimension}: {entry.text if entry else 'no word'}"
    if measure != "growth":
        sign = 1
    assert quantity.unit is not None
    return Found(quantity, quantity.unit, measure, rule, quantity.first, max(last, quantity.last), "", sign)


def _rows(line: Line, dimension: str) -> Iterator[tuple[Match, Entry]]:
    for match in line.saying("measure"):
        for entry in match.entries:
            if entry.kind == "measure" and dimension in entry.get("dims").split():
                yield match, entry


def _nearest(line: Line, quantity: Quantity) -> _Word | None:
    best: _Word | None = None
    for match, entry in _rows(line, quantity.dimension):
        if match.first >= quantity.first and match.last <= quantity.last:
            continue
        if _reaches(line, quantity, match):
            continue
        distance = _distance(line, quantity, match)
        if best is None or distance < best.distance:
            best = _Word(entry, distance, match.first, match.last)
    return best


def _reaches(line: Line, quantity: Quantity, match: Match) -> bool:
    """«переработку поднимут до 160 млн тонн»: the verb moves the value and does not measure it."""
    first = quantity.number.first
    moves = any(reach.first == match.first for reach in line.saying("reach"))
    return moves and first > 0 and line.tokens[first - 1].key == "до"


def _distance(line: Line, quantity: Quantity, match: Match) -> float:
    """Tokens between word and number; other numbers and clause ends between them weigh more."""
    ahead = match.last <= quantity.first
    low, high = (match.last, quantity.first) if ahead else (quantity.last, match.first)
    between = line.tokens[low:high]
    cost = float(len(between)) * (1 if ahead else BEHIND)
    cost += sum(4 for token in between if token.text == ",") + sum(6 for token in between if token.key in BREAKS)
    others = sum(low <= other.number.first < high for other in line.quantities)
    return cost + others * (3 if ahead else 8)


def _comparison(line: Line, quantity: Quantity) -> Match | None:
    """«на 8,5 процента больше»: the word after a number that «на» opens."""
    if not _by(line, quantity):
        return None
    return next((m for m in line.saying("comparison") if quantity.last <= m.first <= quantity.last + 1), None)


def _special(line: Line, quantity: Quantity, word: _Word) -> str:
    """Where two words speak: a price per tonne, an export that grows to a value."""
    key = word.entry.key
    if quantity.dimension == "money" and _per_unit(line, quantity):
        return "price"
    if key in {"cost", "price"} and quantity.dimension == "money":
        traded = next((e.key for m, e in _rows(line, "money") if e.key in TRADED and m.first < quantity.first), None)
        if traded:
            return traded
    if key == "growth" and quantity.dimension == "money" and not _by(line, quantity):
        other = next((e.key for _, e in _rows(line, "money") if e.key in COVER), None)
        return other or key
    if key == "growth" and quantity.dimension == "percent" and not _by(line, quantity) and _to(line, quantity):
        return "share" if any(e.key == "share" for _, e in _rows(line, "percent")) else key
    return key


def _by(line: Line, quantity: Quantity) -> bool:
    """«на 79 %», «почти на 79 %»."""
    first = quantity.number.first
    return first > 0 and line.tokens[first - 1].key == "на"


def _to(line: Line, quantity: Quantity) -> bool:
    return (
        quantity.moved
        or (quantity.first > 0 and line.tokens[quantity.first - 1].key == "до")
        or quantity.qualifier == "up_to"
    )


def _per_unit(line: Line, quantity: Quantity) -> bool:
    """«2700 долларов за унцию»."""
    after = [t.key for t in line.tokens[quantity.last : quantity.last + 3]]
    return len(after) > 1 and after[0] == "за" and after[1].startswith(BOUGHT)


def _part_of_something(line: Line, quantity: Quantity) -> bool:
    """«38,6 % мировых запасов», «хрома (31 %)», «30 процентов добытого угля»."""
    after = line.tokens[quantity.last : quantity.last + 1]
    in_brackets = (
        bool(after) and after[0].text == ")" and quantity.first > 0 and line.tokens[quantity.first - 1].text == "("
    )
    return in_brackets or (bool(after) and after[0].is_word)


def _shared_above(line: Line, text: Text) -> bool:
    """«… перекроили доли в СП. У первых двух теперь по 45 %»."""
    lines = [above for above in text.paragraph(line) if above.index < line.index]
    return any(entry.key == "share" for above in lines for _, entry in _rows(above, "percent"))


def _inherited(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> str | None:
    """The measure of the figure before in the paragraph, else that of the lines above a list."""
    if previous is not None and previous.quantity.dimension == quantity.dimension and previous.measure != "growth":
        return previous.measure
    if quantity.dimension == "percent":
        return None
    for above in reversed(text.lines[max(0, line.index - UP) : line.index]):
        for _, entry in _rows(above, quantity.dimension):
            if entry.key in COVER:
                return entry.key
    return _hinted(line, text) if quantity.dimension == "mass" else None


def _hinted(line: Line, text: Text) -> str | None:
    """What the article is about, where a list of tonnes says nothing: exploration counts resources."""
    for above in reversed((*text.title, *text.lines[: line.index + 1])):
        for match in above.saying("hint"):
            return next(e.key for e in match.entries if e.kind == "hint")
    return None


def yearly(line: Line, quantity: Quantity) -> bool:
    """«53 тыс. тонн руды в год», «выпускать ежегодно 400 тыс. тонн», «за год здесь перемелют»."""
    after = line.tokens[quantity.last : quantity.last + 7]
    for index, token in enumerate(after):
        if token.kind == "number" or token.text in ";:":
            break
        if token.key == "год" and index and after[index - 1].key == "в":
            return True
        if token.key in YEARLY_WORDS:
            return True
    before = [t.key for t in line.tokens[max(0, quantity.first - 12) : quantity.first]]
    if any(key in YEARLY_WORDS for key in before):
        return True
    return any(a in {"в", "за"} and b == "год" for a, b in pairwise(before))
