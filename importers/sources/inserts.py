"""Chrome in mid-text that only its neighbours tell: advertisements, polls, forms, pictures in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.sources.lines import Line
from importers.sources.tables import DOMAIN

AD_LABEL = re.compile(r"[\W_]*(?:реклама|advertisement|на правах рекламы|партнерский материал)[\W_]*", re.IGNORECASE)
COUNTER = re.compile(r"(?:фото |слайд )?\d{1,3}\s?(?:/|из)\s?\d{1,3}", re.IGNORECASE)
VOTE = re.compile(r"(?:про)?голосовать|(?:показать |посмотреть )?результаты(?: опроса)?|ответить", re.IGNORECASE)
SITE = re.compile(r"\s[-–—|/»•]\s[^-–—|/»•]{3,60}$")
DOTTED = re.compile(rf"(?<![\w.]){DOMAIN}", re.IGNORECASE)
REACH = 40  # lines in which the headline stands
LONGEST = 6  # lines of an advertisement, answers of a poll


def marked(lines: Sequence[Line]) -> list[Line]:
    """The lines, where what belongs to an advertisement, a poll, a form or a row of pictures is of its kind."""
    found = list(lines)
    for kind, places in (
        ("ad", _ads(lines)),
        ("poll", _polls(lines)),
        ("caption", _slides(lines)),
        ("line", _forms(lines)),
    ):
        for at in places:
            found[at] = replace(found[at], kind=kind)
    named = _window_titles(found)
    return [line for line in found if line not in named] if named else found


def _window_titles(lines: Sequence[Line]) -> list[Line]:
    """«Заголовок - 19.06.2024, Вестник Азии»: what the window is called, beside the headline itself."""
    top = [line for line in lines[:REACH] if line.kind not in ("prose", "tape") and len(line.text) >= 20]
    whole = {line.text for line in top}
    return [
        line
        for line in top
        if (cut := SITE.search(line.text)) and line.text[: cut.start()] in whole and not DOTTED.search(cut[0])
    ]


def _ads(lines: Sequence[Line]) -> Iterator[int]:
    """What stands under the one word «РЕКЛАМА», up to the next empty line."""
    for at, line in enumerate(lines):
        if line.kind != "ad" or not AD_LABEL.fullmatch(line.text):
            continue
        end = at + 1
        while end < len(lines) and not lines[end].gap:
            end += 1
        if line.gap and end < len(lines) and end - at <= LONGEST + 1:
            yield from range(at + 1, end)


def _polls(lines: Sequence[Line]) -> Iterator[int]:
    """A question, its answers and the button «Голосовать»."""
    for at, line in enumerate(lines):
        if not VOTE.fullmatch(line.text) or line.gap:
            continue
        begin = at
        while begin > max(0, at - LONGEST - 2) and not lines[begin].text.endswith("?") and not lines[begin].gap:
            begin -= 1
        if at - begin >= 2 and lines[begin].text.endswith("?"):
            yield from range(begin, at + 1)


def _slides(lines: Sequence[Line]) -> Iterator[int]:
    """«1 / 4» and the words of that picture."""
    for at, line in enumerate(lines):
        if COUNTER.fullmatch(line.text):
            yield at
            if (
                at + 1 < len(lines)
                and lines[at + 1].kind == "short"
                and not lines[at + 1].gap
                and not lines[at + 1].finished
            ):
                yield at + 1


def _forms(lines: Sequence[Line]) -> Iterator[int]:
    """«Главное за неделю в одном письме» over «E-mail» and «Подписаться», below the first paragraphs."""
    prose = 0
    for at, line in enumerate(lines[:-1]):
        prose += line.kind == "prose"
        below = lines[at + 1]
        if prose and line.kind == "short" and line.gap and not line.finished and below.kind == "line" and not below.gap:
            yield at
