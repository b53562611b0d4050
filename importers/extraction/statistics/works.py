"""The project of a figure: the one its sentence names, else the one its paragraph speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from importers.extraction import places
from importers.extraction.statistics.reading import Found
from importers.extraction.text import Line, Text
from importers.records import Project

# Counts of companies, projects and deposits are of a country, never of one of them.
OF_COUNTRIES = frozenset({"companies", "projects", "deposits", "export", "import", "price"})
# Of the one project of a short article even from another paragraph.
OF_THE_ONLY = frozenset(
    {"reserves", "resources", "production", "capacity", "cost", "investment", "grade", "jobs", "area", "duration"}
)
# What a firm pays, earns or holds, of no project that the paragraph spoke of before.
OF_FIRMS = frozenset({"investment", "deal_value", "revenue", "share", "other", "jobs", "duration"})
ENDLESS = 10**6  # tokens
TAKEN_UP = 6  # sentences
PLANT, PIT, FIELD = ("processing plant", "power plant", "other"), ("mine",), ("deposit", "exploration", "mine")
# What kind of project a bare noun takes up; a «проект» is any.
KINDS: dict[str, tuple[str, ...]] = {
    "завод": PLANT, "фабрик": PLANT, "станци": PLANT, "рудник": (*PIT, *FIELD), "шахт": PIT, "карьер": (*PIT, *FIELD),
    "разрез": (*PIT, *FIELD), "месторожд": FIELD, "участ": FIELD, "залеж": FIELD, "проект": (), "стройк": (),
    "объект": (),
}  # fmt: skip
QUOTES = '«»"“”'
WHERE = frozenset({"где", "который", "которая", "которое", "которые", "откуда", "куда"})
RESTING = ("баз", "основ", "сырь", "руд")  # «ГМЗ-6 на базе месторождения», «фабрика на руде карьера»
LEADING = 0.6  # of all places that name a project: the article is about it
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

    @cached_property
    def main(self) -> Project | None:
        """The article's one project, or the one that by far most places name."""
        if len(self.projects) == 1:
            return self.projects[0]
        counts = Counter(index for _, index in self._places)
        if not counts:
            return None
        index, times = counts.most_common(1)[0]
        return self.projects[index] if times >= LEADING * counts.total() and times > 2 else None

    def named(self, line: Line) -> list[tuple[int, int]]:
        """Where in the sentence which project (by its place in `projects`) is named, from left to right."""
        first = bisect_left(self._places, (line.sentence.start, 0))
        return self._places[first : bisect_left(self._places, (line.sentence.stop, 0))]


def project(text: Text, line: Line, found: Found, works: Works) -> Project | None:
    """The project that the figure is of."""
    if found.measure == "price" and _item(line):  # «Стартовая цена: 45 тыс. долларов» under a lot's name
        return _of_the_heading(text, line, works)
    if found.measure in OF_COUNTRIES:
        return None
    here = works.named(line)
    if here:
        named = _in_the_sentence(line, found, here)
        return works.projects[named] if named is not None else None
    if _of_the_country(line) or found.measure == "growth":
        return None
    if _item(line):
        return _of_the_heading(text, line, works)
    spoken = _in_the_paragraph(text, line, found, works)
    if spoken is not None:
        return None if _of_another(line, found, spoken[0]) else spoken[0]
    return _taken_up(text, line, found, works) or _the_only(text, line, found, works)


def _in_the_sentence(line: Line, found: Found, here: Sequence[tuple[int, int]]) -> int | None:
    """The last project ahead of the figure, else the one behind it in the same clause; of several behind it is of none.

    «ГМЗ-6 на базе месторождения Пистали, рассчитанный на 4 млн тонн»: the ore's deposit only says more of the plant.
    """
    at = line.tokens[found.first].start
    ahead = [one for one in here if one[0] <= at]
    if ahead:
        chosen = ahead[-1]
        for before in reversed(ahead[:-1]):
            if before[1] != chosen[1] and _rests_on(line, before[0], chosen[0]):
                chosen = before
        return chosen[1]
    start, index = here[0]
    if len({other for _, other in here}) > 1:  # «300 млн тонн, опираясь на месторождения Айдарлы и Коксай»
        return None
    between = [token for token in line.tokens[found.quantity.last :] if token.start < start]
    others = any(q.first >= found.quantity.last and line.tokens[q.first].start < start for q in line.quantities)
    return None if others or any(token.key in WHERE for token in between) else index


