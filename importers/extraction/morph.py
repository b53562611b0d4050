"""pymorphy3 behind three questions: the lemmas of a word, its grammemes, and the forms of a phrase."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pymorphy3 import MorphAnalyzer

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NUMBERS = ("sing", "plur")


@lru_cache(maxsize=1)
def analyzer() -> MorphAnalyzer:
    """The one analyser of the process (30 MB, 0.1 s)."""
    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=100_000)
def parses(word: str) -> tuple[Any, ...]:
    """All parses of a word, likeliest first."""
    return tuple(analyzer().parse(word))


def lemma(word: str) -> str:
    """The likeliest dictionary form, ё kept as е."""
    return str(parses(word)[0].normal_form).replace("ё", "е")


def lemmas(word: str) -> frozenset[str]:
    """Every possible dictionary form: «германия» is both a country and an inflected metal."""
    return frozenset(str(parse.normal_form).replace("ё", "е") for parse in parses(word))


def has(word: str, *grammemes: str) -> bool:
    """Whether some likely parse of `word` carries all of the grammemes."""
    return any(all(g in parse.tag for g in grammemes) for parse in parses(word)[:4])


@lru_cache(maxsize=50_000)
def word_forms(word: str) -> frozenset[str]:
    """Every form in the paradigm of the likeliest parse: a verb with its participles, a noun in all cases."""
    return frozenset(form.word.replace("ё", "е") for form in parses(word)[0].lexeme)


def phrase_forms(words: tuple[str, ...], adjective: bool = False) -> frozenset[tuple[str, ...]]:
    """The case forms of a phrase given in the nominative: adjectives agree with the head noun, what follows it stays.

    «редкоземельный металл» gives «редкоземельных металлов»; «Республика Корея» keeps «Корея». A lone word told to be
    an `adjective` is inflected as one: «кыргызстанский» is no surname.
    """
    if len(words) == 1:
        return frozenset((form.word.replace("ё", "е"),) for form in _nominative(words[0], adjective).lexeme)
    head = _head(words)
    if head is None:
        return frozenset({words})
    noun = _nominative(words[head])
    forms = {words}
    for case in CASES:
        for number in NUMBERS:
            inflected = noun.inflect({case, number})
            if inflected is None:
                continue
            for parts in _agree(words[:head], case, number, noun):
                forms.add((*parts, inflected.word, *words[head + 1 :]))
    return frozenset(tuple(part.replace("ё", "е") for part in form) for form in forms)


def _nominative(word: str, adjective: bool = False) -> Any:
    options = [p for p in parses(word) if p.tag.POS in {"NOUN", "ADJF", "NPRO"} and "nomn" in p.tag]
    if adjective:
        options = [p for p in options if p.tag.POS == "ADJF"] or options
        return (options or list(parses(word)))[0]
    nouns = [p for p in options if p.tag.POS == "NOUN"]
    singular = [p for p in nouns if "sing" in p.tag]
    return (singular or nouns or options or list(parses(word)))[0]


def _head(words: tuple[str, ...]) -> int | None:
    """The index of the first noun in the nominative; a lone adjective is its own head."""
    for index, word in enumerate(words):
        if any(p.tag.POS == "NOUN" and "nomn" in p.tag for p in parses(word)):
            adjective_first = parses(word)[0].tag.POS == "ADJF" and index + 1 < len(words)
            if not adjective_first:
                return index
    last = words[-1]
    return len(words) - 1 if any(p.tag.POS in {"ADJF", "PRTF"} for p in parses(last)) else None


def _agree(adjectives: tuple[str, ...], case: str, number: str, noun: Any) -> list[tuple[str, ...]]:
    """The adjectives in the noun's case; the accusative has two forms (living or not)."""
    wanted = {case, number}
    if number == "sing" and noun.tag.gender:
        wanted.add(noun.tag.gender)
    variants: list[tuple[str, ...]] = [()]
    for adjective in adjectives:
        parse = next((p for p in parses(adjective) if p.tag.POS in {"ADJF", "PRTF"}), None)
        if parse is None:
            variants = [(*v, adjective) for v in variants]
            continue
        form = parse.inflect(wanted | ({"inan"} if case == "accs" and noun.tag.gender != "femn" else set()))
        form = form or parse.inflect(wanted) or parse
        variants = [(*v, form.word) for v in variants]
    return variants
