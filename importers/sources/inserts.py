"""Chrome in mid-text that only its neighbours tell: advertisements, polls, forms, pictures in a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from importers.sources.lines import Line
from importers.sources.tables import DOMAIN

AD_LABEL = re.compile(r"[\W_]*(?:реклама|advertisement|на правах рекламы|партнерский материал)[\W_]*", re.IGNORECASE)
COUNTER = re.compile(r"(?:фото |слайд )?\d{1,3}\s?(?:/|из)\s?\d{1,3}", re.IGNORECASE)
VOTE = re.compile(r"(?:про)?голосовать|(?:показать |посмотреть )?результаты(?: опроса)?|ответить", re.IGNORECASE)
SITE = re.compile(r"\s[-–—|/»•]\s[^-–—|/»•]{3,60}$")
OF_SITE = re.compile(r"[^|»•]{3,40}\s[|»•]\s(?=[^|»•]+$)")
DOTTED = re.compile(rf"(?<![\w.]){DOMAIN}", re.IGNORECASE)
CONTENTS = re.compile(
    r"(?:содержание|оглавление|в этой статье|в этом материале|навигация по статье)\s?:?", re.IGNORECASE
)
FORM = frozenset({"line", "share", "ad"})
FEWEST = 6  # stanzas of a page that parts its paragraphs by empty lines
REACH = 40  # lines in which the headline stands
LONGEST = 6  # lines of an advertisement, answers of a poll


def marked(lines: Sequence[Line]) -> list[Line]:
    """The lines, where what belongs to an advertisement, a poll, a form or a row of pictures is of its kind."""
    found = list(lines)
    for kind, places in (
        ("ad", _ads(lines)),
        ("poll", _polls(lines)),
        ("caption", _slides(lines)),
        ("caption", _second_lines(lines)),
        ("line", _forms(lines)),
        ("poll", _questions(lines)),
        ("line", _contents(lines)),
    ):
        for at in places:
            found[at] = replace(found[at], kind=kind)
    named = _window_titles(found)
    return [line for line in found if line not in named] if named else found


def _window_titles(lines: Sequence[Line]) -> list[Line]:
    """«Заголовок - 19.06.2024, Вестник Азии», «Рейтинг | Заголовок»: the window's name beside the headline itself."""
    top = [line for line in lines[:REACH] if line.kind not in ("prose", "tape") and len(line.text) >= 20]
    whole = {line.text for line in top}
    return [
        line
        for line in top
        if ((cut := SITE.search(line.text)) and line.text[: cut.start()] in whole and not DOTTED.search(cut[0]))
        or ((cut := OF_SITE.match(line.text)) and line.text[cut.end() :] in whole and not DOTTED.search(cut[0]))
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


def _second_lines(lines: Sequence[Line]) -> Iterator[int]:
    """What a picture shows, right under «Фото: …» and apart from the text."""
    for at in range(2, len(lines) - 1):
        above, line = lines[at - 1], lines[at]
        stanza = above.kind == "caption" and above.gap and not line.gap and lines[at + 1].gap
        if stanza and line.kind == "short" and not line.finished:
            yield at


def _forms(lines: Sequence[Line]) -> Iterator[int]:
    """«Главное за неделю» with «E-mail» and «Подписаться» under it, where empty lines part it from the text."""
    seen = False
    for begin, end in _stanzas(lines):
        kinds = {lines[at].kind for at in range(begin, end)}
        plain = [at for at in range(begin, end) if lines[at].kind == "short"]
        if seen and kinds <= {*FORM, "short"} and kinds & FORM and not any(lines[at].finished for at in plain):
            yield from plain
        seen = seen or "prose" in kinds


def _questions(lines: Sequence[Line]) -> Iterator[int]:
    """«Как вам закон?» and two answers and more, each a line, where empty lines part them from the text."""
    seen = False
    for begin, end in _stanzas(lines):
        answers = range(begin + 1, end)
        asked = lines[begin].kind == "short" and lines[begin].text.endswith("?") and 2 <= len(answers) <= LONGEST
        if seen and asked and all(lines[at].kind == "short" and not lines[at].finished for at in answers):
            yield from range(begin, end)
        seen = seen or any(lines[at].kind == "prose" for at in range(begin, end))


def _contents(lines: Sequence[Line]) -> Iterator[int]:
    """«Содержание» and headings that stand in the text once more."""
    counts = Counter(line.text for line in lines)
    for at, line in enumerate(lines[:REACH]):
        if CONTENTS.fullmatch(line.text):
            end = at + 1
            while end < len(lines) and counts[lines[end].text] > 1:
                yield end
                end += 1
                counts[lines[end - 1].text] -= 1
            yield at


def _stanzas(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Lines that no empty line parts; none where the page has hardly any empty line."""
    begins = [at for at, line in enumerate(lines) if line.gap or not at]
    if len(begins) >= FEWEST:
        yield from pairwise([*begins, len(lines)])
