"""What an amount of money or of goods measures where its sentence has no word for it, or a word that says little."""

from __future__ import annotations

from itertools import pairwise

from importers.extraction import lists, morph
from importers.extraction.quantities import Quantity
from importers.extraction.statistics import words
from importers.extraction.statistics.borrowing import hinted
from importers.extraction.statistics.reading import Around, Found, measure_of
from importers.extraction.text import Line

DEAR = 10_000_000  # nobody pays this for a tonne, in whatever currency
WORTH = {"на": "investment", "за": "cost"}  # «проектов на 3 трлн тенге», «завод за 1,6 млрд долларов»
WORKS = lists.stems("statistics: works")
STAKES = lists.stems("statistics: stakes")  # «пакет обошёлся в $70 млн»
HANDED = lists.stems("statistics: handed over")  # «достался за 286 млн», «права уступила за $32 млн»
PAID = lists.stems("statistics: paid")  # «заплатила за 60 % акций 120 млн»
CRIME = lists.stems("statistics: crime")  # «при обыске нашли 17 кг»
STOCK = lists.stems("statistics: stocks")  # «на складах лежало 566 тыс. тонн»
EXPLORED = lists.stems("statistics: counted in the ground")  # «насчитали 78 тонн золота»
BOUGHT = lists.stems("statistics: goods by weight")  # «за тонну»
FINANCED = frozenset({"investment", "loan"})
TRADED = frozenset({"export", "import"})
CLAUSE, WIDE, SENTENCE = 8, 16, 24  # tokens
PLACES = lists.stems("statistics: places of ore")
ORE = lists.stems("statistics: ore")
PLACE, OF_ORE = 5, 3  # tokens


def priced(around: Around, quantity: Quantity) -> Found | None:
    """«2700 долларов за унцию», «килограмм стоит дороже 50 долларов», «продаёт по 62 доллара»."""
    if quantity.dimension != "money" or quantity.low >= DEAR:
        return None
    line = around.line
    after = [token.key for token in line.tokens[quantity.last : quantity.last + 3]]
    if len(after) > 1 and after[0] in {"за", "/"} and after[1].startswith(BOUGHT):
        return measure_of(quantity, "price", "за")
    word = words.nearest(line, quantity)
    if word is None or word.entry.key not in {"cost", "trade"}:
        return None
    by_weight = any(t.key.startswith(BOUGHT) for t in line.tokens[max(0, quantity.first - CLAUSE) : quantity.first])
    return measure_of(quantity, "price", "за") if by_weight or words.preposition(line, quantity) == "по" else None


def worth(around: Around, quantity: Quantity) -> Found | None:
    """«завод за 1,6 млрд долларов», «права уступила за $32 млн», «вывезли 1,9 млн тонн на $80,5 млн»."""
    if quantity.dimension != "money":
        return None
    line = around.line
    preposition = words.preposition(line, quantity)
    near = line.tokens[max(0, quantity.first - CLAUSE) : quantity.first]
    if preposition == "за" and any(t.key.startswith(HANDED) for t in line.tokens):
        return measure_of(quantity, "deal_value", "за")
    paid = any(t.key.startswith(PAID) for t in line.tokens) and any(t.key.startswith(STAKES) for t in line.tokens)
    if paid:
        return measure_of(quantity, "deal_value", "paid")
    word = words.nearest(line, quantity)
    financed = word is not None and word.entry.key in FINANCED and word.distance <= SENTENCE
    if preposition in WORTH and not financed and any(t.key.startswith(WORKS) for t in near[-3:]):
        return measure_of(quantity, WORTH[preposition])
    goods = around.alike.get("mass") or around.alike.get("rate")
    if (
        goods is not None
        and around.here(goods)
        and goods.measure in TRADED
        and preposition in {"на", "за", "них", "это"}
    ):
        return measure_of(quantity, goods.measure, "на")
    if word is None or word.entry.key not in {"cost", "price"} or (word.entry.key == "price" and quantity.low < DEAR):
        return None
    if any(t.key.startswith((*STAKES, "сделк")) for t in near):
        return measure_of(quantity, "deal_value", word.entry.text)
    ground = words.nearest(line, quantity, only="resources") or words.nearest(line, quantity, only="reserves")
    if ground is not None and ground.distance <= WIDE:  # «недра стоят больше 10 миллиардов долларов»
        return measure_of(quantity, ground.entry.key, ground.entry.text)
    return None


