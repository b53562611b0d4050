"""The mines, plants and other undertakings of an article: `find(text)`."""

from __future__ import annotations

from importers.extraction import lists
from importers.extraction.fold import fold
from importers.extraction.organisations import called
from importers.extraction.projects import anchors, details, located, owners, stakes, titles
from importers.extraction.projects.anchors import Anchor
from importers.extraction.projects.merging import gather
from importers.extraction.projects.scope import Scope
from importers.extraction.projects.sightings import Undertaking
from importers.extraction.projects.stages import signals
from importers.extraction.text import Line, Text
from importers.records import Project, Span, Stake

__all__ = ["find"]
MANY_WORKS = lists.stems("projects: many works")
SPEAKING = lists.stems("projects: a firm speaks")
TELLING = ("signing", "measure", "agreement")
BARE = 2  # words of a title that says no more than a kind: «Обогатительная фабрика»
WORKED = frozenset({"operating", "suspended"})  # a deposit that is dug is a mine


def find(text: Text) -> tuple[Project, ...]:
    """The undertakings in the order of their first mention; those of which too little is told are left out."""
    seen = [a for line in text.lines for a in anchors.find(line, text.lexicon)]
    found = gather(text, seen)
    scope = Scope(text, found)
    works: dict[int, str] = {}
    for anchor in seen:
        if anchor.group != "project":
            works.setdefault(anchor.line.index, anchor.entry.key)
    named = {index for one in found if one.named for index in one.lines}
    kinds = ((one, _kind(one, works)) for one in found if not _is_part(one, named))
    return tuple(_project(scope, one, kind) for one, kind in kinds if kind and _is_told(scope, one))


def _is_part(one: Undertaking, named: set[int]) -> bool:
    """«Тоголок разведали заново; там начнут строить золотоизвлекательную фабрику»: a works without a name, a place or
    a product of its own, told once beside a named undertaking, is a part of that."""
    if one.named or len(one.sightings) > 1 or len(_name(one).split()) > BARE:
        return False
    return any(index in named or index - 1 in named for index in one.lines)


def _kind(one: Undertaking, works: dict[int, str]) -> str:
    """The kind of its noun; of a bare «проект «Восход»» what its sentence speaks of, empty where that is no mining."""
    kinds = [a.entry.key for a in one.anchors if a.group != "project" and (a.names or a.number or not one.named)]
    if kinds:
        return next((kind for kind in kinds if kind != "other"), kinds[0])
    whole = any(a.group == "combine" for a in one.anchors)  # a «комбинат на Бучуке» is all of it, a «фабрика» a part
    if any(s.anchor is None for s in one.sightings) and not whole:
        return one.hint.get("kind", "deposit") if one.hint else "deposit"
    beside = [works[index] for index in one.lines if index in works]
    return beside[0] if beside else "deposit" if any(line.of("mineral") for line in one.lines.values()) else ""


def _is_told(scope: Scope, one: Undertaking) -> bool:
    """Whether the article tells anything of it: a works named after its town («Степной комбинат») may be a firm."""
    if one.hint and one.hint.get("kind") and not one.anchors:
        return details.stage(scope, one) != "unknown" or any(_tells(line) for line in one.lines.values())
    firm = one.named and all("/combine" in s.key for s in one.sightings if s.name)
    if not firm:
        return True
    if _is_short_firm(scope, one):
        return False
    if all(a.entry.key == "mine" for a in one.anchors) and not any(_speaks(a) for a in one.anchors):
        return True  # a ГОК is a mine by its name, a «комбинат» may be a company of many works
    stage = details.stage(scope, one)
    launched = any(s.starts for line in one.lines.values() for s in signals(line))
    inside = any(a.first and a.line.tokens[a.first - 1].key in {"на", "в"} for a in one.anchors)
    digs = any(a.entry.key == "mine" for a in one.anchors)
    makes = any(_is_trade(a) for a in one.anchors if a.named)
    told = inside or launched or digs or makes
    return stage not in {"operating", "unknown"} or (stage == "operating" and told)


def _is_short_firm(scope: Scope, one: Undertaking) -> bool:
    """«Степной комбинат» where the lexicon has the company «Степной горно-металлургический комбинат»."""
    names = {fold(s.name) for s in one.sightings if s.name}
    return bool(names) and names <= scope.firms


