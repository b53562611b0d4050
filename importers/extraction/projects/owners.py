"""Who owns, runs, builds or funds an undertaking: in its sentences, those that go on, its sub-heading."""

from __future__ import annotations

from collections.abc import Iterator

from importers.extraction import lists
from importers.extraction.fold import fold
from importers.extraction.mentions import Mention
from importers.extraction.projects.scope import Scope
from importers.extraction.projects.sightings import Sighting, Undertaking
from importers.extraction.text import Line

# Bodies that regulate, report or lend an expert; never owners.
OFFICES = lists.stems("projects: no owner")
CREDITED = lists.stems("projects: credited")
SUBJECTS = lists.stems("projects: firm as subject")
LEADING = 2  # sentences before the first sighting that may say whose it is


def organisations(scope: Scope, one: Undertaking) -> tuple[str, ...]:
    """The keys of who owns, runs, builds or funds it: in its sentences, those that go on, or its sub-heading."""
    own: list[str] = []
    called = {s.key for s in one.sightings}  # СП «Инкай» digs Инкай and does not own it
    for line in (*one.lines.values(), *scope.after(one)):
        for mention in _owners(line):
            itself = any(_is_itself(s, mention) for s in scope.around(one, line))
            joint = mention.first and line.tokens[mention.first - 1 - (line.tokens[mention.first - 1].text in '«"')].key
            itself = itself or _own_name(mention.name) in called or (joint == "сп" and mention.key in called)
            if not itself and scope.is_nearest(one, line, mention.first):
                own.append(mention.key)
    own = own or _subject_before(scope, one)
    if not own or scope.single:
        own += [m.key for line in scope.before(one)[:LEADING] for m in _owners(line)]
    return tuple(dict.fromkeys(own or _section_owner(scope, one)))


def _is_itself(sighting: Sighting, mention: Mention) -> bool:
    """Whether the organisation's name is the undertaking's own: «рудник «Восход»» is no owner, ГОК «Восход» may be."""
    anchor = sighting.anchor
    if anchor is None:
        return (sighting.first, sighting.last) == (mention.first, mention.last)
    if "/" in sighting.key:
        return sighting.first <= mention.first < sighting.last
    unowned = mention.form == "open" and anchor.group in {"pit", "station"}
    return unowned and any(name.first == mention.first for name in anchor.names)


def _own_name(organisation: str) -> str:
    """The folded name of a joint venture without «СП» and quotes."""
    joint, _, name = fold(organisation).partition(" ")
    return name.strip('«»"') if joint == "сп" else ""


def _subject_before(scope: Scope, one: Undertaking) -> list[str]:
    """Who «Предприятие осваивает …» speaks of: the organisations of the paragraph before."""
    line = one.sightings[0].line
    if not line.tokens[0].key.startswith(SUBJECTS):
        return []
    for earlier in scope.back(line):
        if earlier.sentence.paragraph < line.sentence.paragraph - 1:
            break
        if any(_owners(earlier)):
            return [m.key for other in scope.paragraph(earlier) for m in _owners(other)]
    return []


def _section_owner(scope: Scope, one: Undertaking) -> list[str]:
    """The organisation in the sub-heading above: «НГМК: чуть больше, гораздо дороже»."""
    heading = scope.heading(one.sightings[0].line)
    return [m.key for m in _owners(heading)][:1] if heading else []


def _owners(line: Line) -> Iterator[Mention]:
    for mention in line.of("organisation"):
        credited = mention.first and line.tokens[mention.first - 1].key.startswith(CREDITED)
        if len(mention.keys) <= 1 and not credited and not mention.name.lower().startswith(OFFICES):
            yield mention
