"""Bind a measured quantity: whose, where, of what, when, and who says so; empty where the text does not tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from importers.extraction import places
from importers.extraction.dates import Period
from importers.extraction.mentions import Mention
from importers.extraction.statistics.attribution import attribution
from importers.extraction.statistics.reading import Found
from importers.extraction.statistics.tables import Row
from importers.extraction.text import Line, Text
from importers.records import Agreement, Project

OF_PROJECTS = frozenset(
    {
        "reserves",
        "resources",
        "production",
        "capacity",
        "cost",
        "investment",
        "jobs",
        "area",
        "grade",
        "duration",
        "share",
        "deal_value",
        "other",
        "loan",
        "trade",
        "growth",
    }
)
OF_MINERALS = frozenset(
    {"reserves", "resources", "production", "grade", "export", "growth", "capacity", "price", "import"}
)
NEAR = 3
ABOVE = 6
THEN = frozenset({"тогда", "сроку"})  # «к тому же сроку», «выпуск тогда составит»
TIMED = frozenset({"production", "growth", "export", "import", "trade", "grade", "revenue", "investment"})


@dataclass(frozen=True, slots=True)
class Bound:
    """What a statistic is bound to; each may be empty."""

    country: str | None = None
    region: str | None = None
    group: str | None = None
    mineral: str | None = None
    project: str | None = None
    period: str | None = None
    attributed_to: str | None = None


class Context:
    """The text with its projects, and what was bound so far: figures lean on the figure before."""

    def __init__(self, text: Text, projects: Sequence[Project], agreements: Sequence[Agreement]) -> None:
        self.text = text
        self.projects = projects
        self.agreements = agreements
        self._last: tuple[Line, Found] | None = None
        self._bound: tuple[Line, Bound] | None = None

    @cached_property
    def home(self) -> str | None:
        return places.home(self.text)

    @cached_property
    def only_mineral(self) -> str | None:
        """The article's one mineral, if it has one."""
        counts = Counter(m.key for _, m in self.text.of("mineral") if len(m.keys) == 1)
        return next(iter(counts)) if len(counts) == 1 else None

    def last_found(self, line: Line) -> Found | None:
        """The figure before in the same paragraph."""
        if self._last and self._last[0].sentence.paragraph == line.sentence.paragraph:
            return self._last[1]
        return None

    def remember(self, line: Line, found: Found) -> None:
        self._last = (line, found)

    def bind(self, line: Line, found: Found) -> Bound:
        """Everything the sentence, then the paragraph, then the article says of the quantity."""
        before = (
            self._bound[1] if self._bound and self._bound[0].sentence.paragraph == line.sentence.paragraph else None
        )
        if found.echo and before is not None:
            return before
        project = self._project(line, found)
        place = places.of(line, found.first, found.last, self.text)
        country, region, group = place.country, place.region, place.group
        if (country is None or place.weak) and group is None:
            country = (project.country if project else None) or (places.above(self.text, line) or self.home or country)
        if country is None and group is None:
            country = (
                (before.country if before and before.country else None) or places.above(self.text, line) or self.home
            )
            region = region or (before.region if before else None)
        if place.world:
            country = None
        mineral = self._mineral(line, found, project, before)
        bound = Bound(
            country,
            region,
            group,
            mineral,
            project.name if project else None,
            self._period(line, found, before),
            attribution(line, self.text) or (before.attributed_to if before and self._same_line(line) else None),
        )
        self._bound = (line, bound)
        return bound

    def bind_row(self, row: Row) -> Bound:
        """A table's value: its label names country, mineral, project or year, its header the rest."""
        project = next((p for p in self.projects if _names(p, row.label)), None)
        country = next(
            (places.country_of(m) for line in (row.label, row.header) for m in line.of("country", "region")), None
        )
        minerals = [m.key for line in (row.label, row.header) for m in line.of("mineral") if len(m.keys) == 1]
        return Bound(
            country=country
            or (project.country if project else None)
            or places.above(self.text, row.header)
            or self.home,
            mineral=minerals[0]
            if len(set(minerals)) == 1
            else self._mineral_above(row.header)
            if not project and not minerals
            else None,
            project=project.name if project else None,
            period=row.period,
        )

    def _same_line(self, line: Line) -> bool:
        return self._bound is not None and self._bound[0] is line

    def _project(self, line: Line, found: Found) -> Project | None:
        if found.measure not in OF_PROJECTS or found.measure in {"companies", "projects", "deposits"}:
            return None
        at = line.tokens[found.first].start
        here = [
            (span, p)
            for p in self.projects
            for span in (*p.mentions, p.span)
            if line.sentence.start <= span.start < line.sentence.stop
        ]
        ahead = [pair for pair in here if pair[0].start <= at]
        if ahead:
            return max(ahead, key=lambda pair: pair[0].start)[1]
        if here:
            return min(here, key=lambda pair: pair[0].start)[1]
        for above in reversed(self.text.lines[: line.index]):
            if above.sentence.paragraph != line.sentence.paragraph:
                break
            spans = [
                (span.start, p)
                for p in self.projects
                for span in (*p.mentions, p.span)
                if above.sentence.start <= span.start < above.sentence.stop
            ]
            if spans:
                return max(spans, key=lambda pair: pair[0])[1]
        strong = found.measure in {"reserves", "resources", "production", "capacity", "cost", "investment", "grade"}
        if len(self.projects) == 1 and strong and not line.of("country", "group") and len(self.text.lines) < 40:
            return self.projects[0] if self._after_project(line) else None
        return None

    def _after_project(self, line: Line) -> bool:
        return self.projects[0].span.start < line.sentence.start

    def _mineral(self, line: Line, found: Found, project: Project | None, before: Bound | None) -> str | None:
        near = _near_mineral(line, found)
        if near is not None:
            return near or None
        measured = _measured_mineral(line, found)
        if measured is not None:
            return measured
        named = {m.key for m in line.of("mineral") if len(m.keys) == 1}
        if found.measure in {"companies", "projects", "trade", "revenue", "jobs"} or (
            found.unit == "count" and found.measure == "other"
        ):
            return project.minerals[0] if project and len(project.minerals) == 1 else None
        if len(named) == 1 and found.measure not in {"investment", "cost", "area"}:
            return next(iter(named))
        if named and found.measure != "deposits":
            return None
        if project and project.minerals:
            return project.minerals[0] if len(project.minerals) == 1 else None
        if project:
            return None
        if before is not None and before.mineral and found.measure in OF_MINERALS | {"deposits", "share"}:
            return before.mineral
        if found.measure not in OF_MINERALS or found.unit == "count":
            return None
        return self.only_mineral or self._mineral_above(line)

    def _mineral_above(self, line: Line) -> str | None:
        """The one mineral of the nearest sentence above that names any."""
        for above in reversed(self.text.lines[max(0, line.index - ABOVE) : line.index]):
            named = {m.key for m in above.of("mineral") if len(m.keys) == 1}
            if named:
                return named.pop() if len(named) == 1 else None
        return None

    def _period(self, line: Line, found: Found, before: Bound | None) -> str | None:
        dated = [period for period in line.periods if period.dated and not _day(period)]
        if not dated and any(token.key in THEN for token in line.tokens):
            goals = (p for above in reversed(self.text.lines[: line.index]) for p in above.periods if p.dated)
            return next((p.edtf for p in goals), None)
        if not dated:
            return self._period_above(line) if found.measure in TIMED else None
        own = _adjacent_period(line, found, dated)
        if own is not None:
            return own.edtf
        taken = {period.first for period in dated for q in line.quantities if _follows(line, q.last, period)}
        free = [p for p in dated if p.first not in taken and not _compared(line, p, found.quantity.first)]
        ahead = [period for period in free if period.last <= found.quantity.first]
        if ahead:
            return ahead[-1].edtf
        behind = [p for p in free if p.first >= found.quantity.last and not _broken(line, found.quantity.last, p.first)]
        if behind:
            return behind[0].edtf
        return self._period_above(line) if found.measure in TIMED else None

    def _period_above(self, line: Line) -> str | None:
        """The first period of the nearest sentence above in the paragraph; goals («к 2030 году») are not passed on."""
        for above in reversed(self.text.lines[: line.index]):
            if above.sentence.paragraph < line.sentence.paragraph - 1:
                return None
            near = above.sentence.paragraph == line.sentence.paragraph
            dated = [p for p in above.periods if p.dated and not p.by and not _day(p) and not _compared(above, p, 0)]
            dated = [p for p in dated if near or not _month(p)]
            if dated:
                return dated[0].edtf
        return None


