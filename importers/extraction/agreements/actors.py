"""Firms that nothing but their deed gives away: «подписал контракт с «Глобусом»», ««Эльга» выкупила долю»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.extraction import lists, morph, naming
from importers.extraction.fold import fold
from importers.extraction.mentions import Mention
from importers.extraction.persons.grammar import adjective_cases, noun_cases
from importers.extraction.proper import OPENING, Quoted, is_latin, quoted, surface
from importers.extraction.segment import Token
from importers.extraction.text import Line, Text
from importers.records import Project

# What case a preposition before a name asks for, where the name is a party after it.
CASES = {"с": "ablt", "со": "ablt", "между": "ablt", "у": "gent"}
NO_FIRM = lists.stems("agreements: names of other things")
WORKS = lists.stems("agreements: works a deposit")


def with_actors(text: Text, projects: Sequence[Project]) -> Text:
    """The text with the quoted names that act in its deals as organisations; names of projects stay what they are."""
    known = {fold(name) for project in projects for name in (project.name, *project.aliases)}
    lines = []
    for line in text.lines:
        new = [m for m in _actors(line) if m.key not in known] if _deals(line) else []
        mentions = tuple(sorted((*line.mentions, *new), key=lambda m: (m.first, -m.last)))
        lines.append(replace(line, mentions=mentions) if new else line)
    return (
        replace(text, lines=tuple(lines)) if any(a is not b for a, b in zip(lines, text.lines, strict=True)) else text
    )


def _deals(line: Line) -> bool:
    """Whether the sentence has quotation marks and a word of deals or of working a deposit."""
    if not any(t.text in OPENING or t.text == '"' for t in line.tokens):
        return False
    return any(True for _ in line.saying("signing")) or any(t.key.startswith(WORKS) for t in line.tokens)


def _actors(line: Line) -> Iterator[Mention]:
    tokens = line.tokens
    for index, token in enumerate(tokens):
        name = quoted(tokens, index) if token.kind == "mark" else None
        if name is None or any(_covers(m, name) for m in line.mentions):
            continue
        if any(t.key.startswith(NO_FIRM) for t in tokens[max(0, index - 1) : index]):
            continue
        case = _case(line, index)
        if case is None and not _acts(line, index, name):
            continue
        called = _nominative(tokens, name, case)
        yield Mention("organisation", fold(called), name.first, name.last, "open", called, (fold(called),))


def _covers(mention: Mention, name: Quoted) -> bool:
    """Whether a name is known already; «медь» within «Медное дело» is but a word of it."""
    if mention.kind in {"organisation", "project"}:
        return mention.first < name.last and name.first < mention.last
    return mention.first <= name.first and name.last <= mention.last


def _case(line: Line, quote: int) -> str | None:
    """The case in which a name stands after «с», «между» or «у», or after such a name and «и»."""
    before = line.tokens[quote - 1].key if quote else ""
    if before != "и":
        return CASES.get(before)
    beside = next((m for m in line.of("organisation", "country") if quote - 3 <= m.last < quote), None)
    lead = beside.first - 1 if beside else -1
    while lead > 0 and line.tokens[lead].text in OPENING:
        lead -= 1
    return CASES.get(line.tokens[lead].key) if lead >= 0 else None


def _acts(line: Line, quote: int, name: Quoted) -> bool:
    """Whether a name is the subject or the taker beside a verb of deals: ««Заря» купила», «досталась «Заре»»."""
    tokens = line.tokens
    around = (*tokens[max(0, quote - 1) : quote], *tokens[name.after : name.after + 1])
    if any(t.key.startswith(WORKS) for t in around) and _may_be_subject(tokens, name):
        return True  # «месторождение осваивает «Заря»»
    if quote == 0 and name.after < len(tokens) and tokens[name.after].key == "и":
        return True  # ««Заря» и турецкая фирма заключили …»
    for match in line.saying("signing"):
        verb = morph.parses(line.tokens[match.first].text.lower())[0].tag
        if verb.POS not in {"VERB", "PRTS", "PRTF"}:
            continue
        if match.first == name.after and _may_be_subject(line.tokens, name):
            return True
        taking = any(set(e.get("acts").split()) & {"pass", "licence", "award", "loan"} for e in match.entries)
        if taking and match.last == quote:
            return True
    return False


def _may_be_subject(tokens: Sequence[Token], name: Quoted) -> bool:
    """Whether a name can be a nominative: one in another case beside a verb is what it takes."""
    if name.last - name.first > 1 or is_latin(tokens[name.first].text):
        return True
    return any(p.tag.case == "nomn" for p in naming.readings(tokens[name.first].text))


def _nominative(tokens: Sequence[Token], name: Quoted, case: str | None) -> str:
    """The name as its firm writes it, one word out of the case that its preposition asks for."""
    stands = surface(tokens, name.first, name.last)
    pair = [t.text for t in tokens[name.first : name.last]]
    if case and len(pair) == 2 and case in adjective_cases(pair[0]) and case in noun_cases(pair[1]):
        words = naming.noun_phrase(pair, 1).split()  # «у «Верного дела»»
        return " ".join(naming.cased(word, like) for word, like in zip(words, pair, strict=True))
    if case is None or name.last - name.first > 1 or is_latin(stands):
        return stands
    for parse in naming.readings(stands):
        form = parse.inflect({"nomn"}) if parse.tag.case == case and parse.tag.POS == "NOUN" else None
        if form is not None:
            return naming.cased(str(form.word), stands)
    return stands
