"""In which cases a word may stand, and whether it is a verb: what the shape of a noun phrase turns on."""

from __future__ import annotations

from functools import lru_cache

from importers.extraction import morph


@lru_cache(maxsize=20_000)
def noun_cases(word: str) -> frozenset[str]:
    """The cases in which a word may stand as a noun."""
    return frozenset(str(p.tag.case) for p in morph.parses(word.lower())[:6] if p.tag.POS == "NOUN" and p.tag.case)


@lru_cache(maxsize=20_000)
def adjective_cases(word: str) -> frozenset[str]:
    """The cases in which a word may stand as an adjective or participle; empty for other words."""
    return frozenset(
        str(p.tag.case) for p in morph.parses(word.lower())[:8] if p.tag.POS in {"ADJF", "PRTF"} and p.tag.case
    )


@lru_cache(maxsize=20_000)
def is_living(word: str) -> bool:
    """Whether the word may be said of somebody: «старейшина», not «фонд»."""
    return any("anim" in parse.tag for parse in morph.parses(word.lower())[:2])


@lru_cache(maxsize=20_000)
def is_finite(word: str) -> bool:
    """Whether the likeliest reading is a verb with a subject of its own."""
    return str(morph.parses(word.lower())[0].tag.POS) == "VERB"


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Whether the likeliest reading is a verb, infinitive, short participle or gerund."""
    tags = [p.tag.POS for p in morph.parses(word.lower())[:2]]
    return tags[0] in {"VERB", "INFN", "GRND", "PRTS"}
