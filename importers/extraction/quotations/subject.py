"""Who does the speaking: the person, pronoun or role noun that a speech word has for its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.extraction import morph
from importers.extraction.lexicon import Lexicon
from importers.extraction.persons import PersonMention
from importers.extraction.persons.declension import ANY
from importers.extraction.persons.grammar import adjective_cases, is_finite, is_living, noun_cases
from importers.extraction.persons.roles import Role, bare, cases_of, head_of
from importers.extraction.persons.roles import at as role_at
from importers.extraction.quotations.speech import Speech
from importers.extraction.segment import Token
from importers.extraction.text import Line

PRONOUNS = {"он": "m", "она": "f"}
OPENS, CLOSES = "«“„", "»”"
CONNECTIVES = frozenset(
    {"что", "о", "об", "про", "как", "и", "но", "а", "в", "на", "при", "во", "также", "затем", "далее", "ранее"}
)
REACH = 40
COMMA_REACH = 12  # «сказал сегодня, 13 октября, кандидат на пост главы кабмина Иванов»
CLAUSE_WORDS = frozenset({"что", "чтобы", "если", "когда", "где", "а", "но", "однако", "потому", "поскольку", "хотя"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who may be a subject, at tokens `first` up to `last`: a named person, a pronoun, or a role noun."""

    first: int
    last: int
    person: PersonMention | None = None
    pronoun: str = ""
    role: Role | None = None

    @property
    def begin(self) -> int:
        """Where the actor's noun phrase begins, its role included."""
        role = self.person.role if self.person else None
        return min(self.first, role.first) if role else self.first


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A subject that no name can be found for: an organisation, «эксперты», somebody whose name was cut out."""


def actors(line: Line, people: Sequence[PersonMention], lexicon: Lexicon) -> list[Actor]:
    """Everybody in the sentence who may be a subject, from left to right."""
    tokens = line.tokens
    told = [(m.role.first, m.role.last, m) for m in people if m.role]
    people = [m for m in people if not any(first <= m.first < last and m is not owner for first, last, owner in told)]
    found = [Actor(m.first, m.last, person=m) for m in people]
    taken = {i for a in found for i in range(a.begin, a.last)}
    taken |= {i for m in people if m.role for i in range(m.role.first, m.role.last)}
    index = 0
    while index < len(tokens):
        if index in taken or not tokens[index].is_word:
            index += 1
            continue
        if tokens[index].key in PRONOUNS:
            found.append(Actor(index, index + 1, pronoun=PRONOUNS[tokens[index].key]))
        match = role_at(tokens, index, lexicon)
        if match is not None and "nomn" in cases_of(tokens, match) and _singular(tokens[head_of(tokens, match)].text):
            role = bare(tokens, match, len(tokens))
            found.append(Actor(match.first, match.last, role=role))
            index = match.last
            continue
        index += 1
    return sorted(found, key=lambda a: a.first)


def subject(line: Line, speech: Speech, present: Sequence[Actor]) -> Actor | Unnamed | None:
    """The subject of a speech verb: after it («говорит Иванов»), or before; None where the sentence names none."""
    tokens = line.tokens
    if not speech.gerund:
        end = _clause_end(tokens, speech.last, present)
        behind = [a for a in present if speech.last <= a.first < end]
        if behind:
            fit = next((a for a in behind if _agrees(a, speech) and not _complement(tokens, a, speech)), None)
            if fit is not None and speech.plural and not _coordinated(fit, present):
                fit = None  # «жалуются, и министр Иванов решил»
            if fit is not None and not _somebody_between(tokens, speech.last, fit.begin, line):
                return fit
        introduced = next(
            (a for a in present if a.person and a.person.role and a.person.role.last == speech.first - 1), None
        )
        if introduced is not None and introduced.last < speech.first and _agrees(introduced, speech):
            return introduced  # «Иванов, директор рудника, отметил рост»
        tagged = _tagged(tokens, speech.first)
        if tagged and _opens_with_noun(tokens, speech.last, end):
            return Unnamed()
        if _opens_with_name(line, speech.last, end):
            return Unnamed()
    return _before(line, speech, present)


def _before(line: Line, speech: Speech, present: Sequence[Actor]) -> Actor | Unnamed | None:
    tokens = line.tokens
    inside = _quoted(tokens)
    for actor in reversed([a for a in present if a.last <= speech.first and speech.first - a.last < REACH]):
        if inside[actor.first] and not inside[speech.first]:
            continue
        which = next(
            (i for i in range(speech.first - 1, actor.last - 1, -1) if tokens[i].key.startswith("котор")), None
        )
        closed = which is not None and any(t.text == "," for t in tokens[which : speech.first])
        if which is not None and not closed:
            if actor.person and which <= actor.last + 1:
                return actor  # «встретился с Ивановым, который сообщил»
            return Unnamed()
        if (actor.person and not actor.person.acts) or not _agrees(actor, speech):
            continue
        if speech.plural and not _coordinated(actor, present):
            continue  # «Иванов делится опытом, сообщили на заводе»
        if _another_subject(line, actor.last, speech):
            return Unnamed()
        return actor
    return None


def _agrees(actor: Actor, speech: Speech) -> bool:
    """Whether number and gender of the verb allow the actor, and the actor may stand in the nominative."""
    if actor.person and not actor.person.acts:
        return False
    if speech.gender == "n":
        return False
    gender = actor.pronoun or (actor.person.person.gender if actor.person else "")
    if speech.plural:
        return actor.person is not None  # «заявили Иванов и Петров»
    return not (speech.gender and gender and speech.gender != gender)


def _complement(tokens: Sequence[Token], actor: Actor, speech: Speech) -> bool:
    """Whether a name that may be a man's in the genitive follows a noun: «сообщает о визите Исаева»."""
    if speech.gender or actor.person is None or actor.begin == speech.last:
        return False
    cases, before = actor.person.cases, tokens[actor.begin - 1]
    return "gent" in cases and cases != ANY and before.is_word and bool(noun_cases(before.text))


