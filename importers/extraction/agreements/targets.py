"""What is bought where the sentence only takes it up: «компанию приобрела X», «72 процента акций отошли X»."""

from __future__ import annotations

from collections.abc import Sequence

from importers.extraction import lists
from importers.extraction.agreements.found import Found
from importers.extraction.agreements.parties import organisations
from importers.extraction.mentions import Mention
from importers.extraction.persons.grammar import adjective_cases, noun_cases
from importers.extraction.text import Line, Text

BARE = lists.stems("agreements: bought, taken up")
OBJECT = frozenset({"accs", "gent"})
REACH = 3  # sentences above
SHORT = 2  # letters of a preposition, which the dictionary takes for a noun too


def target(text: Text, line: Line, found: Found, bodies: Sequence[Mention]) -> list[Mention]:
    """The organisations with the one bought: the only one that the nearest sentence of the paragraph names."""
    if found.kind != "acquisition" or not bodies or not _taken_up(line):
        return list(bodies)
    known = {m.key for m in bodies}
    for other in reversed(text.lines[max(0, line.index - REACH) : line.index]):
        if other.sentence.paragraph != line.sentence.paragraph:
            break
        named = [m for m in organisations(other, anywhere=True) if m.key not in known]
        if named:
            return [*bodies, *named] if len(named) == 1 else list(bodies)
    return list(bodies)


def _taken_up(line: Line) -> bool:
    """Whether the firm or its shares stand bare as the object, no adjective before and no name or genitive after."""
    tokens = line.tokens
    if line.of("project"):
        return False
    for index, token in enumerate(tokens):
        if not token.key.startswith(BARE) or not noun_cases(token.text) & OBJECT:
            continue
        before, after = tokens[index - 1] if index else None, tokens[index + 1] if index + 1 < len(tokens) else None
        named = after is not None and (after.text in '«„“"' or after.capital)
        described = before is not None and before.is_word and bool(adjective_cases(before.text))
        owned = after is not None and after.is_word and len(after.key) > SHORT and "gent" in noun_cases(after.text)
        if not named and not described and not owned:
            return True
    return False
