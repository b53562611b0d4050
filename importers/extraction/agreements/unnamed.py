"""Agreements told without a noun of their own: «купила «Восход»», «одолжил 40 млн», «его расторгли»."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from importers.extraction import lists
from importers.extraction.agreements.acts import Act
from importers.extraction.agreements.found import Found
from importers.extraction.agreements.parties import preposition
from importers.extraction.agreements.referents import kind_of
from importers.extraction.agreements.transfers import named_thing
from importers.extraction.persons.grammar import adjective_cases
from importers.extraction.text import Line, Text

TAKEN_UP = frozenset({"его", "ее", "их"})
BESIDE = 4  # tokens around a verb within which «его» or the lender stands
GIFTS = lists.stems("agreements: given for nothing")
BORROWED = lists.phrases("agreements: borrowed")
FROM = frozenset({"у"})
FIRM = lists.stems("agreements: firm of two states")


def unnamed(text: Text, line: Line, verbs: Sequence[Act], told: Sequence[Found]) -> Iterator[Found]:
    """What the verbs that no noun of the sentence took state by themselves."""
    used = {f.at for f in told}
    for act in verbs:
        if act.first in used or act.loose:
            continue
        used.add(act.first)
        if ("lend" in act.acts and _lends(line, act)) or ("loan" in act.acts and _funded(text, line, act)):
            yield _found(line, "loan", act, "lent")
        elif act.acts & {"purchase", "pass"} and not act.noun and (thing := named_thing(line, act)):
            yield _found(line, thing, act, "named")
        elif "pay" in act.acts and _paid_for(line, act):
            yield _found(line, "acquisition", act, "paid")
        elif act.status == "terminated" and act.finite and "document" in act.acts and _taken_up(line, act):
            yield _found(line, "document", act, "signing", takes_up=True)
        else:
            used.discard(act.first)
    if not told:
        yield from _of_two_states(line)


def _found(line: Line, kind: str, act: Act, rule: str, takes_up: bool = False) -> Found:
    whole = (0, len(line.tokens))
    status = "approved" if kind == "licence" and act.status == "signed" else act.status
    return Found(line, kind, status, *whole, act.first, act.last, rule, takes_up=takes_up, whole=whole)


def _lends(line: Line, act: Act) -> bool:
    """Whether money is lent: «одолжил 40 млн», «занял у Китая 300 млн», «даст 150 млн взаймы»."""
    if not any(q.dimension == "money" for q in line.quantities):
        return False
    keys = line.sentence.keys
    if "borrow" in act.acts:
        return bool(FROM & set(keys[act.last : act.last + BESIDE]))
    if "give" in act.acts:
        return any(tuple(keys[i : i + len(p)]) == p for p in BORROWED for i in range(act.last, len(keys)))
    return True


def _funded(text: Text, line: Line, act: Act) -> bool:
    """Whether a bank gives money to a firm or a state: «ЕБРР выделил «Восходу» 75 млн», «привлекла у банка 40 млн»."""
    sums = [q for q in line.quantities if q.dimension == "money" and q.first >= act.first]
    bodies = line.of("organisation")
    lenders = [m for m in bodies if kind_of(text.lexicon, m) == "bank"]
    if act.noun or not sums or not lenders or any(t.key.startswith(GIFTS) for t in line.tokens):
        return False
    takers = [m for m in (*bodies, *line.of("country")) if m not in lenders and m.form != "adjective"]
    return bool(takers)


def _paid_for(line: Line, act: Act) -> bool:
    """Whether a sum is paid for a firm: «за Кара-Балтинский комбинат уплачено 322,9 млн сомов»."""
    return any(q.dimension == "money" for q in line.quantities) and any(
        preposition(line, m) == "за" for m in line.of("organisation") if m.last <= act.first or m.first >= act.last
    )


def _taken_up(line: Line, act: Act) -> bool:
    """Whether the verb's object is a pronoun: «через три года его расторгли»."""
    around = line.tokens[max(0, act.first - BESIDE) : act.last + 1]
    return any(t.key in TAKEN_UP for t in around)


def _of_two_states(line: Line) -> Iterator[Found]:
    """«На таджикско-китайском предприятии «…»»: a firm of two states is their joint venture."""
    tokens = line.tokens
    for first, second in itertools.pairwise(line.of("country")):
        if first.first != second.first or first.form != "adjective" or (tokens[first.first].capital and first.first):
            continue
        head = next(
            (i for i in range(first.last, min(len(tokens), first.last + BESIDE)) if tokens[i].key.startswith(FIRM)),
            None,
        )
        if head is None or any(not adjective_cases(t.text) for t in tokens[first.last : head]):
            continue
        if head + 1 < len(tokens) and (tokens[head + 1].text in '«"“' or tokens[head + 1].capital):
            whole = (0, len(tokens))
            yield Found(line, "joint venture", "launched", *whole, head, head + 1, "joint-of", whole=whole)
            return
