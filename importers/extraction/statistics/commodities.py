"""The mineral of a figure: the one it stands beside, else the one of its sentence, project, paragraph or article."""

from __future__ import annotations

from collections.abc import Sequence

from importers.extraction.mentions import Mention
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text
from importers.records import Project

NEAR = 3
ABOVE = 6  # sentences up
PHRASE = 7  # words behind the unit
# Measured of a mineral even where the sentence does not repeat its name.
OF_MINERALS = frozenset(
    {"reserves", "resources", "production", "grade", "export", "growth", "capacity", "price", "import"}
)
# Of companies and states rather than of what they dig.
OF_OTHERS = frozenset({"companies", "projects", "trade", "revenue", "jobs"})
OF_WORKS = frozenset({"investment", "cost", "area"})


def mineral(text: Text, line: Line, found: Found, project: Project | None, before: str | None) -> str | None:
    """The mineral's key, None where several compete; `before` is the mineral of the figure before in the paragraph."""
    beside = _beside(line, found)
    if beside is not None:
        return beside or None
    measured = _measured(line, found)
    if measured is not None:
        return measured
    of_project = project.minerals[0] if project and len(project.minerals) == 1 else None
    weighed = found.quantity.dimension == "mass"  # «продажи выросли до 18 тыс. тонн» are of what is weighed
    if (found.measure in OF_OTHERS and not weighed) or (found.unit == "count" and found.measure == "other"):
        return of_project
    named = _named(line)
    if len(named) == 1 and found.measure not in OF_WORKS:
        return next(iter(named))
    if (named and found.measure != "deposits") or project:
        return of_project if not named else None
    if before and found.measure in OF_MINERALS | {"deposits", "share"}:
        return before
    if found.measure not in OF_MINERALS or found.unit == "count":
        return None
    return text.only_mineral or above(text, line)


def above(text: Text, line: Line) -> str | None:
    """The one mineral of the nearest sentence above that names any."""
    for other in reversed(text.lines[max(0, line.index - ABOVE) : line.index]):
        named = _named(other)
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _named(line: Line) -> set[str]:
    return {m.key for m in line.of("mineral") if len(m.keys) == 1}


def _beside(line: Line, found: Found) -> str | None:
    """«хрома (31 %)», «вольфрам: 600 тонн», «17 тонн золота»; "" for several at once («золота и серебра»)."""
    quantity = found.quantity
    minerals = [m for m in line.of("mineral") if len(m.keys) == 1]
    before = [m for m in minerals if m.last <= quantity.first]
    if before:
        gap = line.tokens[before[-1].last : quantity.first]
        if not gap or (len(gap) <= NEAR and (gap[0].text in ":(—–-" or gap[-1].text == "(")):
            return before[-1].key
    keys = dict.fromkeys(m.key for m in _behind(line, quantity.last, minerals))
    return (next(iter(keys)) if len(keys) == 1 else "") if keys else None


def _behind(line: Line, start: int, minerals: Sequence[Mention]) -> list[Mention]:
    """The minerals in the words that follow the unit, up to the next number or the clause's end."""
    found: list[Mention] = []
    limit = min([q.first for q in line.quantities if q.first >= start] + [start + PHRASE])
    for index in range(start, min(limit, len(line.tokens))):
        token = line.tokens[index]
        if token.text in ";:().—–" or (token.text == "," and not found):
            break
        found.extend(m for m in minerals if m.first == index)
    return found


def _measured(line: Line, found: Found) -> str | None:
    """«Производство золота должно вырасти в 3 раза»: the mineral right behind the word that is measured."""
    for mention in reversed(line.of("mineral")):
        if mention.last > found.quantity.first or len(mention.keys) > 1:
            continue
        if any(mention.last <= q.number.first < found.quantity.first for q in line.quantities):
            return None
        if any(m.last == mention.first for m in line.saying("measure")):
            return mention.key
    return None
