"""Loans told without the word: a paper signed with a bank or a fund, and who borrowed where only that is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction import lists
from importers.extraction.agreements import parties, sides
from importers.extraction.agreements.found import Found
from importers.extraction.agreements.referents import kind_of
from importers.extraction.mentions import Mention
from importers.extraction.text import Line, Text

PAPERS = frozenset({"agreement", "contract"})
LENDERS = frozenset({"bank", "fund"})
LENDER_WORDS = lists.stems("agreements: lender")
LOAN_WORDS = lists.stems("agreements: loan")
REACH = 5  # tokens after the paper within which the lender is named
NEAR = 2  # sentences above


def lent(text: Text, found: Found) -> Found:
    """The paper as a loan where it is signed with a bank or a fund and money is borrowed around: «договор с фондом»."""
    line = found.line
    if found.kind not in PAPERS or found.noun >= len(line.tokens) or line.tokens[found.noun].key not in parties.WITH:
        return found
    ahead = range(found.noun + 1, min(len(line.tokens), found.noun + REACH))
    lender = any(line.tokens[i].key.startswith(LENDER_WORDS) for i in ahead) or any(
        m.first in ahead and kind_of(text.lexicon, m) in LENDERS for m in line.of("organisation")
    )
    near = [line, *sides.paragraph(text, line, NEAR)[0]]
    borrowed = any(t.key.startswith(LOAN_WORDS) for other in near for t in other.tokens)
    return replace(found, kind="loan") if lender and (borrowed or _terms(line)) else found


def _terms(line: Line) -> bool:
    """Whether the sentence has a sum and a term, as a loan has: «40 млн долларов на восемь лет»."""
    return {"money", "duration"} <= {q.dimension for q in line.quantities}


def borrower(text: Text, line: Line, bodies: Sequence[Mention]) -> list[Mention]:
    """The organisations of a loan with the borrower that the sentences above name, where only lenders stand here."""
    if len(bodies) != 1 or kind_of(text.lexicon, bodies[0]) not in LENDERS or line.of("country", "region"):
        return list(bodies)
    for other in sides.paragraph(text, line, NEAR)[0]:
        named = [m for m in parties.organisations(other, anywhere=True) if kind_of(text.lexicon, m) not in LENDERS]
        if named:
            return [*bodies, named[-1]]
    return list(bodies)
