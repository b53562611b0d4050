"""Persons of a body: full names first, then surnames alone, each occurrence joined to the one it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.extraction.fold import fold
from importers.extraction.lexicon import Lexicon
from importers.extraction.persons import holders, roles
from importers.extraction.persons.declension import ANY
from importers.extraction.persons.names import Name, belongs_together, first_names, full, is_typed, same, short
from importers.extraction.persons.runs import runs
from importers.extraction.text import Line, Text

SLIP_TAIL = 2  # letters at the end that a misspelling leaves alone
NAMESAKES = 40


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the body; `options` are the readings of the name that all mentions so far allow."""

    options: list[Name]
    full: bool
    sure: bool  # a first name, a surname's ending or a role says that this is a person
    role: str | None = None
    heads: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The name in the nominative, in the order of the text."""
        return " ".join(self.options[0].words)

    @property
    def gender(self) -> str:
        return self.options[0].gender

    def settle(self, cases: frozenset[str]) -> None:
        """Keep the readings in these cases, where any is: after «по словам» no nominative stands."""
        self.options = [option for option in self.options if option.cases & cases] or self.options


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named at tokens `first` up to `last` of a line, in one of `cases`."""

    person: Person
    line: int
    first: int
    last: int
    cases: frozenset[str]
    role: roles.Role | None = None

    @property
    def acts(self) -> bool:
        """Whether the name may stand in the nominative."""
        return "nomn" in self.cases


@dataclass(frozen=True)
class People:
    """All mentions of persons by line."""

    by_line: dict[int, tuple[PersonMention, ...]]

    def of(self, line: Line) -> tuple[PersonMention, ...]:
        """The mentions in a line, in order."""
        return self.by_line.get(line.index, ())


@dataclass(frozen=True, slots=True)
class _Seen:
    line: Line
    first: int
    last: int
    options: tuple[Name, ...]
    person: Person


class _Known:
    """The persons found so far, by surname and by first name, so that a long body costs no more a name."""

    def __init__(self) -> None:
        self.places: dict[int, tuple[int, int]] = {}  # where a person was named last
        self._by: dict[tuple[str, str], list[Person]] = {}

    def file(self, person: Person) -> None:
        """Note the person under every reading of the name."""
        for option in person.options:
            surname = fold(option.surname)
            keys = [("surname", surname), ("slip", surname[:1] + surname[-SLIP_TAIL:])]
            for key in (*keys, ("given", fold(option.given))):
                known = self._by.setdefault(key, [])
                if person not in known:
                    known.append(person)

    def like(self, options: Sequence[Name], *keys: str) -> list[Person]:
        """Persons filed under one of the readings; of very many namesakes the latest."""
        found: dict[int, Person] = {}
        for option in options:
            surname = fold(option.surname)
            words = {"surname": surname, "given": fold(option.given), "slip": surname[:1] + surname[-SLIP_TAIL:]}
            for key in keys:
                if words[key]:
                    found.update((id(p), p) for p in self._by.get((key, words[key]), [])[-NAMESAKES:])
        return list(found.values())


def find(text: Text) -> People:
    """Everybody whom the body names; a surname alone is joined to the full name, wherever in the body that stands."""
    names = first_names(text.lexicon)
    known = _Known()
    seen: list[_Seen] = []
    rest = []
    for line in text.lines:
        for first, last in runs(line, text.lexicon, names):
            mention = _full(line, first, last, names, known, text.lexicon)
            if mention is None:
                rest.append((line, first, last))
            else:
                seen.append(mention)
    earlier = iter(sorted(seen, key=_order))
    ahead = next(earlier, None)
    for line, first, last in rest:
        while ahead is not None and _order(ahead) < (line.index, first):
            known.places[id(ahead.person)] = _order(ahead)
            ahead = next(earlier, None)
        seen.append(_short(line, first, last, names, known, text.lexicon))
    found: dict[int, tuple[PersonMention, ...]] = {}
    alone: dict[int, list[tuple[Line, PersonMention]]] = {}
    for one in sorted(seen, key=_order):
        settled = _settled(one, text.lexicon)
        found[one.line.index] = (*found.get(one.line.index, ()), settled)
        if not one.person.full:
            alone.setdefault(id(one.person), []).append((one.line, settled))
    for mentions in alone.values():
        _complete(text, mentions)
    return People(found)


