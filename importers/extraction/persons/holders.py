"""Office holders whom the press names by surname alone: «президент Мирзиёев» is Шавкат Мирзиёев."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from importers.extraction import lists
from importers.extraction.fold import fold
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.text import Line, Text

if TYPE_CHECKING:
    from importers.extraction.persons.find import Person, PersonMention

# What the office is of, where its holder is meant: «президент республики», «тогдашний премьер страны».
OF_STATE = lists.stems("persons: of state")
LESSER = lists.stems("persons: lesser office")
HIGHEST = frozenset({"president", "premier"})  # one a country: the office alone tells who is meant


def meant(text: Text, person: Person, mentions: Sequence[tuple[Line, PersonMention]]) -> Entry | None:
    """The row of the one office holder whom all mentions of a surname allow; None where none or several do.

    No mention may give another office («аким Мирзиёев»), and one at least must give this one, or the body name the
    country of a holder whose surname nobody else bears in the news.
    """
    surnames = {fold(option.surname) for option in person.options}
    rows = [entry for surname in surnames for entry in _rows(text.lexicon).get(surname, ())]
    agreed = [entry for entry in rows if _agrees(text, entry, mentions)]
    return agreed[0] if len(agreed) == 1 else None


@lru_cache(maxsize=4)
def _rows(lexicon: Lexicon) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in lexicon.of_kind("office_holder"):
        found.setdefault(fold(entry.text), []).append(entry)
    return found


def _agrees(text: Text, entry: Entry, mentions: Sequence[tuple[Line, PersonMention]]) -> bool:
    told = [_office(line, mention, entry) for line, mention in mentions if mention.role]
    if not all(told):
        return False
    named = any(mention.key == entry.get("country") for _, mention in text.of("country"))
    if told:
        return named or bool(HIGHEST & set(entry.get("office").split()))
    return named and entry.get("alone") == "yes"


def _office(line: Line, mention: PersonMention, entry: Entry) -> bool:
    """Whether the role said of a mention is the row's office, and of nothing but its country and field."""
    role = mention.role
    if role is None or ("president" in entry.get("office") and role.head.startswith(LESSER)):
        return False  # «вице-президент Токаев», «госсекретарь Токаев»
    own = {i for m in line.of("country") if m.key == entry.get("country") for i in range(m.first, m.last)}
    field = tuple(entry.get("field").split()) or ("\0",)
    rest = [i for i in range(role.first, role.last) if line.tokens[i].is_word and not mention.first <= i < mention.last]
    of = [i for i in rest if i in own or line.tokens[i].key.startswith(field)]
    if not role.keys & set(entry.get("office").split()) and not ("head" in role.keys and of):
        return False
    return all(i in of or i in set(_nouns(line, rest)) or line.tokens[i].key.startswith(OF_STATE) for i in rest)


def _nouns(line: Line, rest: Sequence[int]) -> Iterator[int]:
    """The words of the role nouns themselves: «глава», «премьер-министр»."""
    for match in line.saying("role"):
        yield from (i for i in range(match.first, match.last) if i in rest)
