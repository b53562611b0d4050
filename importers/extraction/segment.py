"""Cut a body into sentences of tokens that know where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from importers.extraction.fold import fold, twin

TOKEN = re.compile(
    r"""
    (?P<word>[а-яёА-ЯЁa-zA-Z]++(?![\w‑'’-])  # most words, found without a look at the rest
           | [^\W\d_]{1,3}\d+(?:\+\d+)? | [^\W\d_]+(?:[-‑'’][^\W_]+)*)
  | (?P<mark>[^\w\s])
  | (?P<date>\b\d{1,2}\.\d{1,2}\.\d{4}\b | \b\d{4}-\d{2}-\d{2}\b)
  | (?P<time>\b\d{1,2}:\d{2}\b)
  | (?P<ordinal>\d+-(?:го|му|ом|ым|ых|ый|ой|ая|ое|ые|м|й|я|е|х|ю)\b)
  | (?P<number>(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?
             | \d{1,3}(?:,\d{3}){2,}(?!\d)
             | \d{1,3}(?:\.\d{3}){2,}(?!\d)
             | \d+(?:[.,]\d+)?)
    """,
    re.VERBOSE,
)
# Legal forms typed in Latin letters.
LATIN_FORMS = frozenset({"TOO", "AO", "OAO", "HAK"})
LONGEST = 400  # tokens of a sentence
BRACKETED = 80  # tokens in which a bracket must close; a lone one would swallow the paragraph
CLOSERS = "»\"”’')]"
# Words after which a full stop does not end a sentence, whatever follows: «им. Сатпаева», «долл. США».
ABBREVIATIONS = frozenset(
    re.findall(
        r"\S+",
        "им ул просп пр стр рис табл см ср напр проф акад доц долл руб тыс млн млрд трлн кв куб обл р-н пос "
        "св о оз ст п пп гл т.е т.к т.н т.ч д-р г-н г-жа тел корп зам нач ген",
    )
)
AFTER_NUMBER = frozenset({"г", "гг", "в", "вв", "т", "кг", "м", "км", "га", "шт", "чел", "ч", "мин", "сек", "с"})
SCALES = frozenset({"млн", "млрд", "трлн"})
SHORT_STREET = frozenset("гсдрп")  # «в 2025 г. Проект» ends a sentence, «г. Алматы» does not


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """A word, number or mark; `key` is its folded form.

    Nobody changes one; it is not frozen because that makes it four times as dear, and a megabyte has 150 thousand.
    """

    start: int
    stop: int
    text: str
    key: str
    kind: str  # word, number, ordinal, date, time, mark
    is_word: bool
    capital: bool


@dataclass(frozen=True)
class Sentence:
    """A sentence of the body with its tokens; `paragraph` counts the body's lines from 0."""

    start: int
    stop: int
    text: str
    paragraph: int
    tokens: tuple[Token, ...]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(token.key for token in self.tokens)


def tokenise(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of `text`, their places counted from `offset`."""
    tokens = []
    for match in TOKEN.finditer(text):
        piece, kind = match[0], str(match.lastgroup)
        start = match.start() + offset
        key, capital = _known(piece)
        tokens.append(Token(start, start + len(piece), piece, key, kind, kind == "word", capital))
    return tuple(tokens)


@lru_cache(maxsize=100_000)
def _known(piece: str) -> tuple[str, bool]:
    """The key of a token, and whether it begins with a capital."""
    return (twin(piece) if piece in LATIN_FORMS else None) or fold(piece), piece[0].isupper()


def sentences(body: str) -> tuple[Sentence, ...]:
    """The sentences of `body`, line by line: a sentence never crosses a line, so titles do not glue to text."""
    found: list[Sentence] = []
    start = 0
    for paragraph, line in enumerate(body.split("\n")):
        tokens = tokenise(line, start)
        for piece in _cut(tokens):
            left, right = piece[0].start, piece[-1].stop
            found.append(Sentence(left, right, body[left:right], paragraph, piece))
        start += len(line) + 1
    return tuple(found)


def _cut(tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    pieces: list[tuple[Token, ...]] = []
    begin = 0
    opened: int | None = None
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "mark" and token.text in "()":
            opened = index if token.text == "(" else None
        within = opened is not None and index - opened < BRACKETED
        if index - begin >= LONGEST:  # no person wrote this sentence, and finders look at pairs of words
            pieces.append(tokens[begin:index])
            begin = index
        if token.kind == "mark" and token.text in ".!?…" and not within and _ends(tokens, index):
            end = index + 1
            while end < len(tokens) and _closes(tokens, end):
                end += 1
            pieces.append(tokens[begin:end])
            begin = index = end
            opened = None
            continue
        index += 1
    if begin < len(tokens):
        pieces.append(tokens[begin:])
    return pieces


def _closes(tokens: tuple[Token, ...], index: int) -> bool:
    token = tokens[index]
    glued = token.start == tokens[index - 1].stop
    return glued and (token.text in CLOSERS or token.text in ".!?…")


def _ends(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the stop at `index` ends its sentence."""
    after = index + 1
    while after < len(tokens) and _closes(tokens, after):
        after += 1
    if after >= len(tokens):
        return True
    following = tokens[after]
    if following.start == tokens[after - 1].stop:  # «El.kz», «3.5», «т.е.»
        return False
    if following.is_word and not following.capital:
        return False
    if following.text in ",;:)—–-" and following.text not in "—–-":
        return False
    if following.text in "—–-" and after + 1 < len(tokens) and not tokens[after + 1].capital:
        return False  # «"…!" — сказал он»
    if tokens[index].text == "." and after == index + 1 and index:
        scaled = index > 1 and tokens[index - 1].key in SCALES and tokens[index - 2].kind == "number"
        if scaled and following.capital and not following.text.isupper():
            return True  # «обошлась в $4,6 млрд. На полной мощности …»
        return not _abbreviates(tokens, index - 1)
    return True


def _abbreviates(tokens: tuple[Token, ...], index: int) -> bool:
    word = tokens[index]
    if not word.is_word:
        return False
    before = tokens[index - 1] if index else None
    counted = before is not None and before.kind in {"number", "ordinal"}
    scaled = before is not None and before.key in {"тыс", "млн", "млрд", "трлн", "."}
    if word.key in AFTER_NUMBER and (counted or (scaled and word.key not in SHORT_STREET)):
        return False
    if word.key in ABBREVIATIONS or word.key in SHORT_STREET:
        return True
    return len(word.text) == 1 and word.capital  # initials: «К. Токаев»