def _rests_on(line: Line, first: int, second: int) -> bool:
    between = [token.key for token in line.tokens if first < token.start < second]
    return "," not in between and any(key.startswith(RESTING) for key in between)


def _in_the_paragraph(text: Text, line: Line, found: Found, works: Works) -> tuple[Project | None] | None:
    """The project last named above in the paragraph, none where several were listed; None where no sentence names one.

    A sentence that goes to another region leaves the project behind.
    """
    moved = _regions(line, found.first)
    for above in reversed(text.lines[max(0, line.index - PARAGRAPH) : line.index]):
        if above.sentence.paragraph != line.sentence.paragraph:
            return None
        spoken = works.named(above)
        if spoken:
            last = works.projects[spoken[-1][1]]
            gone = bool(moved and last.region and last.region not in moved)
            return (None if gone or _listed(above, spoken) else last,)
        moved = moved or _regions(above)
    return None


def _regions(line: Line, stop: int = ENDLESS) -> set[str]:
    """The regions named up to a token: where the clause goes, not where the papers were signed."""
    named = (m for m in line.of("region") if len(m.keys) == 1 and m.last <= stop)
    return {m.key for m in named if not line.inside_organisation(m)}


def _listed(line: Line, spoken: Sequence[tuple[int, int]]) -> bool:
    """«участки Кончоч, Чулбои и Шахкон»: what follows is of all of them."""
    second = spoken[-1]
    first = next((one for one in reversed(spoken) if one[1] != second[1]), None)
    if first is None or first[0] == second[0]:  # names that share a noun are found where it stands
        return first is not None
    between = [token.key for token in line.tokens if first[0] < token.start < second[0] and token.text not in QUOTES]
    return bool({"и", ","} & set(between[-2:]))


def _of_another(line: Line, found: Found, spoken: Project | None) -> bool:
    """«Русская медная компания направила на активы 90 млн долларов»: an organisation's money, no project's."""
    if spoken is None or found.measure not in OF_FIRMS:
        return False
    acting = (m for m in line.of("organisation") if m.last <= found.first)
    return any(mention.name not in spoken.name for mention in acting)


def _taken_up(text: Text, line: Line, found: Found, works: Works) -> Project | None:
    """«Стоимость завода 5 млрд»: the plant that the paragraph before named last, if it is of that kind."""
    acting = any(m.last <= found.first for m in line.of("organisation"))
    if found.measure not in OF_THE_ONLY or acting:
        return None
    stems = [stem for stem in KINDS for token in line.tokens[: found.quantity.first] if token.key.startswith(stem)]
    if not stems:
        return None
    stem = stems[-1]
    for above in reversed(text.lines[max(0, line.index - TAKEN_UP) : line.index]):
        spoken = works.named(above)
        if spoken:
            last = works.projects[spoken[-1][1]]
            fits = _is_called(last, stem) and not _listed(above, spoken)
            return last if fits and not _regions(line, found.first) - {last.region} else None
    return None


def _is_called(project: Project, stem: str) -> bool:
    """Whether a bare noun may mean the project: it is in its name, or its kind goes with it and no other noun is."""
    kinds = KINDS[stem]
    names = " ".join((project.name, *project.aliases)).lower()
    if not kinds or stem in names:
        return True
    return project.kind in kinds and not any(other in names for other in (*KINDS, "цех", "комбинат"))


def _the_only(text: Text, line: Line, found: Found, works: Works) -> Project | None:
    """The one project of a short article, even from another paragraph."""
    if len(text.lines) >= SHORT or line.of("group"):
        return None
    main = works.main
    if main is None:
        return None
    told = main.span.start < line.sentence.start and found.measure in OF_THE_ONLY and not _regions(line, found.first)
    return main if told or found.measure in FINANCING else None


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
