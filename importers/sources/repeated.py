"""Lines that one outlet prints around its articles, learned from its own pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from importers.sources.lines import is_prose

Known = Mapping[str, frozenset[str]]  # by the outlet's domain

PAGES = 3  # articles of an outlet that carry a line of chrome
SHARE = 4  # a sentence is chrome only on one page of four: a reminder of what happened stands in few articles
LONGEST = 400  # characters


@dataclass(frozen=True, slots=True)
class Carried:
    """A page of an outlet: which article it carries, and all its text."""

    source: str
    title: str
    text: str


@dataclass(slots=True)
class _Outlet:
    titles: set[str] = field(default_factory=set)
    lines: Counter[str] = field(default_factory=Counter)


def repeated(pages: Iterable[Carried]) -> dict[str, frozenset[str]]:
    """The lines that three articles of an outlet and more carry word for word.

    Pages of one article count once, so that its own text is never learned. Both bounds hold in any order of the pages.
    """
    outlets: dict[str, _Outlet] = defaultdict(_Outlet)
    for page in pages:
        outlet = outlets[page.source]
        if page.title not in outlet.titles:
            outlet.titles.add(page.title)
            outlet.lines.update(lines_of(page.text))
    return {source: found for source, outlet in outlets.items() if (found := _chrome(outlet))}


def lines_of(text: str) -> set[str]:
    """The different lines of a page, without white space at their ends."""
    return {line for raw in text.split("\n") if 0 < len(line := raw.strip()) <= LONGEST}


def _chrome(outlet: _Outlet) -> frozenset[str]:
    return frozenset(
        line
        for line, count in outlet.lines.items()
        if count >= PAGES and (not is_prose(line) or count * SHARE >= len(outlet.titles))
    )
