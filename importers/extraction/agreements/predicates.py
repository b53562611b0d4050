"""What the predicate says of a deal named by a noun: «подписание … намечено на весну», «продажа пакета завершена»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.extraction import lists, morph
from importers.extraction.lexicon import Lexicon
from importers.extraction.persons.grammar import noun_cases
from importers.extraction.segment import Token
from importers.extraction.text import Line, Text

DONE = lists.stems("agreements: deal is done")
APPROVED = lists.stems("agreements: deal is approved")
TALK = lists.stems("agreements: talk of")
DENIED = lists.stems("agreements: denied")
ABOUT = frozenset({"о", "об", "по", "на", "к"})
WHICH = "котор"
CLAUSE = 30  # tokens of a sentence in which the predicate of a noun is looked for
INSERTED = 20  # tokens of a clause between commas
SHORT = 14  # tokens of a sentence that only denies the one before


def predicate(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> str | None:
    """``done``, ``approved`` or ``planned`` where a predicate after the noun at `first` says so of it."""
    if "nomn" not in noun_cases(tokens[first].text) or (first and tokens[first - 1].key in ABOUT):
        return None
    gender = next((p.tag.gender for p in morph.parses(tokens[first].text.lower()) if p.tag.POS == "NOUN"), None)
    intents = lexicon.only("signing")
    for index in outside(tokens, first + 1, min(len(tokens), first + CLAUSE)):
        token = tokens[index]
        if token.text in ";:":
            return None
        tag = next((p.tag for p in morph.parses(token.text.lower())[:2] if p.tag.POS in {"VERB", "PRTS"}), None)
        if tag is None or token.capital:
            continue
        if tokens[index - 1].key == "не" or (tag.number == "sing" and tag.gender not in {gender, None}):
            return None
        if token.key.startswith(APPROVED):
            return "approved"
        if token.key.startswith(DONE):
            return "planned" if tag.tense == "futr" else "done"
        match = intents.at(tokens, index)
        planned = match and any(e.key == "planned" and "intent" in e.get("acts").split() for e in match.entries)
        return "planned" if planned else None
    return None


def outside(tokens: Sequence[Token], begin: int, end: int) -> Iterator[int]:
    """The tokens from `begin` up to `end` without clauses between commas: «соглашение, определяющее …, подписали»."""
    index = begin
    while index < end:
        close = _inserted(tokens, index, end) if tokens[index].text == "," else None
        if close is None:
            yield index
            index += 1
        else:
            index = close + 1


def _inserted(tokens: Sequence[Token], comma: int, end: int) -> int | None:
    """The comma that closes the participle's or relative clause opened at a comma, if one does before `end`."""
    ahead = tokens[comma + 1 : comma + 3]
    opens = any(t.key.startswith(WHICH) for t in ahead) or (
        bool(ahead) and str(morph.parses(ahead[0].text.lower())[0].tag.POS) in {"PRTF", "GRND"}
    )
    if not opens:
        return None
    return next((i for i in range(comma + 2, min(end, comma + 2 + INSERTED)) if tokens[i].text == ","), None)


def talked_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether a verbal noun is only what is talked of: «переговоры о покупке», «планы по продаже»."""
    return (
        first > 1
        and tokens[first - 1].key in ABOUT
        and any(t.key.startswith(TALK) for t in tokens[max(0, first - 3) : first - 1])
    )


def denied(text: Text, line: Line) -> bool:
    """Whether the sentence, or a short one after it, takes back what is told: «в компании это отрицают»."""
    if any(_denies(line, index) for index in range(len(line.tokens))):
        return True
    after = text.lines[line.index + 1] if line.index + 1 < len(text.lines) else None
    if after is None or len(after.tokens) > SHORT or after.sentence.paragraph != line.sentence.paragraph:
        return False
    return any(_denies(after, index) for index in range(len(after.tokens)))


def _denies(line: Line, index: int) -> bool:
    key = line.tokens[index].key
    if not key.startswith(DENIED):
        return False
    if key.startswith("подтвер"):  # «подтвердили покупку», but «покупку не подтвердили»
        return index > 0 and line.tokens[index - 1].key == "не"
    return not (index and line.tokens[index - 1].key == "не")
