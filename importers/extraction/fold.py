"""Fold a word to the key under which names are matched; one character in, one out, so offsets never move."""

from __future__ import annotations

import re
from functools import lru_cache

# «Жетiсу» stands in the press with a Latin i, «Жетісу» with the Kazakh one.
LATIN = str.maketrans("aceopxyiktmhb", "асеорхуиктмнв")
LETTERS = str.maketrans(
    "ёқғәіңөұүһҷӣӯҳ‐‑‒–—−\u00a0\u202f\u2009’ʼ`",
    "екгаиноуухчиух------   '''",
)
LATIN_LETTER = re.compile("[a-z]")
LOOKALIKE = frozenset("aceopxyiktmhbACEOPXTMHBK")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """The key of `text`: lower case, ё as е, Kazakh letters as the nearest Russian, Latin look-alikes as Cyrillic."""
    key = text.lower()
    if len(key) != len(text):  # «İ» has two characters in lower case, and spans would move
        key = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    key = key.translate(LETTERS)
    if key.isascii():
        return key
    return key.translate(LATIN) if LATIN_LETTER.search(key) else key


def fold_case(text: str) -> str:
    """As `fold`, but keeping capitals: for abbreviations that only capitals tell from words («США», «Чад»)."""
    key = fold(text)
    return "".join(k.upper() if t.isupper() else k for t, k in zip(text, key, strict=True))


def twin(text: str) -> str | None:
    """The Latin-typed spelling folded as Cyrillic («TOO» for «ТОО»), or None where a letter has no look-alike."""
    if all(letter in LOOKALIKE or not letter.isalpha() for letter in text) and text.isascii():
        return text.lower().translate(LATIN)
    return None