def _coordinated(actor: Actor, present: Sequence[Actor]) -> bool:
    """Whether another person stands beside it: «заявили Иванов и Петров»."""
    others = [a for a in present if a.person and a is not actor]
    return any(0 <= a.begin - actor.last <= 2 or 0 <= actor.begin - a.last <= 2 for a in others)


def _clause_end(tokens: Sequence[Token], begin: int, present: Sequence[Actor]) -> int:
    """Where the words after a verb that may hold its subject end; a comma within a role before the name is passed."""
    index, depth = begin, 0
    while index < len(tokens) and index < begin + REACH:
        token = tokens[index]
        depth += (token.text in OPENS) - (token.text in CLOSES)
        if token.text == "," and depth <= 0:
            named = any((a.person or a.pronoun) and begin <= a.first < index for a in present)
            follows = next((a for a in present if a.person and a.person.acts and index < a.first), None)
            near = follows is not None and follows.begin <= index + COMMA_REACH and not _acts_itself(tokens, follows)
            if named or not near or (follows and _clause_between(tokens, index, follows.begin)):
                return index
        elif (
            depth <= 0
            and not any(a.begin < index < a.last for a in present)  # «аналитик birzha.kz Иван Громов»
            and (token.text in ".;:!?" or (token.key == "-" and token.kind == "mark") or token.key == "что")
        ):
            return index
        index += 1
    return index


def _acts_itself(tokens: Sequence[Token], actor: Actor) -> bool:
    """Whether the name has a verb of its own: «Рудник ждёт роста, Иванов строит обогатительную фабрику»."""
    following = tokens[actor.last] if actor.last < len(tokens) else None
    return following is not None and following.is_word and not following.capital and is_finite(following.text)


