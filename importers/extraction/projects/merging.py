"""Sightings to undertakings: equal keys, aliases, near spellings, and nouns that point back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.extraction import naming
from importers.extraction.fold import fold
from importers.extraction.projects import titles, where
from importers.extraction.projects.anchors import GENERIC, Anchor
from importers.extraction.projects.sightings import Sighting, again, by_verb, kin, named
from importers.extraction.projects.stages import is_supposed, signals
from importers.extraction.proper import words_of
from importers.extraction.text import Line, Text

STRONG = 3  # the least weight of a stage word that makes a nameless undertaking worth a record
PRONOUNS = frozenset(["он", "она", "оно", "они", "ее", "его", "их", "там", "здесь", "это", "этот", "эта", "тут"])
SAME_PARAGRAPHS = 2
LONG_NAME = 7  # letters from which one different letter is a spelling: «Гарлыкский», «Горлыкский»
PLACE_ENDING = re.compile(r"(ин|ов|ев)?(ский|цкий)$")
ROW = 8  # words of the longest row of a flattened table


@dataclass(frozen=True, slots=True)
class Undertaking:
    """All sightings of one undertaking, the first in order the one that defines it."""

    key: str
    sightings: tuple[Sighting, ...]
    named: bool
    place: where.Place | None = None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        return tuple(s.anchor for s in self.sightings if s.anchor is not None)

    @property
    def lines(self) -> dict[int, Line]:
        return {s.line.index: s.line for s in self.sightings}


def gather(text: Text, anchors: Sequence[Anchor]) -> tuple[Undertaking, ...]:
    """The undertakings of the article in the order of their first sighting."""
    seen = list(named(anchors))
    keys = {s.key for s in seen}
    seen += [s for line in text.lines for s in by_verb(line, text) if s.key not in keys]
    seen += list(again(text, seen))
    parents = _joined(text, seen)
    groups: dict[str, list[Sighting]] = {}
    for sighting in seen:
        groups.setdefault(_root(parents, sighting.key), []).append(sighting)
    whole = {key: Undertaking(key, tuple(sorted(many, key=lambda s: s.position)), True) for key, many in groups.items()}
    whole = {key: one for key, one in whole.items() if not _only_landmark(one)}
    whole = _pointed(text, anchors, whole)
    return tuple(sorted(whole.values(), key=lambda u: u.sightings[0].position))


def _only_landmark(one: Undertaking) -> bool:
    """Whether every anchor only says where something else is, and no bare name speaks of it either."""
    return bool(one.anchors) and all(a.landmark for a in one.anchors) and len(one.sightings) == len(one.anchors)


def _root(parents: dict[str, str], key: str) -> str:
    while parents.get(key, key) != key:
        key = parents[key]
    return key


def _joined(text: Text, seen: Sequence[Sighting]) -> dict[str, str]:
    """Which keys are one: aliases, spellings one letter apart, and names that one agreement takes together."""
    parents: dict[str, str] = {}
    keys = {s.key for s in seen}
    for sighting in seen:
        for alias in sighting.aliases:
            if fold(alias) != sighting.key:
                parents.setdefault(fold(alias), _root(parents, sighting.key))
    ordered = sorted(k for k in keys if "/" in k)
    for index, left in enumerate(ordered):
        for right in ordered[index + 1 :]:
            if _spelt_alike(left, right):
                parents[right] = _root(parents, left)
    for adjective in ordered:
        stem = PLACE_ENDING.sub("", adjective.split("/")[0])
        group = adjective.split("/")[1].split("-")[0]
        for key in (
            keys & {stem, stem + "а", stem + "о", stem + "е", stem + "ы"}
            if group in {"combine", "pit", "deposit"}
            else ()
        ):
            parents[adjective] = _root(parents, key)  # «Степнинский ГОК» is dug at «Степнин»
    for sighting in seen:
        joint = _one_undertaking(text, sighting, seen)
        for key in joint[1:]:
            parents[key] = _root(parents, joint[0])
    return parents


def _spelt_alike(left: str, right: str) -> bool:
    (a, group), (b, other) = left.split("/", 1), right.split("/", 1)
    if group != other or len(a) != len(b) or len(a) < LONG_NAME:
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) <= 1


def _one_undertaking(text: Text, sighting: Sighting, seen: Sequence[Sighting]) -> tuple[str, ...]:
    """«соглашение о разработке месторождений А и Б»: two deposits in one deal, never told apart later, are one undertaking."""
    anchor = sighting.anchor
    if anchor is None or len(anchor.names) < 2 or sighting.name != anchor.names[0].text:
        return ()
    keys = tuple(s.key for s in seen if s.anchor is anchor)
    if any(s.key in keys and s.anchor is not anchor for s in seen):
        return ()
    agreements = words_of(text.lexicon, "agreement")
    said = any(agreements.at(anchor.line.tokens, i) for i in range(len(anchor.line.tokens)))
    deal = said and any(t.key.startswith(("разработк", "освоени")) for t in anchor.line.tokens)
    return keys if deal else ()


def _pointed(text: Text, anchors: Sequence[Anchor], whole: dict[str, Undertaking]) -> dict[str, Undertaking]:
    """Nameless nouns join what they point at; those that point at nothing become undertakings if enough is told of them."""
    fresh: dict[str, Undertaking] = {}
    for anchor in anchors:
        if anchor.group == "deposit" and not anchor.named and _is_many(anchor):
            continue
        if anchor.named or anchor.number or anchor.plural or anchor.group in {"project", "area"}:
            continue
        target = _target(text, anchor, whole)
        sighting = Sighting(anchor.line, anchor.first, anchor.last, "", "", anchor)
        if target is not None:
            whole[target] = _with(whole[target], replace(sighting, key=target))
            continue
        if any(s.line is anchor.line for one in whole.values() for s in one.sightings) and not _tells_apart(anchor):
            continue
        place = _place(text, anchor)
        new = replace(sighting, key=_nameless_key(anchor), name=titles.of_anchor(anchor, text.lexicon, place))
        if _refused(anchor):
            continue
        known = _same_nameless(anchor, new.key, place, fresh)
        if known:
            fresh[known] = _with(fresh[known], replace(new, key=known, aliases=(titles.plain(anchor),)))
        elif _is_worth(text, anchor, place):
            key = f"{new.key}@{place.name}" if new.key in fresh and place else new.key
            fresh[key] = Undertaking(key, (replace(new, key=key),), False, place)
    everything = {**whole, **fresh}
    for anchor in anchors:
        if anchor.group == "project" and not anchor.named and not anchor.plural:
            everything = _by_mineral(anchor, everything)
    return everything


def _place(text: Text, anchor: Anchor) -> where.Place | None:
    """The place beside the noun, after its verb («электростанцию построят в посёлке Улькен»), or at the sentence's opening."""
    beside = where.after(anchor.line, anchor.last) or where.opening(anchor.line, anchor.first)
    verb = words_of(text.lexicon, "stage").at(anchor.line.tokens, anchor.last)
    return beside or (where.after(anchor.line, verb.last) if verb else None)


