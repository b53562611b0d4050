"""The countries, regions, minerals and organisations that an article names, each with every place in the body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from importers.extraction import lists
from importers.extraction.mentions import Mention
from importers.extraction.text import Line, Text
from importers.records import Span, Subject

# «увёз золото», «газон свинцовый»: in the words of sport and feasts metals are figures of speech.
PLAY = lists.stems("subjects: play")
WORK = lists.stems("subjects: work")
PLAYFUL = 5  # words of play from which an article is looked at
KINDS = ("country", "region", "mineral", "organisation")


def find(text: Text) -> tuple[Subject, ...]:
    """One subject a thing, in the order of first mention; one that only the headline names has no place in the body.

    A name with several owners speaks for none.
    """
    playful = _playful(text)
    places: dict[tuple[str, str], list[Span]] = {}
    names: dict[tuple[str, str], str] = {}
    for line, mention in _named(text.lines):
        if playful and mention.kind == "mineral":
            continue
        thing = (mention.kind, mention.key)
        places.setdefault(thing, []).append(line.span(mention.first, mention.last))
        names.setdefault(thing, mention.name)
    for _, mention in _named(text.title):
        if playful and mention.kind == "mineral":
            continue
        places.setdefault((mention.kind, mention.key), [])
        names.setdefault((mention.kind, mention.key), mention.name)
    return tuple(Subject(kind, key, names[kind, key], tuple(spans)) for (kind, key), spans in places.items())


def _named(lines: tuple[Line, ...]) -> Iterator[tuple[Line, Mention]]:
    for line in lines:
        for mention in line.of(*KINDS):
            if len(mention.keys) == 1 and not _of_a_person(line, mention) and not _part_of_a_name(line, mention):
                yield line, mention


def _playful(text: Text) -> bool:
    """Whether the article speaks of sport or a feast more than of mining: its «золото» is a medal."""
    keys = [token.key for line in (*text.title, *text.lines) for token in line.tokens if token.is_word]
    play = sum(map(_of_play, keys))
    return play >= PLAYFUL and play > sum(key.startswith(WORK) for key in keys)


@lru_cache(maxsize=50_000)
def _of_play(key: str) -> bool:
    return key.startswith(PLAY)


def _of_a_person(line: Line, mention: Mention) -> bool:
    """«американский эксперт» speaks of a man, «американский посол» of a state."""
    if mention.kind != "country" or mention.form != "adjective":
        return False
    private = (m for m in line.saying("role") if any(e.kind == "role" and e.get("generic") == "yes" for e in m.entries))
    return any(m.first == mention.last for m in private)


def _part_of_a_name(line: Line, mention: Mention) -> bool:
    """«Жетiсу» in ТОО «Жетiсу Вольфрамы» names no region; the country in «Геологическая служба США» is named."""
    return mention.kind in {"region", "mineral"} and mention.form != "adjective" and line.inside_organisation(mention)
