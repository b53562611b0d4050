"""When an article was published and when its page was saved, by the dates around its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from importers.records import Dated
from importers.sources import headlines
from importers.sources.dates import CLOCK_ALONE, Stamp, ago, issue, stamp
from importers.sources.lines import Line

NEAR = 3  # lines above a title in which its date or section can stand

UPDATE = re.compile(r"\W{0,3}(?:обновл|измен|редакт|дополн)", re.IGNORECASE)  # its date only where no other stands


class Around(Protocol):
    """The lines of a page around its article."""

    lines: Sequence[Line]
    head: Sequence[Line]
    meta: list[Line]
    tail: Sequence[Line]
    body: list[str]

    def above(self) -> list[Line]:
        """The lines right above the title."""
        ...


class Days:
    """The days of one page; `own` is the line that told the article's."""

    def __init__(self, page: Around) -> None:
        self.page = page
        self.own: Line | None = None

    def published(self) -> tuple[Dated | None, str | None]:
        """The date beside the title, else under the text, else in its first words; and the date of a reprinted text."""
        under = self._footer_date()
        for line in sorted([*self.page.meta, *self.page.above()], key=lambda line: bool(UPDATE.match(line.text))):
            dated = line.kind == "date" and line.stamp
            if dated and not (dated.weekday and line in self.page.head and not self._is_own(line)):
                self.own = line
                other = under if under and under[:10] != dated.day else None
                return Dated(self._minute(line, dated), "byline"), other
        for line in self.page.meta:
            if line.kind in ("byline", "caption", "short") and (beside := stamp(line.text)):
                return Dated(beside.edtf, "byline"), None
        if said := self._said_ago():
            return Dated(said, "byline"), None
        if under:
            return Dated(under, "footer"), None
        return self._dateline() or self._issue(), None

    def _issue(self) -> Dated | None:
        """The month of a magazine: «№ 11, ноябрь 2025»."""
        months = (issue(line.text) for line in [*self.page.head[:6], *self.page.meta])
        return next((Dated(month, "header") for month in months if month), None)

    def _minute(self, line: Line, dated: Stamp) -> str:
        """The date with the time of the line under it or above: «05 февраля, 2026», «13:55»."""
        at = self.page.lines.index(line)
        for beside in (*self.page.lines[at + 1 : at + 2], *self.page.lines[max(0, at - 1) : at]):
            if "T" not in dated.edtf and (clock := CLOCK_ALONE.fullmatch(beside.text)):
                return f"{dated.edtf}T{int(clock['hour']):02}:{clock['minute']}"
        return dated.edtf

    def _said_ago(self) -> str | None:
        """«вчера, 18:05» beside the title, counted from the day in the site's header."""
        today = self.captured(None)
        if not today:
            return None
        return next(filter(None, (ago(line.text, today) for line in [*self.page.meta, *self.page.head[-NEAR:]])), None)

    def _under_trail(self) -> Line | None:
        """The line between a trail of crumbs and the title: its date is the article's, weekday or not."""
        near = self.page.head[-2:]
        return near[1] if len(near) == 2 and near[0].kind == "crumbs" else None

    def _is_own(self, line: Line) -> bool:
        """Whether a weekday's date above the title is the article's: under a trail, or the second such day."""
        if line is self._under_trail():
            return True
        at = next((i for i, each in enumerate(self.page.head) if each is line), 0)
        return any(each.kind == "date" and each.stamp and each.stamp.weekday for each in self.page.head[:at])

    def _footer_date(self) -> str | None:
        for line in self.page.tail[:6]:
            if line.kind in ("end", "comments", "related", "dated", "clocked"):
                return None
            if line.kind == "date" and line.stamp:
                return line.stamp.edtf if not self._is_card(line) else None
        return None

    def _is_card(self, line: Line) -> bool:
        """A date with a headline of another article under it."""
        after = self.page.tail[list(self.page.tail).index(line) + 1 :][:1]
        return bool(after and headlines.is_headline(after[0]))

    def _dateline(self) -> Dated | None:
        """«АСТАНА, 12 марта 2025 – …»."""
        opening = self.page.body[0][:80]
        found = stamp(opening)
        if (
            found
            and found.start <= 30
            and re.match(r"[А-ЯЁA-Z]", opening)
            and re.match(r"[\s.,)]{0,3}(?:.{0,25}\s[–—|-]\s|/[^/]{2,30}/)", opening[found.stop :])
        ):
            return Dated(found.edtf, "dateline")
        return None

    def captured(self, published: Dated | None) -> str | None:
        """The day in the site's header: one with a weekday, or not the article's; the days of a tape are none."""
        days = sum(line.kind == "date" for line in self.page.head)
        for i, line in enumerate(self.page.head):
            below = self.page.head[i + 1].kind if i + 1 < len(self.page.head) else None
            if line.kind not in ("date", "ticker") or not line.stamp:
                continue
            if below == "dated" or (below == "clocked" and not (days == 1 and line.stamp.weekday)):
                continue
            if line is self._under_trail() or line is self.own:
                continue
            if (
                line.kind == "ticker"
                or line.stamp.weekday
                or (published and published.edtf != line.stamp.edtf and line not in self.page.above())
            ):
                return line.stamp.day
        return None
