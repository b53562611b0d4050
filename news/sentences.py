"""The sentence around a quoted place, cut out of an article so that a reader sees what the quote stands in."""

from __future__ import annotations

import re
from typing import NamedTuple

# No sentence ends after «5 млн.», «2025 г.», «им. Ленина», «А. Иванов».
SHORT = frozenset(
    "г гг в вв млн млрд трлн тыс долл руб тг т тн кв куб ул им см рис табл стр проц ред др пр напр св ок".split()  # noqa: SIM905
)
END = re.compile(r"[.!?…]+[»”\")]*(?=\s+[«“\"(—–-]*\s*[A-ZА-ЯЁҚҒӘІҢӨҰҮҺ0-9])|\n+")
LAST_WORD = re.compile(r"(\w+)\W*\Z")
LONGEST = 700
WINDOW = 2 * LONGEST


class Quoted(NamedTuple):
    """A quote with what stands before and after it in its sentence."""

    before: str
    quote: str
    after: str


def around(body: str, start: int, stop: int, quote: str) -> Quoted:
    """The quote in its sentence; alone where the text no longer has it at that place."""
    if body[start:stop] != quote:
        return Quoted("", quote, "")
    ends = _ends(body, max(0, start - WINDOW), stop + WINDOW)
    first = max((end for end in ends if end <= start), default=max(0, start - WINDOW))
    last = min((end for end in ends if end >= stop), default=stop + WINDOW)
    before, after = body[first:start].lstrip(), body[stop:last].rstrip()
    if len(before) > LONGEST:
        before = f"… {before[-LONGEST:].partition(' ')[2]}"
    if len(after) > LONGEST:
        after = f"{after[:LONGEST].rpartition(' ')[0]} …"
    return Quoted(before, quote, after)


def _ends(body: str, start: int, stop: int) -> list[int]:
    found = END.finditer(body, start, stop)
    return [end.end() for end in found if end[0][0] == "\n" or not _abbreviated(body, end.start(), end[0])]


def _abbreviated(body: str, stop: int, mark: str) -> bool:
    word = LAST_WORD.search(body, max(0, stop - 12), stop)
    if mark != "." or word is None:
        return False
    return word[1].lower() in SHORT or (len(word[1]) == 1 and word[1].isupper())
