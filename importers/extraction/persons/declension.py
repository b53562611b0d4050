"""Nominatives of the names of persons by their endings: the dictionary knows few of the region's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from importers.extraction import lists, morph
from importers.extraction.fold import fold

ANY = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
OBLIQUE_FEMININE = frozenset({"gent", "datv", "ablt", "loct"})
SOFT = "гкхжчшщ"
HUSHING = "жчшщц"
CONSONANTS = "бвгджзклмнпрстфхцчшщқғңһҳҷ"
SMALL_WORDS = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "ADVB", "INTJ"})
PATRONYMICS = ("вич", "вна", "чна", "ьич")
# Words after a name that belong to it and never change: «Салимбай уулу», «Алиев Гейдар оглы».
KIN = lists.words("persons: kin word")
# Endings of a surname in -ов, -ев, -ин; the rest of the table is the possessive declension.
POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
POSSESSIVE_CASES = (
    ("", "m", frozenset({"nomn"}), ""),
    ("а", "m", frozenset({"gent", "accs"}), ""),
    ("а", "f", frozenset({"nomn"}), "а"),
    ("у", "m", frozenset({"datv"}), ""),
    ("у", "f", frozenset({"accs"}), "а"),
    ("ым", "m", frozenset({"ablt"}), ""),
    ("е", "m", frozenset({"loct"}), ""),
    ("ой", "f", OBLIQUE_FEMININE, "а"),
)
ADJECTIVAL = (
    ("кий", "m", frozenset({"nomn"}), "кий"),
    ("кого", "m", frozenset({"gent", "accs"}), "кий"),
    ("кому", "m", frozenset({"datv"}), "кий"),
    ("ким", "m", frozenset({"ablt"}), "кий"),
    ("ком", "m", frozenset({"loct"}), "кий"),
    ("кая", "f", frozenset({"nomn"}), "кая"),
    ("кую", "f", frozenset({"accs"}), "кая"),
    ("кой", "f", OBLIQUE_FEMININE, "кая"),
)
ADJECTIVAL_STEMS = ("с", "ц")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one written form may be: its nominative, its cases, and the gender where the form tells it."""

    nominative: str
    cases: frozenset[str]
    gender: str = ""  # m, f, or empty where either may be
    typed: bool = False  # the ending is that of a surname of these lands


def readings(word: str) -> tuple[Reading, ...]:
    """All readings of a name's written form; of a double name («Касым-Жомарта») the last part bends."""
    head, dash, last = word.rpartition("-")
    if dash and len(last) > 2:
        return tuple(Reading(head + dash + r.nominative, r.cases, r.gender, r.typed) for r in readings(last))
    return _readings(word)


@lru_cache(maxsize=20_000)
def _readings(word: str) -> tuple[Reading, ...]:
    lower = word.lower()
    if lower in KIN:
        return (Reading(word, ANY),)
    found = _surname(word, lower) or _general(word, lower)
    unique: dict[tuple[str, frozenset[str], str], Reading] = {}
    for reading in found:
        unique.setdefault((reading.nominative, reading.cases, reading.gender), reading)
    return tuple(unique.values())


def _surname(word: str, lower: str) -> list[Reading]:
    found = []
    for ending, gender, cases, restored in POSSESSIVE_CASES:
        stem = word[: len(word) - len(ending)] if ending else word
        if lower.endswith(ending) and stem.lower().endswith(POSSESSIVE) and len(stem) > 3:
            found.append(Reading(stem + restored, cases, gender, True))
    for ending, gender, cases, restored in ADJECTIVAL:
        stem = word[: -len(ending)]
        if lower.endswith(ending) and stem.lower().endswith(ADJECTIVAL_STEMS) and len(stem) > 2:
            found.append(Reading(stem + restored, cases, gender, True))
    return found


