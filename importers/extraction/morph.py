"""pymorphy3 behind three questions: the lemmas of a word, its grammemes, and the forms of a phrase."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pymorphy3 import MorphAnalyzer

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NUMBERS = ("sing", "plur")
LONGEST = 60  # letters of a word; a chain of a thousand hyphens is judged by its end


@lru_cache(maxsize=1)
def analyzer() -> MorphAnalyzer:
    """The one analyser of the process (30 MB, 0.1 s)."""
    made = MorphAnalyzer(lang="ru")
    made.TagClass.typed_grammemes = False  # plain strings: checked ones are a tenth as fast to compare
    return made


@lru_cache(maxsize=100_000)
def parses(word: str) -> tuple[Any, ...]:
    """All parses of a word, likeliest first."""
    return tuple(analyzer().parse(word[-LONGEST:]))


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The likeliest dictionary form, ё kept as е."""
    return str(parses(word)[0].normal_form).replace("ё", "е")


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """Every possible dictionary form: «германия» is both a country and an inflected metal."""
    return frozenset(str(parse.normal_form).replace("ё", "е") for parse in parses(word))


@lru_cache(maxsize=50_000)
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
        return frozenset((form.replace("ё", "е"),) for form, _ in _lexeme(words[0], adjective))
    head = _head(words)
    if head is None:
        return frozenset({words})
    noun = _nominative(words[head])
    declined = _lexeme(words[head])
    forms = {words}
    for case in CASES:
        for number in NUMBERS:
            inflected = _pick(declined, {case, number})
            if inflected is not None:
                parts = _agree(words[:head], case, number, noun.tag.gender)
                after = words[head + 1 :]
                forms.add((*parts, inflected, *after))
                if after and all(parses(word)[0].tag.POS == "ADJF" for word in after):  # «на Сары-Булаке Верхнем»
                    forms.add((*parts, inflected, *_agree(after, case, number, noun.tag.gender)))
    return frozenset(tuple(part.replace("ё", "е") for part in form) for form in forms)


@lru_cache(maxsize=20_000)
def _lexeme(word: str, adjective: bool = False) -> tuple[tuple[str, frozenset[str]], ...]:
    """Every form of a word in the nominative with its grammemes; a name shares its words with hundreds of others."""
    parse = _nominative(word, adjective)
    forms = parse.lexeme
    if parse.tag.POS == "PRTF":  # «соединённый» must not become «соединивший»
        same = {"PRTF", parse.tag.voice, parse.tag.tense}
        forms = [form for form in forms if same <= form.tag.grammemes]
    found = tuple((form.word, form.tag.grammemes) for form in forms)
    first, hyphen, last = word.rpartition("-")
    if hyphen and last and parse.tag.POS == "NOUN" and not parse.is_known:  # «Сары-Булака»: the first part stays
        found = (*((f"{first}-{form}", grammemes) for form, grammemes in _lexeme(last)), *found)
    return found


def _pick(lexeme: tuple[tuple[str, frozenset[str]], ...], wanted: set[str]) -> str | None:
    return next((form for form, grammemes in lexeme if wanted <= grammemes), None)


def _nominative(word: str, adjective: bool = False) -> Any:
    options = [p for p in parses(word) if p.tag.POS in {"NOUN", "ADJF", "NPRO"} and "nomn" in p.tag]
    if adjective:
        adjectives = [p for p in parses(word) if p.tag.POS in {"ADJF", "PRTF"}]
        return next((p for p in adjectives if "nomn" in p.tag), (adjectives or options or list(parses(word)))[0])
    nouns = [p for p in options if p.tag.POS == "NOUN"]
    singular = [p for p in nouns if "sing" in p.tag]
    infinitives = [p for p in parses(word) if p.tag.POS == "INFN"]  # «признаться» is a conjunction first
    return (singular or nouns or options or infinitives or list(parses(word)))[0]


def _head(words: tuple[str, ...]) -> int | None:
    """The index of the first noun in the nominative; a lone adjective is its own head."""
    for index, word in enumerate(words):
        if any(p.tag.POS == "NOUN" and "nomn" in p.tag for p in parses(word)):
            adjective_first = parses(word)[0].tag.POS == "ADJF" and index + 1 < len(words)
            if not adjective_first:
                return index
    last = words[-1]
    return len(words) - 1 if any(p.tag.POS in {"ADJF", "PRTF"} for p in parses(last)) else None


def _agree(adjectives: tuple[str, ...], case: str, number: str, gender: str | None) -> tuple[str, ...]:
    """The adjectives in the noun's case, number and gender; what is no adjective stays."""
    wanted = {case, number} | ({gender} if number == "sing" and gender else set())
    # The accusative of a thing is its nominative: «в Южно-Казахстанский округ».
    inanimate = wanted | ({"inan"} if case == "accs" and gender != "femn" else set())
    agreed = []
    for adjective in adjectives:
        if not any(p.tag.POS in {"ADJF", "PRTF"} for p in parses(adjective)):
            agreed.append(adjective)
            continue
        lexeme = _lexeme(adjective, adjective=True)
        agreed.append(_pick(lexeme, inanimate) or _pick(lexeme, wanted) or adjective)
    return tuple(agreed)
