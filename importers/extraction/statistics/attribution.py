"""Who a figure is credited to: «по данным Геологической службы США (USGS)»."""

from __future__ import annotations

from importers.extraction import lists
from importers.extraction.text import Line

CREDITS = lists.phrases("statistics: credit")
OPENING = {first: tuple(p for p in CREDITS if p[0] == first) for first in {phrase[0] for phrase in CREDITS}}


def attribution(line: Line) -> str | None:
    """The organisation named right after a word of credit, by the short name in brackets where one stands."""
    keys = line.sentence.keys
    for index, key in enumerate(keys):
        for phrase in OPENING.get(key, ()):
            if keys[index : index + len(phrase)] != phrase:
                continue
            start = index + len(phrase)
            named = next((m for m in line.of("organisation") if start <= m.first <= start + 2), None)
            if named is None:
                continue
            following = line.tokens[named.last : named.last + 2]
            if len(following) == 2 and following[0].text == "(" and following[1].is_word:
                return following[1].text
            return named.name
    return None
