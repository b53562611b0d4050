"""Sightings to undertakings: equal keys, aliases, near spellings, and names that one agreement takes together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from importers.extraction import lists
from importers.extraction.fold import fold
from importers.extraction.projects.anchors import Anchor
from importers.extraction.projects.bare import again, dug, hints, left_out, lots
from importers.extraction.projects.governed import governed
from importers.extraction.projects.joined import beside, told
from importers.extraction.projects.pointing import Pointing
from importers.extraction.projects.sightings import Sighting, Undertaking, by_verb, named
from importers.extraction.text import Text

DEVELOPMENT = lists.stems("projects: development")
LONG_NAME = 7  # letters from which one different letter is a spelling: «Гарлыкский», «Горлыкский»
PLACE_ENDING = re.compile(r"ь?(ин|ов|ев)?(ск|цк)(ий|ая|ое|ие)$")
DUG = frozenset({"combine", "pit", "deposit"})
WHOLE = frozenset({"deposit", "pit"})
PARTS = ("участок", "рудн")  # nouns of what may be but a part: not a licence area
ONLY_PART = lists.words("projects: part of the one named")


def gather(text: Text, anchors: Sequence[Anchor]) -> tuple[Undertaking, ...]:
    """The undertakings of the article in the order of their first sighting."""
    seen = list(named(anchors))
    keys = {sighting.key for sighting in seen}
    seen += [s for line in text.lines for s in by_verb(line, text) if s.key not in keys]
    seen += [s for line in text.lines for s in dug(line) if s.key not in keys]
    seen += [s for line in text.lines for s in governed(line) if s.key not in keys]
    seen += [
        s for line in text.lines for s in told(line, text.lines[line.index + 1 : line.index + 2]) if s.key not in keys
    ]
    seen += [s for s in lots(text) if s.key not in keys]
    seen += list(left_out(text, anchors, seen))
    rows = dict(hints(text, seen))
    seen += list(again(text, seen))
    row = list(beside(seen))
    seen += [*row, *again(text, row)] if row else []
    seen = [_as_known(replace(s, hint=s.hint or rows.get(s.key)), text) for s in seen]
    parents = _joined(text, seen)
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in seen:
        groups[_root(parents, sighting.key)].append(sighting)
    whole = [Undertaking.of(key, many) for key, many in groups.items()]
    pointing = Pointing(text, [one for one in whole if not _is_landmark(one)])
    for anchor in anchors:
        pointing.take(anchor)
    return tuple(sorted(pointing.undertakings(), key=lambda one: one.sightings[0].position))


def _as_known(sighting: Sighting, text: Text) -> Sighting:
    """The sighting under the nominative of a name that the reference inflects: «разработают Айдарлы и Бучуку»."""
    if sighting.hint is None or sighting.anchor is None or "/" in sighting.key or not sighting.name:
        return sighting
    for name in sighting.anchor.names:
        match = text.lexicon.names.at(sighting.line.tokens, name.first, "project")
        if match and name.key == sighting.key and match.last == name.last and not match.entry.mark:
            told = sighting.name.replace(name.text, match.entry.text)
            return replace(sighting, key=fold(match.entry.text), name=told)
    return sighting


def _is_landmark(one: Undertaking) -> bool:
    """Whether every anchor only says where something else is, and no bare name speaks of it either."""
    return bool(one.anchors) and all(a.landmark for a in one.anchors) and len(one.sightings) == len(one.anchors)


def _root(parents: dict[str, str], key: str) -> str:
    while parents.get(key, key) != key:
        key = parents[key]
    return key


def _joined(text: Text, seen: Sequence[Sighting]) -> dict[str, str]:
    """Which keys are one undertaking's, each with the key that it gives way to."""
    parents: dict[str, str] = {}
    keys = {s.key for s in seen}
    for sighting in seen:
        for alias in sighting.aliases:
            if fold(alias) != sighting.key:
                parents.setdefault(fold(alias), _root(parents, sighting.key))
    known: dict[str, str] = {}
    for sighting in seen:
        if sighting.hint is not None:  # «Васильковское месторождение», then «на Васильковском»
            first = known.setdefault(sighting.hint.key, sighting.key)
            if _root(parents, sighting.key) != _root(parents, first):
                parents[_root(parents, sighting.key)] = _root(parents, first)
    spellings: dict[tuple[str, str], str] = {}
    for key in sorted(k for k in keys if "/" in k):
        adjective, group = key.split("/", 1)
        for pattern in _spellings(adjective):
            parents[key] = _root(parents, spellings.setdefault((pattern, group), key))
        stem = PLACE_ENDING.sub("", adjective)
        if group.split("-")[0] in DUG:
            for place in keys & {stem, stem + "а", stem + "о", stem + "е", stem + "ы"}:
                parents[key] = _root(parents, place)  # «Степнинский ГОК» is dug at «Степнин»
    for part, whole in _parts(seen):
        if _root(parents, part) != _root(parents, whole):
            parents[_root(parents, part)] = _root(parents, whole)
    for numbered, full in _numbered(keys):
        parents[numbered] = _root(parents, full)
    for joint in _in_one_deal(text, seen):
        for key in joint[1:]:
            parents[key] = _root(parents, joint[0])
    return parents


