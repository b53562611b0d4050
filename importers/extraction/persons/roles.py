"""Who a person is, as the text says it before or after the name, in the nominative: «министр энергетики»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from importers.extraction import lists, morph
from importers.extraction.fold import fold
from importers.extraction.lexicon import Lexicon, Match
from importers.extraction.persons.declension import dictionary_gender, readings
from importers.extraction.persons.grammar import adjective_cases, is_verb, noun_cases
from importers.extraction.segment import Token, tokenise

LEADING_PARTS = lists.words("persons: leading part")
WINDOW = 18  # «первый заместитель генерального директора акционерного общества «…» по экономике и финансам»
ADJECTIVES = 4
# Said of somebody, but not of what he is: «известный», «этот».
EMPTY_ADJECTIVES = lists.stems("persons: empty adjective")
OWN = frozenset({"его", "ее", "их", "это"})
CONJUNCTIONS = frozenset(
    {"что", "как", "когда", "где", "чтобы", "если", "также", "но", "а", "об", "о", "с", "со", "к", "во"}
)
STOPPING_WORDS = OWN | CONJUNCTIONS | {"он", "она", "они"}


@dataclass(frozen=True, slots=True)
class Role:
    """A role at tokens `first` up to `last`: its text in the nominative, the keys of its head, its cases."""

    text: str
    keys: frozenset[str]
    head: str
    cases: frozenset[str]
    first: int
    last: int
    generic: bool
    bare: bool


def at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Match | None:
    """The role noun at a token; of «экс-вице-министр» the last part tells."""
    trie = lexicon.only("role")
    token = tokens[index]
    match = trie.at(tokens, index) if token.key in trie.begins else None
    if match is None and "-" in token.key and token.is_word:
        lead, _, tail = token.text.rpartition("-")
        inner = trie.at(tokenise(tail), 0) if lead.lower().split("-")[0] in LEADING_PARTS else None
        match = Match(index, index + 1, inner.entries) if inner else None
    return match


def heads(tokens: Sequence[Token], lexicon: Lexicon, begin: int, end: int) -> list[Match]:
    """The role nouns between two tokens, from left to right."""
    found = []
    index = begin
    while index < end:
        match = at(tokens, index, lexicon)
        if match is not None and match.last <= end:
            found.append(match)
            index = match.last
        else:
            index += 1
    return found


def cases_of(tokens: Sequence[Token], match: Match) -> frozenset[str]:
    """The cases of a role noun's form; an indeclinable one («замминистра») has them all."""
    if any(entry.mark == "!" for entry in match.entries):
        return frozenset(morph.CASES)
    if match.last - match.first == 1:
        # «акима» is the aqim's genitive, whatever other word the dictionary guesses
        lemmas = {fold(entry.text) for entry in match.entries}
        parses = [p for p in morph.parses(tokens[match.first].text.lower()) if fold(p.normal_form) in lemmas]
        nouns = [p.tag for p in parses if p.tag.POS == "NOUN"]
        own = [tag for tag in nouns if tag.number == "sing"] or nouns  # «главы» before one name is the genitive
        if own:
            return frozenset(str(tag.case) for tag in own)
    cases = [noun_cases(token.text) for token in tokens[match.first : match.last]]
    return next((c for c in cases if c), frozenset(morph.CASES))


def before(tokens: Sequence[Token], name: int, lexicon: Lexicon, wanted: frozenset[str]) -> Role | None:
    """The role that stands right before the name at token `name`, when its case is one of `wanted`."""
    begin = name
    while begin > max(0, name - WINDOW) and (not _stops(tokens, begin - 1) or _enumerates(tokens, begin - 1)):
        begin -= 1
    matches = heads(tokens, lexicon, begin, name)
    joined = [
        m for m in matches if m.first > begin and tokens[m.first - 1].key == "и" and "nomn" in cases_of(tokens, m)
    ]
    for match in joined[-1:] + matches:
        cases = cases_of(tokens, match)
        if cases & wanted and _leads_to(tokens, match, name):
            return _role(tokens, match, name, cases & wanted)
    return None