def criminal(around: Around, quantity: Quantity) -> Found | None:
    """«по приговору, они вывезли 9930 кг руды»: stolen goods are neither dug nor exported."""
    if quantity.dimension not in {"mass", "money"} or not any(_criminal(other) for other in _lately(around)):
        return None
    word = words.nearest(around.line, quantity)
    if word is None or word.distance > CLAUSE or word.entry.key in {"production", "export", "capacity"}:
        return measure_of(quantity, "other", "crime")
    return None


def lying(around: Around, quantity: Quantity) -> Found | None:
    """«на складах лежало 566 тыс. тонн», «на его участках больше 75 тонн золота»: not what was dug."""
    line = around.line
    if quantity.dimension != "mass":
        return None
    word = words.nearest(line, quantity)
    if word is not None and word.distance <= CLAUSE:
        return None
    if any(t.key.startswith(STOCK) for t in line.tokens):
        return measure_of(quantity, "other", "stock")
    return measure_of(quantity, "reserves", "place") if _lies(line, quantity) else None


def changed_hands(around: Around) -> bool:
    """Whether the sentence or those right above it tell of a purchase."""
    return any(token.key.startswith((*HANDED, "сделк")) for line in _lately(around) for token in line.tokens)


def in_the_ground(around: Around, quantity: Quantity) -> str | None:
    """«доразведка добавила 147 тонн», «переоценка дала 70 тыс. тонн»: what is found, not what is dug."""
    if quantity.dimension != "mass" or not any(t.key.startswith(EXPLORED) for t in around.line.tokens):
        return None
    return "resources" if hinted(around.line, around.text) == "resources" else "reserves"


def by_context(around: Around, quantity: Quantity) -> Found | None:
    """What the things spoken of make of an amount that no word measures."""
    line = around.line
    if quantity.dimension == "mass":
        ground = in_the_ground(around, quantity)
        if ground is not None:
            return measure_of(quantity, ground, "ground")
    if quantity.dimension == "percent" and _of_ore(line, quantity):
        return measure_of(quantity, "grade", "ore")
    if quantity.dimension == "money":
        ahead = line.tokens[max(0, quantity.first - WIDE) : quantity.first]
        if any(t.key.startswith(HANDED) for t in ahead):
            return measure_of(quantity, "deal_value", "handed over")
        if any(t.key.startswith(WORKS) for t in ahead):
            return measure_of(quantity, "cost", "works")
    return None


def _lies(line: Line, quantity: Quantity) -> bool:
    """«на его участках больше 75 тонн золота», «в нём около 100 т»: a place right before a weight, and no verb."""
    before = [t.key for t in line.tokens[max(0, quantity.first - PLACE) : quantity.first]]
    placed = any(key.startswith(PLACES) for key in before) or before[-2:] in (["в", "нем"], ["в", "ней"], ["в", "них"])
    return placed and not any(morph.has(key, "VERB") for key in before)


def _of_ore(line: Line, quantity: Quantity) -> bool:
    """«оксида лития от 5,3 до 5,8 процента», «флюорита в ней в среднем 32 процента»."""
    within = [t.key for t in line.tokens[max(0, quantity.first - OF_ORE) : quantity.first]]
    if any(m.first == quantity.last for m in line.of("mineral")) and "в" in within:  # «в концентрате 22,5 % меди»
        return any(key.startswith(ORE) for key in within)
    near = any(m.last <= quantity.first <= m.last + PLACE for m in line.of("mineral"))
    return near and any(token.key.startswith(ORE) for token in line.tokens[: quantity.first])


def _lately(around: Around) -> list[Line]:
    """The sentence and the two above it in the same paragraph."""
    lines = around.text.lines[max(0, around.line.index - 2) : around.line.index + 1]
    return [line for line in lines if line.sentence.paragraph == around.line.sentence.paragraph]


def _criminal(line: Line) -> bool:
    return any(token.key.startswith(CRIME) for token in line.tokens)


def of_header(header: Line, quantity: Quantity) -> str | None:
    """The measure that a table's header names; a price where it names a unit bought («Доллары за тонну»)."""
    keys = [token.key for token in header.tokens]
    bought = any(a == "за" and b.startswith(BOUGHT) for a, b in pairwise(keys))
    if quantity.dimension == "money" and bought:
        return "price"
    rising = frozenset() if quantity.dimension in {"percent", "times"} else frozenset({"growth"})
    word = words.nearest(header, quantity, rising)  # «Выплавка росла так: … тыс. тонн»
    return word.entry.key if word is not None else None
