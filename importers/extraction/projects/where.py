"""The place that stands beside an undertaking's noun: «на озере Иссык-Куль», «на востоке Казахстана», «в Хромтау»."""

from __future__ import annotations

from dataclasses import dataclass, replace

from importers.extraction import lists, naming
from importers.extraction.proper import capitals, quoted, surface
from importers.extraction.text import Line

PREPOSITIONS = frozenset({"в", "во", "на", "близ", "под", "возле", "около", "вблизи", "у"})
BESIDE = frozenset({("рядом", "с"), ("недалеко", "от"), ("неподалеку", "от")})
SIDES = lists.stems("projects: side of the world")
# Nouns that may stand between the preposition and the name.
GEOGRAPHY = SIDES + lists.stems("projects: geography")
OPENS = frozenset(":;—–-«")
CLAUSE = 14  # words before its noun at which a clause may open with the place
APART = 2  # words of «Для этого», «Кроме того» before the place
DISTRICTS = lists.stems("projects: district")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the thing is: the phrase with its preposition, at tokens `first` up to `last`; a country has no `name`."""

    first: int
    last: int
    phrase: str
    name: str


def after(line: Line, index: int) -> Place | None:
    """The place whose preposition stands at `index`."""
    tokens = line.tokens
    beside = tuple(t.key for t in tokens[index : index + 2]) in BESIDE
    if index + 1 >= len(tokens) or not (beside or tokens[index].key in PREPOSITIONS):
        return None
    begin = index + 1 + beside
    begin = position = begin + (begin < len(tokens) and tokens[begin].key.startswith("соседн"))
    while position < len(tokens) and tokens[position].text.islower() and tokens[position].key.startswith(GEOGRAPHY):
        position += 1
    name = quoted(tokens, position) if position > begin else None
    if name:
        return Place(index, name.after, surface(tokens, index, name.after), surface(tokens, name.first, name.last))
    last = _end(line, position)
    if last == position or any(m.first < last and position < m.last for m in line.of("organisation")):
        return None
    if (
        last + 1 < len(tokens)
        and tokens[last].key == "и"
        and tokens[last + 1].capital
        and not tokens[last + 1].text.isupper()
    ):
        return None  # «в Таджикистане и Кыргызстане» is no place of one thing
    abroad = any(m.first <= position and last <= m.last for m in line.of("country")) and position == begin
    return Place(index, last, surface(tokens, index, last), "" if abroad else _name(line, begin, position, last))


def several(line: Line, index: int) -> tuple[Place, ...]:
    """The places that share a preposition: «ТЭЦ в Оше, Таласе и Нарыне»; none where there is but one."""
    tokens = line.tokens
    if index + 1 >= len(tokens) or tokens[index].key not in {"в", "во"}:
        return ()
    preposition, found, position = tokens[index].text.lower(), [], index + 1
    while (last := _end(line, position)) > position:
        words = surface(tokens, position, last)
        found.append(Place(position, last, f"{preposition} {words}", _name(line, position, position, last)))
        if last >= len(tokens) or tokens[last].text not in {",", "и"}:
            break
        position = last + 1
    stated = any(
        m.kind == "country" and m.first < place.last and place.first < m.last for m in line.mentions for place in found
    )
    return tuple(found) if len(found) > 1 and not stated else ()


def opening(line: Line, before: int) -> Place | None:
    """The place that opens the clause: «В Ахангаране Ташкентской области создаётся кластер», «под Оршей построят»."""
    for index in range(max(0, before - CLAUSE), before):
        word = line.tokens[index]
        begins = not index or (index and line.tokens[index - 1].text in OPENS) or (index == APART and word.key == "в")
        place = after(line, index) if begins and word.key in {"в", "во", "на", "под"} else None
        if place is None or not place.name or place.last > before:
            continue
        if any(t.text in ",;:" for t in line.tokens[place.last : before]):
            continue
        return replace(place, phrase=place.phrase[:1].lower() + place.phrase[1:])
    return None


def _end(line: Line, position: int) -> int:
    """The end of the name: «Ахангаране» before «Ташкентской области», «Тамдынском районе» with its noun."""
    tokens = line.tokens
    last = capitals(tokens, position)
    region = next((m for m in line.of("region") if position < m.first < last), None)
    if region:
        return region.first
    while (
        last > position
        and last < len(tokens)
        and tokens[last].key.startswith(DISTRICTS)
        and tokens[last].text.islower()
    ):
        last += 1
    return last


def _name(line: Line, begin: int, capital: int, last: int) -> str:
    """«восток Казахстана» keeps its side of the world; «озеро Иссык-Куль» is told by the name alone."""
    tokens = line.tokens
    if capital > begin and tokens[begin].key.startswith(SIDES):
        return naming.noun_phrase([t.text for t in tokens[begin:last]], 0)
    words = [t.text for t in tokens[capital:last]]
    return naming.noun_phrase(words, len(words) - 1)
