"""Ways to read a written name: which words are its nominatives, in which case it stands, whose gender it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from importers.extraction.fold import fold
from importers.extraction.lexicon import Lexicon
from importers.extraction.persons.declension import (
    ANY,
    KIN,
    Reading,
    dictionary_gender,
    distance,
    is_common,
    is_patronymic,
    readings,
)
from importers.extraction.segment import Token

SLIPS = 2  # letters by which a misspelt surname may differ: «Гуйсенов» and «Гусейнов»
SHORTEST_SLIP = 6
BENDING = "уюы"
SYLLABLE, VOWELS = 3, "уюыиеэёо"  # an Eastern name of one syllable that no case ending can be told from
MOST = 8  # readings kept
KNOWN, CLASH, TYPED, NOMINATIVE, FIXED = 6, -6, 1, 1, -2
BEHIND = 4  # a reading so much less likely than the best is dropped


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a whole name: its words in the nominative, the cases that all of them share, gender and score."""

    words: tuple[str, ...]
    cases: frozenset[str]
    gender: str
    score: int
    given: str
    surname: str


@lru_cache(maxsize=4)
def first_names(lexicon: Lexicon) -> dict[str, str]:
    """First names of the reference rows by folded form: m, f, or any (Chinese surnames, which stand first)."""
    return {fold(entry.text): entry.key for entry in lexicon.of_kind("person_name")}


def full(tokens: Sequence[Token], first: int, last: int, known: dict[str, str]) -> list[Name]:
    """The readings of tokens as a name of two words or more, likeliest first; a score above 0 says that it is one."""
    words = _words(tokens, first, last)
    if len(words) < 2 or (words[0].endswith(".") and len([w for w in words if not w.endswith(".")]) < 1):
        return []
    parts = [_parts(words, index, known) for index in range(len(words))]
    named = [name for combination in product(*parts) for name in _name(combination, known)]
    ordered = list(dict.fromkeys(sorted(named, key=lambda n: -n.score)))
    return [n for n in ordered if n.score > ordered[0].score - BEHIND][:MOST]


def short(tokens: Sequence[Token], first: int, last: int, known: dict[str, str]) -> list[Name]:
    """The readings of a surname alone."""
    words = _words(tokens, first, last)
    if len(words) > 1:
        return full(tokens, first, last, known) or [Name(tuple(words), ANY, "", 0, words[0], words[-1])]
    return [
        Name(
            (r.nominative,),
            r.cases,
            r.gender,
            (TYPED if r.typed else 0) + (NOMINATIVE if "nomn" in r.cases else 0),
            "",
            r.nominative,
        )
        for r in sorted(readings(words[0]), key=lambda r: (not r.typed, "nomn" not in r.cases))
    ]


def same(one: Name, other: Name) -> bool:
    """Whether two readings are of one person: equal surnames, and first names that do not contradict."""
    if fold(one.surname) != fold(other.surname):
        return bool(one.given and fold(one.given) == fold(other.given) and is_patronymic(other.surname))
    if not one.given or not other.given:
        return True
    if one.given.endswith(".") or other.given.endswith("."):
        return fold(one.given[0]) == fold(other.given[0])
    return fold(one.given) == fold(other.given) or (len(one.given) > 4 and distance(one.given, other.given) == 1)


def belongs_together(one: Name, other: Name, alone: bool = False) -> bool:
    """Whether `other` is a slip of the pen for `one`: a near surname with the same first name, or none."""
    first, second = one.surname, other.surname
    if min(len(first), len(second)) < SHORTEST_SLIP or fold(first[0]) != fold(second[0]):
        return False
    if alone:
        return (
            not other.given
            and not is_common(second)
            and distance(first, second) == 1
            and one.surname[-2:] == other.surname[-2:]
        )
    return bool(one.given) and fold(one.given) == fold(other.given) and distance(first, second) <= SLIPS


def is_typed(options: Sequence[Name]) -> bool:
    """Whether the ending alone says that this is a surname; -ский is that of places too («Горлыкский комбинат»)."""
    last = options[0].words[-1].lower()
    return len(last) > 4 and last.endswith(
        ("ов", "ев", "ёв", "ова", "ева", "ёва", "ин", "ина", "дзе", "швили", "баев", "янц")
    )


def _words(tokens: Sequence[Token], first: int, last: int) -> list[str]:
    """The words of a run, each initial with its point."""
    return [t.text + "." if len(t.text) == 1 and t.capital else t.text for t in tokens[first:last] if t.is_word]


def _parts(words: Sequence[str], index: int, known: dict[str, str]) -> tuple[Reading, ...]:
    """The readings of one word of a name; fixed are a father's before «уулу», and «Чжан» of «Чжан Яомина»."""
    word = words[index]
    if word.endswith(".") or word.lower() in KIN or (word[0].islower() and "-" not in word):
        return (Reading(word, ANY),)
    following = words[index + 1].lower() if index + 1 < len(words) else ""
    eastern = bool(following) and known.get(fold(words[0])) == "any"
    syllable = known.get(fold(words[0])) == "any" and len(word) <= SYLLABLE and word[-1] in VOWELS  # «Ким Ён Су»
    return (Reading(word, ANY),) if eastern or syllable or following in KIN else readings(word)


def _name(combination: tuple[Reading, ...], known: dict[str, str]) -> Iterator[Name]:
    cases = frozenset.intersection(*(r.cases for r in combination))
    genders = {r.gender for r in combination if r.gender}
    if not cases or len(genders) > 1:
        return
    words = tuple(r.nominative for r in combination)
    given, surname = _order(words, combination, known)
    score = (NOMINATIVE if "nomn" in cases else 0) + TYPED * any(r.typed for r in combination) - NOMINATIVE
    gender = next(iter(genders), "")
    known_gender = _gender_of(given, known)
    if known_gender:
        score += CLASH if gender and known_gender not in {gender, "any"} else KNOWN
        gender = gender or (known_gender if known_gender != "any" else "")
    if any(r.gender == "f" and r.cases == ANY and not known_gender for r in combination):
        score += FIXED
    if any(word.endswith(".") for word in words):
        score += TYPED
    if any(r.cases == ANY and not r.gender and r.nominative[-1] in BENDING for r in combination[1:]):
        score += FIXED  # «Рахмону» is sooner the dative than a name in -у
    yield Name(words, cases, gender, score, given, surname)


def _order(words: tuple[str, ...], combination: tuple[Reading, ...], known: dict[str, str]) -> tuple[str, str]:
    """First name and surname; «Токаев Касым-Жомарт Кемелевич» and «Сатпаев К.» put the surname first."""
    plain = [w for w in words if w.lower() not in KIN]
    backward = (
        len(plain) > 1
        and not _gender_of(plain[0], known)
        and (
            (is_patronymic(plain[-1]) and len(plain) > 2)
            or plain[-1].endswith(".")
            or (combination[0].typed and bool(_gender_of(plain[1], known)))
        )
    )
    return (plain[1], plain[0]) if backward else (plain[0], plain[-1])


@lru_cache(maxsize=20_000)
def _dictionary(word: str) -> str:
    return dictionary_gender(word)


def _gender_of(word: str, known: dict[str, str]) -> str:
    return known.get(fold(word)) or known.get(fold(word.rpartition("-")[2]), "") or _dictionary(word)
