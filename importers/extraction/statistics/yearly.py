"""Whether a weight is one of every year: «53 тыс. тонн руды в год»."""

from __future__ import annotations

from itertools import pairwise

from importers.extraction import lists
from importers.extraction.quantities import Quantity
from importers.extraction.text import Line

YEARLY_WORDS = lists.words("statistics: yearly")
YEARLY_BEFORE, YEARLY_AFTER = 12, 7  # tokens
OF_ANOTHER = 4  # tokens: «в год» this near behind a figure is that figure's


def yearly(line: Line, quantity: Quantity) -> bool:
    """«53 тыс. тонн руды в год», «выпускать ежегодно 400 тыс. тонн», «за год здесь перемелют»."""
    rest = [q for q in line.quantities if q.moved and q.first >= quantity.last]
    if quantity.moved and rest:  # «увеличат со 150 до 900 тыс. тонн в год»
        return yearly(line, rest[0])
    after = line.tokens[quantity.last : quantity.last + YEARLY_AFTER]
    for index, token in enumerate(after):
        if token.kind == "number" and after[index - 1].key == "и":  # «2 тонны золота и 16 тысяч тонн сурьмы в год»
            return any(q.number.first == quantity.last + index and yearly(line, q) for q in line.quantities)
        if token.kind == "number" or token.text in ";:":
            break
        if token.text == "," and any(q.first > quantity.last + index for q in line.quantities):
            break  # «на балансе 2300 тонн, ежегодно добываем 90»
        if token.key in YEARLY_WORDS or (token.key == "год" and index and after[index - 1].key == "в"):
            return True
    start = max(0, quantity.first - YEARLY_BEFORE)
    others = {i for q in line.quantities for i in range(q.number.first, q.last + OF_ANOTHER)}
    taken = {i for i in others if _parted(line, i, quantity.first)}
    before = [(i, line.tokens[i].key) for i in range(start, quantity.first)]
    in_a_year = any(a in {"в", "за"} and b == "год" and i not in taken for (i, a), (_, b) in pairwise(before))
    return in_a_year or any(key in YEARLY_WORDS for i, key in before if i not in taken)


def _parted(line: Line, index: int, first: int) -> bool:
    """«миллион тонн в год, за январь получено 90 тысяч»: what stands before the comma is of the other figure."""
    return index < first and any(token.text in ",;(" for token in line.tokens[index:first])
