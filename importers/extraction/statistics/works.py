"""The project of a figure: the one its sentence names, else the one its paragraph speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def project(text: Text, line: Line, found: Found, projects: Sequence[Project]) -> Project | None:
    """The project that the figure is of."""
    if found.measure in OF_COUNTRIES:
        return None
    here = sorted(_named(line, projects))
    if here:
        at = line.tokens[found.first].start
        ahead = [index for start, index in here if start <= at]
        return projects[ahead[-1] if ahead else here[0][1]]
    if _of_the_country(line):
        return None
    if _item(line):
        return _of_the_heading(text, line, projects)
    for above in reversed(text.lines[max(0, line.index - PARAGRAPH) : line.index]):
        if above.sentence.paragraph != line.sentence.paragraph:
            break
        spoken = sorted(_named(above, projects))
        if spoken:
            return projects[spoken[-1][1]]
    if len(projects) != 1 or len(text.lines) >= SHORT or line.of("group"):
        return None
    told = projects[0].span.start < line.sentence.start and found.measure in OF_THE_ONLY
    return projects[0] if told or found.measure in FINANCING else None


def _item(line: Line) -> bool:
    """A line of a list: «Площадь: 412 га»."""
    return len(line.tokens) <= ITEM and ":" in line.sentence.keys and line.tokens[-1].text not in ".!?"


def _of_the_heading(text: Text, line: Line, projects: Sequence[Project]) -> Project | None:
    """The project that the heading over a list names; other items of the list are passed over."""
    for above in reversed(text.lines[max(0, line.index - LIST) : line.index]):
        named = sorted(_named(above, projects))
        if named:
            return projects[named[0][1]]
        if not _item(above):
            return None
    return None


def _of_the_country(line: Line) -> bool:
    """«Казахстан двенадцатый в мире», «для страны это прибавка»: the figure is the country's."""
    named = any(m.form != "adjective" and not line.inside_organisation(m) for m in line.of("country"))
    return named or any(token.key in places.SELF for token in line.tokens)


def labelled(line: Line, projects: Sequence[Project]) -> Project | None:
    """The project that a table's label names."""
    return next((projects[index] for _, index in _named(line, projects)), None)


def _named(line: Line, projects: Sequence[Project]) -> Iterator[tuple[int, int]]:
    """Where in the sentence which project (by its place in `projects`) is named."""
    for index, known in enumerate(projects):
        for span in (known.span, *known.mentions):
            if line.sentence.start <= span.start < line.sentence.stop:
                yield span.start, index
