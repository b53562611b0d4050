"""The other side of an agreement where the sentence names too few: seats of firms, sentences around, the home state."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from importers.extraction import lists, places
from importers.extraction.agreements.found import Found
from importers.extraction.agreements.parties import WITH, explicit, named, organisations, preposition
from importers.extraction.agreements.seats import seats
from importers.extraction.agreements.terms import terms
from importers.extraction.mentions import Mention
from importers.extraction.morph import parses
from importers.extraction.segment import tokenise
from importers.extraction.text import Line, Text

TIMES = lists.stems("agreements: times")
FIRMS = lists.stems("agreements: taken up firm")
TAKING_UP = frozenset({"нее", "него", "ней", "ним"})
REACH = 8  # sentences
GOVERNMENT = lists.stems("agreements: government")
PAIR = frozenset({"обе", "оба", "обеих", "обоих", "обоим", "обеим", "два", "двух", "двум", "двумя", "две"})
STATES = lists.stems("agreements: state")
OFFICES = frozenset({"ministry", "agency", "authority"})
LAST = ("последн",)
FIRST = ("перв",)


def meant(text: Text, line: Line) -> list[Mention]:
    """The organisation that «компания», «фирма» or «оно» in the sentence points to: the one named last before it."""
    if not any(t.key.startswith(FIRMS) or t.key in {"она", "оно", "он"} for t in line.tokens):
        return []
    for other in reversed(text.lines[max(0, line.index - REACH) : line.index]):
        bodies = organisations(other, anywhere=True)
        if bodies:
            return bodies[:1]
    return []


def holder(text: Text, line: Line, bodies: Sequence[Mention]) -> list[Mention]:
    """The organisations with the one that «у неё» or «с ним» takes up, which the sentence before named last."""
    held = any(a.key in WITH and b.key in TAKING_UP for a, b in itertools.pairwise(line.tokens))
    above = organisations(text.lines[line.index - 1], anywhere=True) if held and line.index else []
    return [*(m for m in above[-1:] if m.key not in {b.key for b in bodies}), *bodies]


def gathered(text: Text, line: Line) -> list[Mention]:
    """The organisations of the nearest sentence of the paragraph that names two or more: who «стороны» are."""
    return next((bodies for other in _around(text, line) if len(bodies := organisations(other)) > 1), [])


def delivered(text: Text, line: Line) -> tuple[list[Mention], list[str]]:
    """Who sells and where to, of a contract told after them: «X отгрузит в Бразилию калий. Контракт подписан»."""
    for other in paragraph(text, line, 1)[0]:
        bodies, countries = organisations(other), named(other, text.lexicon)
        if len(bodies) == 1 and len(set(countries)) == 1:
            return bodies, countries
    return [], []


def licensed(
    text: Text, line: Line, holders: Sequence[str], owners: Sequence[Mention], home: str | None
) -> tuple[str, ...]:
    """The states of a licence: the holder's, and the one that grants it, which is where the sentence or article is."""
    found = list(holders) or seats(text, line, owners)[:1]
    if home not in found:
        here = [c for c in dict.fromkeys(named(line, text.lexicon)) if c not in found]
        found.extend(here[:1] or ([home] if home and len(set(found)) < 2 else []))
    if len(found) == 1:
        found.extend(seats(text, line, owners))  # «передано от ТОО «X» к китайской фирме»
    return tuple(dict.fromkeys(found))


