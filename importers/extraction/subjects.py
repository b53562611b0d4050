"""The countries, regions, minerals and organisations that the body names, each with every place it does."""

from __future__ import annotations

from importers.extraction.text import Text
from importers.records import Span, Subject

KINDS = ("country", "region", "mineral", "organisation")


def find(text: Text) -> tuple[Subject, ...]:
    """One subject a thing, in the order of first mention; a name with several owners speaks for none."""
    places: dict[tuple[str, str], list[Span]] = {}
    names: dict[tuple[str, str], str] = {}
    for line, mention in text.of(*KINDS):
        if len(mention.keys) > 1:
            continue
        thing = (mention.kind, mention.key)
        places.setdefault(thing, []).append(line.span(mention.first, mention.last))
        names.setdefault(thing, mention.name)
    return tuple(Subject(kind, key, names[kind, key], tuple(spans)) for (kind, key), spans in places.items())