def _by_mineral(anchor: Anchor, whole: dict[str, Undertaking]) -> dict[str, Undertaking]:
    """«По никелю и кобальту проект прошёл экспертизу»: the one undertaking that is named after these minerals."""
    said = {m.key for m in anchor.line.of("mineral")}
    fits = [one for one in whole.values() if said and said <= _own_minerals(one)]
    if len(fits) != 1 or anchor.line.index in fits[0].lines:
        return whole
    sighting = Sighting(anchor.line, anchor.first, anchor.last, fits[0].key, "", anchor)
    return {**whole, fits[0].key: _with(fits[0], sighting)}


def _own_minerals(one: Undertaking) -> set[str]:
    return {
        m.key for a in one.anchors for m in a.line.of("mineral") if a.first <= m.first < max(a.last, a.complement[1])
    }


def _is_many(anchor: Anchor) -> bool:
    """Whether a form that is both («месторождения») more likely speaks of several: nothing before it asks for the genitive."""
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


def _with(one: Undertaking, sighting: Sighting) -> Undertaking:
    return replace(one, sightings=tuple(sorted((*one.sightings, sighting), key=lambda s: s.position)))


def _tells_apart(anchor: Anchor) -> bool:
    """Whether the phrase says by itself what the thing is, so that it points at no other."""
    placed = where.after(anchor.line, anchor.last)
    described = bool(anchor.complement[1]) or bool(titles.telling(anchor))
    return described or titles.owner_after(anchor) is not None or (placed is not None and bool(placed.name))


def _target(text: Text, anchor: Anchor, whole: dict[str, Undertaking]) -> str | None:
    """The named undertaking that a bare noun points at: the last one named, or one of the same words to come."""
    line = anchor.line
    near = [
        (s.position, one.key, s.anchor)
        for one in whole.values()
        if one.named
        for s in one.sightings
        if kin(anchor, next((a for a in one.anchors if kin(anchor, a)), None))
        and abs(s.line.sentence.paragraph - line.sentence.paragraph) <= SAME_PARAGRAPHS
    ]
    words = {_stem(line.tokens[i].key) for i in titles.telling(anchor)}
    if " " in anchor.noun and not words:
        words = {_stem(fold(word)) for word in anchor.noun.split()}
    before = [n for n in near if n[0] < (line.index, anchor.first)]
    if not _tells_apart(anchor) and before:
        return max(before, key=lambda n: n[0])[1]
    if words and not anchor.complement[1]:
        alike = [n for n in near if n[2] is not None and words <= _words(n[2])]
        if alike:
            return min(alike, key=lambda n: abs(n[0][0] - line.index))[1]
        later = [
            one for one in whole.values() if any(words <= _words(a) and a.group == anchor.group for a in one.anchors)
        ]
        if later:
            return later[0].key
    return _announced(text, anchor, whole)