def _complete(text: Text, mentions: list[tuple[Line, PersonMention]]) -> None:
    """Give a well-known office holder, named by surname only, the full name."""
    person = mentions[0][1].person
    holder = holders.meant(text, person, mentions)
    if holder is not None:
        words = tuple(holder.key.split())
        person.options = [Name(words, ANY, holder.get("gender"), 0, words[0], words[-1])]
        person.full = person.sure = True


def _order(seen: _Seen) -> tuple[int, int]:
    return seen.line.index, seen.first


def _full(line: Line, first: int, last: int, names: dict[str, str], known: _Known, lexicon: Lexicon) -> _Seen | None:
    """A name of two words or more; the first word may turn out to be none of it."""
    for begin in range(first, last - 1):
        options = full(line.tokens, begin, last, names)
        if not options:
            continue
        role = roles.before(line.tokens, begin, lexicon, frozenset().union(*(o.cases for o in options)))
        if role is not None:
            options = [o for o in options if o.cases & role.cases] or options
        sure = bool(role) or options[0].score > 0
        if not sure and begin > first:
            continue
        return _Seen(line, begin, last, tuple(options), _joined(options, known, sure))
    return None


def _joined(options: list[Name], known: _Known, sure: bool) -> Person:
    """The person of a full name: one already known by it, or by a near misspelling of it, or somebody new."""
    for person in known.like(options, "surname", "given"):
        agreed = [o for o in person.options if any(same(o, other) for other in options)]
        if agreed:
            longer = [o for o in options if len(o.words) > len(agreed[0].words) and any(same(o, a) for a in agreed)]
            person.options = longer if longer and not any(w.endswith(".") for w in longer[0].words) else agreed
            person.sure = person.sure or sure
            known.file(person)
            return person
    for person in known.like(options, "given"):
        if any(belongs_together(o, other) for o in person.options[:1] for other in options[:2]):
            return person
    person = Person(list(options), full=True, sure=sure)
    known.file(person)
    return person


def _short(line: Line, first: int, last: int, names: dict[str, str], known: _Known, lexicon: Lexicon) -> _Seen:
    """A surname alone (or with initials or a patronymic): its bearer, or somebody not named in full."""
    options = short(line.tokens, first, last, names)
    role = roles.before(line.tokens, first, lexicon, frozenset().union(*(o.cases for o in options)))
    if role is not None:
        options = [o for o in options if o.cases & role.cases] or options
    like = known.like(options, "surname", "given")
    bearers = [p for p in like if any(same(o, other) for o in p.options for other in options)]
    bearers.sort(key=lambda p: known.places.get(id(p), (-1, -1)), reverse=True)
    bearers = bearers or [
        person
        for person in known.like(options, "slip")
        if any(belongs_together(o, other, alone=True) for o in person.options[:1] for other in options[:2])
    ]
    if bearers:
        person = bearers[0]
        if not any(w.endswith(".") for w in person.options[0].words):
            person.options = [o for o in person.options if any(same(o, other) for other in options)] or person.options
        return _Seen(line, first, last, tuple(options), person)
    typed = is_typed(options) and (first > 0 or last - first > 1)
    person = Person(list(options), full=False, sure=role is not None or typed)
    known.file(person)
    return _Seen(line, first, last, tuple(options), person)


def _settled(one: _Seen, lexicon: Lexicon) -> PersonMention:
    """The mention with the cases that agree with its person's nominative; its role becomes the person's."""
    agreed = [o for o in one.options if any(same(o, p) for p in one.person.options)]
    cases = frozenset().union(*(o.cases for o in agreed or one.options))
    role = roles.before(one.line.tokens, one.first, lexicon, cases) or roles.after(one.line.tokens, one.last, lexicon)
    if role is not None:
        before_name = role.first < one.first
        if before_name:
            cases = (cases & role.cases) or cases
        one.person.role = one.person.role or role.text
        one.person.heads.add(fold(role.head))
        one.person.keys |= role.keys
    return PersonMention(one.person, one.line.index, one.first, one.last, cases, role)
