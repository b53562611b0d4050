"""Nouns without a name: those that point at an undertaking already named, and those that become one of their own."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from importers.extraction import lists, naming
from importers.extraction.fold import fold
from importers.extraction.projects import titles, where
from importers.extraction.projects.anchors import Anchor
from importers.extraction.projects.sightings import KIN, Sighting, Undertaking
from importers.extraction.projects.worth import is_worth, place_of, refused
from importers.extraction.text import Text

PRONOUNS = frozenset(["он", "она", "оно", "они", "ее", "его", "их", "там", "здесь", "это", "этот", "эта", "тут"])
COPULA = lists.stems("projects: copula")
APART = frozenset({"station", "depot"})  # what is never the mine that its sentence names
REACH = 2  # paragraphs back at which a bare noun may still point
RECENT = 8  # nameless undertakings of one group that a new one is compared with


class Pointing:
    """The undertakings of an article, growing as its nameless nouns are taken in order."""

    def __init__(self, text: Text, named: Iterable[Undertaking]) -> None:
        self.text = text
        self._named = {one.key: one for one in named}
        self._fresh: dict[str, Undertaking] = {}
        self._more: dict[str, list[Sighting]] = defaultdict(list)
        self._near: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._words: dict[str, dict[frozenset[str], list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
        self._recent: dict[str, list[str]] = defaultdict(list)
        self._minerals: dict[str, set[str]] = {}
        self._first_in: dict[int, str] = {}
        self._at: dict[tuple[int, int], str] = {}
        for one in self._named.values():
            self._learn(one)

    def undertakings(self) -> Iterator[Undertaking]:
        """Every undertaking with the sightings that joined it."""
        for key, one in {**self._named, **self._fresh}.items():
            yield replace(one, sightings=tuple(sorted((*one.sightings, *self._more[key]), key=lambda s: s.position)))

    def take(self, anchor: Anchor) -> None:
        """Give the noun to what it points at, or make it an undertaking, or let it go."""
        if anchor.named or anchor.number or anchor.group == "area":
            return
        if anchor.plural:
            self._take_each(anchor)
            return
        if anchor.group == "project":
            self._take_project(anchor)
            return
        if anchor.group == "deposit" and _is_many(anchor):
            return
        sighting = Sighting(anchor.line, anchor.first, anchor.last, "", "", anchor)
        if _is_predicate(anchor):
            if subject := self._first_in.get(anchor.line.index):
                self._join(subject, sighting)
            return
        target = self._works_on(anchor) or self._target(anchor)
        if target is not None:
            self._join(target, sighting)
        elif anchor.line.index not in self._first_in or _tells_apart(anchor) or _is_elsewhere(anchor):
            self._found(anchor, sighting)

    def _take_each(self, anchor: Anchor) -> None:
        """«Угольные ТЭЦ в Оше, Таласе и Нарыне» are three, each of its town."""
        if anchor.entry.get("unnamed") not in {"self", "kind"} or refused(anchor):
            return
        noun = anchor.noun if anchor.noun.isupper() else naming.title(anchor.noun)
        for place in where.several(anchor.line, anchor.last):
            key = f"{_key(anchor)}@{fold(place.name)}"
            name = titles.of_anchor(anchor, self.text.lexicon, place)
            aliases = tuple(a for a in (f"{noun} {place.phrase}",) if a != name)
            sighting = Sighting(anchor.line, anchor.first, place.last, key, name, anchor, aliases)
            if key in self._fresh:
                self._more[key].append(sighting)
            else:
                self._fresh[key] = Undertaking(key, (sighting,), False, place)
                self._recent[anchor.group].append(key)

    def _works_on(self, anchor: Anchor) -> str | None:
        """«Комбинат на Бучуке» is Бучук."""
        tokens = anchor.line.tokens
        on = anchor.last < len(tokens) and tokens[anchor.last].key == "на"
        return self._at.get((anchor.line.index, anchor.last + 1)) if on else None

    def _learn(self, one: Undertaking) -> None:
        groups = {anchor.group for anchor in one.anchors} or {"deposit"}
        for sighting in one.sightings:
            self._first_in.setdefault(sighting.line.index, one.key)
            self._at[sighting.position] = one.key
            for group in groups:
                insort(self._near[group], (*sighting.position, one.key))
        for anchor in one.anchors:
            self._words[anchor.group][frozenset(_words(anchor))].append((anchor.line.index, one.key))
        self._minerals[one.key] = _own_minerals(one)

    def _join(self, key: str, sighting: Sighting) -> None:
        self._more[key].append(replace(sighting, key=key))
        self._first_in.setdefault(sighting.line.index, key)
        if sighting.anchor is not None:
            insort(self._near[sighting.anchor.group], (*sighting.position, key))

    def _target(self, anchor: Anchor) -> str | None:
        """What a bare noun points at: the last of its kin that was named, or one of the same words."""
        apart = _tells_apart(anchor)
        before = None if apart else self._last_named(anchor)
        if before:
            return before
        words = {_stem(anchor.line.tokens[i].key) for i in titles.telling(anchor)}
        if " " in anchor.noun and not words:
            words = {_stem(fold(word)) for word in anchor.noun.split()}
        if words and not anchor.complement[1]:
            alike = [
                p for known, places in self._words[anchor.group].items() if words <= known for p in places[:RECENT]
            ]
            if alike:
                return min(alike, key=lambda p: abs(p[0] - anchor.line.index))[1]
        return self._announced(anchor)

    def _last_named(self, anchor: Anchor) -> str | None:
        here = (anchor.line.index, anchor.first, "")
        found = []
        for group in KIN.get(anchor.group, {anchor.group}):
            place = bisect_left(self._near[group], here)
            if place:
                found.append(self._near[group][place - 1])
        if not found:
            return None
        index, _, key = max(found)
        distance = anchor.line.sentence.paragraph - self.text.lines[index].sentence.paragraph
        return key if distance <= REACH else None

    def _announced(self, anchor: Anchor) -> str | None:
        """«Пробуют новую фабрику. Её включила … на месторождении А»: the next sentence's pronoun says whose it is."""
        index = anchor.line.index + 1
        if index >= len(self.text.lines):
            return None
        line = self.text.lines[index]
        same = line.sentence.paragraph == anchor.line.sentence.paragraph
        return self._first_in.get(index) if same and line.tokens[0].key in PRONOUNS else None

    def _found(self, anchor: Anchor, sighting: Sighting) -> None:
        """A nameless undertaking, new or met before; nothing where too little is told."""
        if refused(anchor):
            return
        place = place_of(self.text, anchor)
        key = _key(anchor)
        name = titles.of_anchor(anchor, self.text.lexicon, place)
        new = replace(sighting, key=key, name=name, aliases=tuple(titles.others(anchor, place)))
        known = self._same(anchor, key, place)
        if known:
            self._more[known].append(replace(new, key=known, aliases=(*new.aliases, titles.plain(anchor))))
        elif is_worth(self.text, anchor, place):
            key = f"{key}@{place.name}" if key in self._fresh and place else key
            one = Undertaking(key, (replace(new, key=key),), False, place)
            self._fresh[key] = one
            self._recent[anchor.group].append(key)
            self._minerals[key] = _own_minerals(one)

    def _same(self, anchor: Anchor, key: str, place: where.Place | None) -> str | None:
        """The nameless undertaking that this one repeats: the same words, or a like noun in the same paragraph."""
        elsewhere = key in self._fresh and place and place.name and self._fresh[key].place not in {None, place}
        if key in self._fresh and not elsewhere:
            return key
        told = bool(titles.telling(anchor)) or bool(anchor.complement[1])
        for other_key in reversed(self._recent[anchor.group][-RECENT:]):
            one = self._fresh[other_key]
            if place and one.place and place.name != one.place.name:
                continue
            distance = anchor.line.sentence.paragraph - one.sightings[0].line.sentence.paragraph
            if distance <= 1 and (not told or anchor.group == "depot"):
                return other_key
        return None

    def _take_project(self, anchor: Anchor) -> None:
        """«По никелю и кобальту проект прошёл экспертизу»: the one undertaking that is named after these minerals."""
        said = {m.key for m in anchor.line.of("mineral")}
        if not said or anchor.line.index in self._first_in:
            return
        fits = [key for key, own in self._minerals.items() if said <= own]
        if len(fits) == 1:
            self._join(fits[0], Sighting(anchor.line, anchor.first, anchor.last, "", "", anchor))