def complete(
    text: Text, line: Line, parties: Sequence[str], owners: Sequence[Mention], home: str | None, firms: bool = False
) -> tuple[str, ...]:
    """The parties with the other side found where it is not said: seats, the sentences around, the home state.

    With `firms` the seat of every organisation counts: what «Туркменхимия» gives a Japanese firm is between three.
    """
    found = list(dict.fromkeys(parties))
    if any(o.kind == "group" for o in owners):  # the other side is a union of states
        return tuple(found) or ((home,) if home else ())
    found.extend(c for c in (*_governing(line, home), *both(text, line)) if c not in found)
    seated = seats(text, line, owners)
    if not found:
        found.extend(_told_around(text, line, at_least=2))
    if len(found) < 2 or firms:
        found.extend(c for c in seated if c not in found)
    at_home = len(seated) > 1 and set(seated) == {home}
    stateless = len(owners) > 1 and any(_stateless(text, o) for o in owners)  # «АБР и Министерство финансов»
    if len(set(found)) >= 2 or at_home or (parties and stateless):
        return tuple(dict.fromkeys(found))
    if not found:
        found.extend(_told_around(text, line, at_least=1))
    around = [other for other in _around(text, line, 1, cross=not parties) if not (parties and _own(text, other))]
    near: list[list[str]] = [_venue(text, other) for other in around]
    for source in (named(line, text.lexicon), *near, [home] if home else []):
        other_side = [c for c in dict.fromkeys(source) if c and c not in found]
        if len(set(found)) >= 2:
            break
        if found and len(other_side) > 1:  # of several that may be the other side the home state, or none
            other_side = [home] if home in other_side else []
        found.extend(other_side)
    return tuple(dict.fromkeys(found))


def _stateless(text: Text, body: Mention) -> bool:
    """Whether an organisation belongs to no state: a bank of many, a union."""
    return body.kind == "group" or (
        not places.organisation_country(text, body) and text.lexicon.by_key.get((body.kind, body.key)) is not None
    )


def _governing(line: Line, home: str | None) -> list[str]:
    """The home state where the sentence names its government alone: «записано в соглашении с правительством»."""
    tokens = line.tokens
    if home is None or line.of("country"):
        return []
    alone = any(
        a.key in WITH and b.key.startswith(GOVERNMENT) and (index + 2 >= len(tokens) or not tokens[index + 2].capital)
        for index, (a, b) in enumerate(itertools.pairwise(tokens))
    )
    return [home] if alone else []


def both(text: Text, line: Line) -> list[str]:
    """The two states that «обе страны» or «два государства» take up: those that the sentences before name last."""
    tokens = line.tokens
    if not any(a.key in PAIR and b.key.startswith(STATES) for a, b in itertools.pairwise(tokens)):
        return []
    found: list[str] = []
    for other in (line, *reversed(text.lines[max(0, line.index - REACH) : line.index])):
        for mention in reversed(other.of("country", "region")):
            country = places.country_of(mention)
            if country and country not in found and preposition(other, mention) != "через":
                found.append(country)
            if len(found) > 1:
                return found[::-1]
    return []


def is_office(text: Text, body: Mention) -> bool:
    """Whether an organisation is an office of state, which grants licences and holds none."""
    row = text.lexicon.by_key.get((body.kind, body.key))
    if row is not None:
        return row.get("kind") in OFFICES
    match = text.lexicon.only("legal_form").at(tokenise(body.name), 0)
    return match is not None and match.entry.key == "body"


def nearest_home(text: Text, line: Line, home: str | None) -> str | None:
    """The home state of a sentence: of a digest without one, the only one whose places its paragraph names."""
    if home is not None:
        return home
    states: dict[str, None] = {}
    for other in (line, *text.paragraph(line)):
        for mention in other.of("country", "region", "project", "organisation"):
            row = text.lexicon.by_key.get((mention.kind, mention.key))
            told = row.get("country") if row is not None and mention.kind == "project" else None
            country = places.country_of(mention) or told or places.organisation_country(text, mention)
            if country in places.HOME_STATES:
                states[country] = None
    return next(iter(states)) if len(states) == 1 else None


def topic(text: Text, line: Line) -> list[Mention]:
    """The organisation with which the paragraph begins, where the sentence names none: «Лицензия получена в мае»."""
    before, _ = paragraph(text, line, REACH)
    for other in reversed(before):
        bodies = organisations(other)
        if bodies:
            return bodies[:1]
    return []


