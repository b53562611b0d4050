"""Whether a nameless noun is worth a record: what it is, where, whose, and at what stage."""

from __future__ import annotations

from importers.extraction import naming
from importers.extraction.projects import titles, where
from importers.extraction.projects.anchors import GENERIC, Anchor
from importers.extraction.projects.names import alias_after
from importers.extraction.projects.stages import is_supposed, signals
from importers.extraction.proper import CLOSING, words_of
from importers.extraction.text import Line, Text

STRONG = 3  # the least weight of a stage word that makes a nameless undertaking worth a record
LONGEST_PREPOSITION = 3
CLAUSE = 8  # words after the noun within which a verb may tell the place: «завод за 200 млн поставят в Бучуке»
BEFORE = 4  # words of the longest «в посёлке Бучук» between a verb and the noun
ROW = 8  # words of the longest row of a flattened table


def refused(anchor: Anchor) -> bool:
    """«любой рудник», «один из заводов», landmarks, wishes and denials speak of no particular thing."""
    tokens = anchor.line.tokens
    before = [t.key for t in tokens[max(0, anchor.first - 2) : anchor.head]]
    only = "только" in before or "лишь" in before  # «одного только завода» is a particular one
    generic = (
        any(word.startswith(GENERIC) and not (only and word.startswith("одн")) for word in before[-3:] if len(word) < 9)
        or "нет" in before
        or "ни" in before
    )
    return anchor.landmark or generic or is_supposed(anchor.line)


def is_worth(text: Text, anchor: Anchor, place: where.Place | None) -> bool:
    """Whether a nameless undertaking is particular enough: what or where it is, and at what stage."""
    grade = anchor.entry.get("unnamed")
    if not grade:
        return False
    if is_row(text, anchor):
        return True
    minerals = any(anchor.first <= m.first < anchor.last for m in anchor.line.of("mineral"))
    told = bool(titles.telling(anchor)) or bool(anchor.complement[1]) or " " in anchor.noun
    told = minerals or (told and grade != "mineral")
    owner = titles.owner_of(anchor) is not None
    counted = any(q.unit for q in anchor.line.quantities)
    staged = any(s.weight >= STRONG for s in signals(anchor.line))
    if grade == "self":
        return place is not None or (staged and (told or counted or owner)) or (owner and counted)
    opens = anchor.first == 0 or (anchor.first == 1 and len(anchor.line.tokens[0].text) <= LONGEST_PREPOSITION)
    town = place is not None and bool(place.name) and (staged or counted or opens)
    planned = bool(anchor.complement[1]) and bool(anchor.line.of("organisation"))
    if (told and owner) or planned or (told and alias_after(anchor.line, anchor.last) is not None):
        return True
    return ((told or owner) and (staged or place is not None or counted)) or town


def is_row(text: Text, anchor: Anchor) -> bool:
    """Whether the anchor is a row of a flattened table: alone on its line, a number on the next."""
    line: Line = anchor.line
    alone = anchor.first == 0 and len(line.tokens) <= ROW and not any(t.text in ".,;:" for t in line.tokens)
    if not alone or line.index + 1 >= len(text.lines):
        return False
    below = text.lines[line.index + 1].tokens
    return below[0].kind == "number" and len(below) <= 3


def place_of(text: Text, anchor: Anchor) -> where.Place | None:
    """The place beside the noun, after its verb («станцию построят в посёлке Улькен»), or at the sentence's opening."""
    tokens = anchor.line.tokens
    beside = where.after(anchor.line, anchor.last) or where.opening(anchor.line, anchor.first)
    beside = beside or _past_owner(anchor) or _right_before(anchor)
    if beside:
        return beside
    verbs = words_of(text.lexicon, "stage")
    for index in range(anchor.last, min(anchor.last + CLAUSE, len(tokens))):
        if tokens[index].text in ",;:.":
            return None
        verb = verbs.at(tokens, index)
        if verb and (place := where.after(anchor.line, verb.last) or where.after(anchor.line, verb.last + 1)):
            return place
    return None


def _past_owner(anchor: Anchor) -> where.Place | None:
    """«ТЭЦ комбината «Восход» в Бучуке»: the place after whose it is."""
    owner = titles.owner_after(anchor)
    if owner is None:
        return None
    tokens, index = anchor.line.tokens, owner[1]
    return where.after(anchor.line, index + (index < len(tokens) and tokens[index].text in CLOSING + '"'))


def _right_before(anchor: Anchor) -> where.Place | None:
    """«закладывает в Бучуке ТЭЦ»: the place between a verb and the noun."""
    tokens = anchor.line.tokens
    for index in range(max(0, anchor.first - BEFORE), anchor.first - 1):
        if tokens[index].key in {"в", "во", "под"}:
            place = where.after(anchor.line, index)
            if place and place.name and place.last == anchor.first and _is_verb_before(anchor.line, index):
                return place
    return None


def _is_verb_before(line: Line, index: int) -> bool:
    return index > 0 and naming.part_of_speech(line.tokens[index - 1].text) in {"VERB", "INFN", "GRND"}
