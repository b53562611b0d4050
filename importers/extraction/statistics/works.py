"""The project of a figure: the one its sentence names, else the one its paragraph speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from importers.extraction import places
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text
from importers.records import Project

# Counts of companies, projects and deposits are of a country, never of one of them.
OF_COUNTRIES = frozenset({"companies", "projects", "deposits", "export", "import", "price"})
# Of the one project of a short article even from another paragraph.
OF_THE_ONLY = frozenset({"reserves", "resources", "production", "capacity", "cost", "investment", "grade"})
FINANCING = frozenset({"loan"})  # a loan is announced before the plant that it is for
PARAGRAPH = 20  # sentences back
ITEM = 16  # tokens of a list's line
LIST = 12  # lines of a list
SHORT = 40  # sentences


class Works:
    """The projects of an article by the places that name them, so that a sentence finds its own without a search."""

    def __init__(self, projects: Sequence[Project]) -> None:
        self.projects = tuple(projects)
        self._places = sorted(
            (span.start, index) for index, one in enumerate(projects) for span in (one.span, *one.mentions)
        )

    def named(self, line: Line) -> list[tuple[int, int]]:
        """Where in the sentence which project (by its place in `projects`) is named, from left to right."""
        first = bisect_left(self._places, (line.sentence.start, 0))
        return self._places[first : bisect_left(self._places, (line.sentence.stop, 0))]


def project(text: Text, line: Line, found: Found, works: Works) -> Project | None:
    """The project that the figure is of."""
    if found.measure in OF_COUNTRIES:
        return None
    projects, here = works.projects, works.named(line)
    if here:
        at = line.tokens[found.first].start
        ahead = [index for start, index in here if start <= at]
        return projects[ahead[-1] if ahead else here[0][1]]
    if _of_the_country(line):
        return None
    if _item(line):
        return _of_the_heading(text, line, works)
    for above in reversed(text.lines[max(0, line.index - PARAGRAPH) : line.index]):
        if above.sentence.paragraph != line.sentence.paragraph:
            break
        spoken = works.named(above)
        if spoken:
            return projects[spoken[-1][1]]
    if len(projects) != 1 or len(text.lines) >= SHORT or line.of("group"):
        return None
    told = projects[0].span.start < line.sentence.start and found.measure in OF_THE_ONLY
    return projects[0] if told or found.measure in FINANCING else None


def _item(line: Line) -> bool:
    """A line of a list: «Площадь: 412 га»."""
    return len(line.tokens) <= ITEM and ":" in line.sentence.keys and line.tokens[-1].text not in ".!?"


def _of_the_heading(text: Text, line: Line, works: Works) -> Project | None:
    """The project that the heading over a list names; other items of the list are passed over."""
    for above in reversed(text.lines[max(0, line.index - LIST) : line.index]):
        named = works.named(above)
        if named:
            return works.projects[named[0][1]]
        if not _item(above):
            return None
    return None


def _of_the_country(line: Line) -> bool:
    """«Казахстан двенадцатый в мире», «для страны это прибавка»: the figure is the country's."""
    named = any(m.form != "adjective" and not line.inside_organisation(m) for m in line.of("country"))
    return named or any(token.key in places.SELF for token in line.tokens)


def labelled(line: Line, works: Works) -> Project | None:
    """The project that a table's label names."""
    named = works.named(line)
    return works.projects[min(index for _, index in named)] if named else None
