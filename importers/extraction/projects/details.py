"""What the sentences about an undertaking tell of it: stage, minerals, country, region, organisations, start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from importers.extraction import lists, naming
from importers.extraction.fold import fold
from importers.extraction.mentions import Mention
from importers.extraction.projects.scope import Scope, is_place
from importers.extraction.projects.sightings import Sighting, Undertaking
from importers.extraction.projects.stages import Signal, signals
from importers.extraction.projects.worth import is_row
from importers.extraction.segment import tokenise
from importers.extraction.text import Line

# Bodies that regulate, report or lend an expert; never owners.
PLACING = lists.stems("projects: placing")
OFFICES = lists.stems("projects: no owner")
CREDITED = lists.stems("projects: credited")
SUBJECTS = lists.stems("projects: firm as subject")
LEADING = 2  # sentences before the first sighting that may say whose it is
DIGGING = frozenset({"deposit", "pit", "mill", "combine", "area"})  # what digs or washes has a mineral
AWAY = 4  # what a stage word loses when another undertaking stands nearer to it
ENOUGH = 4  # the weight of a stage word below which a table's row takes the stage of the prose above
SINCE = frozenset({"с", "со", "после"})  # «затоплена с 2009 года» is so today
OLD = frozenset({"suspended", "closed"})


def stage(scope: Scope, one: Undertaking) -> str:
    """The stage that the heaviest word tells of; a stop of years ago gives way to what is said of today."""
    heard: list[tuple[int, int, Signal, Line]] = []
    own = one.lines
    for line in (*own.values(), *scope.after(one)):
        around = [(s.first, s.last) for s in scope.around(one, line)]
        for signal in signals(line, around):
            loss = 0 if line.index in own else 1
            if line.index in own and not scope.is_nearest(one, line, signal.at):
                loss = 1 if _is_shared(scope, one, line, signal.at) else AWAY
            if line.tokens[signal.at].key.startswith("откры") and signal.stage == "operating" and _is_found(one):
                signal = replace(signal, stage="exploration")
            heard.append((signal.weight - loss, -line.index, signal, line))
    if not any(weight >= ENOUGH for weight, *_ in heard) and any(is_row(scope.text, a) for a in one.anchors):
        heard += _above_table(scope, one)
    recent = [h for h in heard if not (h[2].stage in OLD and _is_past(scope, h[3]))] or heard
    weighty = [h for h in recent if h[0] > 0]
    return max(weighty, key=lambda h: h[:2])[2].stage if weighty else "unknown"


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
    own: list[str] = []
    for anchor in one.anchors:
        last = max(anchor.last, anchor.complement[1])
        own += [m.key for m in anchor.line.of("mineral") if anchor.first <= m.first < last]
        named = (scope.text.lexicon.names.at(anchor.line.tokens, i, "mineral") for i in anchor.modifiers)
        own += [match.entry.key for match in named if match]  # «ртутный» within a firm's name
        own += [anchor.entry.get("mineral")] if anchor.entry.get("mineral") else []
    said = [m.key for line in one.lines.values() for m in line.of("mineral") if scope.is_nearest(one, line, m.first)]
    if own and len({a.line.index for a in one.anchors}) == 1 and not scope.is_alone(one, one.sightings[0].line):
        said = []
    found = [*own, *said]
    if not found or (one.anchors and not one.named):
        found += [m.key for line in scope.after(one) for m in line.of("mineral")]
    if not found:
        found += [m.key for line in scope.before(one) for m in line.of("mineral")]
    if not found and one.hint is not None:
        found += one.hint.get("minerals").split("|") if one.hint.get("minerals") else []
    if not found and (not one.anchors or any(anchor.group in DIGGING for anchor in one.anchors)):
        found += _section_mineral(scope, one)
    return tuple(dict.fromkeys(found))


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


def country(scope: Scope, one: Undertaking, region: str | None) -> str | None:
    """Where it stands: the state of its own phrase, its region or its sentences, else the article's or its owner's."""
    beside = []
    for anchor in one.anchors:
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
                if mention.form == "noun" and is_place(line, mention) and _located(line, mention):
                    return mention.key
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
    rows = (scope.text.lexicon.by_key.get(("organisation", key)) for key in organisations(scope, one))
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


def organisations(scope: Scope, one: Undertaking) -> tuple[str, ...]:
    """The keys of who owns, runs, builds or funds it: in its sentences, those that go on, or its sub-heading."""
    own: list[str] = []
    called = {s.key for s in one.sightings}  # СП «Инкай» digs Инкай and does not own it
    for line in (*one.lines.values(), *scope.after(one)):
        for mention in _owners(line):
            itself = any(_is_itself(s, mention) for s in scope.around(one, line))
            joint = mention.first and line.tokens[mention.first - 1 - (line.tokens[mention.first - 1].text in '«"')].key
            itself = itself or _own_name(mention.name) in called or (joint == "сп" and mention.key in called)
            if not itself and scope.is_nearest(one, line, mention.first):
                own.append(mention.key)
    own = own or _subject_before(scope, one)
    if not own or scope.single:
        own += [m.key for line in scope.before(one)[:LEADING] for m in _owners(line)]
    return tuple(dict.fromkeys(own or _section_owner(scope, one)))


def _is_itself(sighting: Sighting, mention: Mention) -> bool:
    """Whether the organisation's name is the undertaking's own: «рудник «Восход»» is no owner, ГОК «Восход» may be."""
    anchor = sighting.anchor
    if anchor is None:
        return (sighting.first, sighting.last) == (mention.first, mention.last)
    if "/" in sighting.key:
        return sighting.first <= mention.first < sighting.last
    unowned = mention.form == "open" and anchor.group in {"pit", "station"}
    return unowned and any(name.first == mention.first for name in anchor.names)


def _own_name(organisation: str) -> str:
    """The folded name of a joint venture without «СП» and quotes."""
    joint, _, name = fold(organisation).partition(" ")
    return name.strip('«»"') if joint == "сп" else ""


def _subject_before(scope: Scope, one: Undertaking) -> list[str]:
    """Who «Предприятие осваивает …» speaks of: the organisations of the paragraph before."""
    line = one.sightings[0].line
    if not line.tokens[0].key.startswith(SUBJECTS):
        return []
    for earlier in scope.back(line):
        if earlier.sentence.paragraph < line.sentence.paragraph - 1:
            break
        if any(_owners(earlier)):
            return [m.key for other in scope.paragraph(earlier) for m in _owners(other)]
    return []


def _section_owner(scope: Scope, one: Undertaking) -> list[str]:
    """The organisation in the sub-heading above: «НГМК: чуть больше, гораздо дороже»."""
    heading = scope.heading(one.sightings[0].line)
    return [m.key for m in _owners(heading)][:1] if heading else []


def _owners(line: Line) -> Iterator[Mention]:
    for mention in line.of("organisation"):
        credited = mention.first and line.tokens[mention.first - 1].key.startswith(CREDITED)
        if len(mention.keys) <= 1 and not credited and not mention.name.lower().startswith(OFFICES):
            yield mention


def start(scope: Scope, one: Undertaking) -> str | None:
    """When it began or shall begin to work: the period in the sentence of the word that says so."""
    for line in one.lines.values():
        for signal in signals(line):
            if signal.starts and line.periods and scope.is_nearest(one, line, signal.at):
                return min(line.periods, key=lambda p: abs(p.first - signal.at)).edtf
    return None
