"""Counted nouns: «384 месторождения», «двадцать две компании», and what later clauses borrow from them."""

from __future__ import annotations

from importers.extraction import morph
from importers.extraction.lexicon import Entry
from importers.extraction.quantities import Quantity
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

REACH = 5  # adjectives and genitives that may stand between number and noun
LEAST_UNKNOWN = 10  # below this a noun that no row names is talk («пять шагов»), above it is a count
LEAST_KNOWN = 3
PARTS_OF = frozenset({"из"})


def counted(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """The count that the quantity is, or None where nothing countable follows and nothing can be borrowed."""
    if quantity.number.value != int(quantity.number.value) and quantity.number.scale == 1:
        return None
    noun = noun_after(line, quantity, text)
    if noun is not None:
        entry, last = noun
        if entry is not None and entry.key == "people":  # «погибли три человека» are no jobs
            employed = any(e.key == "jobs" for match in line.saying("measure") for e in match.entries)
            return Found(quantity, "count", "jobs", "count", quantity.first, last, entry.text) if employed else None
        return _count(quantity, entry, last)
    if _borrows(line, quantity, previous) and previous is not None:
        return Found(
            quantity,
            "count",
            previous.measure,
            "count borrowed",
            quantity.first,
            _phrase_end(line, quantity),
            previous.noun,
        )
    return _noun_before(line, quantity)


def noun_after(line: Line, quantity: Quantity, text: Text) -> tuple[Entry | None, int] | None:
    """The counted-noun row after the number (None for a noun without a row), with the token after it."""
    for index in range(quantity.last, min(quantity.last + REACH, len(line.tokens))):
        token = line.tokens[index]
        if not token.is_word:
            return None
        match = text.lexicon.only("counted").at(line.tokens, index)
        if match is not None:
            return match.entry, match.last
        if token.key in {"и", "или"} and index > quantity.last:  # «500 постоянных и 1200 временных рабочих мест»
            following = next((q for q in line.quantities if q.first == index + 1 and q.unit is None), None)
            return noun_after(line, following, text) if following else None
        word = token.text.lower()
        parse = morph.parses(word)[0]
        if parse.tag.POS in {"ADJF", "PRTF"} or (index > quantity.last and morph.has(word, "ADJF")):
            continue
        if (
            parse.tag.POS == "NOUN"
            and not token.capital
            and ({"gent", "plur"} <= parse.tag.grammemes or morph.has(word, "gent"))
        ):
            return None if text.lexicon.names.at(line.tokens, index) else (_UNKNOWN, index + 1)
        return None
    return None


_UNKNOWN = Entry("counted", "unknown", "")


def _count(quantity: Quantity, entry: Entry | None, last: int) -> Found | None:
    assert entry is not None
    number = quantity.number
    if entry.key == "none":
        return None
    if entry.key == "unknown":
        if number.worded or number.value < LEAST_UNKNOWN:
            return None
        return Found(quantity, "count", "other", "count", quantity.first, last, "")
    worded = entry.get("worded")
    if worded == "no" and (number.worded or number.value < LEAST_UNKNOWN):
        return None  # «пять стран» speak of the parties
    if worded == "some" and number.value < LEAST_KNOWN:
        return None  # «оба участка»
    if number.worded and number.value == 1 and number.scale == 1:
        return None  # «одна компания», «один из проектов»
    return Found(quantity, "count", entry.key, "count", quantity.first, last, entry.text)


def _borrows(line: Line, quantity: Quantity, previous: Found | None) -> bool:
    """«Семь из них», «14 – медицинских изделий», «в Узбекистане - 87», «по проекту их 1800»."""
    if previous is None or previous.unit != "count" or (not previous.noun and previous.measure == "other"):
        return False
    tokens = line.tokens
    after = tokens[quantity.last].key if quantity.last < len(tokens) else ""
    before = tokens[quantity.first - 1].key if quantity.first else ""
    if before == "ни" or (after in PARTS_OF and quantity.low == 1):  # «ни одно из них», «один из них»
        return False
    if after in PARTS_OF:
        return quantity.last + 1 < len(tokens) and tokens[quantity.last + 1].key in {"них", "этих", "которых"}
    if after == "-" or before == "-":
        return True
    return before == "их"


def _phrase_end(line: Line, quantity: Quantity) -> int:
    """The evidence of a borrowed count runs to the end of its clause: «14 – медицинских изделий»."""
    tokens = line.tokens
    if quantity.last < len(tokens) and tokens[quantity.last].key == "-":
        for index in range(quantity.last + 1, min(len(tokens), quantity.last + 4)):
            if not tokens[index].is_word or tokens[index].key in {"и", "а"}:
                return index
        return min(len(tokens), quantity.last + 4)
    return quantity.last


def _noun_before(line: Line, quantity: Quantity) -> Found | None:
    """«Рабочих мест на ней 5600»: the noun stands first, the number ends the clause."""
    tokens = line.tokens
    ends = quantity.last >= len(tokens) or tokens[quantity.last].text in ".;,):"
    if not ends or quantity.number.worded:
        return None
    for match in line.saying("counted"):
        entry = next(e for e in match.entries if e.kind == "counted")
        near = match.last <= quantity.first and quantity.first - match.last <= REACH
        clean = all(t.is_word or t.text in ":—–-" for t in tokens[match.last : quantity.first])
        if (
            near
            and clean
            and entry.key not in {"none", "other"}
            and morph.has(tokens[match.first].text.lower(), "plur")
        ):
            return Found(quantity, "count", entry.key, "count after its noun", match.first, quantity.last, entry.text)
    return None
