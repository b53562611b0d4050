"""Bind a measured quantity: whose, where, of what, when, and who says so; empty where the text does not tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from importers.extraction import lists, places
from importers.extraction.places import Place
from importers.extraction.statistics import commodities, frames, times, works
from importers.extraction.statistics.attribution import attribution
from importers.extraction.statistics.reading import Found
from importers.extraction.statistics.tables import Row
from importers.extraction.text import Line, Text
from importers.records import Project


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


NOTHING = Bound()
# «Китай даст 545 млн долларов» is money for the country that the article is about.
FINANCED = frozenset({"loan", "investment", "cost", "duration"})
COUNTRIES = lists.words("statistics: counted countries")


class Context:
    """The text with its projects, and the figure bound last: figures lean on the figure before."""

    def __init__(self, text: Text, projects: Sequence[Project]) -> None:
        self.text = text
        self.works = works.Works(projects)
        self._last: tuple[Line, Found, Bound] | None = None

    @cached_property
    def home(self) -> str | None:
        """The state that the article is at home in."""
        return places.home(self.text)

    def before(self, line: Line) -> Found | None:
        """The figure before in the same paragraph."""
        return self._last[1] if self._last and self._in_paragraph(line) else None

    def bind(self, line: Line, found: Found) -> Bound:
        """Everything the sentence, then the paragraph, then the article says of the quantity."""
        before = self._last[2] if self._last and self._in_paragraph(line) else NOTHING
        if found.echo:
            bound = before
        elif found.noun in COUNTRIES:  # «участвовали 55 стран» is of no one country
            bound = NOTHING
        else:
            project = works.project(self.text, line, found, self.works)
            place = self._place(line, found, project, before)
            credit = attribution(line) or (before.attributed_to if self._last and self._last[0] is line else None)
            bound = Bound(
                country=place.country,
                region=place.region,
                group=place.group,
                mineral=commodities.mineral(self.text, line, found, project, before.mineral),
                project=project.name if project else None,
                period=times.period(self.text, line, found, self._said(line)),
                attributed_to=credit,
            )
        self._last = (line, found, bound)
        return bound

    def bind_row(self, row: Row) -> Bound:
        """A table's value: its label names country, mineral, project or year, its header the rest."""
        project = works.labelled(row.label, self.works)
        lines = (row.label, row.header)
        countries = [c for line in lines for m in line.of("country", "region") if (c := places.country_of(m))]
        minerals = {m.key for line in lines for m in line.of("mineral") if len(m.keys) == 1}
        if not minerals and not project:
            over = commodities.above(self.text, row.header) or self.text.main_mineral
            minerals = {over} if over else set()
        country = countries[0] if countries else project.country if project else None
        if row.found.measure == "export" and self.home in places.HOME_STATES:  # a row for each buyer
            country = self.home
        return Bound(
            country=country or self._of_table(row),
            mineral=minerals.pop() if len(minerals) == 1 else None,
            project=project.name if project else None,
            period=row.period or frames.over(self.text, row.label, row.header),
        )

    def _of_table(self, row: Row) -> str | None:
        """The country of a table whose rows name none; a tonne of copper costs the same everywhere."""
        if row.found.measure == "price" and row.found.unit == "USD":
            return None
        return places.above(self.text, row.header) or self.home

    def _said(self, line: Line) -> str | None:
        """The time of the figure before in the same sentence."""
        return self._last[2].period if self._last and self._last[0] is line else None

    def _in_paragraph(self, line: Line) -> bool:
        return self._last is not None and self._last[0].sentence.paragraph == line.sentence.paragraph

    def _place(self, line: Line, found: Found, project: Project | None, before: Bound) -> Place:
        """The sentence's place; else the project's, the paragraph's, the article's."""
        said = places.of(line, found.first, found.last, self.text)
        if found.measure == "price" and found.unit == "USD" and said.weak | (said.country is None):
            return Place(world=True)  # a pound of uranium costs the same everywhere
        foreign = said.country not in places.HOME_STATES and self.home in places.HOME_STATES
        if foreign and found.measure in FINANCED:
            return Place(self.home)
        if said.world or said.group or (said.country and not said.weak):
            return said
        country = project.country if project else None
        country = country or (before.country if not said.weak else None)
        country = country or places.above(self.text, line) or self.home or said.country
        region = project.region if project else before.region if before.country == country else None
        return Place(country, region)
