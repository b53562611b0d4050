"""Papers told as standing, without the verb that made them: «по соглашению о разработке», «у A с B есть договор»."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from importers.extraction import lists
from importers.extraction.agreements.acts import Act
from importers.extraction.agreements.found import Found
from importers.extraction.agreements.parties import WITH, preposition
from importers.extraction.agreements.terms import Term, head
from importers.extraction.persons.grammar import adjective_cases, noun_cases
from importers.extraction.text import Line

BY = lists.words("agreements: under a paper")
STANDING = lists.words("agreements: standing")
RECORDED = lists.stems("agreements: recorded")
EXISTING = frozenset({"agreement", "contract", "memorandum", "framework agreement", "declaration", "roadmap"})
ABOUT = frozenset({"о", "об", "с", "со", "между", "от"})
RECORD_REACH = 4  # tokens between «записано» and the paper


def existing(line: Line, nouns: Sequence[Term], verbs: Sequence[Act]) -> Iterator[Found]:
    """The papers of a sentence that are in force, each with two sides or the words about it to tell which."""
    for noun in nouns:
        if noun.kind not in EXISTING | {"document"} or not noun.first:
            continue
        rule = _rule(line, noun)
        if rule:
            kind = "agreement" if noun.kind == "document" else noun.kind
            whole = (0, len(line.tokens))
            yield Found(line, kind, "signed", *whole, noun.first, noun.last, rule, whole=whole)


def _rule(line: Line, noun: Term) -> str | None:
    tokens = line.tokens
    about = tokens[noun.last].key if noun.last < len(tokens) else ""
    before = _governor(line, noun.first)
    if noun.kind != "document":
        if tokens[noun.first].key.startswith("договоренност") and about in {"с", "со", "между"}:
            return "in-force"
        if before in BY and not noun.plural and (about in ABOUT or _sides(line)):
            return "in-force"
        recorded = any(t.key.startswith(RECORDED) for t in tokens[max(0, noun.first - RECORD_REACH) : noun.first])
        if recorded and not noun.plural and not noun_cases(head(line, noun)) <= {"accs"} and about in ABOUT:
            return "in-force"
    # «у Ташкента с американцами был документ», «с Францией связывает декларация 2022 года»
    subject = "nomn" in noun_cases(head(line, noun)) and not noun.plural
    return (
        "standing"
        if subject
        and any(t.key in STANDING and not (i and tokens[i - 1].key == "не") for i, t in enumerate(tokens))
        and _sides(line)
        else None
    )


def _governor(line: Line, first: int) -> str:
    """The word before the paper and its adjectives: «в рамках межправительственного соглашения»."""
    index = first - 1
    while index > 0 and line.tokens[index].is_word and adjective_cases(line.tokens[index].text):
        index -= 1
    return line.tokens[index].key


def _sides(line: Line) -> bool:
    """Whether the sentence names a side with «с», «у» or «между», or two states in the genitive side by side."""
    named = line.of("country", "organisation")
    if any(preposition(line, m) in WITH for m in named):
        return True
    return any(b.first - a.last == 1 and line.tokens[a.last].key == "и" for a, b in itertools.pairwise(named))
