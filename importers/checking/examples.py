"""Examples run: whether a phrase gives what its row says. Each kind of row has its proof."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from importers.checking.rows import Row
from importers.extraction import morph, organisations, persons, statistics
from importers.extraction.lexicon import Lexicon
from importers.extraction.projects.stages import signals
from importers.extraction.quantities import Quantity
from importers.extraction.segment import tokenise
from importers.extraction.text import Text, read
from importers.records import Article, Statistic
from importers.sources import tables

Proof = Callable[[Row, str, Lexicon], bool]


def reads(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    """Whether the phrase, read as the body of an article, gives what the row says."""
    return PROOFS.get(row.kind, _word)(row, phrase, lexicon)


def mentioned(phrase: str, lexicon: Lexicon) -> frozenset[str]:
    """The kinds of things that are named in the phrase."""
    return frozenset(mention.kind for line in _text(phrase, lexicon).lines for mention in line.mentions)


def _text(phrase: str, lexicon: Lexicon) -> Text:
    return read(Article("", phrase), lexicon)


def _quantities(phrase: str, lexicon: Lexicon) -> list[Quantity]:
    return [quantity for line in _text(phrase, lexicon).lines for quantity in line.quantities]


def _statistics(phrase: str, lexicon: Lexicon) -> tuple[Statistic, ...]:
    return statistics.find(organisations.add(_text(phrase, lexicon)), ())


def _name(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    """A thing of the world is mentioned, alone or among the owners of its name."""
    mentions = (mention for line in _text(phrase, lexicon).lines for mention in line.mentions)
    return any(m.kind == row.kind and row.key in (m.keys or (m.key,)) for m in mentions)


def _unit(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    return any(quantity.unit == row.key for quantity in _quantities(phrase, lexicon))


def _scale(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    return any(quantity.number.scale == Decimal(row.key) for quantity in _quantities(phrase, lexicon))


def _number(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    value = Decimal(row.key) * Decimal(row.get("scale") or 1)
    return any(quantity.low == value for quantity in _quantities(phrase, lexicon))


def _qualifier(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    return any(quantity.qualifier == row.key for quantity in _quantities(phrase, lexicon))


def _month(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    periods = (period.edtf for line in _text(phrase, lexicon).lines for period in line.periods)
    return any(f"-{row.key}" in edtf for edtf in periods)


def _measure(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    return row.key in {statistic.measure for statistic in _statistics(phrase, lexicon)}


def _counted(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    """People are counted where they work: «на руднике работают 320 человек»; the count of another noun is its key."""
    measures = {statistic.measure for statistic in _statistics(phrase, lexicon)}
    return not measures if row.key == "none" else ("jobs" if row.key == "people" else row.key) in measures


def _direction(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    """«на 79 % больше» grows or declines; «больше 70 %» is a figure that is exceeded."""
    signed = (s.value > 0 for s in _statistics(phrase, lexicon) if s.measure == "growth" and s.qualifier == "exact")
    return any(up is (row.key == "1") for up in signed)


def _target(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    """«довести до 5 тонн» names a target, «перерабатывать до 5 тонн» a ceiling."""
    return any(quantity.qualifier == "exact" for quantity in _quantities(phrase, lexicon))


def _stage(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    lines = _text(phrase, lexicon).lines
    return (row.key, int(row.get("weight"))) in {(s.stage, s.weight) for line in lines for s in signals(line, lexicon)}


def _word(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    """A word of the row stands in the phrase, no longer one of its class over it."""
    wanted = {entry.text for entry in row.entries}
    trie = lexicon.only(row.kind)
    return any(
        entry.key == row.key and entry.text in wanted
        for line in _text(phrase, lexicon).lines
        for match in trie.scan(line.tokens)
        for entry in match.entries
    )


def _chrome(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    pattern = row.get("pattern").replace("{domain}", tables.DOMAIN)
    return re.match(pattern, tables.key(phrase), re.IGNORECASE) is not None


def _list(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    """A word of the list stands in the phrase, in the way that the row matches."""
    listed, keys = row.get("words").split("|"), [token.key for token in tokenise(phrase)]
    match row.get("match"):
        case "stem":
            return any(key.startswith(tuple(listed)) for key in keys)
        case "lemma":
            return any(parse.normal_form in listed for key in keys for parse in morph.parses(key))
        case _:
            return any(f" {words} " in f" {' '.join(keys)} " for words in listed)


def _office_holder(row: Row, phrase: str, lexicon: Lexicon) -> bool:
    text = _text(phrase, lexicon)
    people = persons.find(text)
    return any(mention.person.name == row.key for line in text.lines for mention in people.of(line))


PROOFS: dict[str, Proof] = {
    "country": _name,
    "group": _name,
    "region": _name,
    "mineral": _name,
    "organisation": _name,
    "project": _name,
    "currency": _unit,
    "unit": _unit,
    "scale": _scale,
    "number": _number,
    "qualifier": _qualifier,
    "month": _month,
    "measure": _measure,
    "counted": _counted,
    "comparison": _direction,
    "reach": _target,
    "stage": _stage,
    "code": _unit,
    "chrome": _chrome,
    "list": _list,
    "office_holder": _office_holder,
}
