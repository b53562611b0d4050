"""Counted nouns: «384 месторождения», «двадцать две компании», «пятеро горняков», «26 были ранены»."""

from __future__ import annotations

from typing import Any

from importers.extraction import lists, morph
from importers.extraction.lexicon import Entry
from importers.extraction.quantities import Quantity
from importers.extraction.statistics import ellipsis
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text

REACH = 5  # adjectives and genitives that may stand between number and noun
LEAST_UNKNOWN = 10  # below this a noun that no row names is talk («пять шагов»), above it is a count
LEAST_PEOPLE = 2
LEAST_KNOWN = 3
PARTS = frozenset({"из", "его", "ее", "их", "все", "всех", "эти", "этих", "оба", "обе", "обеих", "обоих"})
BOTH = frozenset({"оба", "обе", "обоих", "обеих", "обеими", "обоими", "обоим", "обеим"})
TOGETHER = lists.words("statistics: persons together")  # «пятеро не вышли»
HARMED = lists.stems("statistics: harmed")  # «погибли», «ранены», «осуждены»: these people are at no work
FUNCTION = frozenset({"PREP", "CONJ", "PRCL", "ADVB", "NPRO", "VERB", "INFN"})
MOST = 1_000_000  # «двадцать миллионов поводов» is talk


def counted(line: Line, quantity: Quantity, previous: Found | None, text: Text) -> Found | None:
    """The count that the quantity is, or None where nothing countable follows and nothing can be borrowed."""
    if quantity.number.value != int(quantity.number.value) and quantity.number.scale == 1:
        return ellipsis.counted(line, quantity, previous, text)  # «1,4 тысячи человек, обещали полторы»
    if line.tokens[quantity.number.first].key in BOTH:  # «оба совета»: nobody counted them
        return None
    noun = noun_after(line, quantity, text)
    if noun is not None:
        entry, last = noun
        return _count(line, quantity, entry, last)
    return _persons(line, quantity, previous) or ellipsis.counted(line, quantity, previous, text)


def noun_after(line: Line, quantity: Quantity, text: Text) -> tuple[Entry, int] | None:
    """The counted-noun row after the number (one of ours for a noun without a row), with the token after it."""
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
        noun = None if token.capital else _noun(word, quantity, index == quantity.last)
        if noun is None or text.lexicon.names.at(line.tokens, index):
            return None
        return (_PERSONS if "anim" in noun.tag else _UNKNOWN), index + 1
    return None


_UNKNOWN = Entry("counted", "unknown", "")
_PERSONS = Entry("counted", "people", "человек")


def _noun(word: str, quantity: Quantity, first: bool) -> Any:
    """The parse of a noun that goes with the number: «108 томов», «четверо работников», «пятерым сотрудникам»."""
    if morph.parses(word)[0].tag.POS in FUNCTION:
        return None
    nouns = [p for p in morph.parses(word) if p.tag.POS == "NOUN"]
    genitive = next((p for p in nouns if "gent" in p.tag), None)
    if genitive is not None and (quantity.number.scale == 1 or "plur" in genitive.tag):
        return genitive
    oblique = quantity.number.worded and first and quantity.number.scale == 1
    return next((p for p in nouns if "plur" in p.tag and "nomn" not in p.tag), None) if oblique else None


def _count(line: Line, quantity: Quantity, entry: Entry, last: int) -> Found | None:
    """The count of a noun, None where its row or its smallness makes it talk."""
    number = quantity.number
    if entry.key == "none" or (number.worded and number.value == 1 and entry.key not in {"people"}):
        return None  # «одна компания», «один из проектов»
    if entry.key == "people":
        return _people(line, quantity, last, entry.text)
    if entry.key == "unknown":
        named = LEAST_UNKNOWN <= number.value < MOST
        return Found(quantity, "count", "other", "count", quantity.first, last, "") if named else None
    worded = entry.get("worded")
    if worded == "no" and number.value < LEAST_UNKNOWN:
        return None  # «пять стран» speak of the parties
    few = number.value < LEAST_UNKNOWN and number.worded
    if worded == "some" and few and (number.value < LEAST_KNOWN or _part(line, quantity)):
        return None  # «оба участка», «из трёх участков»
    if entry.key == "jobs":
        return _people(line, quantity, last, entry.text, "jobs")
    return Found(quantity, "count", entry.key, "count", quantity.first, last, entry.text)


def _part(line: Line, quantity: Quantity) -> bool:
    """«рудная база собрана из трёх участков», «на его четырёх участках»: parts of one project."""
    return quantity.first > 0 and line.tokens[quantity.first - 1].key in PARTS


def _people(line: Line, quantity: Quantity, last: int, noun: str, default: str = "other") -> Found | None:
    """People are jobs where they work or will, and a count of persons where they suffer or stand trial."""
    small = quantity.number.value < LEAST_PEOPLE and noun not in {"человек"}
    if small or (default == "other" and quantity.number.value < LEAST_PEOPLE and not _harmed(line)):
        return None
    employed = default == "jobs" or ellipsis.at_work(line)
    measure = "other" if _harmed(line) or not employed else "jobs"
    return Found(quantity, "count", measure, "count", quantity.first, last, noun or "человек")


def _harmed(line: Line) -> bool:
    return any(token.key.startswith(HARMED) for token in line.tokens)


def _persons(line: Line, quantity: Quantity, previous: Found | None) -> Found | None:
    """«трое ранены», «пятеро не вышли», «26 были ранены»: a number that acts is of persons."""
    tokens, last = line.tokens, quantity.last
    together = tokens[quantity.number.first].key in TOGETHER
    after_people = previous is not None and previous.unit == "count" and previous.measure in {"other", "jobs"}
    place = last + (last < len(tokens) and tokens[last].key == "не")
    if quantity.unit is not None or place >= len(tokens) or not (together or after_people):
        return None
    acting = any(p.tag.POS in {"VERB", "PRTS", "ADJS"} and "plur" in p.tag for p in morph.parses(tokens[place].key)[:2])
    if not acting:
        return None
    noun = previous.noun if previous is not None and after_people else "человек"
    measure = "other" if together or _harmed(line) or previous is None else previous.measure
    return Found(quantity, "count", measure, "count of persons", quantity.first, place + 1, noun)