def _parts(seen: Sequence[Sighting]) -> Iterator[tuple[str, str]]:
    """«на участке «Южный» месторождения Бучук»: a part with the one deposit of its sentence, or with the last named."""
    here: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in seen:
        here[sighting.line.index].append(sighting)
    last: str | None = None
    for _, many in sorted(here.items()):
        wholes = {s.key for s in many if s.anchor and s.anchor.group in WHOLE}
        for sighting in sorted(many, key=lambda s: s.first):
            anchor = sighting.anchor
            if anchor is None or not anchor.noun.startswith(PARTS) or sighting.key in wholes:
                last = sighting.key if anchor is None or anchor.group in WHOLE else last
                continue
            before = {t.key for t in anchor.line.tokens[max(0, anchor.first - 2) : anchor.head]}
            if len(wholes) == 1 and not _is_beside(anchor, many):
                yield sighting.key, next(iter(wholes))
            elif last is not None and before & ONLY_PART:
                yield sighting.key, last


def _is_beside(part: Anchor, many: Sequence[Sighting]) -> bool:
    """«участок Южный и рудник Бучук»: joined by «и» or a comma, neither holds the other."""
    tokens, end = part.line.tokens, max(part.last, *(n.last for n in part.names))
    end += end < len(tokens) and tokens[end].text in '»"”'
    starts = {s.first for s in many}
    following = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].key in {"на", "в", "во", "с"})
    after = end < len(tokens) and tokens[end].text in {"и", ","} and following in starts
    return after or (part.first > 0 and tokens[part.first - 1].text in {"и", ","})


def _numbered(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """«ГРЭС-2» with the one «Степная ГРЭС-2» of the article."""
    full: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if "/" in key:
            full[key.split("/", 1)[1]].append(key)
    yield from ((key, full[key][0]) for key in keys if len(full.get(key, ())) == 1)


def _spellings(adjective: str) -> list[str]:
    """The word with each letter in turn left open; two words that share one are a letter apart."""
    if len(adjective) < LONG_NAME:
        return []
    return [adjective[:i] + "*" + adjective[i + 1 :] for i in range(len(adjective))]


def _in_one_deal(text: Text, seen: Sequence[Sighting]) -> list[tuple[str, ...]]:
    """«соглашение о разработке месторождений А и Б»: deposits of one deal, never told apart, are one undertaking."""
    by_anchor: dict[int, list[Sighting]] = defaultdict(list)
    places: dict[str, set[int]] = defaultdict(set)
    for sighting in seen:
        by_anchor[id(sighting.anchor)].append(sighting)
        places[sighting.key].add(id(sighting.anchor))
    deals = []
    for many in by_anchor.values():
        anchor = many[0].anchor
        if anchor is None or len(many) < 2 or any(len(places[s.key]) > 1 for s in many):
            continue
        developed = any(t.key.startswith(DEVELOPMENT) for t in anchor.line.tokens)
        if developed and any(m.entry.key != "licence" for m in anchor.line.saying("agreement")):
            deals.append(tuple(s.key for s in many))
    return deals