def _speaks(anchor: Anchor) -> bool:
    """Whether the noun is the subject of a verb of saying or of money: «Степной ГОК отчитался о прибыли»."""
    tokens = anchor.line.tokens
    return anchor.head_last < len(tokens) and tokens[anchor.head_last].key.startswith(SPEAKING)


def _tells(line: Line) -> bool:
    """Whether a sentence with a bare name speaks of it as a thing that is owned, measured or dug."""
    return (
        bool(line.of("mineral", "organisation")) or any(q.unit for q in line.quantities) or any(line.saying(*TELLING))
    )


def _is_trade(anchor: Anchor) -> bool:
    """«Степной ртутный комбинат» says what it makes; a «горно-металлургический» one is a company of many works."""
    described = any(anchor.line.tokens[i].text.islower() for i in anchor.modifiers) or " " in anchor.noun
    return described and not anchor.noun.startswith(MANY_WORKS)


def _project(scope: Scope, one: Undertaking, kind: str) -> Project:
    first = _defining(one)
    stage = _stage(scope, one)
    region = located.region(scope, one)
    minerals = details.minerals(scope, one)
    name = _name(one)
    firms = owners.organisations(scope, one)
    aliases = (alias for s in one.sightings for alias in (s.name, *s.aliases))
    return Project(
        name=name,
        kind="mine" if kind == "deposit" and stage in WORKED and not _is_pumped(one, minerals) else kind,
        rule="named" if one.named else "described",
        span=first,
        aliases=tuple(dict.fromkeys(a for a in aliases if a and a != name)),
        country=located.country(scope, one, region),
        region=region,
        place=_place(scope, one, region),
        minerals=minerals,
        stage=stage,
        organisations=_shop(one) or tuple(called(scope.text, key) for key in firms),
        stakes=tuple(Stake(called(scope.text, k), role, share) for k, role, share in stakes.held(scope, one, firms)),
        start=details.start(scope, one),
        target=details.target(scope, one),
        mentions=tuple(dict.fromkeys(s.line.span(s.first, s.last) for s in one.sightings)),
    )


def _name(one: Undertaking) -> str:
    first = one.sightings[0].anchor
    joint = [n.text for n in first.names] if first and first.group != "area" else []
    told = {s.name for s in one.sightings if s.name}
    if len(joint) > 1 and set(joint) <= told:
        return " и ".join(joint)
    if not one.named:
        return max((s.name for s in one.sightings), key=len)
    whole = (s.name for s in one.sightings if s.name and not (s.anchor and s.anchor.group == "area"))
    return next(whole, None) or next(s.name for s in one.sightings if s.name)


def _stage(scope: Scope, one: Undertaking) -> str:
    """The stage that is told; a mine of which nothing else is said is worked, an occurrence is looked at."""
    stage = details.stage(scope, one)
    pit = any(a.group == "pit" and a.named for a in one.anchors)
    mine = one.hint is not None and one.hint.get("kind") != "deposit"
    if stage == "unknown" and any(a.noun.endswith("проявление") for a in one.anchors):
        return "exploration"
    return "operating" if stage == "unknown" and (pit or mine) else stage


def _is_pumped(one: Undertaking, minerals: tuple[str, ...]) -> bool:
    """Whether it is a field of oil or gas, which is no mine however much it yields."""
    told = set(minerals) or (set(one.hint.get("minerals").split("|")) if one.hint else set())
    return bool(told) and told <= {"oil", "gas"}


def _shop(one: Undertaking) -> tuple[str, ...]:
    """A shop in Latin letters bears its company's name: «цех Trelix»."""
    names = (name.text for a in one.anchors if a.group == "shop" for name in a.names if name.text.isascii())
    return tuple(names)[:1]


def _place(scope: Scope, one: Undertaking, region: str | None) -> str | None:
    """The place by name, where it is more than the region."""
    name = one.place.name if one.place else ""
    return name if name and not (region and name == scope.text.lexicon.display("region", region)) else None


def _defining(one: Undertaking) -> Span:
    """The shortest phrase that names it with its noun."""
    whole = [s for s in one.sightings if s.anchor is not None and s.name]
    if one.named or not whole:
        best = whole[0] if whole else one.sightings[0]
        return best.line.span(best.first, best.last)
    best = max(whole, key=lambda s: len(s.name))
    anchor = best.anchor
    last = titles.end(anchor) if anchor else best.last
    place = one.place if one.place and (best.first < one.place.first <= last or one.place.last == best.last) else None
    return best.line.span(best.first, place.last if place else last)
