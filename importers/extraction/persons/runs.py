"""Runs of capitalised words that may be somebody's name: no country, company, role or ordinary word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.extraction import lists
from importers.extraction.fold import fold
from importers.extraction.lexicon import Lexicon
from importers.extraction.persons import roles
from importers.extraction.persons.declension import KIN, dictionary_gender, is_common, readings
from importers.extraction.persons.grammar import noun_cases
from importers.extraction.text import Line

OPENING, CLOSING = frozenset('«“„"'), frozenset('»”"')
PARTICLES = lists.words("persons: particle")
# What follows is named after a person, or is that person's thing.
NAMED_AFTER = lists.stems("persons: named after")
NAMED_NOUNS = lists.stems("persons: noun before a name")  # «директор рудника Алтай»
THINGS = frozenset({"country", "region", "group", "mineral", "organisation", "project"})
LONGEST = 4
EASTERN = 3  # words of a Chinese or Korean name
NAME = re.compile(r"[А-ЯЁҚҒӘІҢӨҰҮҺҶҲӢӮ][а-яёқғәіңөұүһҷҳӣӯi]*(?:[-‑'’][А-ЯЁа-яёҚқҒғӘәІіҢңӨөҰұҮүҺһ]+)*")


def runs(line: Line, lexicon: Lexicon, known: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Token ranges that may be names of persons, from left to right."""
    tokens = line.tokens
    covered = {i for m in line.mentions if m.kind in THINGS for i in range(m.first, m.last)}
    index = 0
    while index < len(tokens):
        if not tokens[index].capital or not _begins(line, index, covered, lexicon, known):
            index += 1
            continue
        last = _end(line, index, covered, lexicon, known)
        if not _is_thing(line, index, last):
            yield index, last
        index = last


def _begins(line: Line, index: int, covered: set[int], lexicon: Lexicon, known: dict[str, str]) -> bool:
    token = line.tokens[index]
    if not _capital(line, index):
        return False
    if index in covered and not _name_after_all(line, index, covered, known):
        return _apposed(line, index, covered, lexicon, known)
    if _initial(line, index):
        return _after_initials(line, index) or bool(index)
    first_name = _is_first_name(token.text, known)
    if lexicon.only("role").at(line.tokens, index) and not (
        index and first_name and _surname_follows(line, index, known)
    ):
        return False  # «Аким Марат Алиев», «Аким Алиев»: a first name elsewhere, an office here
    if not is_common(token.text) or first_name or _apposed(line, index, covered, lexicon, known):
        return True
    return lexicon.only("office_holder").at(line.tokens, index) is not None  # «Макрон» is a sign above a letter too


def _end(line: Line, index: int, covered: set[int], lexicon: Lexicon, known: dict[str, str]) -> int:
    """The token after the run that begins at `index`."""
    tokens = line.tokens
    first_name = _is_first_name(tokens[index].text, known) or _initial(line, index)
    first_name = first_name or index in covered or is_common(tokens[index].text)  # begun as one all the same
    last, words = _step(line, index), 1
    while last < len(tokens) and words < LONGEST:
        token = tokens[last]
        follows = last + 1 < len(tokens) and tokens[last + 1].is_word and tokens[last + 1].capital
        if token.key in PARTICLES and follows:  # «Салман Аль Сауд» too
            last += 1
            continue
        if token.key in KIN or _with_article(token.text):
            last, words = last + 1, words + 1
            continue
        if not _capital(line, last) or (last in covered and not (first_name and _surname_after_all(line, last))):
            break
        eastern = known.get(fold(tokens[index].text)) == "any" and words < EASTERN  # «Ким Ён Су»
        if is_common(token.text) and not (first_name and words == 1) and not eastern:
            break
        if not first_name and lexicon.only("role").at(tokens, last) is not None:
            break
        last, words = _step(line, last), words + 1
    return last


def _step(line: Line, index: int) -> int:
    """The token after the word, past the point of an initial."""
    return index + 2 if _initial(line, index) else index + 1


def _initial(line: Line, index: int) -> bool:
    tokens = line.tokens
    return len(tokens[index].text) == 1 and index + 1 < len(tokens) and tokens[index + 1].text == "."


def _after_initials(line: Line, index: int) -> bool:
    """Whether a surname follows the initials at `index`."""
    tokens = line.tokens
    end = min(len(tokens), index + 2 * LONGEST)
    while index < end and _capital(line, index) and _initial(line, index):
        index += 2
    return index < len(tokens) and _capital(line, index)


def _capital(line: Line, index: int) -> bool:
    token = line.tokens[index]
    if not token.is_word or not token.capital or not NAME.fullmatch(token.text):
        return False
    return len(token.text) == 1 or not token.text.isupper()


def _is_first_name(word: str, known: dict[str, str]) -> bool:
    return any(fold(r.nominative) in known or dictionary_gender(r.nominative) for r in readings(word))


def _name_after_all(line: Line, index: int, covered: set[int], known: dict[str, str]) -> bool:
    """Whether a first name that is also a place («Урал Юсупов») is followed by a surname."""
    following = index + 1
    if following >= len(line.tokens) or following in covered or not _capital(line, following):
        return False
    single = any(m.first == index and m.last == following for m in line.mentions)
    return single and _is_first_name(line.tokens[index].text, known) and _surname_after_all(line, following)


def _apposed(line: Line, index: int, covered: set[int], lexicon: Lexicon, known: dict[str, str]) -> bool:
    """Whether a place or a common word is a first name: in the nominative it cannot depend on the office before it.

    «начальник Госгеологии Алтай Бекназаров», while «начальник рудника Алтай Бекназаров» is said of the mine.
    """
    tokens, following = line.tokens, index + 1
    if not index or following >= len(tokens) or following in covered or not _capital(line, following):
        return False
    cases, before = noun_cases(tokens[index].text), tokens[index - 1]
    first_name = fold(tokens[index].text) in known  # «Иран Шархан»: any surname may follow
    surnames = [r for r in readings(tokens[following].text) if (r.typed or first_name) and "nomn" in r.cases]
    if not surnames or "nomn" not in cases or "gent" in cases or not before.is_word:
        return False
    things = [m for m in line.mentions if m.first <= index < m.last and m.kind in THINGS]
    if any(m.last > following or (m.kind != "region" and not first_name) for m in things):
        return False
    if before.key.startswith(NAMED_NOUNS) or before.text.isascii():
        return False
    return roles.before(tokens, index, lexicon, frozenset({"nomn"})) is not None


def _with_article(word: str) -> bool:
    """Whether the word is a surname with an Arabic article: «Бандар аль-Хорайеф»."""
    lead, dash, rest = word.partition("-")
    return bool(dash) and lead in PARTICLES and rest[:1].isupper()


def _surname_follows(line: Line, index: int, known: dict[str, str]) -> bool:
    following = index + 1
    return (
        following < len(line.tokens)
        and _capital(line, following)
        and not _is_first_name(line.tokens[following].text, known)
    )


def _surname_after_all(line: Line, index: int) -> bool:
    return any(r.typed for r in readings(line.tokens[index].text))


def _is_thing(line: Line, first: int, last: int) -> bool:
    """Whether the run is the name of a thing: the whole of what stands in quotation marks, or after «имени»."""
    tokens = line.tokens
    if not first:
        return False
    before = tokens[first - 1]
    quoted = before.text in OPENING and last < len(tokens) and tokens[last].text in CLOSING
    return quoted or before.key.startswith(NAMED_AFTER)
