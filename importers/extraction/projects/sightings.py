"""Every place where an undertaking is named, and which of them speak of one and the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from importers.extraction import lists, naming
from importers.extraction.fold import fold
from importers.extraction.lexicon import Entry
from importers.extraction.projects import titles
from importers.extraction.projects.anchors import Anchor
from importers.extraction.projects.names import Name, alias_after
from importers.extraction.projects.where import Place
from importers.extraction.proper import capitals, surface
from importers.extraction.text import Line, Text

# Nouns of these groups may speak of one thing: a deposit is dug by a mine, a works is a mill and its pit.
PARTS = lists.stems("projects: parts of a thing")
DEVELOPING = lists.stems("projects: developing")
KIN = {
    "deposit": {"deposit", "pit", "area"},
    "pit": {"pit", "deposit"},
    "area": {"area", "deposit"},
    "combine": {"combine"},
    "project": set(),
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place that names (or points at) the undertaking `key`, at tokens `first` up to `last` of its line."""

    line: Line
    first: int
    last: int
    key: str
    name: str
    anchor: Anchor | None = None
    aliases: tuple[str, ...] = ()
    hint: Entry | None = None  # the row of a deposit that the reference knows

    @property
    def position(self) -> tuple[int, int]:
        return self.line.index, self.first


@dataclass(frozen=True)
class Undertaking:
    """All sightings of one undertaking in order; not `named` where it has but a description, and perhaps a `place`."""

    key: str
    sightings: tuple[Sighting, ...]
    named: bool = True
    place: Place | None = None

    @classmethod
    def of(cls, key: str, sightings: Iterable[Sighting]) -> Undertaking:
        return cls(key, tuple(sorted(sightings, key=lambda s: s.position)))

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        return tuple(s.anchor for s in self.sightings if s.anchor is not None)

    @cached_property
    def hint(self) -> Entry | None:
        """What the reference says of it."""
        return next((s.hint for s in self.sightings if s.hint), None)

    @cached_property
    def lines(self) -> dict[int, Line]:
        return {s.line.index: s.line for s in self.sightings}


def named(anchors: Iterable[Anchor]) -> Iterator[Sighting]:
    """The sightings by name; a second name in brackets and the deposit of a «участок» join the first."""
    previous: Anchor | None = None
    many = tuple(anchors)
    for anchor, following in zip(many, (*many[1:], None), strict=False):
        if anchor.group == "area" and not anchor.names:
            continue
        if _is_part(anchor) or _is_owner(anchor, previous, following):
            continue
        if anchor.names:
            yield from _by_name(anchor, previous)
        elif anchor.number:
            yield _by_number(anchor)
        previous = anchor


def _is_part(anchor: Anchor) -> bool:
    """«в него входят участки А и Б»: parts of a thing and no things of their own."""
    return anchor.group == "area" and any(t.key.startswith(PARTS) for t in anchor.line.tokens)


def _is_owner(anchor: Anchor, previous: Anchor | None, following: Anchor | None) -> bool:
    """Whose another is: «ТЭЦ комбината «Восход»», «шахта «Заря» Степного ГОКа», «на Степном ГОКе есть шахта «Заря»»."""
    if anchor.group != "combine" or not anchor.names:
        return False
    tokens = anchor.line.tokens
    holds = following is not None and following.line is anchor.line and following.group == "pit" and following.names
    if holds and following is not None and anchor.first and tokens[anchor.first - 1].key == "на":
        return not {"и", ","} & {t.text for t in tokens[anchor.head_last : following.first]}
    if previous is None or previous.line is not anchor.line:
        return False
    if previous.names and previous.group == "pit":
        after = previous.names[-1].last
        return anchor.first == after + (after < len(tokens) and tokens[after].text in '»"”')
    return previous.head_last == anchor.first and all(name.company for name in anchor.names)


def _by_name(anchor: Anchor, previous: Anchor | None) -> Iterator[Sighting]:
    tokens = anchor.line.tokens
    for name in anchor.names:
        after = name.last + (name.last < len(tokens) and tokens[name.last].text in '»"”')
        second = alias_after(anchor.line, after)
        first = min(anchor.first, name.first)
        last = max(anchor.head_last, after)
        aliases = (second.text,) if second else ()
        part = previous is not None and previous.line is anchor.line and previous.group == "area" and previous.names
        if part and previous is not None and previous.names[0].last in {anchor.first - 1, anchor.first}:
            aliases = (*aliases, *(n.text for n in previous.names))
        yield Sighting(
            anchor.line,
            first,
            last,
            key_of(anchor, name),
            _display(anchor, name),
            anchor,
            (*aliases, *_also(anchor, name)),
        )


def key_of(anchor: Anchor, name: Name) -> str:
    """What two sightings of one undertaking share: the folded name, or an adjective or a number with its group."""
    if name.adjective:
        return f"{fold(name.text.split()[0])}/{anchor.group}" + (f"-{anchor.number}" if anchor.number else "")
    return fold(name.text)


def _display(anchor: Anchor, name: Name) -> str:
    if name.first and anchor.line.tokens[name.first - 1].key in {"имени", "им"}:
        return f"{naming.title(anchor.noun)} имени {name.text}"
    if anchor.entry.get("titled") != "noun" or name.adjective:
        return naming.title(name.text)
    noun = anchor.noun if anchor.noun.isupper() else naming.title(anchor.noun)
    is_quoted = name.first and anchor.line.tokens[name.first - 1].text in '«"“„'
    return f"{noun} «{name.text}»" if is_quoted else f"{noun} {name.text}"


def _also(anchor: Anchor, name: Name) -> Iterator[str]:
    if name.adjective:
        return
    if name.first and anchor.line.tokens[name.first - 1].key in {"имени", "им"}:
        yield name.text
    if anchor.entry.get("titled") == "noun":
        yield name.text
    elif anchor.entry.get("titled") == "company" and name.company:
        yield (
            f"ГОК «{name.text}»"
            if anchor.noun.startswith("горно-обог")
            else f"{naming.title(anchor.noun)} «{name.text}»"
        )


def _by_number(anchor: Anchor) -> Sighting:
    title = titles.plain(anchor)
    second = alias_after(anchor.line, anchor.last)
    aliases = (second.text,) if second else ()
    return Sighting(anchor.line, anchor.first, anchor.last, f"{anchor.group}-{anchor.number}", title, anchor, aliases)


def by_verb(line: Line, text: Text) -> Iterator[Sighting]:
    """«осваивает Южный Джонгелди»: what is developed is a deposit though no noun says so."""
    for match in line.saying("stage"):
        if not line.tokens[match.first].key.startswith(DEVELOPING):
            continue
        first = match.last
        while (last := capitals(line.tokens, first)) > first:
            taken = any(
                m.first < last and first < m.last for m in line.mentions if m.kind not in {"mineral", "project"}
            )
            if taken or naming.is_person(line.tokens[first].text) or line.tokens[last - 1].text.isupper():
                break
            name = surface(line.tokens, first, last)
            yield Sighting(line, first, last, fold(name), name)
            if last + 1 >= len(line.tokens) or line.tokens[last].text not in {"и", ","}:
                break
            first = last + 1
