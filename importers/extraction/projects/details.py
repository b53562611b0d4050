"""What the sentences about an undertaking tell of it: stage, minerals, country, region, organisations, start."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from importers.extraction.mentions import Mention, mentions
from importers.extraction.projects.merging import Undertaking, is_row
from importers.extraction.projects.stages import Signal, signals
from importers.extraction.segment import tokenise
from importers.extraction.text import Line, Text

HOME = "central-asia"  # the group whose states the newsroom watches
# Bodies that regulate, report or lend an expert; never owners.
OFFICES = (
    "министерств",
    "комитет",
    "агентств",
    "департамент",
    "служб",
    "управлени",
    "инспекци",
    "акимат",
    "правительств",
    "комисси",
    "ассоциац",
    "совет",
    "reuters",
    "forbes",
    "парламент",
    "прокуратур",
    "суд",
    "университет",
    "всемирный",
    "госкомитет",
)
LEADING = 2  # sentences before the first sighting that may say whose it is
DIGGING = frozenset({"deposit", "pit", "mill", "combine", "area"})  # what digs or washes has a mineral
AWAY = 4  # what a stage word loses when another undertaking stands nearer to it
OLD = frozenset({"suspended", "closed"})
HEADING = 14  # words of the longest sub-heading


class Scope:
    """Which sentences speak of which undertaking."""

    def __init__(self, text: Text, all_of_them: Sequence[Undertaking]) -> None:
        self.text = text
        self.all = all_of_them
        self.named = {s.line.index for one in all_of_them for s in one.sightings}

    def after(self, one: Undertaking) -> tuple[Line, ...]:
        """The sentences that go on about it: the rest of the paragraph until another undertaking is named."""
        lines: dict[int, Line] = {}
        for index, line in one.lines.items():
            for following in self.text.lines[index + 1 :]:
                same = following.sentence.paragraph == line.sentence.paragraph
                if following.index in self.named or not (same or len(self.all) == 1):
                    break
                lines[following.index] = following
        return tuple(lines.values())

    def before(self, one: Undertaking) -> tuple[Line, ...]:
        """The sentences of the paragraph that lead to the first sighting, none of them about another."""
        first = one.sightings[0].line
        lines = []
        for line in reversed(self.text.lines[: first.index]):
            if line.sentence.paragraph != first.sentence.paragraph or line.index in self.named:
                break
            lines.append(line)
        return tuple(lines)

    def is_nearest(self, one: Undertaking, line: Line, at: int) -> bool:
        """Whether no other undertaking of the sentence stands nearer to token `at`."""
        here = [
            (_distance(s.first, s.last, at), other is one)
            for other in self.all
            for s in other.sightings
            if s.line is line
        ]
        best = min((d for d, _ in here), default=0)
        return any(d == best and mine for d, mine in here) or not any(mine for _, mine in here)

    def alone(self, one: Undertaking, line: Line) -> bool:
        """Whether the sentence names this undertaking and no other."""
        return not any(s.line is line for other in self.all if other is not one for s in other.sightings)


def _distance(first: int, last: int, at: int) -> int:
    return max(first - at, at - last + 1, 0)


def stage(scope: Scope, one: Undertaking) -> str:
    """The stage that the heaviest word tells of; a stop of years ago gives way to what is said of today."""
    heard: list[tuple[float, int, Signal, Line]] = []
    own = one.lines
    for line in (*own.values(), *scope.after(one)):
        around = [(s.first, s.last) for s in one.sightings if s.line is line]
        for signal in signals(line, scope.text.lexicon, around):
            loss = 0 if line.index in own else 1
            if line.index in own and not scope.is_nearest(one, line, signal.at):
                loss = AWAY
            heard.append((signal.weight - loss, -line.index, signal, line))
    if any(is_row(scope.text, a) for a in one.anchors) and not [h for h in heard if h[0] >= 4]:
        heard += _heading_of_table(scope, one)
    recent = [h for h in heard if not (h[2].stage in OLD and _is_past(scope.text, h[3]))] or heard
    weighty = [h for h in recent if h[0] > 0]
    return max(weighty, key=lambda h: (h[0], h[1]))[2].stage if weighty else "unknown"


def _heading_of_table(scope: Scope, one: Undertaking) -> list[tuple[float, int, Signal, Line]]:
    """What the prose before a flattened table says of its rows."""
    index = one.sightings[0].line.sentence.paragraph
    prose = [line for line in scope.text.lines if line.sentence.paragraph < index and line.tokens[-1].text in ".:"]
    last = prose[-1].sentence.paragraph if prose else -1
    return [
        (s.weight, 0, s, line)
        for line in prose
        if line.sentence.paragraph == last
        for s in signals(line, scope.text.lexicon)
    ]


def _is_past(text: Text, line: Line) -> bool:
    """Whether the sentence is dated two years or more before the latest year that the article knows."""
    years = [p.year for other in text.lines for p in other.periods if not p.by]
    now = int(text.published[:4]) if text.published else max(years, default=0)
    here = [p.year for p in line.periods]
    return bool(here) and max(here) < now - 1


def minerals(scope: Scope, one: Undertaking) -> tuple[str, ...]:
    """The minerals of the phrase that names it, then of its sentences; of those that follow where none was said."""
    own: list[str] = []
    for anchor in one.anchors:
        last = max(anchor.last, anchor.complement[1])
        own += [m.key for m in anchor.line.of("mineral") if anchor.first <= m.first < last]
    said = [m.key for line in one.lines.values() for m in line.of("mineral") if scope.is_nearest(one, line, m.first)]
    if own and len({a.line.index for a in one.anchors}) == 1 and not scope.alone(one, one.sightings[0].line):
        said = []
    found = [*own, *said]
    if not found or (one.anchors and not one.named):
        found += [m.key for line in scope.after(one) for m in line.of("mineral")]
    if not found:
        found += [m.key for line in scope.before(one) for m in line.of("mineral")]
    if not found and any(a.group in DIGGING for a in one.anchors):
        found += _section_minerals(scope, one)
    return tuple(dict.fromkeys(found))


def _section_minerals(scope: Scope, one: Undertaking) -> list[str]:
    """The one mineral that the section speaks of; that of the title, where the article is about one undertaking."""
    index = one.sightings[0].line.index
    head = next((line.index for line in reversed(scope.text.lines[:index]) if is_heading(scope.text, line)), 0)
    said = dict.fromkeys(m.key for line in scope.text.lines[head : index + 1] for m in line.of("mineral"))
    if not said and len(scope.all) == 1:
        said = dict.fromkeys(m.key for m in titled(scope.text) if m.kind == "mineral")
    return list(said) if len(said) == 1 else []


def titled(text: Text) -> tuple[Mention, ...]:
    """The names in the article's title."""
    return tuple(m for m in mentions(tokenise(text.article.title), text.lexicon, ()) if len(m.keys) <= 1)


