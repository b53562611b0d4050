"""Proper names as they are written: in quotes, or as a run of capitalised words; all by token index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from importers.extraction.lexicon import Lexicon, WordClass
from importers.extraction.segment import Token

OPENING = "«“„"
CLOSING = "»”"
LATIN_ENDS = "\u0250"  # Latin letters with all their signs come before
LONGEST = 9  # tokens between quotation marks; longer ones are speech
# Small words inside a foreign name: «Bank of China», «Rio de Oro».
LINKS = frozenset({"of", "and", "de", "the", "&"})
ANNIVERSARY = frozenset({"лет", "летие", "летия", "летию"})
ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """A name in quotes: `first` to `last` is the inside, the whole ends before `after`."""

    first: int
    last: int
    after: int


@lru_cache(maxsize=50_000)
def is_latin(word: str) -> bool:
    """Whether a word is in Latin letters, with or without signs on them: «Mining», «İnşaat»."""
    return word.isascii() or all(letter < LATIN_ENDS for letter in word)


def words_of(lexicon: Lexicon, kind: str) -> WordClass:
    """The rows of one word class alone, so that longer words of another class hide none of them."""
    return lexicon.only(kind)


def glued(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Whether no space stands between two tokens."""
    return tokens[left].stop == tokens[right].start


def quoted(tokens: Sequence[Token], index: int) -> Quoted | None:
    """The name in the quotation marks opened at `index`; the innermost of «НАК «Казатомпром», often closed but once."""
    if index + 2 >= len(tokens):
        return None
    mark = tokens[index].text
    if mark == '"':
        return _straight(tokens, index)
    if mark not in OPENING:
        return None
    first = index + 1
    for position in range(index + 1, min(index + 2 + LONGEST, len(tokens))):
        if tokens[position].text in OPENING:
            first = position + 1
        elif tokens[position].text in CLOSING:
            after = position + 1
            if first > index + 1 and after < len(tokens) and tokens[after].text in CLOSING:
                after += 1
            return Quoted(first, position, after) if position > first and _names(tokens, first) else None
    return None


def _straight(tokens: Sequence[Token], index: int) -> Quoted | None:
    if not glued(tokens, index, index + 1):
        return None
    for position in range(index + 2, min(index + 2 + LONGEST, len(tokens))):
        if tokens[position].text == '"' and glued(tokens, position - 1, position):
            return Quoted(index + 1, position, position + 1) if _names(tokens, index + 1) else None
    return None


def _names(tokens: Sequence[Token], index: int) -> bool:
    """Whether a name begins here: a capital, or an anniversary («10-летие Независимости», «50 лет Октября»)."""
    token = tokens[index]
    if token.is_word:
        return token.capital
    years = tokens[index + 1 : index + 3]
    return token.kind in {"number", "ordinal"} and any(t.key in ANNIVERSARY for t in years)


def capitals(tokens: Sequence[Token], index: int, latin: bool = False) -> int:
    """The end of the run of capitalised words that begins at `index` (`index` itself where none does).

    A run keeps to one alphabet; «№ 3» and Roman numbers belong to it.
    """
    last = index
    while last < len(tokens) and tokens[last].is_word:
        token = tokens[last]
        foreign = is_latin(token.text)
        if last > index and foreign != is_latin(tokens[index].text) and token.key not in ROMAN:
            break
        if latin and not foreign:
            break
        linked = foreign and token.key in LINKS and last > index and last + 1 < len(tokens) and tokens[last + 1].capital
        if not (token.capital or linked):
            break
        last += 1
        if foreign and last < len(tokens) and tokens[last].text == "&":
            last += 1
    return last


def surface(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words as they stand, one space where the text has any gap."""
    parts = [tokens[first].text] if first < last else []
    for index in range(first + 1, last):
        parts.append(("" if glued(tokens, index - 1, index) else " ") + tokens[index].text)
    return "".join(parts)
