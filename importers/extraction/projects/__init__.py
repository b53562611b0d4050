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
    stage = details.stage(scope, one)
    kind = _kind(one)
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
    return next(s.name for s in one.sightings if s.name)


def _kind(one: Undertaking) -> str:
    kinds = [a.entry.key for a in one.anchors if a.names or a.number or not one.named]
    telling = [kind for kind in kinds if kind != "other"]
    return (telling or kinds or ["deposit"])[0]


def _defining(one: Undertaking) -> Span:
    """The shortest phrase that names it with its noun."""
    best = next((s for s in one.sightings if s.anchor is not None and s.name), one.sightings[0])
    last = best.last
    if (
        not one.named
        and best.anchor is not None
        and one.place
        and one.place.last > best.last
        and one.place.first >= best.first
    ):
        last = one.place.last
    return best.line.span(best.first, max(last, titles.end(best.anchor) if best.anchor and not one.named else last))