def _names(project: Project, label: Line) -> bool:
    start, stop = label.sentence.start, label.sentence.stop
    return any(start <= span.start < stop for span in (project.span, *project.mentions))


def _broken(line: Line, first: int, last: int) -> bool:
    return any(token.text in ";:" for token in line.tokens[first:last])


def _day(period: Period) -> bool:
    """A day is when something happened, not the time a figure is for."""
    return len(period.edtf) == len("2026-03-17") and period.edtf[7] == "-"


def _month(period: Period) -> bool:
    """«в сентябре 2025 года» dates an event; it is not passed on to the paragraph below."""
    return len(period.edtf) == len("2026-03") and period.edtf[5] != "Q"


def _compared(line: Line, period: Period, first: int) -> bool:
    """«больше, чем годом ранее», «против 93,9 трлн сумов в 2024-м»: the time of the other figure."""
    before = line.tokens[max(first, period.first - 6) : period.first]
    return any(token.key in {"чем", "против"} for token in before)


def _follows(line: Line, last: int, period: Period) -> bool:
    """Whether the period stands right behind a figure: «138 тысяч унций в том же квартале 2017-го»."""
    between = line.tokens[last : period.first]
    return 0 < len(between) <= NEAR and all(t.is_word for t in between) and between[-1].key in {"в", "за", "на", "к"}


