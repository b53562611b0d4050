"""How any page is read; what one outlet does its own way is declared as attributes of its Layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from importers.records import Article, Headline, Page
from importers.sources import credits, crumbs, headlines, region
from importers.sources.blocks import resumed
from importers.sources.days import NEAR, Days
from importers.sources.inserts import marked
from importers.sources.lines import Line, read_lines
from importers.sources.names import persons
from importers.sources.region import Region
from importers.sources.tables import outlet_named
from importers.sources.wrapped import unwrapped

SIGNED = re.compile(r"(?:автор(?:ы)?|текст|корреспондент|подготовил[аи]?)(?: статьи| материала)?\s?:?", re.IGNORECASE)
FIRST_SENTENCE = re.compile(r".{45,300}?[.!?…](?=\s|$)|.{1,200}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Layout:
    """An outlet's page, told by what it does its own way."""

    domain: str | None = None  # None: a platform of many outlets, or an outlet that the page does not tell
    recognised_by: tuple[str, ...] = ()  # any of these on the page
    noise: tuple[str, ...] = ()  # patterns of lines that only this outlet prints around its text
    ends_at: tuple[str, ...] = ()  # patterns of the line that closes the article

    def knows(self, page: Page) -> bool:
        """Whether the page is one of this outlet's."""
        return any(mark in page.text for mark in self.recognised_by)

    def read(self, page: Page, known: frozenset[str] = frozenset()) -> Article:
        """The article of the page; raises UnreadablePage where there is no running text."""
        lines = read_lines(unwrapped(page.text))
        if known:
            lines = [replace(line, kind="known") if _learned(line, known) else line for line in lines]
        if self.noise or self.ends_at:
            lines = [self._own(line) for line in lines]
        lines = resumed(marked(lines))
        found = region.find(lines)
        reading = Reading(lines, found, self.domain)
        return reading.article()

    def _own(self, line: Line) -> Line:
        if any(re.match(pattern, line.text) for pattern in self.ends_at):
            return replace(line, kind="end")
        if any(re.match(pattern, line.text) for pattern in self.noise):
            return replace(line, kind="line")
        return line


