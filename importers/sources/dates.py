"""Dates as pages print them beside a headline: the day, the minute where it stands, and what else the line says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6,
    "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
}  # fmt: skip
_MONTH = "(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,6}"
_YEAR = r"(?:19|20)\d\d"
DAY = re.compile(
    rf"(?<![\d.,])(?:(?P<d1>\d{{1,2}})[ -](?P<m1>{_MONTH})\.?,?[ -](?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}}),? (?P<y2>{_YEAR})"
    rf"|(?P<d3>\d{{1,2}})[./-](?P<m3>\d{{1,2}})[./-](?P<y3>{_YEAR}|\d\d(?![\d/-]|[.,]\d))"
    rf"|(?P<y4>{_YEAR})[-/.](?P<m4>\d\d)[-/.](?P<d4>\d\d))(?!\d)(?:[, ]{{0,2}}(?:г\.|года?(?![а-я])|г(?![а-я])))?",
    re.IGNORECASE,
)
CLOCK = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
CLOCK_AFTER = re.compile(r"[\s,|/–—T-]{0,4}(?:в )?" + CLOCK, re.IGNORECASE)
CLOCK_BEFORE = re.compile(CLOCK + r"[\s,|/–—-]{0,4}$")
CLOCK_ALONE = re.compile(rf"[^\w]{{0,3}}{CLOCK}[^\w]{{0,3}}")
CLOCK_FIRST = re.compile(r"(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d)[\s–—-]+(?=\S)")
DAYS_AGO = {"сегодня": 0, "вчера": 1, "позавчера": 2}
AGO = re.compile(
    rf"(?:^|(?<=[\s|,·•/]))(?P<day>сегодня|вчера|позавчера)(?:,? (?:в )?{CLOCK}|(?=\s*(?:$|[|·•/])))", re.IGNORECASE
)
ISSUE = re.compile(rf".{{0,30}}№ ?\d{{1,5}}[^а-я]{{1,20}}(?P<month>{_MONTH}),? (?P<year>{_YEAR})(?!\d)", re.IGNORECASE)
WEEKDAY = re.compile(
    r"(?<![а-я])(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|сегодня)(?![а-я])",
    re.IGNORECASE,
)
UPDATED = re.compile(r"(?:обновл|измен|редакт|дополн|поступил|принят)[а-я]{0,8}\s{0,3}:?\s{0,3}$", re.IGNORECASE)
# Words that only introduce a date.
AROUND = re.compile(
    r"\b(?:(?:опубликован|обновлен|размещен|добавлен|создан)[оа]?|дата(?: публикации| создания)?)\b\.?\s{0,3}:?"
    r"|\bкомментари[ийяев]{1,2} к (?:записи|статье|новости)\b.{0,200}",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s{2,}|\t|\s[|/·•—–-]\s|[|·•()]|,\s(?=[А-ЯЁA-Z])")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line: EDTF, the line's other parts, and whether a weekday or «сегодня» stands with it."""

    edtf: str
    rest: tuple[str, ...]
    weekday: bool
    start: int
    stop: int

    @property
    def day(self) -> str:
        """The calendar day."""
        return self.edtf[:10]


def _edtf(found: re.Match[str]) -> str | None:
    shape = next(shape for shape in "1234" if found[f"y{shape}"])
    month = found[f"m{shape}"]
    number = int(month) if month.isdigit() else MONTHS[month[:3].lower()]
    year = found[f"y{shape}"]
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(found[f"d{shape}"])).isoformat()
    except ValueError:
        return None


def stamp(line: str) -> Stamp | None:
    """The date of a short line, the one of publication before that of an update; None where no full date stands."""
    text = line[:300].replace("\xa0", " ")
    stamps = []
    for found in DAY.finditer(text):
        if not (edtf := _edtf(found)):
            continue
        before, after = CLOCK_BEFORE.search(text[: found.start()][-12:]), CLOCK_AFTER.match(text, found.end())
        clock = after or before
        if clock:
            edtf += f"T{int(clock['hour']):02}:{clock['minute']}"
        start = found.start() - len(before[0]) if before and not after else found.start()
        updated = bool(UPDATED.search(text[max(0, start - 16) : start]))
        stamps.append((updated, start, after.end() if after else found.end(), edtf))
    if not stamps:
        return None
    _, start, stop, edtf = min(stamps)
    others = list(text)
    for _, begin, end, _ in stamps:
        others[begin:end] = "|" * (end - begin)
    return Stamp(edtf, _rest("".join(others)), bool(WEEKDAY.search(text)), start, stop)


def _rest(text: str) -> tuple[str, ...]:
    bare = WEEKDAY.sub("|", AROUND.sub("|", text))
    parts = (part.strip(" ,.;:|/-–—") for part in PARTS.split(bare))
    return tuple(part for part in parts if sum(map(str.isalnum, part)) > 1 or part.isdigit())


def ago(line: str, today: str) -> str | None:
    """The date in «вчера, 18:05» or «Сегодня в 09:40», counted from the day on which the page was saved."""
    found = AGO.search(line[:120])
    if not found or len(line) > 120:
        return None
    day = date.fromisoformat(today[:10]) - timedelta(days=DAYS_AGO[found["day"].lower()])
    return f"{day.isoformat()}T{int(found['hour']):02}:{found['minute']}" if found["hour"] else day.isoformat()


def issue(line: str) -> str | None:
    """The month of a numbered issue: `2025-11` in «№ 11, ноябрь 2025»."""
    found = ISSUE.match(line[:80])
    return f"{found['year']}-{MONTHS[found['month'][:3].lower()]:02}" if found else None
