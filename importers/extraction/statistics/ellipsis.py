"""Counts whose noun stands elsewhere: «лицензий выдали 418, отозвали 96», «семь из них», «штат перевалил за тысячу»."""

from __future__ import annotations

from dataclasses import replace

from importers.extraction import lists, morph
from importers.extraction.quantities import Quantity
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

AHEAD = 10  # tokens between a noun in front and its number
PARTS_OF = frozenset({"из"})
OF_THEM = frozenset({"них", "этих", "которых"})
WORKING = lists.stems("statistics: working")  # «возьмут», «позовут», «кормит»
STAFF = lists.stems("statistics: staff")  # «штат — шестьдесят», «на стройку позовут свыше тысячи»
STAFFED = 6  # tokens
CLAUSE_ENDS = frozenset(".;,):?!…»")
THOUSAND = 1000
SIMILAR = 40  # a count borrows the scale of the one before it where they are as near as this


def counted(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """The count of a bare number, whose noun is before it in the clause or in the figure before."""
    if quantity.unit is not None or quantity.number.scale > THOUSAND:  # «17,4 млн» is money
        return None
    if quantity.low != int(quantity.low):
        borrowed = _borrowed(line, quantity, previous)
        return borrowed if borrowed and borrowed.quantity.low == int(borrowed.quantity.low) else None
    return (
        _of_a_noun_ahead(line, quantity)
        or _borrowed(line, quantity, previous)
        or _staff(line, quantity)
        or _answered(line, quantity, text)
    )


def at_work(line: Line) -> bool:
    """Whether the sentence speaks of employment."""
    return any(e.key == "jobs" for match in line.saying("measure") for e in match.entries) or any(
        token.key.startswith(WORKING) for token in line.tokens
    )


def _answered(line: Line, quantity: Quantity, text: Text) -> Found | None:
    """«Сколько человек у вас трудится? — Четыреста двенадцать.»"""
    question = text.lines[line.index - 1] if line.index else None
    if question is None or question.tokens[-1].text != "?" or not ends_clause(line, quantity):
        return None
    asked = next((i for i, token in enumerate(question.tokens) if token.key == "сколько"), None)
    if asked is None or any(token.is_word for token in line.tokens[: quantity.first]):
        return None
    match = next((m for m in question.saying("counted") if m.first >= asked), None)
    entry = next((e for e in match.entries if e.kind == "counted"), None) if match else None
    if entry is None or entry.key == "none":
        return None
    employed = any(e.key == "jobs" for m in question.saying("measure") for e in m.entries)
    measure = ("jobs" if employed else "other") if entry.key == "people" else entry.key
    return Found(quantity, "count", measure, "count answered", quantity.first, quantity.last, entry.text)


def ends_clause(line: Line, quantity: Quantity) -> bool:
    """Whether the number is the last word of its clause."""
    return quantity.last >= len(line.tokens) or line.tokens[quantity.last].text in CLAUSE_ENDS


def _of_a_noun_ahead(line: Line, quantity: Quantity) -> Found | None:
    """«Рабочих мест на ней 5600», «Строителей позовут девятьсот», «Лицензий с начала года выдали 418»."""
    if not ends_clause(line, quantity):
        return None
    low = max(0, quantity.first - AHEAD)
    for index in range(quantity.first - 1, low - 1, -1):
        if line.tokens[index].text in ",;:." or any(q.first <= index < q.last for q in line.quantities):
            low = index + 1
            break
    for match in line.saying("counted"):
        entry = next(e for e in match.entries if e.kind == "counted")
        plural = morph.has(line.tokens[match.first].text.lower(), "gent", "plur")
        if low <= match.first and match.last <= quantity.first and entry.key != "none" and plural:
            employed = "jobs" if at_work(line) else "other"
            measure = employed if entry.key == "people" else entry.key
            return Found(quantity, "count", measure, "count after its noun", match.first, quantity.last, entry.text)
    opening = line.tokens[low] if low < quantity.first else None
    if opening is None or not opening.is_word:
        return None
    persons = any(
        {"gent", "plur"} <= p.tag.grammemes and (p.tag.POS == "ADJF" or "anim" in p.tag)
        for p in morph.parses(opening.text.lower())[:2]
    )
    told = any(morph.has(t.key, "VERB") for t in line.tokens[low + 1 : quantity.first])
    if persons and told:
        measure = "jobs" if at_work(line) else "other"
        return Found(quantity, "count", measure, "count after its noun", low, quantity.last, "человек")
    return None


def _borrowed(line: Line, quantity: Quantity, previous: Found | None) -> Found | None:
    """«Семь из них», «14 – медицинских изделий», «в Узбекистане - 87», «отозвали 96», «около шестисот»."""
    if previous is None or previous.unit != "count" or (not previous.noun and previous.measure == "other"):
        return None
    if not _borrows(line, quantity):
        return None
    scale = previous.quantity.number.scale
    small = quantity.number.scale == 1 and scale > 1 and quantity.low < SIMILAR
    this = quantity if not small else _scaled(quantity, previous.quantity)
    return Found(
        this, "count", previous.measure, "count borrowed", quantity.first, _phrase_end(line, quantity), previous.noun
    )


def _scaled(quantity: Quantity, like: Quantity) -> Quantity:
    """«Занято 1,4 тысячи человек, обещали полторы»."""
    scale = like.number.scale
    return replace(quantity, low=quantity.low * scale, high=quantity.high * scale if quantity.high else None)


def _borrows(line: Line, quantity: Quantity) -> bool:
    tokens, last = line.tokens, quantity.last
    after = tokens[last].key if last < len(tokens) else ""
    before = tokens[quantity.first - 1].key if quantity.first else ""
    if before == "ни" or (after in PARTS_OF and quantity.low == 1):  # «ни одно из них», «один из них»
        return False
    if after in PARTS_OF:
        return last + 1 < len(tokens) and tokens[last + 1].key in OF_THEM
    if after == "-" or before in {"-", "их"} or (before == "них" and tokens[quantity.first - 2].key == "из"):
        return True
    if quantity.low == 1 or (quantity.number.worded and quantity.low < 3 and quantity.qualifier == "exact"):
        return False
    if ends_clause(line, quantity):
        return True
    alone = morph.has(after, "ADJF", "gent", "plur") or morph.has(after, "PRTF", "gent", "plur")
    return alone or (morph.has(after, "VERB", "plur") or morph.has(after, "PRTS", "plur"))  # «семь отозванных»


def _phrase_end(line: Line, quantity: Quantity) -> int:
    """The evidence of a borrowed count runs to the end of its clause: «14 – медицинских изделий»."""
    tokens = line.tokens
    if quantity.last < len(tokens) and tokens[quantity.last].key == "-":
        for index in range(quantity.last + 1, min(len(tokens), quantity.last + 4)):
            if not tokens[index].is_word or tokens[index].key in {"и", "а"}:
                return index
        return min(len(tokens), quantity.last + 4)
    return quantity.last


def _staff(line: Line, quantity: Quantity) -> Found | None:
    """«Штат перевалил за полторы тысячи», «на время стройки позовут свыше тысячи»."""
    near = line.tokens[max(0, quantity.first - STAFFED) : quantity.first]
    comma = next((i for i in range(len(near) - 1, -1, -1) if near[i].text in ",;:"), -1)
    near = near[comma + 1 :]
    substantive = quantity.last < len(line.tokens) and morph.has(line.tokens[quantity.last].key, "ADJF", "gent", "plur")
    if not (ends_clause(line, quantity) or substantive) or any(t.kind == "number" for t in near):
        return None
    if any(token.key.startswith(STAFF) for token in near):
        return Found(quantity, "count", "jobs", "count of staff", quantity.first, quantity.last, "человек")
    return None