def after(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> Role | None:
    """The role in apposition after a name that ends before `last`: «…, руководитель отдела», «… (глава компании)»."""
    index = last
    if index < len(tokens) and tokens[index].text == "(":
        close = next((i for i in range(index, min(len(tokens), index + 12)) if tokens[i].text == ")"), None)
        inner = None if close is None else _opening(tokens, index + 1, close, lexicon)
        if inner is not None and close is not None:
            return _role(tokens, inner, close, cases_of(tokens, inner))
        index = (close or index) + 1
    if index >= len(tokens) or (tokens[index].text != "," and tokens[index].key != "-"):
        return None
    match = _opening(tokens, index + 1, len(tokens), lexicon)
    if match is None:
        return None
    end = match.last
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end].start > tokens[end - 1].stop:
        end += 1  # «президент , консалтинговой компании»: a comma with a space before it is a slip of the pen
    while end < len(tokens) and not _ends(tokens, end):
        end += 1
    return _role(tokens, match, end, cases_of(tokens, match))


def bare(tokens: Sequence[Token], match: Match, end: int) -> Role:
    """A role noun that stands for a person named before; `bare` when nothing but it is said."""
    role = _role(tokens, match, match.last, cases_of(tokens, match))
    followed = match.last < end and (tokens[match.last].is_word or tokens[match.last].text in '«"[')
    modified = role.first < match.first and not fold(tokens[role.first].text).startswith(EMPTY_ADJECTIVES)
    if followed and tokens[match.last].is_word:
        following = tokens[match.last]
        genitive = "gent" in noun_cases(following.text) | adjective_cases(following.text) or following.capital
        followed = (genitive or following.key in {"из", "по"}) and not is_verb(following.text)
    return Role(
        role.text, role.keys, role.head, role.cases, role.first, role.last, role.generic, not (followed or modified)
    )


def _opening(tokens: Sequence[Token], begin: int, end: int, lexicon: Lexicon) -> Match | None:
    """The role noun that opens an apposition, after a few adjectives at most."""
    for index in range(begin, min(end, begin + ADJECTIVES)):
        match = at(tokens, index, lexicon)
        if match is not None:
            return match if "nomn" in cases_of(tokens, match) or index == begin else None
        if not tokens[index].is_word or not adjective_cases(tokens[index].text):
            return None
    return None


def _role(tokens: Sequence[Token], match: Match, end: int, cases: frozenset[str]) -> Role:
    first = match.first
    while (
        first
        and match.first - first < ADJECTIVES
        and tokens[first - 1].is_word
        and adjective_cases(tokens[first - 1].text) & cases
    ):
        first -= 1
    words = []
    head = head_of(tokens, match)
    gender = _gender(tokens[head].text)
    for index in range(first, match.last):
        word = tokens[index].text
        if index < match.first and (fold(word).startswith(EMPTY_ADJECTIVES) or fold(word) in OWN):
            continue
        if index > head:
            words.append(word)  # «глава ведомства»: the genitive stays
            continue
        words.append(_nominative(word, cases, any(e.mark == "!" for e in match.entries), gender))
    if not words:
        words = [tokens[match.first].text]
    tail = [t for i, t in enumerate(tokens[match.last : end]) if i or t.text != ","]
    tail = tail[: next((i for i, token in enumerate(tail) if _is_first_name(token.text)), None)]  # «ветераны А. и Б.»
    while tail and tail[-1].text in '«"“„(,':
        tail.pop()
    text = words[0][0].lower() + words[0][1:] if not words[0].isupper() else words[0]
    text = " ".join([text, *words[1:]]) + _joined(tail)
    noun = morph.lemma(tokens[match.first].text.lower()) if match.last - match.first == 1 else match.entry.text
    generic = any(entry.get("generic") for entry in match.entries)
    return Role(text, _keys(match), fold(noun), cases, first, max(end, match.last), generic, False)


