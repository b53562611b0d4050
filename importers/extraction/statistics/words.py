"""The words of a sentence that say what a number measures, by how near they stand to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from importers.extraction import lists
from importers.extraction.lexicon import Entry, Match
from importers.extraction.morph import has
from importers.extraction.quantities import Quantity
from importers.extraction.text import Line

# «в 2 млрд, в то время как импорт»: a word behind one of these belongs to the next clause
BREAKS = frozenset({";", "однако", "зато", "тогда", "при"})
IDLE_BEFORE = lists.stems("statistics: no measure behind")
IDLE_AFTER = lists.stems("statistics: no measure before")
BEHIND = 1.6  # a word after the number must be this much nearer than one before it
CURRENCY_SIGNS = frozenset("$€£¥₸₽₼")
HEAD = 3  # tokens from the sentence's first
FOREIGN, OWN = 20, 3  # a word of the next clause with a figure of its own this near
CLAUSE, BREAK = 4, 6  # what a comma and a break between word and number weigh, in tokens
OTHER_AHEAD, OTHER_BEHIND = 3, 8  # what another number between them weighs


@dataclass(frozen=True, slots=True)
class Word:
    """A measure row with its distance from the number, in tokens."""

    entry: Entry
    distance: float
    said: str = ""  # the form that stands in the sentence
    first: int = 0
    last: int = 0

    @property
    def sign(self) -> int:
        return int(self.entry.get("sign", "1"))


def rows(line: Line, dimension: str) -> Iterator[tuple[Match, Entry]]:
    """The measure rows of the sentence that go with a kind of unit."""
    for match in line.saying("measure"):
        for entry in match.entries:
            if entry.kind == "measure" and dimension in entry.get("dims").split() and not _idle(line, match):
                yield match, entry


def _idle(line: Line, match: Match) -> bool:
    """«природных ресурсов», «поставил точку»: the word measures nothing there."""
    before = line.tokens[match.first - 1].key if match.first else ""
    after = line.tokens[match.last].key if match.last < len(line.tokens) else ""
    return before.startswith(IDLE_BEFORE) or after.startswith(IDLE_AFTER)


def nearest(
    line: Line, quantity: Quantity, without: frozenset[str] = frozenset(), only: str | None = None
) -> Word | None:
    """The nearest row outside the quantity, measures in `without` passed over, or of `only` one measure."""
    best: Word | None = None
    for match, entry in rows(line, quantity.dimension):
        inside = match.first >= quantity.first and match.last <= quantity.last
        inside = inside or _governed(line, quantity, match)
        if only is not None and entry.key != only:
            continue
        if inside or entry.key in without or (entry.key != "price" and _reaches(line, quantity, match)):
            continue
        distance = _distance(line, quantity, match)
        if best is None or distance < best.distance:
            best = Word(entry, distance, line.tokens[match.first].text.lower(), match.first, match.last)
    return best


def heads(line: Line, quantity: Quantity, word: Word) -> bool:
    """«Запасы рудника, откуда завод берёт руду, геологи оценивают в 400 млн тонн»: the sentence is about the word."""
    same = (q for q in line.quantities if q.dimension == quantity.dimension)
    alone = not any(word.last <= q.number.first < quantity.first for q in same)
    return word.first < HEAD and alone and has(line.tokens[word.first].text.lower(), "NOUN", "nomn")


def _governed(line: Line, quantity: Quantity, match: Match) -> bool:
    """«доходы бюджета»: the genitive behind another such noun measures nothing itself."""
    genitive = has(line.tokens[match.first].text.lower(), "NOUN", "gent")
    return genitive and any(m.last == match.first for m, _ in rows(line, quantity.dimension))


def by(line: Line, quantity: Quantity) -> bool:
    """«на 79 %», «почти на 79 %»."""
    return preposition(line, quantity) == "на"


def preposition(line: Line, quantity: Quantity) -> str:
    """The word right before the number."""
    first = quantity.number.first
    first -= first > 1 and line.tokens[first - 1].text in CURRENCY_SIGNS  # «за $1,3 млрд»
    return line.tokens[first - 1].key if first else ""


def _reaches(line: Line, quantity: Quantity, match: Match) -> bool:
    """«переработку поднимут до 160 млн тонн»: the verb moves the value and does not measure it."""
    moves = any(reach.first == match.first for reach in line.saying("reach"))
    return moves and preposition(line, quantity) == "до"


def _distance(line: Line, quantity: Quantity, match: Match) -> float:
    """Tokens between word and number; other numbers and clause ends between them weigh more."""
    ahead = match.last <= quantity.first
    low, high = (match.last, quantity.first) if ahead else (quantity.last, match.first)
    between = line.tokens[low:high]
    cost = float(len(between)) * (1 if ahead else BEHIND)
    cost += sum(CLAUSE for token in between if token.text == ",")
    cost += sum(BREAK for token in between if token.key in BREAKS)
    others = sum(low <= other.number.first < high for other in line.quantities)
    if not ahead and any(token.text == "," for token in between):  # «в нём 100 т, добывают же 5,5»
        cost += FOREIGN * any(match.last <= q.first <= match.last + OWN for q in line.quantities)
    return cost + others * (OTHER_AHEAD if ahead else OTHER_BEHIND)
