"""The mines, plants and other undertakings of an article: `find(text)`."""

from __future__ import annotations

from importers.extraction.organisations import called
from importers.extraction.projects import anchors, details, titles
from importers.extraction.projects.details import Scope
from importers.extraction.projects.merging import Undertaking, gather
from importers.extraction.text import Text
from importers.records import Project, Span

__all__ = ["find"]
WORKED = frozenset({"operating", "suspended"})  # a deposit that is dug is a mine
LEAST_NAME = 2


def find(text: Text) -> tuple[Project, ...]:
    """The undertakings in the order of their first mention; those of which too little is told are left out."""
    found = gather(text, [a for line in text.lines for a in anchors.find(line, text.lexicon)])
    scope = Scope(text, found)
    return tuple(_project(scope, one) for one in found if _is_told(scope, one))


def _is_told(scope: Scope, one: Undertaking) -> bool:
    """Whether the article tells anything of it: a works named after its town («Степной комбинат») may only be a firm."""
    stage = details.stage(scope, one)
    firm = one.named and all("/combine" in s.key for s in one.sightings if s.name)
    if not firm:
        return True
    inside = any(a.first and a.line.tokens[a.first - 1].key in {"на", "в"} for a in one.anchors)
    return stage in {"construction", "planned", "exploration", "closed", "suspended"} or (inside and stage != "unknown")


def _project(scope: Scope, one: Undertaking) -> Project:
    first = _defining(one)
    kind = _kind(one)
    stage = _stage(scope, one)
    region = details.region(scope, one)
    name = _name(one)
    aliases = (alias for s in one.sightings for alias in (s.name, *s.aliases))
    return Project(
        name=name,
        kind="mine" if kind == "deposit" and stage in WORKED else kind,
        rule="named" if one.named else "described",
        span=first,
        aliases=tuple(dict.fromkeys(a for a in aliases if a and a != name)),
        country=details.country(scope, one, region),
        region=region,
        place=one.place.name or None if one.place else None,
        minerals=details.minerals(scope, one),
        stage=stage,
        organisations=tuple(called(scope.text, key) for key in details.organisations(scope, one)),
        start=details.start(scope, one),
        mentions=tuple(dict.fromkeys(s.line.span(s.first, s.last) for s in one.sightings)),
    )


def _name(one: Undertaking) -> str:
    joint = [n.text for n in one.sightings[0].anchor.names] if one.sightings[0].anchor else []
    told = {s.name for s in one.sightings if s.name}
    if len(joint) > 1 and set(joint) <= told:
        return " и ".join(joint)
    if not one.named:
        return max((s.name for s in one.sightings), key=len)
    whole = (s.name for s in one.sightings if s.name and not (s.anchor and s.anchor.group == "area"))
    return next(whole, None) or next(s.name for s in one.sightings if s.name)


def _stage(scope: Scope, one: Undertaking) -> str:
    """The stage that is told; a pit or mine of which nothing else is said is one that is worked."""
    stage = details.stage(scope, one)
    pit = any(a.group == "pit" and a.named for a in one.anchors)
    return "operating" if stage == "unknown" and pit else stage


def _kind(one: Undertaking) -> str:
    kinds = [a.entry.key for a in one.anchors if a.names or a.number or not one.named]
    telling = [kind for kind in kinds if kind != "other"]
    return (telling or kinds or ["deposit"])[0]


def _defining(one: Undertaking) -> Span:
    """The shortest phrase that names it with its noun."""
    whole = [s for s in one.sightings if s.anchor is not None and s.name]
    if one.named or not whole:
        best = whole[0] if whole else one.sightings[0]
        return best.line.span(best.first, best.last)
    best = max(whole, key=lambda s: len(s.name))
    anchor = best.anchor
    last = titles.end(anchor) if anchor else best.last
    place = one.place if one.place and best.first < one.place.first <= last else None
    return best.line.span(best.first, place.last if place else last)
