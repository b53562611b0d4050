"""The mineral of a figure: the one it stands beside, else the one of its sentence, project, paragraph or article."""

from __future__ import annotations

from collections.abc import Sequence

from importers.extraction import lists
from importers.extraction.mentions import Mention
from importers.extraction.morph import has
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text
from importers.records import Project

NEAR = 3
ABOVE = 6  # sentences up
REACH = 30  # lines up, those of a table included
ROW = 8  # tokens
PHRASE = 7  # words behind the unit
HEADING = 12  # tokens of a sub-heading
# Measured of a mineral even where the sentence does not repeat its name.
OF_MINERALS = frozenset(
    {"reserves", "resources", "production", "grade", "export", "growth", "capacity", "price", "import"}
)
# Of companies and states rather than of what they dig.
OF_OTHERS = frozenset({"companies", "projects", "trade", "revenue", "jobs"})
OF_WORKS = frozenset({"investment", "cost", "area"})
OF_GROUND = frozenset({"mine", "deposit", "exploration"})  # a plant without a mineral makes something else
# «металлических руд», «240 тыс. тонн ферросплавов»: goods that are no commodity of ours take no mineral from above.
OTHER_GOODS = lists.stems("commodities: other goods")
# «вся отрасль выпустила продукции», «бумаги компании подорожали»: the clause speaks of more or of less than a mineral.
WIDER = lists.stems("commodities: wider subject")
WEIGHTS = lists.stems("commodities: weights of the exchange")
PRONOUNS = frozenset({"он", "она", "оно", "они", "его", "ее", "их"})
IN = frozenset({"в", "до", "на", "по", "под"})  # «золота в 50 тонн»


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
        return None if _of_other_goods(line, found) else next(iter(named))
    if len(named) > 1 and found.measure != "deposits":
        return _shared_out(line, found, before)
    if named or of_project:
        return of_project if not named else None
    if _of_other_goods(line, found) or _wider(line, found):
        return None
    if project and not (project.minerals or project.kind in OF_GROUND):
        return None
    taken = _taken_up(text, line, found, before)
    return taken if not (project and project.minerals) or taken in project.minerals else None


def _taken_up(text: Text, line: Line, found: Found, before: str | None) -> str | None:
    """The mineral that the text was speaking of before the sentence."""
    weighed = found.quantity.dimension == "mass"
    of_mineral = weighed or _priced(line) or found.measure in OF_MINERALS - {"capacity"}
    if before and (of_mineral or found.measure in {"deposits", "share"} or _pronoun(line, found)):
        return before
    if not of_mineral or found.unit == "count":
        return None
    return text.only_mineral or above(text, line) or text.main_mineral


def _priced(line: Line) -> bool:
    """«фунт обходится в 17 долларов»: only minerals are sold so."""
    return any(token.key.startswith(WEIGHTS) for token in line.tokens)


def _pronoun(line: Line, found: Found) -> bool:
    """«Оценено оно в 15 млрд сумов»: the money is for what was weighed in the sentence before."""
    quantity = found.quantity
    return quantity.dimension == "money" and any(token.key in PRONOUNS for token in line.tokens[: quantity.first])


def above(text: Text, line: Line) -> str | None:
    """The one mineral of the nearest sentence above that names any, no further than the sub-heading."""
    listed: set[str] = set()
    passed = 0
    for other in reversed(text.lines[max(0, line.index - REACH) : line.index]):
        named = _named(other)
        if _row(other):
            listed |= named
            continue
        if listed or named:
            named = listed or named
            return named.pop() if len(named) == 1 else None
        passed += 1
        if passed > ABOVE or is_heading(text, other):
            return None
    return listed.pop() if len(listed) == 1 else None


def _row(line: Line) -> bool:
    """A line of a list or a table: short, with a number, without a full stop."""
    tokens = line.tokens
    return len(tokens) <= ROW and tokens[-1].text not in ".!?…" and any(t.kind == "number" for t in tokens)


def is_heading(text: Text, line: Line) -> bool:
    """Whether the line is a sub-heading: short, without a full stop and a figure, over a full sentence."""
    below = text.lines[line.index + 1] if line.index + 1 < len(text.lines) else line
    return (
        len(line.tokens) <= HEADING
        and line.tokens[-1].text not in ".!?…:;,»)"
        and any(token.is_word for token in line.tokens)
        and not line.quantities
        and below.tokens[-1].text in ".!?…»"
    )


def _named(line: Line) -> set[str]:
    return {m.key for m in line.of("mineral") if len(m.keys) == 1}


def _beside(line: Line, found: Found) -> str | None:
    """«хрома (31 %)», «вольфрам: 600 тонн», «17 тонн золота»; "" for several at once («золота и серебра»)."""
    quantity = found.quantity
    minerals = [m for m in line.of("mineral") if len(m.keys) == 1]
    before = [m for m in minerals if m.last <= quantity.first]
    if before:
        gap = line.tokens[before[-1].last : quantity.first]
        if (
            not gap
            or (len(gap) <= NEAR and (gap[0].text in ":(—–-" or gap[-1].text == "("))
            or (len(gap) == 1 and gap[0].key in IN)
        ):
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


def _shared_out(line: Line, found: Found, before: str | None) -> str | None:
    """The mineral of one figure among several: «золота вышло 61 тонна, на 3 % больше, а серебра 742 тонны».

    Named since the figure before it is its own; where none is, it goes on about the figure before.
    """
    first = found.quantity.first
    ends = [q.last for q in line.quantities if q.last <= first]
    start = max(ends, default=0)
    minerals = [m for m in line.of("mineral") if len(m.keys) == 1]
    own = {m.key for m in minerals if start <= m.first and m.last <= first}
    if own:
        return own.pop() if len(own) == 1 else None
    turned = any(m.first >= start and m.last <= first and _is_noun(line, m.first) for m in line.saying("measure"))
    return before if ends and not turned and any(m.last <= first for m in minerals) else None


def _is_noun(line: Line, index: int) -> bool:
    return has(line.tokens[index].text.lower(), "NOUN")


def _of_other_goods(line: Line, found: Found) -> bool:
    """Whether the words around the figure, between the figures before and behind, name goods that are no mineral."""
    quantity = found.quantity
    start = max((q.last for q in line.quantities if q.last <= quantity.first), default=0)
    limit = min([q.first for q in line.quantities if q.first >= quantity.last] + [quantity.last + NEAR])
    if any(start <= m.first < quantity.first for m in line.of("mineral")):  # «105 тонн металлической сурьмы, на 3 %»
        return False
    around = (*line.tokens[start : quantity.first], *line.tokens[quantity.last : limit])
    return any(token.key.startswith(OTHER_GOODS) for token in around)


def _wider(line: Line, found: Found) -> bool:
    """Whether the sentence up to the figure, or a word right behind it, speaks of more or of less than a mineral."""
    return any(token.key.startswith(WIDER) for token in line.tokens[: found.quantity.last + NEAR])
