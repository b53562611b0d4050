"""Where organisations sit: the states that their names, legal forms and the lexicon tell."""

from __future__ import annotations

from collections.abc import Iterable

from importers.extraction import lists, morph, places
from importers.extraction.agreements.parties import AHEAD
from importers.extraction.fold import fold
from importers.extraction.lexicon import Lexicon
from importers.extraction.mentions import Mention, mentions
from importers.extraction.segment import tokenise
from importers.extraction.text import Line, Text

REACH = 8  # sentences
STATES = ("KZ", "KG", "TJ", "TM", "UZ")
FORMS = {state: lists.words(f"agreements: legal form of {state}") for state in ("KZ", "KG")}
NAMES = {state: lists.stems(f"agreements: named for {state}") for state in STATES}
FORM_REACH = 3  # tokens before a name among which its legal form stands


def seats(text: Text, line: Line, bodies: Iterable[Mention]) -> list[str]:
    """Where organisations sit: what their name says, the lexicon, or the words with which they were brought in."""
    found: list[str] = []
    for body in bodies:
        country = places.organisation_country(text, body)
        named = by_name(text.lexicon, body.name)
        if len(named) < 2 and country:
            named = (country,)
        elif len(named) < 2:
            named = described(text, line, [body]) or named or by_form(text, line, body) or _by_project(text, body)
        found.extend(named)
    return found


def by_name(lexicon: Lexicon, name: str) -> tuple[str, ...]:
    """The states in a name: both in «Российско-Кыргызский фонд», the one in «Uzbek Geology Company»; empty for none."""
    words = tokenise(name)
    joined = [m for m in mentions(words[:1], lexicon, ()) if m.kind == "country"]
    if "-" in name.split()[0] and len(joined) > 1:
        return tuple(dict.fromkeys(m.key for m in joined))
    latin = [
        e.key
        for match in lexicon.only("nationality").scan(words)
        for e in match.entries
        if e.get("kind") == "latin" and words[match.first].capital
    ]
    if latin:
        return (latin[0],)
    first = fold(name.split()[0])
    state = next((state for state, stems in NAMES.items() if first.startswith(stems)), None)
    return (state,) if state and not morph.parses(first)[0].is_known else ()  # «Казэкспорт», not «Казанский»


def _by_project(text: Text, body: Mention) -> tuple[str, ...]:
    """The state of the deposit or works after which a firm is called: «Каражыра»."""
    match = text.lexicon.names.at(tokenise(body.name), 0)
    entries = match.entries if match else ()
    rows = [text.lexicon.by_key.get(("project", e.key)) for e in entries if e.kind == "project"]
    return tuple(row.get("country") for row in rows if row is not None and row.get("country"))[:1]


def by_form(text: Text, line: Line, body: Mention) -> tuple[str, ...]:
    """The state whose law knows the legal form with which an organisation was named: ТОО, ОсОО."""
    for other in reversed(text.lines[max(0, line.index - REACH) : line.index + 1]):
        for mention in other.of("organisation"):
            if mention.key != body.key:
                continue
            near = other.tokens[max(0, mention.first - FORM_REACH) : mention.last]
            before = {t.key for t in near if t.text[-1:].isupper()}  # ТОО, but no firm «Тоо»
            state = next((state for state, words in FORMS.items() if before & words), None)
            if state:
                return (state,)
    return ()


def described(text: Text, line: Line, bodies: Iterable[Mention]) -> tuple[str, ...]:
    """The states that adjectives give to an organisation where it was named before: «киргизско-китайское ОсОО «…»»."""
    keys = {m.key for m in bodies}
    for other in reversed(text.lines[max(0, line.index - REACH) : line.index + 1]):
        for body in other.of("organisation"):
            near = [m for m in other.of("country") if m.form == "adjective" and 0 <= body.first - m.last <= AHEAD]
            if body.key in keys and near:
                return tuple(dict.fromkeys(m.key for m in near))
    return ()