def _is_elsewhere(anchor: Anchor) -> bool:
    """«медеплавильный завод рядом с Бучуком»: a noun that says enough, and a place of its own."""
    other = anchor.group in APART and " " in anchor.noun
    return other or (" " in anchor.noun and where.after(anchor.line, anchor.last) is not None)


def _is_predicate(anchor: Anchor) -> bool:
    """«X долго был главной фабрикой»: the noun says of another what it is, and is none itself."""
    tokens = anchor.line.tokens
    head = naming.readings(tokens[anchor.head_last - 1].text)
    instrumental = all("ablt" in p.tag for p in head if p.tag.POS == "NOUN")
    return instrumental and any(t.key.startswith(COPULA) for t in tokens[max(0, anchor.first - 5) : anchor.first])


def _tells_apart(anchor: Anchor) -> bool:
    """Whether the phrase says by itself what the thing is, so that it points at no other."""
    placed = where.after(anchor.line, anchor.last)
    described = bool(anchor.complement[1]) or bool(titles.telling(anchor))
    return described or titles.owner_after(anchor) is not None or (placed is not None and bool(placed.name))


def _is_many(anchor: Anchor) -> bool:
    """Whether a form that may be both («месторождения») speaks of several: no noun before it asks for the genitive."""
    noun = anchor.line.tokens[anchor.head_last - 1].text
    if naming.is_singular(noun) or any(naming.is_singular(anchor.line.tokens[i].text) for i in anchor.modifiers):
        return False
    before = anchor.line.tokens[anchor.first - 1] if anchor.first else None
    return (
        before is None
        or not before.is_word
        or not naming.is_noun(before.text)
        or naming.could_be_adjective(before.text)
    )


def _own_minerals(one: Undertaking) -> set[str]:
    return {
        m.key for a in one.anchors for m in a.line.of("mineral") if a.first <= m.first < max(a.last, a.complement[1])
    }


def _words(anchor: Anchor) -> set[str]:
    words = {_stem(anchor.line.tokens[i].key) for i in range(anchor.first, anchor.head_last)}
    return words | {_stem(fold(word)) for word in anchor.noun.split()}


def _stem(key: str) -> str:
    return key[:-2] if len(key) > 5 else key


def _key(anchor: Anchor) -> str:
    """What two phrases of one nameless undertaking share: the group and the words that tell; a deposit's minerals."""
    words = sorted(_stem(anchor.line.tokens[i].key) for i in titles.telling(anchor))
    first, last = anchor.complement
    words += sorted(_stem(t.key) for t in anchor.line.tokens[first:last] if len(t.key) > 3)
    minerals = sorted({m.key for m in anchor.line.of("mineral") if anchor.first <= m.first < max(anchor.last, last)})
    return f"?{anchor.group}:" + ",".join(minerals if minerals and anchor.group == "deposit" else words)