def _adjacent_period(line: Line, found: Found, dated: Sequence[Period]) -> Period | None:
    return next((p for p in dated if p.first >= found.quantity.last and _follows(line, found.quantity.last, p)), None)


def _near_mineral(line: Line, found: Found) -> str | None:
    """The mineral right at the figure: «хрома (31 %)», «вольфрам: 600 тонн», «17 тонн золота»; "" for several at once."""
    quantity = found.quantity
    minerals = [m for m in line.of("mineral") if len(m.keys) == 1]
    before = [m for m in minerals if m.last <= quantity.first]
    if before:
        gap = line.tokens[before[-1].last : quantity.first]
        if gap and len(gap) <= NEAR and gap[0].text in ":(—–-":
            return before[-1].key
        words = [t for t in gap if t.is_word]
        if gap and gap[-1].text == "(" and len(words) <= 2 and len(gap) <= NEAR:
            return before[-1].key
    after = _phrase(line, quantity.last, minerals)
    if after:
        keys = {m.key for m in after}
        return after[0].key if len(keys) == 1 else ""
    return None


def _measured_mineral(line: Line, found: Found) -> str | None:
    """«Производство золота должно вырасти в 3 раза»: the mineral right behind the word that is measured."""
    for mention in reversed(line.of("mineral")):
        if mention.last > found.quantity.first or len(mention.keys) > 1:
            continue
        if any(mention.last <= q.number.first < found.quantity.first for q in line.quantities):
            return None
        if any(m.last == mention.first for m in line.saying("measure")):
            return mention.key
    return None


def _phrase(line: Line, start: int, minerals: Sequence[Mention]) -> list[Mention]:
    """The minerals in the words that follow the unit, up to the next number or the clause's end."""
    found: list[Mention] = []
    limit = min([q.first for q in line.quantities if q.first >= start] + [start + 7])
    for index in range(start, min(limit, len(line.tokens))):
        token = line.tokens[index]
        if token.text in ";:().—–" or (token.text == "," and not found):
            break
        found.extend(m for m in minerals if m.first == index)
    return found