def _clause_between(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a conjunction or a verb says that a new clause begins after the comma."""
    for token in tokens[begin:end]:
        if token.key in CLAUSE_WORDS or token.key.startswith("котор"):
            return True
        if (
            token.is_word
            and not token.capital
            and str(morph.parses(token.text.lower())[0].tag.POS) in {"VERB", "GRND", "PRTS"}
        ):
            return True
    return False


def _somebody_between(tokens: Sequence[Token], begin: int, end: int, line: Line) -> bool:
    """Whether a noun in the nominative stands before the supposed subject: «сообщила пресс-служба, а не Иванов»."""
    if any(m.kind == "organisation" and begin <= m.first and m.last <= end and m.first == begin for m in line.mentions):
        return True
    first = next((t for t in tokens[begin:end] if t.is_word), None)
    if first is None or first.capital:
        return False
    # «сообщил старейшина Иванов»: a living noun is what he is
    return noun_cases(first.text) == {"nomn"} and not is_living(first.text)


def _tagged(tokens: Sequence[Token], first: int) -> bool:
    """Whether the verb stands right after a comma, a dash or «как»: its subject then follows it."""
    if first and tokens[first - 1].text == ",":
        opened = next((i + 1 for i in range(first - 2, -1, -1) if tokens[i].text == ","), None)
        aside = None if opened is None else morph.parses(tokens[opened].text.lower())[0].tag
        if opened is not None and tokens[opened].key.startswith("котор"):
            return False  # «Иванов, который вёл министерство, называл срок»
        return aside is None or aside.POS not in {"GRND", "PRTF"}  # «Иванов, выступая на форуме, назвал сроки»
    return not first or tokens[first - 1].key in {"-", "как"}


def _opens_with_noun(tokens: Sequence[Token], begin: int, end: int) -> bool:
    first = next((t for t in tokens[begin:end] if t.is_word), None)
    if first is None or first.key in CONNECTIVES:
        return False
    return first.capital or "nomn" in noun_cases(first.text) | adjective_cases(first.text)


def _opens_with_name(line: Line, begin: int, end: int) -> bool:
    """Whether an organisation stands right after the verb: «сообщает «Казинформ»», «сообщили в министерстве»."""
    return any(
        m.kind == "organisation"
        and begin <= m.first <= begin + 1
        and m.last <= end
        and "nomn" in _cases(line.tokens[m.first].text)
        for m in line.mentions
    )


def _cases(word: str) -> frozenset[str]:
    return noun_cases(word) or frozenset({"nomn"})


def _another_subject(line: Line, begin: int, speech: Speech) -> bool:
    """Whether, after a comma or «и», another noun in the nominative stands nearer to the verb."""
    tokens = line.tokens
    comma = next((i for i in range(speech.first - 1, begin - 1, -1) if tokens[i].text in ",;:"), None)
    start = begin if comma is None else comma + 1
    for index in range(start, speech.first):
        token = tokens[index]
        if any(m.kind == "organisation" and m.first == index for m in line.mentions) and "nomn" in _cases(token.text):
            return comma is not None
        if comma is None or not token.is_word or token.capital:
            continue
        parse = morph.parses(token.text.lower())[0].tag
        if (
            parse.POS == "NOUN"
            and parse.case == "nomn"
            and (index == start or tokens[index - 1].key not in {"в", "на", "за", "и"})
        ) and not (
            speech.gender
            and parse.number == "sing"
            and speech.gender != {"masc": "m", "femn": "f", "neut": "n"}.get(str(parse.gender))
        ):
            return bool((parse.number == "plur") == speech.plural)
    return False


def _singular(word: str) -> bool:
    return any(
        p.tag.POS == "NOUN" and p.tag.number == "sing" and p.tag.case == "nomn" for p in morph.parses(word.lower())[:4]
    )


def _quoted(tokens: Sequence[Token]) -> list[bool]:
    """For each token whether it stands between quotation marks."""
    inside, depth, flags = False, 0, []
    for token in tokens:
        if token.text == '"':
            inside = not inside
        depth = max(0, depth + (token.text in OPENS) - (token.text in CLOSES))
        flags.append(inside or depth > 0)
    return flags
