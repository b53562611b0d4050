"""The word that softens a number: «более чем на 3,65», «почти в 2 раза», «тонн с лишним»."""

from __future__ import annotations

from collections.abc import Sequence

from importers.extraction import lists
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.segment import Token

LONGEST = 4  # tokens of a qualifier
FAR = 12  # tokens back to the verb that leads to a value
ENDS = frozenset(";:!?")  # a sentence holds its full stops in «тыс.»
STEPS = frozenset({"на", "в", "во", "за", "по", "с", "под"})  # «более чем на 5», «почти в два раза»
MARKS = lists.stems("statistics: marks")  # «перешагнула отметку в 5 тонн»
COMPARED = frozenset({"больше", "меньше", "выше", "ниже", "дороже", "дешевле"})
FROM = frozenset({"с", "со"})
DENIED = {"more_than": "up_to", "less_than": "at_least"}


def qualifier_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, int]:
    """The qualifier that ends right before `index`, with its first token: «более чем на 3,65»."""
    entry, begin = _ending(tokens, index, lexicon)
    if entry is not None:
        if tokens[begin].key == "до" and begin == index - 1 and _reached(tokens, begin, lexicon):
            inner, first = qualifier_before(tokens, begin, lexicon)
            return (inner, first) if inner != "exact" else ("exact", index)
        if begin and tokens[begin - 1].key == "не" and entry.key in DENIED:
            return DENIED[entry.key], begin - 1
        return entry.key, begin
    if index and tokens[index - 1].key in STEPS:
        place = index - 1
        place -= place > 0 and tokens[place].key == "в" and tokens[place - 1].key.startswith(MARKS)
        if tokens[place].key == "на" and tokens[place - 1].key in COMPARED:
            return "exact", index  # «стало меньше на 5 %», «цена выше на 3 доллара»: by how much
        inner, begin = qualifier_before(tokens, place, lexicon)
        if inner != "exact":
            return inner, begin
    return "exact", index


def _ending(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[Entry | None, int]:
    """The longest row that ends right before `index`, with its first token."""
    for begin in range(max(0, index - LONGEST), index):
        match = lexicon.only("qualifier").at(tokens, begin)
        if match is not None and match.last == index:
            entry = next((e for e in match.entries if e.get("place") != "after"), None)
            if entry is not None:
                return entry, begin
    return None, index


def _reached(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """«довести до 160 млн» is a target, «добывать до 300» a ceiling; «с 2,7 млн в 2020-м до 4,4 млн» an end."""
    for begin in range(index - 1, max(-1, index - FAR), -1):
        if tokens[begin].text in ENDS:
            return False
        if lexicon.only("reach").at(tokens, begin) is not None:
            return True
        if tokens[begin].key in FROM and _numbered(tokens, begin + 1):
            return True
    return False


def _numbered(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number in digits stands at `index`, a currency's sign before it passed over."""
    return any(token.kind == "number" for token in tokens[index : index + 2])


def qualifier_after(tokens: Sequence[Token], index: int, lexicon: Lexicon, before: str) -> tuple[str, int]:
    """A qualifier that follows («тонн с лишним»); one that stands before wins."""
    if before == "exact" and index < len(tokens):
        match = lexicon.only("qualifier").at(tokens, index)
        if match is not None:
            entry = next((e for e in match.entries if e.get("place") != "before"), None)
            if entry:
                return entry.key, match.last
    return before, index
