"""Deposits that no noun announces, told by the words that govern their names: «запасы Бучука», «взялся за Бучук»."""

from __future__ import annotations

from collections.abc import Iterator

from importers.extraction import lists, naming
from importers.extraction.fold import fold
from importers.extraction.projects.sightings import Sighting
from importers.extraction.proper import capitals
from importers.extraction.segment import Token
from importers.extraction.text import Line

OWNED = lists.stems("projects: what a deposit has")
DEEDS = lists.stems("projects: deed about a deposit")
GROUND = lists.stems("projects: dug in the ground")
UNTOUCHED = lists.stems("projects: said of a deposit")
CARRIED = lists.stems("projects: carried from a deposit")
SEARCHED = lists.stems("projects: sought in the ground")
OPENED = lists.stems("projects: part of a mine")
MINERS = lists.stems("projects: who works in a mine")
EVENTS = lists.stems("projects: what befalls a mine")
WORKED = lists.stems("projects: done to a deposit")
VERBS = frozenset({"VERB", "INFN", "GRND"})
CASES = {"о": "loct", "об": "loct", "по": "datv", "к": "datv", "на": "accs", "за": "accs"}
# A masculine or neuter adjective's ending, and the case of its noun.
AGREEING = ((("ый", "ий", "ой", "ое"), "nomn"), (("ого", "его"), "gent"), (("ому", "ему"), "datv"), (("ом",), "loct"))
BACK = 3  # words between a deed and its preposition
ENDINGS = {
    "gent": (("дка", "док"), ("ая", "ай"), ("ея", "ей"), ("оя", "ой"), ("ы", "а"), ("а", ""), ("я", "ь")),
    "datv": (("аю", "ай"), ("ею", "ей"), ("ою", "ой"), ("у", "")),
    "accs": (("у", "а"), ("ю", "я")),
    "ablt": (("аем", "ай"), ("ом", "")),
}


def governed(line: Line) -> Iterator[Sighting]:
    """The unknown names in a sentence that a word of ground, ore or licence governs."""
    tokens = line.tokens
    for index in range(1, len(tokens)):
        before = tokens[index - 1]
        if not (tokens[index].capital and tokens[index].is_word and before.is_word):
            continue
        case = _case(line, index)
        if case:
            yield from _names(line, index, case)


def _case(line: Line, index: int) -> str:
    """The case that the words before token `index` ask for, empty where they tell of no ground."""
    tokens, key = line.tokens, line.tokens[index - 1].key
    if key.startswith(WORKED) and naming.part_of_speech(key) in VERBS:
        return "accs"
    if index > 0 and (case := _case_of_adjective(line, index - 1)):
        return case
    if key.startswith(OPENED):
        return "gent"
    if key.startswith((*MINERS, *EVENTS)) or _is_ore(line, index - 1):
        return "gent" if is_ground(line) else ""
    if key.startswith(OWNED):
        return "gent" if key.startswith(SEARCHED) or is_ground(line) else ""
    said = [t.key for t in tokens[max(0, index - 1 - BACK) : index - 1]]
    if key in CASES and any(word.startswith(DEEDS) for word in said):
        return CASES[key] if is_ground(line) else ""
    if key in {"с", "из"} and any(word.startswith(CARRIED) for word in said):
        return "gent"
    if key.startswith(("остает", "остал")) and index > 1 and tokens[index - 2].key.startswith(UNTOUCHED):
        return "nomn"
    return ""


def _case_of_adjective(line: Line, at: int) -> str:
    """«на золоторудном Бучуке», «медный Бучук»: the case of a mineral's adjective right before the name."""
    if not any(m.first <= at < m.last and m.form == "adjective" for m in line.of("mineral")):
        return ""
    ending = next((case for endings, case in AGREEING if line.tokens[at].key.endswith(endings)), "")
    return ending


def _is_ore(line: Line, at: int) -> bool:
    """«золото Бучука», «уголь Сарыкола»: a mineral's noun right before the name."""
    return any(m.last == at + 1 and m.form == "noun" for m in line.of("mineral"))


def is_ground(line: Line) -> bool:
    """Whether the sentence speaks of ore: a mineral, a mass or a word of digging."""
    weighed = any(q.unit in {"t", "kg", "oz", "g/t"} for q in line.quantities)
    return weighed or bool(line.of("mineral")) or any(t.key.startswith((*GROUND, *DEEDS)) for t in line.tokens)


def _names(line: Line, index: int, case: str) -> Iterator[Sighting]:
    tokens = line.tokens
    while (last := capitals(tokens, index)) > index:
        if not _is_strange(line, index, last):
            return
        name = settled([t.text for t in tokens[index:last]], case)
        yield Sighting(line, index, last, fold(name), name)
        if last + 1 >= len(tokens) or tokens[last].text not in {"и", ","}:
            return
        index = last + 1


def _is_strange(line: Line, first: int, last: int) -> bool:
    """Whether the words may name a deposit: nobody and nothing known, Cyrillic, not all capitals, at most two."""
    tokens = line.tokens[first:last]
    if last - first > 2 or any(t.text.isascii() or t.text[:2].isupper() or naming.is_person(t.text) for t in tokens):
        return False
    if any(m.first < last and first < m.last and m.kind != "mineral" for m in line.mentions):
        return False
    if last < len(line.tokens) and line.tokens[last].text in '«"':
        return False
    if last - first == 1:
        following = line.tokens[last] if last < len(line.tokens) else None
        if (
            following
            and following.is_word
            and len(following.text) > 2
            and naming.is_adjective(tokens[0].text)
            and naming.is_noun(following.text)
        ):
            return False  # «отрабатывает Степнинское месторождение» has its noun
        return _is_substantive(line, first) or not (naming.is_known(tokens[0].text) or _is_surname(tokens[0]))
    return naming.could_be_adjective(tokens[0].text)


def _is_substantive(line: Line, index: int) -> bool:
    """«возят с Родникового и Белой Горки»: a neuter adjective with a capital and no noun after it."""
    token = line.tokens[index]
    following = line.tokens[index + 1] if index + 1 < len(line.tokens) else None
    free = following is None or not following.is_word or following.key in {"и", "или"}
    return free and naming.is_adjective(token.text) and token.key.endswith(("ого", "его", "ом", "ому"))


def _is_surname(token: Token) -> bool:
    return any("Surn" in p.tag for p in naming.readings(token.text)[:2])


def settled(words: list[str], case: str) -> str:
    """The name in the nominative, by the ending that the case gives to names that the dictionary lacks."""
    noun = words[-1]
    if len(words) == 1 and naming.is_adjective(noun) and naming.is_known(noun):
        return naming.agreeing(noun, "месторождение")
    if naming.is_known(noun):
        noun = naming.nominative(noun)
    elif case == "loct" or (case == "accs" and noun.endswith("е")):  # «права на Бучуке»
        noun = naming.placed(noun)
    for ending, plain in ENDINGS.get(case, ()):
        if not naming.is_known(noun) and noun.endswith(ending) and len(noun) > len(ending) + 2:
            noun = noun[: -len(ending)] + plain
            break
    return " ".join([*(naming.agreeing(word, noun) for word in words[:-1]), noun])
