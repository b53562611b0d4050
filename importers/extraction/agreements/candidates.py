"""Places of a sentence that state an agreement, before anybody asks between whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.extraction import lists, morph
from importers.extraction.agreements import transfers
from importers.extraction.agreements.acts import Act, acts, nested
from importers.extraction.agreements.existing import existing
from importers.extraction.agreements.found import Found
from importers.extraction.agreements.predicates import denied, outside
from importers.extraction.agreements.stakes import stakes
from importers.extraction.agreements.terms import THINGS, Term, head, terms
from importers.extraction.agreements.unnamed import unnamed
from importers.extraction.persons.grammar import noun_cases
from importers.extraction.text import Line, Text

WITHIN = 40  # tokens between an agreement noun and one that says what it is about
LONGEST = 48  # with the clauses that stand between them
REACH = 14  # tokens between a verb and its agreement
FRONTED = 24  # «право осваивать участки А, Б и В с их ураном «Восход» получил»
WHICH = "котор"
OBJECT = {"masc": ("который",), "femn": ("которую", "которая"), "neut": ("которое",), "plur": ("которые",)}
EXIST = frozenset({"exist", "appear"})
SUBORDINATE = ("котор", "что", "где", "когда", "чтобы", "а", "но", "если")
# What must stand before «подписание» for it to have happened: «состоялось подписание», «после заключения».
HAPPENED = lists.stems("agreements: happened")
AFTER = frozenset({"о", "об", "после"})
MINOR = lists.stems("agreements: minor paper")
BUYER = "покупател"
MARKS = lists.stems("agreements: marks passed")
OF_GOODS = lists.stems("agreements: buyers of goods")
ONE = lists.words("agreements: first of several")
OTHER = lists.words("agreements: next of several")


def candidates(text: Text, line: Line) -> list[Found]:
    """Everything in the sentence that states an agreement, from left to right."""
    nouns = terms(line, text.lexicon)
    verbs = acts(line, text.lexicon)
    if not nouns and not verbs:
        return list(unnamed(text, line, (), ()))
    if denied(text, line):
        return []
    split = list(_enumerated(line, nouns, verbs))
    if split:
        return split
    found = [*_signed(line, nouns, verbs), *_agreed(text, line, nouns), *stakes(text, line, nouns)]
    found.extend(unnamed(text, line, verbs, found))
    if any(f.kind == "acquisition" for f in found):  # «вышла из СП, уступив 49 %»: one deed
        found = [f for f in found if not (f.kind == "joint venture" and f.status == "terminated")]
    if not found:
        found = list(existing(line, nouns, verbs))
    return sorted(found, key=lambda f: f.first)


def _signed(line: Line, nouns: Sequence[Term], verbs: Sequence[Act]) -> Iterator[Found]:
    """Agreement nouns with the nearest verb that makes them."""
    pairs: list[tuple[Term, Act]] = []
    if any(noun.kind == "joint venture" for noun in nouns):
        nouns = [noun for noun in nouns if noun.kind != "firm"]  # «холдинг: совместное предприятие создали …»
    for noun in nouns:
        if any(
            other.last <= noun.first < other.last + WITHIN and nested(line.tokens, other, noun, verbs)
            for other in nouns
        ):
            continue
        before = line.tokens[max(0, noun.first - 2) : noun.first]
        if any(t.key.startswith(MINOR) for t in before):
            continue
        if line.tokens[noun.first].key.startswith(BUYER) and any(t.key.startswith(OF_GOODS) for t in before):
            continue
        fitting = [a for a in verbs if a.acts & noun.acts and _connected(line, noun, a)]
        sold = {a for n, a in pairs if n.kind in THINGS | {"acquisition"}}
        fitting = [a for a in fitting if not (noun.kind in THINGS | {"acquisition"} and a in sold)]
        if fitting:  # «рудник перешёл под контроль A» is one deed
            pairs.append((noun, min(fitting, key=lambda a: (a.loose, _gap(noun, a), a.noun))))
    for number, (noun, act) in enumerate(pairs):
        clause = _clause(line, noun, act)
        first = noun.first if number and pairs[number - 1][1] == act else clause[0]
        following = pairs[number + 1] if number + 1 < len(pairs) else None
        last = clause[1]
        if following and following[1] == act:
            last = max(noun.last, following[0].first)
        kind, status = transfers.meaning(line, noun, act)
        given = noun.first == 0 or line.tokens[noun.first - 1].text in ";:"
        yield Found(
            line,
            kind,
            status,
            first,
            last,
            act.first,
            noun.last,
            "founded" if noun.kind == "firm" and kind == "joint venture" else "signing",
            noun.plural,
            kind in {"document", "deal"},
            given,
            clause,
        )


def _gap(noun: Term, act: Act) -> int:
    return noun.first - act.last if act.first < noun.first else act.first - noun.last


def _connected(line: Line, noun: Term, act: Act) -> bool:
    """Whether verb and noun stand in one clause, and a verbal noun says that it happened."""
    tokens = line.tokens
    before = noun.last <= act.first
    begin, end = (noun.last, act.first) if before else (act.last, noun.first)
    if not 0 <= end - begin <= LONGEST:
        return False
    if "pass" in act.acts and any(t.key.startswith(MARKS) for t in tokens[act.last : act.last + 2]):
        return False  # «доля перешла отметку 40 %»
    between = list(outside(tokens, begin, end))
    if len(between) > (FRONTED if before and noun.kind == "licence" else REACH):
        return False
    if act.acts & EXIST and "nomn" not in noun_cases(head(line, noun)):
        return False  # «формат появился как площадка для диалога»
    if noun.kind in THINGS and not transfers.changes_hands(line, noun, act):
        return False
    which = next((i for i in between[:-1] if before and tokens[i].text == "," and _takes_up(line, noun, i + 1)), None)
    if which is not None:
        between = [i for i in between if i > which + 1]  # «по соглашению, которое подписали министры»
    for index in between:
        token = tokens[index]
        if token.text in ";:" or (
            token.text == "," and index + 1 < len(tokens) and tokens[index + 1].key.startswith(SUBORDINATE)
        ):
            return False
        if token.is_word and not token.capital and token.key not in {"был", "была", "было", "были", "будет"}:
            tag = morph.parses(token.text.lower())[0].tag
            if tag.POS == "VERB":
                return False
    if act.noun:
        if act.last > noun.first or noun.first - act.last > 3:
            return False
        ahead = [t.key for t in tokens[max(0, act.first - 4) : act.first]]
        governed = act.status in {"agreed", "planned", "announced"}
        return governed or act.told or any(key in AFTER or key.startswith(HAPPENED) for key in ahead)
    return True


def _takes_up(line: Line, noun: Term, index: int) -> bool:
    """Whether «который» at a token is the noun: next to it, or farther off with its gender and number."""
    key = line.tokens[index].key
    if not key.startswith(WHICH):
        return False
    if index == noun.last + 1:
        return True
    tags = [p.tag for p in morph.parses(head(line, noun).lower()) if p.tag.POS == "NOUN"]
    return any(key in OBJECT.get(str(t.gender) if t.number == "sing" else "plur", ()) for t in tags)


def _clause(line: Line, noun: Term, act: Act) -> tuple[int, int]:
    """The tokens around verb and noun up to the next semicolon or colon on either side."""
    low, high = min(noun.first, act.first), max(noun.last, act.last)
    first = next((i + 1 for i in range(low - 1, -1, -1) if line.tokens[i].text in ";:"), 0)
    last = next((i for i in range(high, len(line.tokens)) if line.tokens[i].text in ";:"), len(line.tokens))
    return first, last


def _agreed(text: Text, line: Line, nouns: Sequence[Term]) -> Iterator[Found]:
    """«Договорились вместе разрабатывать», «об этом договорились»: an agreement without a noun of its own."""
    for match in line.saying("signing"):
        entry = next(
            (e for e in match.entries if "agree" in e.get("acts").split() and "intent" in e.get("acts").split()), None
        )
        if entry is None or any(
            n.kind not in THINGS
            and (
                (n.first > match.first and _within(line, match.last, n.first))
                or (0 <= match.first - n.last <= 1 and n.kind != "deal" and line.tokens[0].key in AFTER)
            )
            for n in nouns
        ):
            continue
        tag = morph.parses(line.tokens[match.first].text.lower())[0].tag
        if match.first + 1 == len(line.tokens):
            continue  # «О чем условились»: a heading
        past = (tag.POS in {"VERB", "GRND"} and tag.tense == "past") or tag.POS == "PRTS"
        if past and not (match.first and line.tokens[match.first - 1].key == "не"):
            yield Found(
                line,
                "agreement",
                entry.key,
                0,
                len(line.tokens),
                match.first,
                match.last,
                "agreed",
                whole=(0, len(line.tokens)),
            )


def _within(line: Line, begin: int, end: int) -> bool:
    """Whether the noun is what was agreed, not another clause's: «договорились расширить участок; соглашение …»."""
    return end - begin < REACH and not any(t.text == ";" for t in line.tokens[begin:end])


def _enumerated(line: Line, nouns: Sequence[Term], verbs: Sequence[Act]) -> Iterator[Found]:
    """«Два соглашения: одно – о …, второе – о …» are as many agreements as are told apart."""
    tokens = line.tokens
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), None)
    if colon is None or colon + 1 >= len(tokens) or tokens[colon + 1].key not in ONE:
        return
    noun = next((n for n in nouns if n.last <= colon), None)
    act = next((a for a in verbs if noun and a.acts & noun.acts and _connected(line, noun, a)), None)
    if noun is None or act is None:
        return
    starts = [colon + 1] + [
        i for i in range(colon + 2, len(tokens)) if tokens[i].key in OTHER and tokens[i - 1].text in ",;"
    ]
    for number, start in enumerate(starts):
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(tokens)
        while end > start + 1 and tokens[end - 1].text in ",;.":
            end -= 1
        yield Found(line, noun.kind, act.status, start, end, act.first, start, "enumerated", whole=(0, colon))
