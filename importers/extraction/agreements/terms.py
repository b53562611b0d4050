"""Agreement nouns of a sentence, and the things that change hands in it without one: shares, mines, rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.extraction import lists, morph
from importers.extraction.lexicon import Lexicon, Match
from importers.extraction.persons.grammar import adjective_cases, noun_cases
from importers.extraction.proper import OPENING
from importers.extraction.segment import Token
from importers.extraction.text import Line

FRAMED = frozenset({"agreement", "contract"})
JOINT = lists.stems("agreements: joint")
JOINT_NOUNS = lists.stems("agreements: joint noun")
JOINT_REACH = 4
FOUNDED = frozenset({"found"})
THINGS = frozenset({"asset", "ground", "firm"})
SHARED = frozenset({"purchase", "pass", "stake", "pay"})
USE = lists.stems("agreements: use of subsoil")  # «право добывать», «разрешение искать»
USE_NOUN = lists.stems("agreements: use of subsoil, noun")  # «право на добычу»
SUPPLY = lists.stems("agreements: supply")  # what a tender is for, where it gives no licence
PORTION = frozenset({"на", "по", "в"})  # «на его долю пришлось», «в доле с братом»: no share that is sold
PORTION_REACH = 2
RIGHTS = frozenset({"права", "прав", "правами"})
COMPLEMENT = 5  # words after «право на» or «тендер на» that say of what
DESCRIBED = 3  # adjectives between «51 %» and «фирмы»


@dataclass(frozen=True, slots=True)
class Term:
    """An agreement noun at tokens `first` up to `last`; `acts` are the classes of verb that go with it."""

    kind: str
    first: int
    last: int
    acts: frozenset[str]
    plural: bool = False


def terms(line: Line, lexicon: Lexicon) -> list[Term]:
    """The agreement nouns of a sentence, «совместный … холдинг» with what stands between included."""
    tokens, found = line.tokens, list[Term]()
    index = 0
    trie = lexicon.only("agreement")
    shares = {q.first: q.last for q in line.quantities if q.unit == "percent"}
    while index < len(tokens):
        share = _share(line, shares[index], lexicon) if index in shares else None
        if share:
            found.append(Term("acquisition", index, share, SHARED))
            index = share
            continue
        if tokens[index].key not in trie.begins and not tokens[index].key.startswith(JOINT):
            index += 1
            continue
        joint = _joint(tokens, index)
        match = trie.at(tokens, index)
        if match and index and tokens[index - 1].text == "(" and found and found[-1].last == index - 1:
            index = match.last  # «совместное предприятие (СП)»
        elif joint and (match is None or match.last < joint):
            found.append(Term("joint venture", index, joint, FOUNDED))
            index = joint
        elif match is not None:
            found.extend(_settled(line, match))
            index = match.last
        else:
            index += 1
    return found


def head(line: Line, noun: Term) -> str:
    """The noun that the phrase declines: «меморандум» in «меморандум о взаимопонимании»."""
    words = [token.text for token in line.tokens[noun.first : noun.last]]
    return next((word for word in words if noun_cases(word) and not adjective_cases(word)), words[-1])


def _settled(line: Line, match: Match) -> Iterator[Term]:
    """The noun with its kind: a tender by what it is for, a right only to the subsoil, «рамочное соглашение» whole."""
    tokens, kind = line.tokens, match.entry.key
    goes_with = frozenset(match.entry.get("acts").split())
    term = Term(kind, match.first, match.last, goes_with, _plural(tokens[match.last - 1].text))
    before = [t.key for t in tokens[max(0, match.first - PORTION_REACH) : match.first]]
    if kind == "right":
        yield from _right(line, term)
    elif kind == "tender":
        if _is_supply(tokens, match.last):
            yield replace(term, kind="contract")
        elif any(t.key.startswith(USE_NOUN) for t in tokens):  # «конкурс на лучшего геолога» is neither
            yield replace(term, kind="licence")
    elif kind in FRAMED and before and before[-1].startswith("рамочн"):
        yield replace(term, kind="framework agreement", first=match.first - 1)  # the phrase as counted
    elif kind in THINGS or (kind == "acquisition" and "stake" in goes_with):
        if "за" in before:
            yield replace(term, kind="acquisition", acts=frozenset({"pay"}))  # «за рудник заплатили»
        elif kind in THINGS or not PORTION & set(before):
            yield term
    else:
        yield term


def _right(line: Line, term: Term) -> Iterator[Term]:
    """«Право добывать», «разрешение на разведку», «права «Восхода»», or rights that are sold for money."""
    tokens, last = line.tokens, term.last
    if last >= len(tokens):
        return
    ahead = tokens[last : last + COMPLEMENT]
    if (ahead[0].key.startswith(USE) and morph.parses(ahead[0].text.lower())[0].tag.POS == "INFN") or (
        ahead[0].key == "на" and _is_use(line, last + 1)
    ):
        yield replace(term, kind="licence", last=last + 1)
    elif ahead[0].text in OPENING or any(m.first == last for m in line.of("organisation")):
        yield replace(term, kind="licence")
    elif tokens[term.first].key in RIGHTS and any(q.dimension == "money" for q in line.quantities):
        yield replace(term, kind="acquisition", acts=SHARED)


def _is_use(line: Line, index: int) -> bool:
    """Whether a right «на …» is to the subsoil, or to a place by its name."""
    ahead = line.tokens[index : index + COMPLEMENT]
    named = ahead and ahead[0].capital and not any(m.first == index for m in line.of("country", "region"))
    return bool(named) or any(t.key.startswith(USE_NOUN) for t in ahead)


def _is_supply(tokens: Sequence[Token], last: int) -> bool:
    """Whether a tender is for goods or works: «на поставку», «в Индонезии, по которому поставил»."""
    ahead = tokens[last : last + COMPLEMENT]
    if any(t.key.startswith(USE_NOUN) for t in ahead):
        return False
    return any(t.key.startswith(SUPPLY) for t in tokens)


def _share(line: Line, last: int, lexicon: Lexicon) -> int | None:
    """The end of «51 % казахстанской фирмы», «19,4 % в проекте», «30 % китайской X»; None for shares of goods."""
    tokens = line.tokens
    position = last + 1 if last < len(tokens) and tokens[last].key in {"в", "во"} else last
    works, nouns = lexicon.only("work"), lexicon.only("agreement")
    for index in range(position, min(len(tokens), position + DESCRIBED + 1)):
        token = tokens[index]
        if any(m.first <= index < m.last for m in line.of("organisation")) or token.text in OPENING:
            return last
        match = nouns.at(tokens, index)
        if match is not None and "stake" in match.entry.get("acts").split():
            return None  # «30 % акций»: the noun itself is found
        if match is not None and match.entry.key in THINGS | {"joint venture"}:
            return match.last
        if works.at(tokens, index) is not None:
            return last
        if not token.is_word or not (adjective_cases(token.text) or token.capital):
            return None
    return None


def _joint(tokens: Sequence[Token], index: int) -> int | None:
    """The token after «совместный американо-узбекский инвестиционный холдинг»."""
    if not tokens[index].key.startswith(JOINT):
        return None
    for position in range(index + 1, min(len(tokens), index + JOINT_REACH + 1)):
        if tokens[position].key.startswith(JOINT_NOUNS) and not adjective_cases(tokens[position].text):
            return position + 1
        if not tokens[position].is_word or not adjective_cases(tokens[position].text):
            return None
    return None


def _plural(word: str) -> bool:
    tags = [p.tag for p in morph.parses(word.lower())[:3] if p.tag.POS == "NOUN"]
    return bool(tags) and all(tag.number == "plur" for tag in tags)