def _general(word: str, lower: str) -> list[Reading]:
    """The declension of any name: by consonant, -й, -ь, -а, -я; what ends otherwise does not change."""
    last, stem, nominative = lower[-1], word[:-1], frozenset({"nomn"})
    before = lower[-2] if len(lower) > 1 else ""
    if last in CONSONANTS or last == "й":
        found = [Reading(word, nominative, "m"), Reading(word, ANY, "f")]
        if lower.endswith("ом") and lower[-3:-2] in CONSONANTS:
            found.append(Reading(word[:-2], frozenset({"ablt"}), "m"))
        if lower.endswith("ем"):
            found.extend(_instrumental_soft(word, lower))
        if lower.endswith(("ой", "ей")):
            found.append(Reading(word[:-2] + ("а" if last == "й" and before == "о" else "я"), frozenset({"ablt"})))
        return found
    if last == "ь":
        return [Reading(word, nominative, "m"), Reading(word, ANY, "f")]  # «с Айгуль»
    if last == "а":
        hard = [Reading(stem, frozenset({"gent", "accs"}), "m")] if before in CONSONANTS else []
        return [*hard, Reading(word, nominative)]
    if last == "я":
        return [*(Reading(n, frozenset({"gent", "accs"}), "m") for n in _soft(stem, before)), Reading(word, nominative)]
    fixed = [Reading(word, ANY)]
    if last == "у" and before in CONSONANTS:
        return [Reading(stem, frozenset({"datv"}), "m"), Reading(stem + "а", frozenset({"accs"})), *fixed]
    if last == "ю":
        return [
            *(Reading(n, frozenset({"datv"}), "m") for n in _soft(stem, before)),
            Reading(stem + "я", frozenset({"accs"})),
            *fixed,
        ]
    if last == "е" and before:
        hard = (
            [Reading(stem, frozenset({"loct"}), "m")]
            if before in CONSONANTS
            else [Reading(stem + "й", frozenset({"loct"}), "m")]
        )
        return [
            *hard,
            Reading(stem + "а", frozenset({"datv", "loct"})),
            Reading(stem + "я", frozenset({"datv", "loct"})),
            *fixed,
        ]
    if last == "ы" and before in CONSONANTS:
        return [Reading(stem + "а", frozenset({"gent"})), *fixed]
    if last == "и":
        ending = "а" if before in SOFT else "я"
        return [Reading(stem + ending, frozenset({"gent", "datv", "loct"})), *fixed]
    return fixed


def _soft(stem: str, before: str) -> tuple[str, ...]:
    return (stem + "ь",) if before in CONSONANTS else (stem + "й",)


def _instrumental_soft(word: str, lower: str) -> list[Reading]:
    stem, before = word[:-2], lower[-3:-2]
    if before in HUSHING:
        return [Reading(stem, frozenset({"ablt"}), "m")]
    return [Reading(nominative, frozenset({"ablt"}), "m") for nominative in _soft(stem, before)]


@lru_cache(maxsize=20_000)
def dictionary_gender(nominative: str) -> str:
    """``m`` or ``f`` where the dictionary knows the word as a first name in the nominative, else empty."""
    for part in (nominative, nominative.rpartition("-")[2]):
        for parse in morph.parses(part.lower()):
            if parse.is_known and {"Name", "nomn", "sing"} <= parse.tag.grammemes:
                return "f" if "femn" in parse.tag else "m"
    return ""


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Whether the dictionary knows the word and never as a name of a person: «северный», «горный», «эксперт»."""
    parses = [parse for parse in morph.parses(word.lower()) if parse.is_known]
    if any(parse.tag.POS in SMALL_WORDS for parse in parses):
        return True  # «По» of Edgar Poe, «Тем»
    if len(word) > len("слов") and word.lower().endswith(POSSESSIVE):
        return False  # «Токаев» is also wine in the genitive plural
    return bool(parses) and not any({"Name", "Surn", "Patr"} & parse.tag.grammemes for parse in parses)


def is_patronymic(nominative: str) -> bool:
    """Whether the word is formed as a patronymic («Кемелевич», «Петровна»)."""
    return len(nominative) > 5 and nominative.lower().endswith(PATRONYMICS)


def distance(first: str, second: str) -> int:
    """Letters to change, drop or add to turn one folded name into the other."""
    first, second = fold(first), fold(second)
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        previous, row[0] = row[0], i
        for j, right in enumerate(second, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (left != right))
    return row[-1]
