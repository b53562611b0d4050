"""A row of the lexicon: what it names, under which forms it is found, and where a form is not it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from importers.extraction import morph
from importers.extraction.fold import fold, fold_case, twin
from importers.extraction.segment import Token, tokenise

# Names of these kinds begin with a capital; «чад», «перу» and «лаос» in lower case are other words.
CAPITALISED = frozenset({"country", "group", "region", "organisation", "project", "place"})


# A phrase with its mark, whether it is an adjective, and the token keys of its forms.
Forms = dict[tuple[str, str, bool], frozenset[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what `kind` of thing, whose `key`, under which `text`.

    `mark` is ``=`` for exact case, ``!`` for one form as it stands, empty for a name to inflect.
    """

    kind: str
    key: str
    text: str
    form: str = "noun"  # noun, adjective, abbreviation, capital, symbol; word classes use their own
    mark: str = ""
    name: str = ""  # what a person calls the thing, for display
    props: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False, compare=False)

    def get(self, prop: str, default: str = "") -> str:
        """A property of the row, or `default` where the cell is empty."""
        return self.props.get(prop) or default


def surfaces(entry: Entry, known: Forms | None = None) -> frozenset[tuple[str, ...]]:
    """The folded token sequences under which a row is found; abbreviations gain their Latin-typed twin.

    Those in `known` are taken from there, and others put there.
    """
    phrase = entry.text, entry.mark, entry.form == "adjective"
    if known is None:
        return _surfaces(*phrase)
    if phrase not in known:
        known[phrase] = _surfaces(*phrase)
    return known[phrase]


@lru_cache(maxsize=20_000)
def _surfaces(text: str, mark: str, adjective: bool) -> frozenset[tuple[str, ...]]:
    tokens = tokenise(text)
    plain = tuple(token.key for token in tokens)
    if not plain:
        return frozenset()
    if mark:
        latin = twin(text) if mark == "=" and len(plain) == 1 else None
        return frozenset({plain} | ({(latin,)} if latin else set()))
    words = tuple(token.text.lower() for token in tokens)
    if any(not word.replace("-", "").isalpha() or word.isascii() for word in words):
        return frozenset({plain})
    return frozenset(tuple(map(fold, form)) for form in morph.phrase_forms(words, adjective)) | {plain}


def is_checked(entry: Entry) -> bool:
    """Whether `fits` may refuse the row."""
    return entry.mark == "=" or (entry.kind in CAPITALISED and entry.form != "adjective")


@lru_cache(maxsize=20_000)
def _exact(text: str) -> tuple[str, ...]:
    return tuple(fold_case(token.text) for token in tokenise(text))


def fitting(entries: tuple[Entry, ...], tokens: Sequence[Token], first: int, last: int) -> tuple[Entry, ...]:
    """The rows whose capitals stand so at tokens `first` up to `last`."""
    return tuple(e for e in entries if _fits(e, tokens, first, last))


def _fits(entry: Entry, tokens: Sequence[Token], first: int, last: int) -> bool:
    if entry.mark == "=":
        if tuple(fold_case(token.text) for token in tokens[first:last]) != _exact(entry.text):
            return False
        alone = last - first == 1 and tokens[first].text.istitle() and not tokens[first].text.isascii()
        return not (alone and first == 0)  # «Того же мнения» opens a sentence
    if entry.kind in CAPITALISED and entry.form != "adjective":
        return tokens[first].capital
    return True
