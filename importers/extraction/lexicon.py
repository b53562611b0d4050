"""The lexicon: names and words as rows, inflected once at load, found by longest match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from importers.extraction.entry import Entry, Forms, fitting, is_checked, surfaces
from importers.extraction.segment import Token

__all__ = ["Entry", "Lexicon", "Match", "Trie", "WordClass", "surfaces"]


@dataclass(slots=True, unsafe_hash=True)
class Match:
    """Rows that share one surface, found at tokens `first` up to but not including `last`.

    As a `Token`, it is not frozen because of their number; nobody changes one.
    """

    first: int
    last: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        return self.entries[0]


class _Node:
    __slots__ = ("_kinds", "checked", "children", "entries")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.entries: tuple[Entry, ...] = ()
        self.checked = False  # whether some row here asks for more than its keys
        self._kinds: dict[str, tuple[Entry, ...]] | None = None

    def kinds(self) -> dict[str, tuple[Entry, ...]]:
        """The rows by kind, the kinds as the rows come."""
        if self._kinds is None:  # most rows are never met
            kinds = dict.fromkeys(e.kind for e in self.entries)
            self._kinds = {kind: tuple(e for e in self.entries if e.kind == kind) for kind in kinds}
        return self._kinds


class Trie:
    """Token sequences to the rows that they name."""

    def __init__(self, entries: Iterable[Entry], forms: Forms | None = None) -> None:
        self._root = _Node()
        self._kinds_from: dict[str, set[str]] = {}  # most words begin no row: one look-up tells
        for entry in entries:
            for form in surfaces(entry, forms):
                self._add(form, entry)
                self._kinds_from.setdefault(form[0], set()).add(entry.kind)

    def _add(self, form: tuple[str, ...], entry: Entry) -> None:
        node = self._root
        for key in form:
            following = node.children.get(key)
            if following is None:
                following = node.children[key] = _Node()
            node = following
        if entry not in node.entries:
            node.entries = (*node.entries, entry)
            node.checked = node.checked or is_checked(entry)

    def starts(self, kind: str | None = None) -> frozenset[str]:
        """The keys with which a row (of one `kind`, if given) may begin."""
        return frozenset(key for key, kinds in self._kinds_from.items() if kind is None or kind in kinds)

    @cached_property
    def begins(self) -> frozenset[str]:
        """The keys with which a row may begin."""
        return self.starts()

    def at(self, tokens: Sequence[Token], index: int, kind: str | None = None) -> Match | None:
        """The longest match that begins at token `index`, of one `kind` of row if given."""
        kinds = self._kinds_from.get(tokens[index].key) if index < len(tokens) else None
        if kinds is None or (kind is not None and kind not in kinds):
            return None
        best: tuple[Entry, ...] = ()
        node: _Node | None = self._root.children[tokens[index].key]
        stop, position, end = index, index, len(tokens)
        while node is not None:
            position += 1
            if node.entries:
                fit = node.entries if kind is None else node.kinds().get(kind, ())
                if fit and node.checked:
                    fit = fitting(fit, tokens, index, position)
                if fit:
                    best, stop = fit, position
            node = node.children.get(tokens[position].key) if position < end and node.children else None
        return Match(index, stop, best) if best else None

    def scan(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """All longest matches from left to right, none overlapping."""
        begins, free = self._kinds_from, 0
        for index, token in enumerate(tokens):
            if token.key in begins and index >= free:
                match = self.at(tokens, index)
                if match is not None:
                    free = match.last
                    yield match

    def scan_kinds(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """The longest matches of every kind on its own: «лицензия на разведку», a deed, hides no «лицензия» counted."""
        free: dict[str, int] = {}
        first, end = self._root.children, len(tokens)
        for index, token in enumerate(tokens):
            node = first.get(token.key)
            if node is None:
                continue
            longest: dict[str, tuple[int, tuple[Entry, ...]]] = {}
            stop = index
            while node is not None:
                stop += 1
                if node.entries:
                    for kind, rows in node.kinds().items():
                        fit = fitting(rows, tokens, index, stop) if node.checked else rows
                        if fit:
                            longest[kind] = stop, fit
                node = node.children.get(tokens[stop].key) if stop < end and node.children else None
            for kind, (last, entries) in longest.items():
                if free.get(kind, 0) <= index:
                    free[kind] = last
                    yield Match(index, last, entries)


class WordClass:
    """The rows of one kind in a trie that holds many."""

    __slots__ = ("begins", "kind", "trie")

    def __init__(self, trie: Trie, kind: str) -> None:
        self.trie, self.kind = trie, kind
        self.begins = trie.starts(kind)  # the keys with which a row of the kind may begin

    def at(self, tokens: Sequence[Token], index: int) -> Match | None:
        """The longest match of this kind at token `index`."""
        if index >= len(tokens) or tokens[index].key not in self.begins:
            return None
        return self.trie.at(tokens, index, self.kind)

    def scan(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """The longest matches of this kind from left to right."""
        begins, free = self.begins, 0
        for index, token in enumerate(tokens):
            if token.key in begins and index >= free:
                match = self.trie.at(tokens, index, self.kind)
                if match is not None:
                    free = match.last
                    yield match


class Lexicon:
    """All rows, compiled: `names` are things in the world, `words` what a sentence turns on."""

    NAMES = frozenset({"country", "group", "region", "mineral", "organisation", "project", "currency", "not_name"})
    UNITS = frozenset({"unit", "currency", "scale"})

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.forms: Forms = {}
        self._classes: dict[str, WordClass] = {}
        self._opening: dict[tuple[str, ...], frozenset[str]] = {}

    @cached_property
    def names(self) -> Trie:
        return Trie((e for e in self.entries if e.kind in self.NAMES and e.form != "symbol"), self.forms)

    @cached_property
    def units(self) -> Trie:
        return Trie((e for e in self.entries if e.kind in self.UNITS), self.forms)

    @cached_property
    def words(self) -> Trie:
        return Trie((e for e in self.entries if e.kind not in self.NAMES | self.UNITS), self.forms)

    @cached_property
    def by_key(self) -> dict[tuple[str, str], Entry]:
        """The first row of each thing, by kind and key."""
        rows: dict[tuple[str, str], Entry] = {}
        for entry in self.entries:
            rows.setdefault((entry.kind, entry.key), entry)
        return rows

    def display(self, kind: str, key: str) -> str:
        """What a person calls the thing, its key where no row is left."""
        row = self.by_key.get((kind, key))
        return (row.name or row.text) if row else key

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Entry, ...]]:
        rows: dict[str, list[Entry]] = {}
        for entry in self.entries:
            rows.setdefault(entry.kind, []).append(entry)
        return {kind: tuple(entries) for kind, entries in rows.items()}

    def only(self, kind: str) -> WordClass:
        """The words of one class alone, so that no longer phrase of another class hides one of them."""
        if kind not in self._classes:
            self._classes[kind] = WordClass(self.words, kind)
        return self._classes[kind]

    @property
    def is_compiled(self) -> bool:
        """Whether the tries are built; the first question to each builds it."""
        return {"names", "units", "words"} <= self.__dict__.keys()

    def compile(self) -> None:
        """Build the tries."""
        for trie in (self.names, self.units, self.words):
            trie.begins  # noqa: B018 - a cached property

    def opening(self, *kinds: str) -> frozenset[str]:
        """The keys with which a word or unit of these kinds may begin: most sentences hold none of them."""
        if kinds not in self._opening:
            starts = (trie.starts(kind) for trie in (self.words, self.units) for kind in kinds)
            self._opening[kinds] = frozenset().union(*starts)
        return self._opening[kinds]
