"""A name after a number: «доллар», «доллара», «долларов»."""

from __future__ import annotations

from importers.extraction import morph


def counted(name: str) -> str:
    """The forms after one, two and five with bars between; the name itself where it is not inflected."""
    words = name.split()
    heads = [n for n, word in enumerate(words) if _noun(word) is not None]
    if not heads:
        return name
    head = heads[0]
    few = [*_adjectives(words[:head]), _inflected(words[head], "sing"), *words[head + 1 :]]
    many = [*_adjectives(words[:head]), _inflected(words[head], "plur"), *words[head + 1 :]]
    return "|".join([name, " ".join(few), " ".join(many)])


def _noun(word: str) -> object:
    return next((p for p in morph.parses(word) if p.tag.POS == "NOUN" and {"nomn", "sing"} in p.tag), None)


def _inflected(word: str, number: str) -> str:
    form = _noun(word).inflect({"gent", number})
    return form.word if form else word


def _adjectives(words: list[str]) -> list[str]:
    """«два американских доллара», «пять американских долларов»."""
    parses = [next((p for p in morph.parses(word) if p.tag.POS == "ADJF"), None) for word in words]
    forms = [parse and parse.inflect({"gent", "plur"}) for parse in parses]
    return [form.word if form else word for form, word in zip(forms, words, strict=True)]
