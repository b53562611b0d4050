"""The countries, regions, minerals and organisations that an article names, each with every place in the body."""

from __future__ import annotations

from collections.abc import Iterator

from importers.extraction.mentions import Mention
from importers.extraction.text import Line, Text
from importers.records import Span, Subject

KINDS = ("country", "region", "mineral", "organisation")


def find(text: Text) -> tuple[Subject, ...]:
    """One subject a thing, in the order of first mention; one that only the headline names has no place in the body.

    A name with several owners speaks for none.
    """
    places: dict[tuple[str, str], list[Span]] = {}
    names: dict[tuple[str, str], str] = {}
    for line, mention in _named(text.lines):
        thing = (mention.kind, mention.key)
        places.setdefault(thing, []).append(line.span(mention.first, mention.last))
        names.setdefault(thing, mention.name)
    for _, mention in _named(text.title):
        places.setdefault((mention.kind, mention.key), [])
        names.setdefault((mention.kind, mention.key), mention.name)
    return tuple(Subject(kind, key, names[kind, key], tuple(spans)) for (kind, key), spans in places.items())


def _named(lines: tuple[Line, ...]) -> Iterator[tuple[Line, Mention]]:
    for line in lines:
        for mention in line.of(*KINDS):
            if len(mention.keys) == 1 and not _of_a_person(line, mention) and not _part_of_a_name(line, mention):
                yield line, mention


def _of_a_person(line: Line, mention: Mention) -> bool:
    """«американский эксперт» speaks of a man, «американский посол» of a state."""
    if mention.kind != "country" or mention.form != "adjective":
        return False
    private = (m for m in line.saying("role") if any(e.kind == "role" and e.get("generic") == "yes" for e in m.entries))
    return any(m.first == mention.last for m in private)


def _part_of_a_name(line: Line, mention: Mention) -> bool:
    """«Жетiсу» in ТОО «Жетiсу Вольфрамы» names no region; the country in «Геологическая служба США» is named."""
    return mention.kind in {"region", "mineral"} and mention.form != "adjective" and line.inside_organisation(mention)