def _words(anchor: Anchor) -> set[str]:
    words = {_stem(anchor.line.tokens[i].key) for i in range(anchor.first, anchor.head_last)}
    return words | {_stem(fold(word)) for word in anchor.noun.split()}


def _stem(key: str) -> str:
    return key[:-2] if len(key) > 5 else key


def _announced(text: Text, anchor: Anchor, whole: dict[str, Undertaking]) -> str | None:
    """«Пробуют новую фабрику. Её включила … на месторождении А»: the next sentence's pronoun says whose it is."""
    index = anchor.line.index + 1
    if index >= len(text.lines):
        return None
    line = text.lines[index]
    same = line.sentence.paragraph == anchor.line.sentence.paragraph
    if not same or not line.tokens or line.tokens[0].key not in PRONOUNS:
        return None
    return next((one.key for one in whole.values() if any(s.line is line for s in one.sightings)), None)


def _nameless_key(anchor: Anchor) -> str:
    words = sorted(_stem(anchor.line.tokens[i].key) for i in titles.telling(anchor))
    first, last = anchor.complement
    words += sorted(_stem(t.key) for t in anchor.line.tokens[first:last] if len(t.key) > 3)
    minerals = sorted({m.key for m in anchor.line.of("mineral") if anchor.first <= m.first < max(anchor.last, last)})
    return "?" + anchor.group + ":" + ",".join(minerals if minerals and anchor.group == "deposit" else words)


def _same_nameless(anchor: Anchor, key: str, place: where.Place | None, fresh: dict[str, Undertaking]) -> str | None:
    """The nameless undertaking that this one repeats: the same words, or a like noun in the same paragraph."""
    if key in fresh and not (place and place.name and fresh[key].place not in {None, place}):
        return key
    telling = bool(titles.telling(anchor)) or bool(anchor.complement[1])
    for one in fresh.values():
        other = one.anchors[0]
        if place and one.place and place.name != one.place.name:
            continue
        close = abs(other.line.sentence.paragraph - anchor.line.sentence.paragraph) <= 1
        if other.group == anchor.group and close and (not telling or anchor.group == "depot"):
            return one.key
    return None


def _refused(anchor: Anchor) -> bool:
    """«любой рудник», «один из заводов», «как завод», landmarks, wishes and denials speak of no particular thing."""
    tokens = anchor.line.tokens
    before = [t.key for t in tokens[max(0, anchor.first - 2) : anchor.head]]
    generic = (
        any(word.startswith(GENERIC) for word in before[-3:] if len(word) < 9) or "нет" in before or "ни" in before
    )
    return anchor.landmark or generic or is_supposed(anchor.line)


def _is_worth(text: Text, anchor: Anchor, place: where.Place | None) -> bool:
    """Whether a nameless undertaking is particular enough: what or where it is, and at what stage."""
    grade = anchor.entry.get("unnamed")
    if not grade:
        return False
    if is_row(text, anchor):
        return True
    minerals = any(anchor.first <= m.first < anchor.last for m in anchor.line.of("mineral"))
    told = bool(titles.telling(anchor)) or bool(anchor.complement[1]) or " " in anchor.noun
    told = minerals or (told and grade != "mineral")
    owner = titles.owner_after(anchor) is not None
    counted = any(q.unit for q in anchor.line.quantities)
    staged = any(s.weight >= STRONG for s in signals(anchor.line, text.lexicon))
    if grade == "self":
        return (staged and (told or counted or owner)) or place is not None or (owner and counted)
    return (told or owner) and (staged or place is not None or counted)


def is_row(text: Text, anchor: Anchor) -> bool:
    """Whether the anchor is a row of a flattened table: alone on its line, a number on the next."""
    tokens = anchor.line.tokens
    alone = anchor.first == 0 and len(tokens) <= ROW and not any(t.text in ".,;:" for t in tokens)
    index = anchor.line.index + 1
    if not alone or index >= len(text.lines):
        return False
    below = text.lines[index].tokens
    return below[0].kind == "number" and len(below) <= 3
