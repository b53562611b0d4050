"""Which line above the text is the headline of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from importers.sources import names
from importers.sources.dates import CLOCK_ALONE
from importers.sources.echo import Echo
from importers.sources.lines import Line

# Between a name of the site and its article.
BARRIERS = ("crumbs", "menu", "spaced", "ticker", "tape", "clocked", "dated", "dayed", "end", "footer")

# What can stand between a headline and its date.
META = ("byline", "caption", "credit", "line", "number", "person", "share", "views")

# The name of who publishes: «Канал «Горный вестник»».
NAMEPLATE = re.compile(
    r"(?:(?:телеграм-|telegram-)?канал|телеканал|газета|журнал|еженедельник|портал|сайт|издание|радио|бюллетень|вестник"
    r"|(?:информационное )?агентство|ИИ?А|пресс-служба|программа|проект|редакция"
    r"|АО|ТОО|ОсОО|ОАО|ПАО|ЗАО|ООО|НАК|НК|СП|ГП)\s[«\"][^«»\"]{2,60}[»\"]$",
    re.IGNORECASE,
)
PLATE_WORDS = re.compile(
    r"\b(?:газета|журнал|издание|портал|интернет-портал|сайт|агентство|еженедельник|бюллетень|печатная версия"
    r"|официальный|телеканал|радио|пресс-центр|интернет-газета|интернет-журнал)\b",
    re.IGNORECASE,
)
TAGS = re.compile(r"(?:облако )?(?:т[еэ]г(?:и|ов)|метки|ключевые слова)\s?:?", re.IGNORECASE)
FOLLOWED = re.compile(r"[\d\s.,]+[kкm]? (?:subscribers|members|подписчик|участник)", re.IGNORECASE)  # a channel's name
FARTHEST = 300  # lines above the text; more would cost the square of their number


def headline(lines: Sequence[Line], opening: int, stop: int) -> int | None:
    """The headline: the best short line before the prose, or one after stray prose, repeated and dated."""
    counts = Counter(line.text.casefold() for line in lines[:stop] if len(line.text) <= 300)
    reach = min(stop, opening + 40)
    echo = Echo(lines, opening, stop)
    rows = _timed(lines, opening)
    scored = []
    dated = False  # whether a headline with its date stands above the first prose
    for i in range(max(0, opening - FARTHEST), reach):
        line = lines[i]
        stated = line.kind == "prose" and len(line.text) <= 160 and line.text.count(". ") == 0
        if not (line.kind == "short" or stated) or not 8 <= len(line.text) <= 300 or not line.words:
            continue
        twin = counts[line.text.casefold()] > 1
        share = echo.share(i) or 0
        decked = _over_deck(lines, i, opening, told=share >= 0.5) and not _in_run(lines, echo, i)
        near = _near_date(lines, i) or decked
        if stated and not near:
            continue
        after = i > opening and near and _has_prose_after(lines, i, stop)
        if i > opening and not (after and (twin or (not dated and _under_stray_prose(lines, i, opening, stop)))):
            continue
        barred = any(lines[j].kind in BARRIERS or _is_today(lines[j]) for j in range(i + 1, opening))
        score = 6 * twin + 4 * (near and not barred) + min(line.words, 4) - 1 + (line.words >= 4)
        score += 2 * (i == 0 or lines[i - 1].kind not in ("short", "prose", "person", "date", "related", "byline"))
        score += (
            (3 + 2 * (decked and len(line.text) <= len(lines[i + 1].text))) * (decked and not barred)
            - 3 * barred
            - 2 * stated
            - 4 * (i in rows)
        )
        score -= 5 * line.listed + 3 * line.text.endswith(":") + 3 * (line.text.isupper() and line.words <= 3)
        score -= 4 * (line.words < 2 and not twin)
        score -= 2 * (i + 1 < len(lines) and lines[i + 1].kind == "caption")
        score -= 4 * (i < 6 and line.words <= 6 and bool(PLATE_WORDS.search(line.text)))
        score -= 8 * (i + 1 < len(lines) and bool(FOLLOWED.match(lines[i + 1].text)))
        score -= 8 * (i > 0 and bool(TAGS.fullmatch(lines[i - 1].text)))
        score -= 6 * bool(NAMEPLATE.match(line.text)) + 3 * bool(re.search(r"\s(?://|\|)\s", line.text))
        if other := _repeated_at_end(lines, i, opening):
            score += 4 if len(lines[other].text) > len(line.text) else -5
        worth = score + echo.score(i)
        if max(score, worth) >= 1:  # what little of it the text has again makes a headline the worse, not none
            scored.append((worth, -i))
        dated = dated or (i < opening and near and not barred and line.words >= 3)
    told = [each for each in scored if lines[-each[1]].kind == "short" and lines[-each[1]].words >= 3]
    best = max(told or scored, default=None)
    return -best[1] if best else None


def _is_today(line: Line) -> bool:
    """The date of a site's header: «Понедельник, 19 Января 2026»."""
    return line.kind == "date" and line.stamp is not None and line.stamp.weekday


