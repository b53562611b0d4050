"""Where an undertaking stands: the state and the region said beside it, around it, or known of it."""

from __future__ import annotations

from importers.extraction import lists, naming
from importers.extraction.mentions import Mention
from importers.extraction.projects import owners
from importers.extraction.projects.scope import Scope, is_place
from importers.extraction.projects.sightings import Undertaking
from importers.extraction.segment import tokenise
from importers.extraction.text import Line

PLACING = lists.stems("projects: placing")


def country(scope: Scope, one: Undertaking, region: str | None) -> str | None:
    """Where it stands: the state of its own phrase, its region or its sentences, else the article's or its owner's."""
    beside = []
    for anchor in one.anchors:
        if one.named and not (anchor.names or anchor.number):
            continue  # «завод выиграл конкурс в Индонезии» stands elsewhere
        last = max(anchor.last, anchor.complement[1])
        for mention in anchor.line.of("country"):
            near = last < mention.first < last + 4 and _located(anchor.line, mention)
            if is_place(anchor.line, mention) and (near or anchor.first <= mention.first <= last):
                beside.append(mention.key)
    if beside:
        return next((key for key in beside if key in scope.home), beside[0])
    if region:
        return region.split("-")[0]
    if known := _known_country(scope, one):
        return known
    for lines in (tuple(one.lines.values()), scope.after(one), scope.before(one)):
        for line in lines:
            for mention in line.of("country"):
                near = line.index in one.lines or mention.key in scope.home
                if mention.form == "noun" and near and is_place(line, mention) and _located(line, mention):
                    return mention.key
    said = {m.key for line in scope.paragraph(one.sightings[0].line) for m in line.of("country") if is_place(line, m)}
    if len(said) == 1 and said <= scope.home:
        return said.pop()  # «Туркмения, посёлок Киянлы. Там заложили комплекс»
    if scope.country in scope.home:
        return scope.country
    return _owners_country(scope, one) or scope.country


def _known_country(scope: Scope, one: Undertaking) -> str:
    """What the reference says of it, or of the firm that bears its whole name."""
    if one.hint is not None:
        return one.hint.get("country")
    for sighting in one.sightings:
        for mention in sighting.line.of("organisation"):
            row = scope.text.lexicon.by_key.get(("organisation", mention.key))
            if row and "/" in sighting.key and (mention.first, mention.last) == (sighting.first, sighting.last):
                return row.get("country")
    return ""


def _located(line: Line, mention: Mention) -> bool:
    """«в Турции», «(Турция)», «на юге Турции»; «в Турцию» goods are carried."""
    at = mention.first - 1
    at -= at > 0 and line.tokens[at].key.startswith("соседн")
    before = line.tokens[at].key if at >= 0 else ""
    if before in {"в", "во"}:
        return naming.is_locative(line.tokens[mention.first].text)
    return before == "(" or before.startswith(PLACING)


def _owners_country(scope: Scope, one: Undertaking) -> str | None:
    """The watched state of the one owner that the lexicon knows: «рудник Казахмыса» is in Kazakhstan."""
    rows = (scope.text.lexicon.by_key.get(("organisation", key)) for key in owners.organisations(scope, one))
    states = {row.get("country") for row in rows if row and row.get("country") in scope.home}
    return states.pop() if len(states) == 1 else None


def region(scope: Scope, one: Undertaking) -> str | None:
    """The code of the region said nearest in its sentences or its paragraph, or the one that the article is about."""
    for lines in (tuple(one.lines.values()), scope.after(one), scope.before(one)):
        near = []
        for line in lines:
            first, last = next(((s.first, s.last) for s in scope.around(one, line)), (0, 0))
            near += [(m.first - last if m.first >= last else 2 * (first - m.first), m.key) for m in scope.regions(line)]
        if near:
            return min(near)[1]
    if one.hint is not None and one.hint.get("region"):
        return one.hint.get("region")
    if placed := _adjectives_region(scope, one):
        return placed
    within = [m.key for line in scope.paragraph(one.sightings[0].line) for m in scope.regions(line)]
    return within[0] if within else scope.region


def _adjectives_region(scope: Scope, one: Undertaking) -> str | None:
    """The region in «Атырауский завод»: of the town or region that the adjective is made of."""
    for anchor in one.anchors:
        for name in anchor.names:
            word = anchor.line.tokens[name.first].text if name.adjective else ""
            for place in naming.place_names(word) if word else ():
                match = scope.text.lexicon.names.at(tokenise(place.capitalize()), 0, "region")
                if match and len({e.key for e in match.entries}) == 1:
                    return match.entry.key
    return None
