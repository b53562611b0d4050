"""The verbs that make agreements: with which nouns they go, and what status each gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.extraction import lists, morph
from importers.extraction.agreements.predicates import predicate, talked_of
from importers.extraction.agreements.terms import THINGS, Term
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.persons.grammar import adjective_cases, noun_cases
from importers.extraction.segment import Token
from importers.extraction.text import Line

GOVERNOR_REACH = 12  # tokens before an infinitive among which «планируют» or «могут» stands
NEED_REACH, NEED_BEHIND = 6, 2  # «под ним свои подписи поставили»
TIMES = lists.stems("agreements: moment before when")
FUTURE_MAIN = frozenset({"будет", "будут"})
IN_FORCE = lists.stems("agreements: in force")
INTENDED = lists.stems("agreements: intended")


@dataclass(frozen=True, slots=True)
class Act:
    """A verb or verbal noun at token `first`, with the status that it gives and the classes of noun it goes with."""

    status: str
    first: int
    last: int
    acts: frozenset[str]
    noun: bool = False
    finite: bool = False
    told: bool = False  # a noun of whose deed the predicate says that it happened
    loose: bool = False  # a participle that only describes: «ранее выданные лицензии аннулированы»


def acts(line: Line, lexicon: Lexicon) -> list[Act]:
    """The verbs and verbal nouns that make agreements, modality settled; mere talk of one is left out."""
    tokens, found = line.tokens, []
    for match in line.saying("signing"):
        for entry in match.entries:
            kinds = frozenset(entry.get("acts").split())
            if "refuse" in kinds or (kinds == {"intent"}):
                continue
            if entry.get("needs") and not any(
                t.key.startswith(entry.get("needs"))
                for t in tokens[max(0, match.first - NEED_BEHIND) : match.last + NEED_REACH]
            ):
                continue
            act = _act(tokens, match.first, match.last, entry, kinds, lexicon)
            if act is not None:
                found.append(act)
    return found


def _act(
    tokens: Sequence[Token], first: int, last: int, entry: Entry, kinds: frozenset[str], lexicon: Lexicon
) -> Act | None:
    word = tokens[first].text.lower()
    parses = morph.parses(word)
    told = [p for p in parses if p.normal_form == entry.text] or parses  # «пришли» is first of all «пришли мне»
    tag = next((p.tag for p in told if p.tag.POS in {"VERB", "INFN", "PRTS", "PRTF", "GRND", "NOUN"}), None)
    if tag is None or (first and tokens[first - 1].key == "не"):
        return None
    status = entry.key
    governor = _governor(tokens, first, lexicon)
    if governor == "refused":
        return None
    if tag.POS == "NOUN":
        if talked_of(tokens, first):
            return None
        said = None if governor else predicate(tokens, first, lexicon)
        weighty = said in {"planned", "approved"} and status not in {"terminated", "launched"}
        return Act(
            governor or (said if said and weighty else status), first, last, kinds, noun=True, told=said is not None
        )
    if tag.POS == "INFN":
        auxiliary = any(t.key in FUTURE_MAIN for t in tokens[max(0, first - 2) : first])
        intended = governor or auxiliary or _listed(tokens, first)
        return Act(governor or "planned", first, last, kinds) if intended else None
    if tag.POS == "VERB":
        if tag.tense == "futr":
            return Act("announced" if kinds & {"loan"} else "planned", first, last, kinds, finite=True)
        if tag.tense == "pres" and tag.aspect == "impf" and status == "signed" and not word.startswith(IN_FORCE):
            return None  # «подписывают договоры с каждым» is a habit
        if tag.tense == "pres" and status == "launched":
            return None
        if tag.mood == "impr":
            return None
    if tag.POS == "PRTS" and any(t.key in FUTURE_MAIN for t in tokens[max(0, first - 4) : min(len(tokens), first + 3)]):
        return Act("planned", first, last, kinds, finite=True)
    return Act(status, first, last, kinds, finite=tag.POS in {"VERB", "PRTS"}, loose=tag.POS == "PRTF")


def _listed(tokens: Sequence[Token], first: int) -> bool:
    """Whether an infinitive is what a list or a plan names: «Второе — подписать дорожную карту»."""
    return first > 1 and tokens[first - 1].key == "-" and tokens[first - 2].key.startswith(INTENDED)


def _governor(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> str | None:
    """The status that a governing word before gives («планируют» planned), ``refused`` for mere talk, or None."""
    trie = lexicon.only("signing")
    wanted = morph.parses(tokens[first].text.lower())[0].tag.POS
    for index in range(first - 1, max(-1, first - 1 - GOVERNOR_REACH), -1):
        if tokens[index].text in ";:" or (tokens[index].text == "," and wanted not in {"INFN"}):
            return None
        match = trie.at(tokens, index)
        if match is None or match.last > first:
            continue
        for entry in match.entries:
            kinds = entry.get("acts").split()
            if "refuse" in kinds:
                if tokens[index].key == "когда" and _dated(tokens, index, first):
                    return None
                return "refused"
            if "intent" in kinds and wanted in {"INFN", "NOUN"}:
                return (
                    None
                    if entry.key == "agreed" and wanted == "NOUN" and tokens[index].key.startswith("реш")
                    else entry.key
                )
            if "found" in kinds and entry.key == "announced" and wanted == "NOUN":
                return "announced"
    behind = tokens[first + 1 : first + 10]
    about = first > 0 and tokens[first - 1].key in {"о", "об"}
    if wanted == "NOUN":
        for position, token in enumerate(behind):
            match = trie.at(behind, position)
            if match and any("refuse" in e.get("acts").split() for e in match.entries):
                return "refused"
            intent = next((e.key for e in match.entries if "intent" in e.get("acts").split()), "") if match else ""
            if intent == "planned" or (intent == "agreed" and about):
                return intent  # «о создании группы условились»
            if token.text in ";:.,":
                break
    return None


def _dated(tokens: Sequence[Token], when: int, verb: int) -> bool:
    """Whether «когда» only tells the time of a past deed: «с 2019 года, когда подписали», «в мае, когда …»."""
    before = [t.key for t in tokens[max(0, when - 3) : when]]
    past = any(p.tag.tense == "past" for p in morph.parses(tokens[verb].text.lower())[:2])
    return past and len(before) > 1 and before[-1] == "," and before[-2].startswith(TIMES)


def nested(tokens: Sequence[Token], outer: Term, inner: Term, verbs: Sequence[Act]) -> bool:
    """Whether `inner` only says what `outer` is about: «соглашение о создании совместного предприятия»."""
    between = tokens[outer.last : inner.first]
    if outer.kind in THINGS or "auction" in outer.acts or any(t.text in ";:" for t in between):
        return False  # «выдал компании лицензию»: who gets it, not what it is about
    if any(outer.last <= a.first < inner.first and not a.noun and a.acts & inner.acts for a in verbs):
        return False  # «подписали меморандум и планируют заключить контракт»
    lead = inner.first - 1
    while lead >= outer.last and tokens[lead].is_word and adjective_cases(tokens[lead].text):
        lead -= 1
    if lead >= outer.last and (tokens[lead].text == "," or tokens[lead].key in {"и", "также"}):
        cases = noun_cases(tokens[inner.last - 1].text) & noun_cases(tokens[outer.last - 1].text)
        return not cases & {"nomn", "accs", "gent"}
    return any(t.key in {"о", "об", "по", "на"} for t in between) or not between
