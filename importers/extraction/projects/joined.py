"""Names that stand in one row with an undertaking's, and those of which the sentence says that they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.extraction import lists, naming
from importers.extraction.fold import fold
from importers.extraction.projects.governed import is_ground, settled
from importers.extraction.projects.sightings import Sighting
from importers.extraction.proper import capitals
from importers.extraction.text import Line

WHAT = lists.stems("projects: what a name in a row is")
THERE = lists.words("projects: there")
GROUND = lists.stems("projects: dug in the ground")
DONE = lists.stems("projects: done to a works")
HAPPENS = lists.stems("projects: happens to a mine")
GIVES = lists.stems("projects: yields so much")
MASS = frozenset({"t", "kg", "oz", "t/yr", "kg/yr"})
CLAUSE = frozenset({"а", "что", "пока", "когда", "где"})  # words after which a name may open a clause
WILL = frozenset({"был", "была", "было", "были", "будет", "будут"})
DASHES = frozenset("—–-")
ROW = frozenset({"и", ",", "или"})
AHEAD = 6  # words after the dash within which the noun stands that says what they are
CASES = (("а", "gent"), ("у", "datv"), ("е", "loct"), ("ом", "ablt"))


def beside(seen: Sequence[Sighting]) -> Iterator[Sighting]:
    """«возьмутся за Бучук и Сарыкол», where Бучук is known: what stands in its row is of its kind."""
    taken = {(s.line.index, i) for s in seen for i in range(s.first, s.last)}
    for sighting in seen:
        if sighting.anchor is not None or not sighting.name or not _is_telling(sighting.line):
            continue
        line, case = sighting.line, _case(sighting)
        for step in (1, -1):
            edge = sighting.last if step > 0 else sighting.first - 1
            while (found := _next(line, edge, step)) and (line.index, found[0]) not in taken:
                first, last = found
                name = settled([t.text for t in line.tokens[first:last]], case)
                taken.update((line.index, i) for i in range(first, last))
                yield Sighting(line, first, last, fold(name), name)
                edge = last if step > 0 else first - 1


def _is_telling(line: Line) -> bool:
    """Whether the sentence says anything of its mines: whose they are, a stage, a word of the ground."""
    return bool(line.of("organisation")) or any(line.saying("stage")) or is_ground(line)


def _case(sighting: Sighting) -> str:
    """The case of the known name, that of its row: «на Кумторе и Бучуке»."""
    told = sighting.line.tokens[sighting.last - 1].text
    if told.lower() == sighting.name.split()[-1].lower():
        return "nomn"
    return next((case for ending, case in CASES if told.endswith(ending)), "nomn")


def _next(line: Line, edge: int, step: int) -> tuple[int, int] | None:
    """The name after the comma or «и» at token `edge`, or before it."""
    tokens = line.tokens
    if not 0 <= edge < len(tokens) or tokens[edge].text not in ROW:
        return None
    if step > 0:
        first = edge + 1 + (tokens[edge].text == "," and edge + 1 < len(tokens) and tokens[edge + 1].key == "и")
        last = capitals(tokens, first)
        return (first, last) if last > first and _is_strange(line, first, last) and _ends(line, last) else None
    last = edge
    first = last - 1
    if first < 0 or not (tokens[first].is_word and tokens[first].capital):
        return None
    begins = first == 0 or not (tokens[first - 1].is_word and tokens[first - 1].capital)
    return (first, last) if begins and _is_strange(line, first, last) else None


def _ends(line: Line, last: int) -> bool:
    """Whether the row goes on or its sentence does: an adjective's noun and a quoted name are no part of it."""
    return last >= len(line.tokens) or line.tokens[last].text not in '«"'