def head_of(tokens: Sequence[Token], match: Match) -> int:
    """The token of the role's own noun: «глава» in «глава ведомства», «директор» in «генеральный директор»."""
    for index in range(match.first, match.last):
        word = tokens[index].text
        if noun_cases(word) and not (adjective_cases(word) and index + 1 < match.last):
            return index
    return match.last - 1


def _keys(match: Match) -> frozenset[str]:
    own = {entry.key for entry in match.entries}
    return frozenset(own | {key for entry in match.entries for key in entry.get("stands_for").split()})


def _is_first_name(word: str) -> bool:
    return word[0].isupper() and any(dictionary_gender(r.nominative) for r in readings(word))


def _joined(tail: Sequence[Token]) -> str:
    pieces, at = [], None
    for token in tail:
        pieces.append((" " if at is None or token.start > at else "") + token.text)
        at = token.stop
    return "".join(pieces)


@lru_cache(maxsize=20_000)
def _gender(noun: str) -> str:
    """The gender of a role's noun, which its adjectives take: «регионального директора» is no neuter."""
    genders = (p.tag.gender for p in morph.parses(noun.lower()) if p.tag.POS == "NOUN" and "anim" in p.tag)
    return str(next(genders, "") or "masc")


@lru_cache(maxsize=20_000)
def _nominative(word: str, cases: frozenset[str], fixed: bool, gender: str) -> str:
    """The nominative of one word of a role; adjectives take the noun's gender."""
    if fixed:
        return word
    options = [p for p in morph.parses(word.lower())[:8] if p.tag.POS in {"NOUN", "ADJF", "PRTF"} and p.tag.case]
    if any(p.tag.case == "nomn" and p.tag.number == "sing" for p in options) and "nomn" in cases:
        return word
    for parse in options:
        if parse.tag.case in cases:
            restored = parse.inflect({"nomn", "sing"} | ({gender} if parse.tag.POS != "NOUN" else set()))
            if restored:
                return str(restored.word.capitalize() if word[0].isupper() else restored.word)
    return word


def _leads_to(tokens: Sequence[Token], match: Match, name: int) -> bool:
    """Whether all between role and name can depend on the role: genitives, names of bodies, «по экономике»."""
    quoted = False
    for token in tokens[match.last : name]:
        quoted = (quoted or token.text in "«“„") and token.text not in "»”"
        if quoted:
            continue
        if (
            token.is_word
            and not token.capital
            and not token.text.isascii()
            and not (
                noun_cases(token.text) - {"nomn"}
                or adjective_cases(token.text)
                or token.key in {"и", "по", "в", "на", "при", "из", "для", "от"}
            )
        ):
            return False
    return True


def _enumerates(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma only parts genitives: «министр экологии, геологии и природных ресурсов»."""
    if tokens[index].text != "," or not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    if not before.is_word or not after.is_word or before.capital or after.capital:
        return False
    return "gent" in noun_cases(before.text) and "gent" in noun_cases(after.text) | adjective_cases(after.text)


def _stops(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind == "mark":
        glued = 0 < index < len(tokens) - 1 and tokens[index - 1].stop == token.start
        if token.text == "." and glued and tokens[index + 1].start == token.stop:
            return False  # «аналитик birzha.kz Иван Громов»
        return token.text not in "«»\"“”„'№&" and token.key != "/"
    return token.is_word and (
        token.key in STOPPING_WORDS
        or token.key.startswith("котор")
        or (is_verb(token.text) and not noun_cases(token.text))
    )


def _ends(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind == "mark":
        return token.text in ",.;:()!?" or token.key == "-"
    return token.is_word and is_verb(token.text) and not noun_cases(token.text) and not token.capital
