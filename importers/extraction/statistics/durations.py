"""Years and months that are a fact (a term, a life of a mine), and those that only tell when something was."""

from __future__ import annotations

from importers.extraction import lists, morph
from importers.extraction.quantities import Quantity
from importers.extraction.text import Line

BEFORE, AFTER = 3, 2  # tokens
GENITIVES = 4  # tokens
CLAUSE = 8  # tokens in which the verb of «за четыре года» stands
AWAY = lists.words("statistics: years away")  # «через два года», «в возрасте 50 лет»
LATELY = lists.stems("statistics: lately")  # «за последние десять лет»
BACKWARDS = lists.words("statistics: backwards")  # «три года назад»
LIVED = lists.stems("statistics: years lived")  # «отработавший двадцать шесть лет», «исполнилось 45 лет»
ENDING = lists.stems("statistics: comes to an end")  # «уран кончится через тридцать лет»
SPAN = frozenset({"за", "течение", "протяжении"})
QUARTER = 3  # months


def passing(line: Line, quantity: Quantity) -> bool:
    """Whether a length of time is no fact of its own: ages, moments, the span of a growth, days."""
    if quantity.unit == "day" or (quantity.unit == "month" and quantity.low % QUARTER):
        return True
    tokens, first, last = line.tokens, quantity.first, quantity.last
    behind = [t.key for t in tokens[max(0, first - BEFORE) : first]]
    if any(t.key in BACKWARDS for t in tokens[last : last + AFTER]) or any(k.startswith(LATELY) for k in behind[-2:]):
        return True
    if (
        any(t.key.startswith(LIVED) for t in tokens[max(0, first - CLAUSE) : last + BEFORE])
        or _aged(line, quantity)
        or _old(line, quantity)
    ):
        return True
    if any(key in AWAY for key in behind[-2:]):
        return not any(token.key.startswith(ENDING) for token in tokens)
    if any(key in SPAN for key in behind[-2:]):
        return not (_lasts(line, quantity) or _ahead(line, quantity))
    return quantity.unit == "month" and not _lasts(line, quantity)


def _lasts(line: Line, quantity: Quantity) -> bool:
    """«запасы кончатся через тридцать лет», «построят за полтора года»: a word of lasting stands near."""
    return any(
        entry.key == "duration" and abs(match.first - quantity.first) <= CLAUSE
        for match in line.saying("measure")
        for entry in match.entries
    )


def _ahead(line: Line, quantity: Quantity) -> bool:
    """«взялся за четыре года вложить», «перерабатывать намерены в течение 17 лет»: a plan and its term."""
    near = line.tokens[max(0, quantity.first - CLAUSE) : quantity.last + BEFORE]
    return any(
        parse.tag.POS == "INFN" or "futr" in parse.tag for t in near if t.is_word for parse in morph.parses(t.key)[:1]
    )


def _old(line: Line, quantity: Quantity) -> bool:
    """«Комбинату 80 лет», «Директору рудника 52 года»: a dative that opens the clause, and genitives, then years."""
    if _lasts(line, quantity):
        return False
    place = quantity.first - 1
    for _ in range(GENITIVES):
        if place < 0 or not line.tokens[place].is_word:
            return False
        word = line.tokens[place].text.lower()
        opens = place == 0 or line.tokens[place - 1].text in ",;(—-–"
        if opens and any("NOUN" in p.tag and "datv" in p.tag and "sing" in p.tag for p in morph.parses(word)[:3]):
            return not morph.has(word, "nomn")
        if not morph.has(word, "gent"):
            return False
        place -= 1
    return False


def _aged(line: Line, quantity: Quantity) -> bool:
    """«Геологу 45 лет», «ему 45 лет», «Смит, 45 лет»: a person in the dative right before the years."""
    if not quantity.first:
        return False
    before = line.tokens[quantity.first - 1]
    parse = morph.parses(before.text.lower())[0]
    person = "anim" in parse.tag or parse.tag.POS == "NPRO" or "Surn" in parse.tag or "Name" in parse.tag
    return before.is_word and person and morph.has(before.text.lower(), "datv")
