"""Names and titles in the nominative, as a curator would write them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from importers.extraction import lists, morph

LOCATIVE = (("ском", "ское"), ("ае", "ай"), ("ее", "ей"), ("ое", "ой"), ("уе", "уй"), ("е", ""))
FEMININE = lists.words("naming: feminine abbreviation")
ADJECTIVES = frozenset({"ADJF", "PRTF"})


def readings(word: str) -> tuple[Any, ...]:
    """What the dictionary can make of the word, likeliest first."""
    return morph.parses(word.lower())


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word; names of places and companies it mostly has not."""
    return bool(readings(word)[0].is_known)


@lru_cache(maxsize=50_000)
def part_of_speech(word: str) -> str:
    """The likeliest part of speech, in the dictionary's abbreviation."""
    return str(readings(word)[0].tag.POS)


@lru_cache(maxsize=50_000)
def is_adjective(word: str) -> bool:
    """Whether a word is most likely an adjective or a participle; hyphenated and unknown ones by their ending."""
    return any(p.tag.POS in ADJECTIVES and (i == 0 or not p.is_known) for i, p in enumerate(readings(word)[:3]))


@lru_cache(maxsize=50_000)
def could_be_adjective(word: str) -> bool:
    """Whether any reading of the word is an adjective: «Донской» is first of all a surname."""
    return any(p.tag.POS in ADJECTIVES for p in readings(word))


@lru_cache(maxsize=50_000)
def is_noun(word: str, case: str = "") -> bool:
    """Whether some reading of the word is a noun (in `case`, where one is asked for)."""
    return any(p.tag.POS == "NOUN" and (not case or case in p.tag) for p in readings(word))


@lru_cache(maxsize=50_000)
def is_singular(word: str) -> bool:
    """Whether every reading of the word is singular."""
    found = [p for p in readings(word) if p.tag.POS in {"NOUN"} | ADJECTIVES]
    return bool(found) and all("sing" in p.tag for p in found)


@lru_cache(maxsize=50_000)
def is_locative(word: str) -> bool:
    """Whether a word may be a place where one is; one that the dictionary does not know may."""
    return not is_known(word) or any("loct" in p.tag or "loc2" in p.tag for p in readings(word))


@lru_cache(maxsize=50_000)
def in_genitive(word: str) -> bool:
    """Whether the word may be a noun or an adjective in the genitive; pronouns («его») are neither."""
    found = [p for p in readings(word) if p.tag.POS in {"NOUN"} | ADJECTIVES and "Apro" not in p.tag]
    return any("gent" in p.tag for p in found) and readings(word)[0].tag.POS not in {
        "NPRO",
        "PREP",
        "CONJ",
    }


@lru_cache(maxsize=50_000)
def is_person(word: str) -> bool:
    """Whether the dictionary knows the word as a first name or a patronymic."""
    return any(p.is_known and ("Name" in p.tag or "Patr" in p.tag) for p in readings(word)[:3])


@lru_cache(maxsize=50_000)
def is_plural(word: str) -> bool:
    """Whether every likely reading of the word is plural: «фабрики» may be one, «фабрик» is many."""
    found = [p for p in readings(word) if p.tag.POS in {"NOUN"} | ADJECTIVES]
    return bool(found) and all("plur" in p.tag for p in found)


@lru_cache(maxsize=50_000)
def may_be_plural(word: str) -> bool:
    """Whether some reading of the noun is plural."""
    return any("plur" in p.tag for p in readings(word) if p.tag.POS == "NOUN")


@lru_cache(maxsize=50_000)
def is_of_place(adjective: str) -> bool:
    """Whether the adjective is made of a place's name: «павлодарский», «балхашский»; unknown ones in «-ский» too."""
    if not could_be_adjective(adjective):
        return False
    if not place_names(adjective):
        return False
    if not any(p.is_known and p.tag.POS == "ADJF" for p in readings(adjective)[:2]):
        return True
    return any(p.is_known and "Geox" in p.tag for place in place_names(adjective) for p in morph.parses(place))


@lru_cache(maxsize=50_000)
def place_names(adjective: str) -> tuple[str, ...]:
    """What «атырауский» may be made of: «атырау», «атырауа» and other words in lower case, most of them none."""
    lemma = next((str(p.normal_form) for p in readings(adjective) if p.tag.POS in ADJECTIVES), "")
    if not lemma.endswith(("ский", "цкий")):
        return ()
    stem = lemma.removesuffix("ский").removesuffix("кий")
    stems = (stem, *(stem.removesuffix(m) for m in ("ин", "ов", "ев", "ен") if stem.endswith(m)))
    endings = ("", "а", "я", "ь", "о", "и", "ы", "ск", "к", "ка", "ау")
    return tuple(s + ending for s in stems if len(s) > 2 for ending in endings)


@lru_cache(maxsize=50_000)
def is_plural_verb(word: str) -> bool:
    """Whether the word is a verb or a short participle in the plural."""
    return any(p.tag.POS in {"VERB", "PRTS"} and "plur" in p.tag for p in readings(word)[:1])


def cased(word: str, like: str) -> str:
    """`word` with the capitals of `like`, part by part of a hyphenated one."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    if "-" in like and like.count("-") == word.count("-"):
        return "-".join(cased(w, k) for w, k in zip(word.split("-"), like.split("-"), strict=True))
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


@lru_cache(maxsize=50_000)
def agreeing(adjective: str, head: str) -> str:
    """The adjective in the nominative singular, in the gender of the noun `head`."""
    gender = _gender(head)
    for parse in morph.parses(adjective.lower()):
        if parse.tag.POS in ADJECTIVES:
            form = parse.inflect({"nomn", "sing", gender})
            if form:
                return cased(form.word, adjective)
    return adjective


def in_gender(adjective: str, head: str) -> str:
    """The adjective in the nominative if it agrees in gender with the noun `head`, else nothing."""
    gender = _gender(head)
    found = [p for p in readings(adjective) if p.tag.POS in ADJECTIVES and p.tag.gender == gender]
    return agreeing(adjective, head) if found else ""


def placed(word: str) -> str:
    """The nominative of a place that the dictionary does not know, from its locative: «Бучуке» to «Бучук»."""
    for ending, plain in LOCATIVE:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + plain
    return word


def _gender(head: str) -> str:
    if head.lower().split("-")[0] in FEMININE:
        return "femn"
    nouns = [p for p in morph.parses(head.lower()) if p.tag.POS == "NOUN" and p.tag.gender and "nomn" in p.tag]
    return str(nouns[0].tag.gender) if nouns else "masc"


@lru_cache(maxsize=50_000)
def nominative(word: str) -> str:
    """A noun in the nominative singular; a word that the dictionary does not know stays as it stands."""
    parse: Any = next((p for p in readings(word) if p.tag.POS == "NOUN" and p.is_known), None)
    if parse is None:
        return word
    form = parse.inflect({"nomn", "plur" if "Pltm" in parse.tag else "sing"})
    return cased(form.word, word) if form else word


def noun_phrase(words: Sequence[str], head: int) -> str:
    """A phrase in the nominative singular: adjectives before the noun at `head` agree, what follows it stays."""
    noun = nominative(words[head])
    before = [agreeing(word, noun) if could_be_adjective(word) else word for word in words[:head]]
    return " ".join((*before, noun, *words[head + 1 :]))


def title(phrase: str) -> str:
    """The phrase with its first letter a capital."""
    return phrase[:1].upper() + phrase[1:]