def is_heading(text: Text, line: Line) -> bool:
    """Whether the sentence is a sub-heading: short, alone in its paragraph, without a full stop."""
    short = 1 < len(line.tokens) <= HEADING and line.tokens[-1].text not in ".!?:;" and line.tokens[0].capital
    return short and len(text.paragraph(line)) == 1


def country(scope: Scope, one: Undertaking, region: str | None) -> str | None:
    """Where it stands: the state in its own phrase, of its region, in its sentences, else the article's own."""
    text = scope.text
    for anchor in one.anchors:
        last = max(anchor.last, anchor.complement[1])
        near = [
            m
            for m in anchor.line.of("country")
            if _is_place(anchor.line, m)
            and (anchor.first <= m.first <= last or (anchor.first < m.first < last + 4 and _located(anchor.line, m)))
        ]
        if near:
            return near[0].key
    if region:
        return region.split("-")[0]
    for lines in (tuple(one.lines.values()), scope.after(one), scope.before(one)):
        placed = [
            m.key
            for line in lines
            for m in line.of("country")
            if _is_place(line, m) and m.form == "noun" and _located(line, m)
        ]
        if placed:
            return placed[0]
    return _dominant(text)


def _is_place(line: Line, mention: Mention) -> bool:
    """Whether a country is where the thing is, and not whose company or money it is."""
    if len(mention.keys) > 1 or any(o.first <= mention.first < o.last for o in line.of("organisation")):
        return False
    return mention.form != "adjective" or not _describes_company(line, mention)


def _describes_company(line: Line, mention: Mention) -> bool:
    ahead = line.tokens[mention.last : mention.last + 3]
    words = (
        "компан",
        "инвест",
        "сторон",
        "фирм",
        "холдинг",
        "предприят",
        "банк",
        "партн",
        "корпорац",
        "групп",
        "специалист",
        "правит",
    )
    return any(t.key.startswith(words) for t in ahead) or any(
        mention.last <= o.first <= mention.last + 1 for o in line.of("organisation")
    )


def _located(line: Line, mention: Mention) -> bool:
    before = line.tokens[mention.first - 1].key if mention.first else ""
    return before in {"в", "во"} or before.startswith(("север", "юг", "юж", "восток", "запад", "центр", "территори"))


