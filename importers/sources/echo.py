"""How much of a line comes again in the text: a headline speaks of what its article speaks of, a ticker does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.sources import names
from importers.sources.lines import Line

WORD = re.compile(r"[a-zа-яёәғқңөұүһіўҳҷӣӯ]{3,}|\d{2,}")
# What any text has: «Главная тема: итоги года» stands over every article.
COMMON = re.compile(r"год(?:а|у|ом|ы|ов)?|лет|д(?:ень|ня|ней)|недел[а-я]{1,3}|месяц[а-я]{0,3}|час[а-я]{0,3}|сегодня")
REACH = 4000  # characters of the text; in a longer one every word comes sooner or later


class Echo:
    """The words of the text from `opening` to `stop`, each with the lines in which it stands first and again."""

    def __init__(self, lines: Sequence[Line], opening: int, stop: int) -> None:
        """Read the prose; the cost grows with its length and no more."""
        self._lines = lines
        self._places: dict[str, tuple[int, int]] = {}
        left = REACH
        for i in range(opening, stop):
            if lines[i].kind != "prose":
                continue
            for word in WORD.findall(lines[i].text[:left].casefold()):
                for stem in {word[:3], word[:4], word[:5], word}:
                    first = self._places.setdefault(stem, (i, i))[0]
                    self._places[stem] = (first, i)
            left -= len(lines[i].text)
            if left <= 0:
                break

    def share(self, at: int) -> float | None:
        """The part of a line's own words that the prose has again; None for a line of one word: a rubric, a name."""
        words = {word for word in WORD.findall(self._lines[at].text[:300].casefold()) if _weighs(word)}
        if len(words) < 2:
            return None
        return sum(self._again(word, at) for word in words) / len(words)

    def score(self, at: int) -> int:
        """What the share is worth among the other signs of a headline: from -4 to 6, nothing for one word."""
        share = self.share(at)
        return 0 if share is None else min(round(10 * share) - 4, 3)

    def _again(self, word: str, at: int) -> bool:
        """Whether a form of the word stands in another line: «меди» in «медь», «Жанаозеном» in «Жанаозена»."""
        stem = word if word.isdigit() else word[:3] if len(word) <= 4 else word[:4] if len(word) <= 6 else word[:5]
        return any(place != at for place in self._places.get(stem, ()))


def _weighs(word: str) -> bool:
    return names.means(word) and not COMMON.fullmatch(word)
