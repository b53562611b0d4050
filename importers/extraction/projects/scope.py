"""Which sentences speak of which undertaking, each question answered in time that does not grow with the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from importers.extraction import lists
from importers.extraction.fold import fold
from importers.extraction.mentions import Mention, mentions
from importers.extraction.projects.sightings import Sighting, Undertaking
from importers.extraction.segment import tokenise
from importers.extraction.text import Line, Text

HOME = "central-asia"  # the group whose states the newsroom watches
ROW = frozenset({"и", ","})
QUOTES = frozenset('«»"“”')
HEADING = 14  # words of the longest sub-heading
# What the rows of a card tell, as in a list of lots or a register.
ROWS = lists.stems("projects: row of a card")
CARD = 5  # tokens within which a card's row comes to its colon
LONG_FIRM = 3  # words of «Степной горно-металлургический комбинат»
SECTION = 60  # sentences back to which a sub-heading is looked for
# Nouns after a state's adjective that make it whose money it is, not where the thing stands: «белорусские компании».
OWNING = lists.stems("projects: whose money")


class Scope:
    """The undertakings of one article and the sentences around them."""

    def __init__(self, text: Text, found: Sequence[Undertaking]) -> None:
        self.text = text
        self.single = len(found) == 1
        self._here: dict[int, list[tuple[str, Sighting]]] = {}
        self._row_of: dict[int, dict[tuple[int, int], tuple[int, int]]] = {}
        for one in found:
            for sighting in one.sightings:
                self._here.setdefault(sighting.line.index, []).append((one.key, sighting))

    def after(self, one: Undertaking) -> tuple[Line, ...]:
        """The sentences that go on about it: to the next undertaking, or the paragraph's end where there are others."""
        lines: dict[int, Line] = {}
        for index, line in one.lines.items():
            for position in range(index + 1, min(len(self.text.lines), index + SECTION)):
                following = self.text.lines[position]
                same = following.sentence.paragraph == line.sentence.paragraph
                if following.index in self._here or not (same or self.single or _is_card(following)):
                    break
                lines[following.index] = following
        return tuple(lines.values())

    def before(self, one: Undertaking) -> tuple[Line, ...]:
        """The sentences of the paragraph that lead to the first sighting, none about another; the nearest first."""
        first = one.sightings[0].line
        lines = []
        for line in self.back(first):
            if line.sentence.paragraph != first.sentence.paragraph or line.index in self._here:
                break
            lines.append(line)
        return tuple(lines)

    def back(self, line: Line) -> Iterator[Line]:
        """The sentences before this one, the nearest first, as far as a section may reach."""
        for index in range(line.index - 1, max(-1, line.index - SECTION), -1):
            yield self.text.lines[index]

    def paragraph(self, line: Line) -> tuple[Line, ...]:
        """The sentences of the same paragraph."""
        return self.text.paragraph(line)

    def is_heading(self, line: Line) -> bool:
        """Whether the sentence is a sub-heading: short, alone in its paragraph, without a full stop."""
        short = 1 < len(line.tokens) <= HEADING and line.tokens[-1].text not in ".!?:;" and line.tokens[0].capital
        return short and len(self.paragraph(line)) == 1

    def heading(self, line: Line) -> Line | None:
        """The sub-heading under which the sentence stands."""
        return next((other for other in self.back(line) if self.is_heading(other)), None)

    def around(self, one: Undertaking, line: Line) -> tuple[Sighting, ...]:
        """Where the sentence names the undertaking."""
        return tuple(sighting for key, sighting in self._here.get(line.index, ()) if key == one.key)

    def is_nearest(self, one: Undertaking, line: Line, at: int) -> bool:
        """Whether no other undertaking of the sentence stands nearer to token `at`."""
        rows = self._rows(line.index)
        here = [
            (_distance(sighting, at, rows.get(sighting.position)), key == one.key)
            for key, sighting in self._here.get(line.index, ())
        ]
        best = min((distance for distance, _ in here), default=0)
        return any(distance == best and mine for distance, mine in here) or not any(mine for _, mine in here)

    def _rows(self, index: int) -> dict[tuple[int, int], tuple[int, int]]:
        """For each name of a sentence that stands in a row («А, Б и В»), the tokens of the whole row."""
        if index not in self._row_of:
            seen = sorted({(s.first, s.last): s for _, s in self._here.get(index, ())}.items())
            rows: list[list[Sighting]] = []
            for _, sighting in seen:
                tokens = sighting.line.tokens
                last = rows[-1][-1].last if rows else sighting.first
                between = {t.text for t in tokens[last : sighting.first]}
                if rows and between & ROW and between <= ROW | QUOTES:
                    rows[-1].append(sighting)
                else:
                    rows.append([sighting])
            self._row_of[index] = {s.position: (row[0].first, row[-1].last) for row in rows if row[1:] for s in row}
        return self._row_of[index]

    def is_alone(self, one: Undertaking, line: Line) -> bool:
        """Whether the sentence names this undertaking and no other."""
        return all(key == one.key for key, _ in self._here.get(line.index, ()))

    def within(self, line: Line, at: int) -> bool:
        """Whether token `at` belongs to the name of an undertaking: «сухой порт «Хоргос»» names no region."""
        return any(
            name.first <= at < name.last
            for _, sighting in self._here.get(line.index, ())
            if sighting.anchor
            for name in sighting.anchor.names
        )

    def is_named(self, line: Line, at: int) -> bool:
        """Whether token `at` stands in the phrase that names an undertaking."""
        return any(sighting.first <= at < sighting.last for _, sighting in self._here.get(line.index, ()))

    @cached_property
    def home(self) -> frozenset[str]:
        """The states that the newsroom watches: where nothing else is said, a thing is there."""
        members = (
            e.get("members").split() for e in self.text.lexicon.of_kind("group") if e.key == HOME and e.get("members")
        )
        return frozenset(next(members, ["KZ", "KG", "TJ", "TM", "UZ"]))

    @cached_property
    def firms(self) -> frozenset[str]:
        """The short names of the companies «Степной горно-металлургический комбинат»: «степной комбинат»."""
        rows = (fold(e.name or e.text).split() for e in self.text.lexicon.of_kind("organisation"))
        return frozenset(f"{w[0]} {w[-1]}" for w in rows if len(w) == LONG_FIRM and w[-1] == "комбинат")

    @cached_property
    def titled(self) -> tuple[Mention, ...]:
        """The names in the article's title."""
        found = mentions(tokenise(self.text.article.title), self.text.lexicon, ())
        return tuple(m for m in found if len(m.keys) <= 1)

    @cached_property
    def now(self) -> int:
        """The year of publication, or the latest that the article tells of."""
        if self.text.published:
            return int(self.text.published[:4])
        return max((p.year for line in self.text.lines for p in line.periods if p.dated and not p.by), default=0)

    @cached_property
    def country(self) -> str | None:
        """The country that title and body name most; a watched state before any other."""
        counts: Counter[str] = Counter()
        for mention in self.titled:
            if mention.kind in {"country", "region"}:
                counts[mention.key.split("-")[0]] += 2
        for line, mention in self.text.of("country", "region"):
            placed = mention.kind == "region" or is_place(line, mention)
            if len(mention.keys) <= 1 and placed and not self.within(line, mention.first):
                counts[mention.key.split("-")[0]] += 1 if mention.form == "adjective" else 2
        home = Counter({key: n for key, n in counts.items() if key in self.home})
        ranked = (home or counts).most_common(1)
        return ranked[0][0] if ranked else None

    @cached_property
    def region(self) -> str | None:
        """The one region of the watched states that the article is about."""
        counts = Counter(m.key for line in self.text.lines for m in self.regions(line))
        ranked = Counter({key: n for key, n in counts.items() if key.split("-")[0] in self.home}).most_common(2)
        if len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]:
            return None
        return ranked[0][0] if ranked else None

    def regions(self, line: Line) -> Iterator[Mention]:
        """The regions in which a sentence is set: not in a name, nor as a way («от Бишкека»)."""
        for mention in line.of("region"):
            nested = any(o.first <= mention.first < o.last for o in line.of("organisation"))
            left = mention.first and line.tokens[mention.first - 1].key in {"от", "из"}
            named = nested or self.within(line, mention.first)
            if mention.form == "noun" and len(mention.keys) <= 1 and not named and not left:
                yield mention


def _is_card(line: Line) -> bool:
    """«Полезное ископаемое: золото»: a row of the card of the thing named above it."""
    told = line.tokens[0].key.startswith(ROWS)
    return told and any(t.text == ":" for t in line.tokens[1:CARD])


def is_place(line: Line, mention: Mention) -> bool:
    """Whether a country is where a thing is, and not whose company or money it is."""
    if len(mention.keys) > 1 or any(o.first <= mention.first < o.last for o in line.of("organisation")):
        return False
    if mention.form != "adjective":
        return True
    ahead = line.tokens[mention.last : mention.last + 3]
    owner = any(mention.last <= o.first <= mention.last + 1 for o in line.of("organisation"))
    return not owner and not any(t.key.startswith(OWNING) for t in ahead)


def _distance(sighting: Sighting, at: int, row: tuple[int, int] | None = None) -> int:
    """How far a token stands from the phrase that names it; names in a row, or of one noun, are equally far."""
    anchor = sighting.anchor
    first = min(sighting.first, anchor.first) if anchor else sighting.first
    last = max(sighting.last, anchor.last) if anchor else sighting.last
    if row and not row[0] <= at < row[1]:
        first, last = min(first, row[0]), max(last, row[1])
    return max(first - at, at - last + 1, 0)