def _dominant(text: Text) -> str | None:
    """The country that title and body name most; a state of the region that is watched before any other."""
    counts: Counter[str] = Counter()
    for mention in titled(text):
        if mention.kind == "country":
            counts[mention.key] += 2
        if mention.kind == "region":
            counts[mention.key.split("-")[0]] += 1
    for line, mention in text.of("country", "region"):
        if len(mention.keys) <= 1:
            counts[mention.key.split("-")[0]] += 1 if mention.form == "adjective" else 2
    home = {key: n for key, n in counts.items() if key in _home(text)}
    ranked = Counter(home or counts).most_common(2)
    return ranked[0][0] if ranked else None


def _home(text: Text) -> set[str]:
    rows = (e for e in text.lexicon.of_kind("group") if e.key == HOME and e.get("members"))
    return set(next((e.get("members").split() for e in rows), ["KZ", "KG", "TJ", "TM", "UZ"]))


def region(scope: Scope, one: Undertaking) -> str | None:
    """The code of the region said nearest in its sentences, its paragraph, or the one region that the article is about."""
    for lines in (tuple(one.lines.values()), scope.after(one), scope.before(one)):
        near = []
        for line in lines:
            at = next((s.first for s in one.sightings if s.line is line), 0)
            near += [(abs(m.first - at), m.key) for m in _regions(line)]
        if near:
            return min(near)[1]
    paragraph = scope.text.paragraph(one.sightings[0].line)
    within = [m.key for line in paragraph for m in _regions(line)]
    if within:
        return within[0]
    counts = Counter(m.key for line in scope.text.lines for m in _regions(line))
    home = {key: n for key, n in counts.items() if key.split("-")[0] in _home(scope.text)}
    return max(home, key=lambda key: home[key]) if home and (len(home) == 1 or _leads(home)) else None


def _leads(counts: dict[str, int]) -> bool:
    first, second = sorted(counts.values(), reverse=True)[:2]
    return first >= 2 * second


def _regions(line: Line) -> Iterator[Mention]:
    for mention in line.of("region"):
        nested = any(o.first <= mention.first < o.last for o in line.of("organisation"))
        left = mention.first and line.tokens[mention.first - 1].key in {"от", "из"}
        if mention.form == "noun" and len(mention.keys) <= 1 and not nested and not left:
            yield mention


def organisations(scope: Scope, one: Undertaking) -> tuple[str, ...]:
    """The keys of who owns, runs, builds or funds it: named in its sentences or those that go on about it, else in its section's heading."""
    own: list[str] = []
    for line in (*one.lines.values(), *scope.after(one)):
        for mention in _owners(line):
            if any("/" in s.key and s.line is line and s.first <= mention.first < s.last for s in one.sightings):
                continue  # the works itself
            if scope.alone(one, line) or scope.is_nearest(one, line, mention.first):
                own.append(mention.key)
    if not own:
        own = _subject_before(scope, one)
    if not own or len(scope.all) == 1:
        own += [m.key for line in scope.before(one)[:LEADING] for m in _owners(line)]
    if not own:
        own = _section(scope, one)
    return tuple(dict.fromkeys(own))


def _subject_before(scope: Scope, one: Undertaking) -> list[str]:
    """Who «Предприятие осваивает …» speaks of: the organisations of the paragraph before."""
    line = one.sightings[0].line
    if not line.tokens[0].key.startswith(("предприят", "компани", "комбинат", "фирм", "холдинг", "сп")):
        return []
    for earlier in reversed(scope.text.lines[: line.index]):
        if earlier.sentence.paragraph < line.sentence.paragraph - 1:
            break
        if any(_owners(earlier)):
            return [m.key for other in scope.text.paragraph(earlier) for m in _owners(other)]
    return []


def _owners(line: Line) -> Iterator[Mention]:
    for mention in line.of("organisation"):
        credit = mention.first and line.tokens[mention.first - 1].key.startswith(
            ("агентств", "издани", "газет", "пресс-служб", "актив", "бывш")
        )
        if len(mention.keys) <= 1 and not credit and not mention.name.lower().startswith(OFFICES):
            yield mention


def _section(scope: Scope, one: Undertaking) -> list[str]:
    """The organisation in the last sub-heading above: «НГМК: чуть больше, гораздо дороже»."""
    for line in reversed(scope.text.lines[: one.sightings[0].line.index]):
        if is_heading(scope.text, line):
            return [m.key for m in _owners(line)][:1]
    return []


def start(scope: Scope, one: Undertaking) -> str | None:
    """When it began or shall begin to work: the period in the sentence of the word that says so."""
    for line in one.lines.values():
        for signal in signals(line, scope.text.lexicon):
            if signal.starts and line.periods and scope.is_nearest(one, line, signal.at):
                return min(line.periods, key=lambda p: abs(p.first - signal.at)).edtf
    return None
