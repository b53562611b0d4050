"""Names of the lexicon in a sentence: who, where and what, by token index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.extraction.fold import fold
from importers.extraction.lexicon import Entry, Lexicon, Match
from importers.extraction.quantities import Quantity
from importers.extraction.segment import Token, tokenise

NESTED = frozenset({"country", "region", "group", "mineral"})
STEM_ENDINGS = ("ий", "ый", "ой", "ский")  # «китайско-», «свинцово-», «американо-»


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A name at tokens `first` up to `last`; several `keys` when the name has several owners.

    As a `Token`, it is not frozen because of their number; nobody changes one.
    """

    kind: str
    key: str
    first: int
    last: int
    form: str
    name: str
    keys: tuple[str, ...] = ()


def mentions(tokens: Sequence[Token], lexicon: Lexicon, counted: Sequence[Quantity]) -> tuple[Mention, ...]:
    """All mentions in order; those within a longer name («Навоийская область» in a ministry's) stand after it."""
    units = {i for q in counted for i in range(q.number.last, q.last)}
    found: list[Mention] = []
    names, begins = lexicon.names, lexicon.names.begins
    index, end = 0, len(tokens)
    while index < end:
        token = tokens[index]
        key = token.key
        match = names.at(tokens, index) if key in begins else None
        if match is None:
            if "-" in key and token.is_word:
                found.extend(_hyphenated(tokens, index, lexicon))
            index += 1
            continue
        if not set(range(match.first, match.last)) <= units:
            found.extend(_accepted(match))
            if match.entry.kind == "organisation":
                found.extend(_nested(tokens, match, lexicon))
        index = match.last
    return tuple(sorted(found, key=lambda m: (m.first, -m.last))) if len(found) > 1 else tuple(found)


def _accepted(match: Match) -> Iterator[Mention]:
    entries = [e for e in match.entries if e.kind not in {"currency", "not_name", "scale"}]
    if len(entries) < len(match.entries) and any(e.kind == "not_name" for e in match.entries):
        return
    by_kind: dict[str, list[Entry]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(entry)
    for kind, rows in by_kind.items():
        keys = tuple(dict.fromkeys(row.key for row in rows))
        yield Mention(kind, rows[0].key, match.first, match.last, rows[0].form, rows[0].name, keys)


def _nested(tokens: Sequence[Token], match: Match, lexicon: Lexicon) -> Iterator[Mention]:
    """The country in «Геологическая служба США» is named too."""
    for index in range(match.first, match.last):
        inner = lexicon.names.at(tokens[: match.last - (index == match.first)], index)
        if inner is not None and inner.entry.kind in {"country", "region"}:
            yield from _accepted(inner)


def _hyphenated(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Iterator[Mention]:
    """The parts of «китайско-кыргызского» and «свинцово-цинковый»: the last as it stands, the others by their stem."""
    token = tokens[index]
    parts = token.key.split("-")
    for position, part in enumerate(parts):
        candidates = [part] if position == len(parts) - 1 else [part[:-1] + ending for ending in STEM_ENDINGS] + [part]
        for candidate in candidates:
            candidate_text = candidate.capitalize() if token.capital and not position else candidate
            if fold(candidate_text) not in lexicon.names.begins:
                continue
            piece = tokenise(candidate_text)
            match = lexicon.names.at(piece, 0) if len(piece) == 1 else None
            if match is None:
                continue
            usable = [e for e in match.entries if e.kind in NESTED and (e.form == "adjective" or candidate == part)]
            usable = [e for e in usable if e.form == "adjective" or token.capital or e.kind == "mineral"]
            if usable:
                entry = usable[0]
                yield Mention(entry.kind, entry.key, index, index + 1, entry.form, entry.name, (entry.key,))
                break