class Reading:
    """The lines of one page around the region of its article."""

    def __init__(self, lines: Sequence[Line], found: Region, domain: str | None) -> None:
        """Take the lines with the region that was found among them."""
        top = found.title if found.title is not None else found.start
        self.lines, self.region = lines, found
        self.body = [lines[i].text for i in found.body]
        self.title = lines[found.title].text.strip("|#* ") if found.title is not None else _first_sentence(self.body[0])
        self.head = lines[:top]
        self.meta = [lines[i] for i in range(top, found.opening) if i != found.title and i not in found.body]
        self.tail = lines[found.stop :]
        self.domain = domain

    def article(self) -> Article:
        """The record."""
        days = Days(self)
        published, original = days.published()
        around = [*self.head[:6], *self.head[-NEAR:], *self.meta, *headlines.unlisted(self.tail)]
        source = credits.owner(self.lines, around, self.head[:6])
        source, via = self.credit(source or self.domain)
        captured = days.captured(published)
        return Article(
            title=self.title,
            body="\n".join(self.body),
            source=source,
            url=self.url(),
            published=published,
            original_date=original,
            captured=captured,
            authors=self.authors(),
            via=via,
            section=self.section(),
            headlines=tuple(self.headlines(captured or (published.edtf[:10] if published else None), days.own)),
        )

    def above(self) -> list[Line]:
        """The lines right above the title, nearest first, until chrome."""
        near: list[Line] = []
        for line in reversed(self.head[-NEAR:]):
            if line.kind in ("line", "share", "head") or (
                line.kind == "end" and line is self.head[-1]
            ):  # «Эксклюзив» right over a headline is what it is, over a list what follows
                continue
            if line.kind not in ("byline", "crumbs", "date", "short", "known", "person", "views", "number"):
                break
            near.append(line)
        return near

    def url(self) -> str | None:
        """The address that the page gives as its own."""
        return next((line.value for line in self.lines if line.kind == "address" and line.value), None)

    def authors(self) -> tuple[str, ...]:
        """From «Автор: …», from a name beside the title, from the signature under the text."""
        signature: list[Line] = []
        for line in self.tail[:6]:
            if line.kind in ("end", "comments", "related"):
                break
            signature.append(line)
        bylines = [line for line in [*self.meta, *signature, *self.above()] if line.kind == "byline" and line.value]
        if bylines:
            return persons(bylines[0].value or "")
        for line in [*self.meta, *signature, *self.above()]:
            if line.kind == "person":
                return persons(line.text)
            if line.kind == "date" and line.stamp and line not in self.tail:
                for part in line.stamp.rest:
                    part = re.sub(r"^Автор[ы:]*\s*[–—-]?\s*", "", part)
                    if named := persons(part):
                        return named
        for line, below in pairwise(self.tail):
            if below.kind == "person" and SIGNED.fullmatch(line.text):
                return persons(below.text)
        return ()

    def section(self) -> str | None:
        """The rubric: in a trail of crumbs, in the line of the date, alone beside the title."""
        near = [*self.meta, *self.above()]
        dates = [line.stamp for line in near if line.kind == "date" and line.stamp]
        parts = [part for each in dates if not each.weekday for part in each.rest]
        for text in [*parts, *(line.text for line in [*near, *reversed(self.head[-NEAR:]), *self.tail[:6]])]:
            if named := crumbs.stated(text.replace("**", "")):
                return named
        for line in [*self.meta, *reversed(self.head[-2 * NEAR :])]:
            if line.kind == "masthead" and (named := crumbs.beside_name(line.text)):
                return named
            if line.kind in ("crumbs", "menu") and (trail := crumbs.steps(line.text)):
                return crumbs.rubric(trail, self.title)
        for part in parts:
            if crumbs.is_rubric(part):
                return crumbs.plain(part)
        for line in near:
            if (
                line.kind in ("short", "known")
                and crumbs.is_rubric(crumbs.uncounted(line.text))
                and line.text != self.title
            ):
                at = self.lines.index(line)
                if at == 0 and line.words > 1:  # the name of the site
                    continue
                below = self.lines[at + 1]
                if below.kind != "caption" and not (below.listed and line in self.meta):
                    return crumbs.plain(crumbs.uncounted(line.text))
        return None

    def credit(self, source: str | None) -> tuple[str | None, str | None]:
        """The outlet's domain and whom it credits; an outlet that credits itself («сообщает El.kz») tells the first."""
        named = [line.value for line in [*self.tail[:8], *self.meta] if line.kind == "credit" and line.value]
        top = " ".join(line.text.casefold() for line in self.head[:3])  # «Источник: Металл-Навигатор» on its own page
        named = [name for name in named if not credits.OWN.match(name) and name.strip(" «».").casefold() not in top]
        lines = [
            name
            for line in [self.title, *(line.text for line in self.head)]
            if (name := credits.prefixed(line, self.title))
        ]
        parts = [part for line in self.meta if line.kind == "date" and line.stamp for part in line.stamp.rest]
        agencies = [
            part
            for word in parts
            for part in word.split(" ")[:1]
            if (row := outlet_named().get(part.lower())) and row.kind == "agency"
        ]
        beside = credits.of_byline([*self.meta, *self.above()], self.head)
        for name in [*beside, *map(_clean_credit, named), *credits.credited(self.body), *lines, *agencies]:
            known = credits.publisher(name)
            domain = known.domain if known else name.lower() if "." in name else None
            if domain and domain == source:
                continue
            if (
                source is None
                and domain
                and "." in name
                and not (known and known.kind == "agency")
                and name not in named
                and not credits.quoted(name, self.body)
            ):
                source = domain
                continue
            return source, name
        return source, None

    def headlines(self, today: str | None, own: Line | None) -> Iterable[Headline]:
        """Headlines of other articles, above, inside and below the text, each once; `today` gives days their year."""
        found = [*headlines.of_head([line for line in self.head if line is not own], today)]
        for line in self.lines[self.region.start : self.region.stop]:
            if line.kind == "related_line":
                found += headlines.of_line(line)
        for begin, end in self.region.blocks:
            if self.lines[begin].kind == "related":
                found += headlines.of_block(self.lines[begin + 1 : end], today)
        for line in self.tail:
            if line.kind == "related_line":
                found += headlines.of_line(line)
        found += headlines.of_tail([line for line in self.tail if line.kind != "related_line"], today)
        return dict.fromkeys(each for each in found if each.title != self.title)


def _learned(line: Line, known: frozenset[str]) -> bool:
    """Whether a line that could be of the text is chrome of its outlet; a name, a date, a list's heading stay so."""
    return line.kind in ("short", "prose", "spaced", "menu") and line.text in known


def _first_sentence(text: str) -> str:
    found = FIRST_SENTENCE.match(text[:400])
    return found[0].strip() if found else text[:200]


def _clean_credit(text: str) -> str:
    if re.fullmatch("«[А-ЯЁ][^« »]{3,40}м»", text):
        return credits.nominative(text.strip("«»"))
    if quoted := re.fullmatch(r"[А-ЯЁа-яё. -]{2,40}\s«([^«»]{2,60})»\.?", text.strip()):  # «ИА «Бизнес-Лента»»
        return quoted[1]
    name = re.sub(r"^https?://(?:www\.)?", "", text.strip()).strip('«»" .')
    return name.split("/")[0] if re.match(r"[\w.-]+\.[a-z]{2,8}/", name) else name
