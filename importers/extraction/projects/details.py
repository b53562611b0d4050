"""What the sentences about an undertaking tell of it: stage, minerals, start and target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.extraction import naming
from importers.extraction.projects.scope import Scope
from importers.extraction.projects.sightings import Sighting, Undertaking
from importers.extraction.projects.stages import Signal, signals
from importers.extraction.projects.worth import is_row
from importers.extraction.text import Line

DUG = frozenset({"deposit", "pit", "combine", "area"})
FUELS = frozenset({"coal", "coking-coal", "gas", "oil", "oil-shale", "peat", "uranium"})
MADE = frozenset({"steel", "steel-scrap", "steel-slag", "cement", "ammonia"})  # what no ground yields
DIGGING = frozenset({"deposit", "pit", "mill", "combine", "area"})  # what digs or washes has a mineral
AWAY = 5  # what a stage word loses when another undertaking stands nearer to it
BEFORE = 3  # what a stage word loses in a sentence that leads to the first mention, or goes on though all is said
ENOUGH = 4  # the weight of a stage word below which a table's row takes the stage of the prose above
SINCE = frozenset({"с", "со", "после"})  # «затоплена с 2009 года» is so today
OLD = frozenset({"suspended", "closed", "planned"})
NOT_YET = frozenset({"planned", "exploration"})
PARTICIPLE = 3  # what a stop loses in a participle: «простаивавший комбинат был запущен»


def stage(scope: Scope, one: Undertaking) -> str:
    """The stage that the heaviest word tells of; a stop of years ago gives way to what is said of today."""
    heard = [h for line in one.lines.values() for h in _heard(scope, one, line, 0)]
    sure = any(weight >= ENOUGH for weight, *_ in heard)
    paragraphs = {line.sentence.paragraph for line in one.lines.values()}
    for line in scope.after(one):
        gone = min(abs(line.sentence.paragraph - paragraph) for paragraph in paragraphs)
        heard += _heard(scope, one, line, BEFORE if sure and not gone else max(1, 2 * gone - 1))
    if not any(weight >= ENOUGH for weight, *_ in heard) and any(is_row(scope.text, a) for a in one.anchors):
        heard += _above_table(scope, one)
    if not any(h[0] > 0 for h in heard):
        heard += [h for line in scope.before(one) for h in _heard(scope, one, line, BEFORE)]
    recent = [h for h in heard if not (h[2].stage in OLD and _is_past(scope, h[3]))] or heard
    weighty = [h for h in recent if h[0] > 0]
    return max(weighty, key=lambda h: h[:2])[2].stage if weighty else "unknown"


def _heard(scope: Scope, one: Undertaking, line: Line, loss: int) -> Iterator[tuple[int, int, Signal, Line]]:
    """The stage words of a sentence with their weight, less what the sentence loses by standing `loss` away."""
    own = line.index in one.lines
    around = [(s.first, s.last) for s in scope.around(one, line)]
    for signal in signals(line, around):
        if own and not scope.is_nearest(one, line, signal.at):
            loss = 1 if _is_shared(scope, one, line, signal.at) else AWAY
        elif own:
            loss = 0
        if line.tokens[signal.at].key.startswith("откры") and signal.stage == "operating" and _is_found(one):
            signal = replace(signal, stage="exploration")
        if signal.stage in NOT_YET and _is_known_works(one):
            continue  # what is planned at a mine of renown is more of it
        if signal.stage in OLD and naming.part_of_speech(line.tokens[signal.at].text) == "PRTF":
            yield signal.weight - loss - PARTICIPLE, -line.index, signal, line
            continue
        yield signal.weight - loss, -line.index, signal, line


def _is_known_works(one: Undertaking) -> bool:
    """Whether the reference knows it as a mine or a works."""
    return one.hint is not None and one.hint.get("kind") not in {"", "deposit"}


def _is_shared(scope: Scope, one: Undertaking, line: Line, at: int) -> bool:
    """«Завод А и фабрика Б работают», «осваивает А и Б»: one verb says the same of all that are joined."""
    tokens = line.tokens
    for sighting in scope.around(one, line):
        if sighting.anchor is None and at < sighting.first and tokens[sighting.first - 1].key in {"и", ","}:
            return True
        if not naming.is_plural_verb(tokens[at].text):
            continue
        last = sighting.last + (sighting.last < len(tokens) and tokens[sighting.last].text in '»"”')
        if last < at and tokens[last].key in {"и", ","}:
            return True
    return False


def _is_found(one: Undertaking) -> bool:
    """Whether it is a deposit: «открыли месторождение» found it, «открыли завод» set it to work."""
    return bool(one.anchors) and all(anchor.group in {"deposit", "area"} for anchor in one.anchors)


def _above_table(scope: Scope, one: Undertaking) -> Iterator[tuple[int, int, Signal, Line]]:
    """What the prose before a flattened table says of its rows."""
    prose = next((line for line in scope.back(one.sightings[0].line) if line.tokens[-1].text in ".:"), None)
    for line in scope.paragraph(prose) if prose else ():
        yield from ((s.weight, 0, s, line) for s in signals(line))


def _is_past(scope: Scope, line: Line) -> bool:
    """Whether the sentence tells of two years ago or more."""
    tokens = line.tokens
    opening = ((p.year, tokens[max(0, p.first - 1) : p.first + 1]) for p in line.periods if p.dated)
    years = [year for year, words in opening if not any(t.key in SINCE for t in words)]
    return bool(years) and max(years) < scope.now - 1


def minerals(scope: Scope, one: Undertaking) -> tuple[str, ...]:
    """The minerals of the phrase that names it, then of its sentences; of those that follow where none was said."""
    own = [key for sighting in one.sightings if sighting.anchor for key in _phrase_minerals(scope, sighting)]
    said = [m.key for line in one.lines.values() for m in line.of("mineral") if scope.is_nearest(one, line, m.first)]
    if own and len({a.line.index for a in one.anchors}) == 1 and not scope.is_alone(one, one.sightings[0].line):
        said = []
    known = one.hint.get("minerals").split("|") if one.hint is not None and one.hint.get("minerals") else []
    if not own and set(said) & set(known):
        said = known  # a by-product in its figures makes no other mine of it
    found = _fitting(one, [*own, *said])
    found = found or list(known)
    if not found or (one.anchors and not one.named):
        found += _fitting(one, [m.key for line in scope.after(one) for m in line.of("mineral")])
    if not found:
        found += _fitting(one, [m.key for line in scope.before(one) for m in line.of("mineral")])
    if not found and (not one.anchors or any(anchor.group in DIGGING for anchor in one.anchors)):
        found += _fitting(one, _section_mineral(scope, one))
    if not found and any(anchor.group == "pit" for anchor in one.anchors) and scope.text.only_mineral:
        found.append(scope.text.only_mineral)
    return tuple(dict.fromkeys(found))


def _phrase_minerals(scope: Scope, sighting: Sighting) -> Iterator[str]:
    """The minerals in the phrase that names it; of joined works («медный и ртутный комбинаты») each has its own."""
    anchor = sighting.anchor
    if anchor is None:
        return
    first, last = anchor.first, max(anchor.last, anchor.complement[1])
    joined = [n for n in anchor.names if n.adjective]
    if len(joined) > 1:
        first, last = next(((n.first, n.last) for n in joined if n.first == sighting.first), (first, last))
    yield from (m.key for m in anchor.line.of("mineral") if first <= m.first < last)
    named = (scope.text.lexicon.names.at(anchor.line.tokens, i, "mineral") for i in range(first, anchor.head))
    yield from (match.entry.key for match in named if match)  # «ртутный» within a firm's name
    if anchor.entry.get("mineral"):
        yield anchor.entry.get("mineral")


def _fitting(one: Undertaking, found: Sequence[str]) -> list[str]:
    """Without what cannot be its own: no mine digs steel, no power station burns gold."""
    groups = {anchor.group for anchor in one.anchors}
    if groups and groups <= {"station"}:
        return [key for key in found if key in FUELS]
    return [key for key in found if key not in MADE] if not groups or groups <= DUG else list(found)


def _section_mineral(scope: Scope, one: Undertaking) -> list[str]:
    """The one mineral that the section speaks of; that of the title, where the article is about one undertaking."""
    said: dict[str, None] = {}
    for line in scope.back(one.sightings[0].line):
        said.update(dict.fromkeys(m.key for m in line.of("mineral")))
        if scope.is_heading(line):
            break
    if not said and scope.single:
        said = dict.fromkeys(m.key for m in scope.titled if m.kind == "mineral")
    return list(said) if len(said) == 1 else []


def start(scope: Scope, one: Undertaking) -> str | None:
    """When it began or shall begin to work: the period in the sentence of the word that says so."""
    for line in one.lines.values():
        for signal in signals(line):
            if signal.starts and line.periods and scope.is_nearest(one, line, signal.at):
                return min(line.periods, key=lambda p: abs(p.first - signal.at)).edtf
    return None


def target(scope: Scope, one: Undertaking) -> str | None:
    """The time by which it is promised: «к 2030 году» in its sentences, or beside a word of what is yet to begin."""
    for line in (*one.lines.values(), *scope.after(one)):
        periods = [p for p in line.periods if p.dated and not p.back and p.year >= scope.now]
        if not periods:
            continue
        near = [p for p in periods if p.by and scope.is_nearest(one, line, p.first)]
        for signal in signals(line):
            if signal.starts and signal.stage == "planned" and scope.is_nearest(one, line, signal.at):
                near.append(min(periods, key=lambda p: abs(p.first - signal.at)))
        if near:
            return near[-1].edtf
    return None