def _timed(lines: Sequence[Line], opening: int) -> set[int]:
    """The rows of a tape whose times stand on lines of their own: «09:40», a headline, «10:15», the next."""
    clocks = {i for i in range(max(0, opening - FARTHEST), opening) if CLOCK_ALONE.fullmatch(lines[i].text[:12])}
    return {i + 1 for i in clocks if i + 2 in clocks or i - 2 in clocks}


def _near_date(lines: Sequence[Line], at: int) -> bool:
    """Whether the date of an article, and not of the day, stands beside, past the lines about its text and picture."""
    if at > 0 and _is_own(lines[at - 1]):
        return True
    under = lines[at + 1 : at + 4]
    for line in under:
        if _is_own(line):
            return True
        if line.kind not in META and line.text != lines[at].text:
            return False
    return False


def _is_own(line: Line) -> bool:
    return line.kind in ("date", "byline") and line.stamp is not None and not line.stamp.weekday


def _over_deck(lines: Sequence[Line], at: int, opening: int, told: bool) -> bool:
    """Whether a deck and the date or author follow: a line that tells something, for a rubric only names."""
    if at + 2 >= opening or not (lines[at].words >= 5 or told or _tells(lines[at].text)):
        return False
    deck, below = lines[at + 1], lines[at + 2]
    return (
        deck.kind == "short" and deck.words >= 4 and below.kind in ("date", "byline", "person") and not _is_today(below)
    )


def _in_run(lines: Sequence[Line], echo: Echo, at: int) -> bool:
    """Whether a line and the one above tell two things of which the text says nothing: news of others in a row."""
    above = lines[at - 1] if at else None
    return (
        above is not None
        and above.kind == "short"
        and above.words >= 3
        and max(echo.share(at) or 0, echo.share(at - 1) or 0) < 0.15
    )


def _tells(text: str) -> bool:
    """Whether three words and more hold a verb."""
    return len(text.split()) >= 3 and names.has_verb(text)


def _repeated_at_end(lines: Sequence[Line], at: int, opening: int) -> int | None:
    """A line before the prose that frames this one or is framed by it: «Ведомости: заголовок»."""
    text = lines[at].text
    for i in range(max(0, opening - 30), opening):
        other = lines[i].text
        if i != at and other != text and min(len(other), len(text)) > 20 and _frames(other, text):
            return i
    return None


def _has_prose_after(lines: Sequence[Line], at: int, stop: int) -> bool:
    return any(line.kind == "prose" for line in lines[at + 1 : min(stop, at + 12)])


def _under_stray_prose(lines: Sequence[Line], at: int, opening: int, stop: int) -> bool:
    """Whether what stands above is a line about the site or its issue, little beside the text below."""
    above = [len(line.text) for line in lines[opening:at] if line.kind == "prose"]
    listed = any(line.kind in ("related", "end", "caption", "related_line") for line in lines[max(0, at - 3) : at])
    below = sum(len(line.text) for line in lines[at + 1 : stop] if line.kind == "prose")
    return not listed and len(above) <= 2 and 2 * sum(above) <= min(below, 600)


def _frames(one: str, other: str) -> bool:
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return longer.endswith(shorter) or longer.startswith(shorter)