def in_it(text: Text, line: Line, bodies: list[Mention]) -> list[Mention]:
    """The owners of a joint venture with the one of whom the next sentence says «получит в нём 70 %»."""
    following = text.lines[line.index + 1] if line.index + 1 < len(text.lines) else None
    if following is None or len(bodies) > 1:
        return bodies
    keys = following.sentence.keys
    within = any(a in {"в", "во"} and (b in TAKING_UP or b == "нем" or b == "сп") for a, b in itertools.pairwise(keys))
    if not within or not any(q.unit == "percent" for q in following.quantities):
        return bodies
    known = {m.key for m in bodies}
    return [*bodies, *(m for m in organisations(following, anywhere=True) if m.key not in known)][:2]


def where_it_lies(text: Text, line: Line, found: Found, home: str | None) -> tuple[str, ...]:
    """The state of what is bought: of the deposit named, of the place «в …», else the home state."""
    for mention in line.of("project"):
        row = text.lexicon.by_key.get(("project", mention.key))
        if mention.first >= found.at and row is not None and row.get("country"):
            return (row.get("country"),)
    there = [
        country
        for m in line.of("country", "region")
        if m.form != "adjective" and preposition(line, m) in {"в", "во", "на"} and (country := places.country_of(m))
    ]
    return tuple(there[:1]) or ((home,) if home else ())


def _own(text: Text, line: Line) -> bool:
    """Whether a sentence tells of a paper between parties of its own, so that its countries are no other side here."""
    papers = [
        t for t in terms(line, text.lexicon) if t.kind not in {"asset", "ground", "firm", "acquisition", "licence"}
    ]
    return bool(papers) and bool(explicit(line, text.lexicon))


def _told_around(text: Text, line: Line, at_least: int) -> list[str]:
    """The parties of the nearest sentence around that names so many, its organisations' seats included."""
    for other in _around(text, line):
        near = list(dict.fromkeys(p.country for p in explicit(other, text.lexicon)))
        if len(near) >= at_least:
            return [*near, *(c for c in dict.fromkeys(seats(text, other, organisations(other))) if c not in near)]
    return []


def last_named(text: Text, line: Line, before: int) -> list[str]:
    """«Последний подписал»: the last of the countries that the sentence before names side by side."""
    words = line.tokens[:before]
    which = next((t for t in words if t.key.startswith(LAST + FIRST) and adjective_cases_nominative(t.text)), None)
    if (
        which is None
        or line.index == 0
        or (words.index(which) + 1 < before and words[words.index(which) + 1].key.startswith(TIMES))
    ):
        return []
    above = text.lines[line.index - 1]
    pair = [m for m in above.of("country") if m.form == "noun"]
    joined = [m for m, n in itertools.pairwise(pair) if n.first - m.last <= 2]
    if not joined:
        return []
    chosen = pair[-1] if which.key.startswith(LAST) else joined[0]
    return [chosen.key]


def adjective_cases_nominative(word: str) -> bool:
    """Whether an adjective may stand in the nominative singular."""
    return any(p.tag.POS == "ADJF" and p.tag.case == "nomn" and p.tag.number == "sing" for p in parses(word.lower()))


def paragraph(text: Text, line: Line, reach: int) -> tuple[list[Line], list[Line]]:
    """The sentences before (nearest first) and after a line in its paragraph, `reach` of each at most."""
    same = line.sentence.paragraph
    above = text.lines[max(0, line.index - reach) : line.index]
    below = text.lines[line.index + 1 : line.index + 1 + reach]
    before = [other for other in reversed(above) if other.sentence.paragraph == same]
    return before, [other for other in below if other.sentence.paragraph == same]


def _around(text: Text, line: Line, reach: int = 3, cross: bool = True) -> list[Line]:
    """The sentences around a line in its paragraph; with `cross`, the one above where the line begins it."""
    before, after = paragraph(text, line, reach)
    if not before and line.index and cross:
        before = [text.lines[line.index - 1]]  # one sentence a paragraph
    return [*before, *after[:1]]


def _venue(text: Text, line: Line) -> list[str]:
    """The countries of the capitals where the sentence says that something took place («на встрече в Вашингтоне»)."""
    capitals = [m for m in line.of("country") if m.form == "capital" and preposition(line, m) in {"в", "во"}]
    return [m.key for m in capitals] or [p.country for p in explicit(line, text.lexicon)]