def _is_strange(line: Line, first: int, last: int) -> bool:
    """Whether the word is unknown to the dictionary and to the reference, and no person's."""
    words = [t.text for t in line.tokens[first:last]]
    if last - first > 2 or any(w.isascii() or w[:2].isupper() or naming.is_person(w) for w in words):
        return False
    if any(m.first < last and first < m.last for m in line.mentions):
        return False
    if last - first == 2:
        return naming.could_be_adjective(words[0])
    following = line.tokens[last] if last < len(line.tokens) else None
    adjective = naming.is_adjective(words[0]) and following is not None and following.is_word
    return not (naming.is_known(words[0]) or adjective or is_surname(words[0]))


def is_surname(word: str) -> bool:
    """«Кенжебаев» has an ending that only surnames have."""
    return word.endswith(("ев", "ов", "ин", "ева", "ова", "ина")) or any(
        "Surn" in p.tag and p.is_known for p in naming.readings(word)[:2]
    )


def told(line: Line, following: Sequence[Line]) -> Iterator[Sighting]:
    """«Бучук и Сарыкол — два рудника», «Бучук: там начнут вынимать руду», «Бучук запустят через год»."""
    tokens = line.tokens
    if len(tokens) < 3:
        return
    for start, token in enumerate(tokens[:-2]):
        if not (token.capital and token.is_word) or (start and tokens[start - 1].key not in CLAUSE):
            continue
        row = list(_row(line, start))
        if not row or row[-1][1] + 1 >= len(tokens):
            continue
        if not (_is_defined(line, row, following) or _is_acted_on(line, row, following)):
            continue
        for first, last in row:
            if _is_strange(line, first, last):
                words = " ".join(t.text for t in tokens[first:last])
                yield Sighting(line, first, last, fold(words), words)


def _row(line: Line, index: int) -> Iterator[tuple[int, int]]:
    tokens = line.tokens
    while (last := capitals(tokens, index)) > index:
        yield index, last
        if last >= len(tokens) or tokens[last].text not in ROW:
            return
        index = last + 1


def _is_defined(line: Line, row: Sequence[tuple[int, int]], following: Sequence[Line]) -> bool:
    after = row[-1][1]
    mark = line.tokens[after].text
    if mark in DASHES:
        return _is_what(line, after + 1)
    return mark == ":" and len(row) == 1 and not row[0][0] and _is_there(line, following)


def _is_acted_on(line: Line, row: Sequence[tuple[int, int]], following: Sequence[Line]) -> bool:
    """«Бучук запустят», «Бучук законсервирован», «Бучук простаивает»: nobody does so to a firm or a person."""
    index = row[-1][1]
    while index < len(line.tokens) - 1 and naming.part_of_speech(line.tokens[index].text) in {"ADVB", "PRCL"}:
        index += 1
    verb = line.tokens[index]
    if not verb.is_word or verb.capital:
        return False
    if verb.key in WILL and index + 1 < len(line.tokens):
        verb = line.tokens[index + 1]
    passive = verb.key.startswith(DONE) and (
        naming.part_of_speech(verb.text) == "PRTS" or (len(row) == 1 and naming.is_plural_verb(verb.text))
    )
    gives = verb.key.startswith(GIVES) and any(q.unit in MASS for q in line.quantities)
    return (passive or gives or verb.key.startswith(HAPPENS)) and any(is_ground(each) for each in (line, *following))


def _is_what(line: Line, index: int) -> bool:
    """Whether the first noun after the dash is one of mines: «— директор рудника» is a person."""
    for token in line.tokens[index : index + AHEAD]:
        if not token.is_word:
            return False
        if token.key.startswith(WHAT):
            return True
        if not (naming.could_be_adjective(token.text) or naming.part_of_speech(token.text) in {"NUMR", "CONJ", "ADVB"}):
            return False
    return False


def _is_there(line: Line, following: Sequence[Line]) -> bool:
    """Whether the sentence, or what follows, goes on about the ground «там»."""
    near = (line, *following)
    return any(t.key in THERE for each in near for t in each.tokens) and any(
        t.key.startswith(GROUND) for each in near for t in each.tokens
    )
