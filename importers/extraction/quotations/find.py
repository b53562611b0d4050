"""Quotations: one for each sentence that reports the words of a named person."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.extraction import lists
from importers.extraction.fold import fold
from importers.extraction.lexicon import Lexicon
from importers.extraction.persons import Person, PersonMention
from importers.extraction.persons import find as find_persons
from importers.extraction.persons.grammar import adjective_cases, is_living, noun_cases
from importers.extraction.persons.roles import Role, bare
from importers.extraction.persons.roles import at as role_at
from importers.extraction.quotations.interview import answers, paragraph_end
from importers.extraction.quotations.speech import Speech, speech, tags
from importers.extraction.quotations.subject import Actor, Unnamed, actors, subject
from importers.extraction.segment import Token
from importers.extraction.text import Line, Text
from importers.records import Quotation, Span

ATTRIBUTION_REACH = 24
CASES = {"words": frozenset({"gent", "accs"}), "believe": frozenset({"datv"})}  # «по словам кого», «если верить кому»
CLOSING = frozenset('»”"')
WORDS_OF = lists.stems("quotations: words of")  # «со ссылкой на слова министра Иванова»
RECALL = 200  # names that the reader keeps in mind
NEAR = 2  # sentences after which «чиновник» no longer points to the one whose office was told
MEMORY = 12  # sentences after which «он» no longer points to whoever spoke


@dataclass
class _Memory:
    """Who spoke last, and who was named last: what «он» and «эксперт» point to."""

    speaker: Person | None = None
    spoke: int = -MEMORY
    unnamed: int = -MEMORY
    named: deque[tuple[int, Person]] = field(default_factory=lambda: deque(maxlen=RECALL))

    def heard(self, person: Person, line: int) -> None:
        self.speaker, self.spoke = person, line

    def pronoun(self, line: int, gender: str) -> Person | None:
        """The last speaker of that gender, unless somebody without a name spoke since; else who was named last."""
        if self.unnamed > self.spoke and line - self.unnamed <= 2:
            return None
        if self.speaker and line - self.spoke <= MEMORY and _fits(self.speaker, gender):
            newer = [p for index, p in self.named if index > self.spoke and _fits(p, gender)]
            return newer[-1] if newer and line - self.spoke > 1 else self.speaker
        return next((p for index, p in reversed(self.named) if line - index <= 2 and _fits(p, gender)), None)

    def role(self, line: int, role: Role, gender: str) -> Person | None:
        """Whom a bare role noun means: any recent speaker for «эксперт», a person of that very role for «аким»."""
        known = {id(p): p for _, p in self.named if fold(role.head) in p.heads and _fits(p, gender)}
        if not known and "chief" in role.keys:
            meant = role.keys - {"chief"}
            known = {id(p): p for _, p in self.named if p.keys & meant and _fits(p, gender)}
        if len(known) == 1:
            return next(iter(known.values()))
        if known:
            return next(p for _, p in reversed(self.named) if id(p) in known)
        if not role.generic:
            return None
        if self.speaker and line - self.spoke <= MEMORY and self.unnamed <= self.spoke:
            return self.speaker
        near = {id(p): p for index, p in self.named if line - index <= NEAR and p.keys}
        fit = [p for p in near.values() if p.keys & role.keys and _fits(p, gender)]
        return fit[0] if len(near) == 1 and fit else None  # «Выступила замминистра Раимова. Чиновница уточнила…»


def find(text: Text) -> tuple[Quotation, ...]:
    """Every sentence that reports a named person's words; those of bodies and of persons without a name are none."""
    people = find_persons(text)
    memory = _Memory()
    answering = answers(text, people)
    found: list[tuple[Person, str, Span]] = []
    for line in text.lines:
        mentions = people.of(line)
        said = list(_speakers(text, line, mentions, memory))
        memory.named.extend((line.index, m.person) for m in mentions if m.person.sure)
        for person, rule in {id(p): (p, r) for p, r in reversed(said)}.values():
            memory.heard(person, line.index)
            found.append((person, rule, line.span()))
        answered = answering.get(line.index)
        if answered is not None and not said:
            memory.heard(answered, line.index)
            found.append((answered, "interview", _whole(text, line)))
    return tuple(Quotation(person.name, rule, span, person.role) for person, rule, span in found)


def _whole(text: Text, line: Line) -> Span:
    """The answer that a line opens, to the end of its paragraph."""
    start, stop = line.tokens[1].start, paragraph_end(text, line).tokens[-1].stop
    return Span(start, stop, text.article.body[start:stop])


def _speakers(
    text: Text, line: Line, mentions: Sequence[PersonMention], memory: _Memory
) -> Iterator[tuple[Person, str]]:
    yield from _heading(text, line, mentions)
    yield from _signature(line, mentions)
    words = list(speech(line))
    words.extend(tags(line, text, words))
    present = actors(line, mentions, text.lexicon) if words else []
    for word in words:
        if word.key in CASES:
            yield from _attributed(line, word, present, memory, text.lexicon)
        elif word.key == "his":
            person = memory.pronoun(line.index, "")
            if person is not None:
                yield person, "attribution"
        else:
            yield from _said(line, word, present, memory)


def _said(line: Line, word: Speech, present: Sequence[Actor], memory: _Memory) -> Iterator[tuple[Person, str]]:
    who = subject(line, word, present)
    if who is None:
        return
    if isinstance(who, Unnamed):
        return
    person = _resolved(line, who, word, memory)
    if person is None:
        if who.role is not None:
            memory.unnamed = line.index
        return
    if who.person is not None and not person.sure and (not _adjacent(who, word) or word.outlet):
        return
    yield person, "speech"
    if word.plural:
        for other in present:
            if other is not who and other.person and other.person.acts and 0 <= other.begin - who.last <= 2:
                yield other.person.person, "speech"


def _resolved(line: Line, who: Actor, word: Speech, memory: _Memory) -> Person | None:
    if who.person is not None:
        return who.person.person
    if who.pronoun:
        return memory.pronoun(line.index, who.pronoun)
    if who.role is not None and who.role.bare and not word.plural:
        return memory.role(line.index, who.role, word.gender)
    return None


def _adjacent(who: Actor, word: Speech) -> bool:
    """Whether a name that nothing else proves stands right after the verb: «заявил Трамп»."""
    return who.begin == word.last or (who.last == word.first and who.last - who.first > 1)


def _attributed(
    line: Line, word: Speech, present: Sequence[Actor], memory: _Memory, lexicon: Lexicon
) -> Iterator[tuple[Person, str]]:
    """«По словам директора комбината Ивана Иванова»: the name must follow before the clause ends."""
    end = next((i for i in range(word.last, len(line.tokens)) if line.tokens[i].text in ",;:.!?"), len(line.tokens))
    end = min(end, word.last + ATTRIBUTION_REACH)
    for actor in present:
        if actor.person and word.last <= actor.first < end and actor.person.cases & CASES[word.key]:
            named = line.tokens[word.first].key != "со" and actor.begin == word.last  # «со ссылкой на Акорду»
            if _of_a_thing(line.tokens[word.last : actor.begin]):
                return
            if actor.person.person.sure or named:
                actor.person.person.settle(CASES[word.key])
                yield actor.person.person, "attribution"
            return
    match = role_at(line.tokens, word.last, lexicon) if word.last < end else None
    if match is not None:
        role = bare(line.tokens, match, end)
        person = memory.role(line.index, role, "") if role.bare else None
        if person is not None:
            yield person, "attribution"


def _of_a_thing(between: Sequence[Token]) -> bool:
    """Whether the name depends on a thing that is nobody's words: «по данным фонда Иванова», «на указ президента»."""
    nouns = [t for t in between if t.is_word and noun_cases(t.text) and not adjective_cases(t.text)]
    return bool(nouns) and not is_living(nouns[0].text) and not nouns[0].key.startswith(WORDS_OF)


def _heading(text: Text, line: Line, mentions: Sequence[PersonMention]) -> Iterator[tuple[Person, str]]:
    """«Иван Иванов, директор комбината: …» at the beginning of a line."""
    if not mentions or mentions[0].first > 1 or not mentions[0].acts:
        return
    first = mentions[0]
    if text.lines[line.index - 1].sentence.paragraph == line.sentence.paragraph and line.index:
        return
    tokens, end = line.tokens, first.last
    if first.role and first.role.first >= first.last:
        end = first.role.last
    if end < len(tokens) and tokens[end].text == ":" and first.person.full:
        speaks = end + 1 == len(tokens) or tokens[end + 1].text in '«"“„—–-' or tokens[end + 1].capital
        told = end + 1 == len(tokens) or len(tokens) > end + 6 or tokens[end + 1].text in '«"“„'
        if speaks and told:
            yield first.person, "heading"


def _signature(line: Line, mentions: Sequence[PersonMention]) -> Iterator[tuple[Person, str]]:
    """«…», — Иван Иванов: a quotation followed by nothing but a name."""
    tokens = line.tokens
    for mention in mentions:
        begin = min(mention.first, mention.role.first) if mention.role else mention.first
        index = begin - 1
        if index < 1 or tokens[index].key != "-" or not mention.acts or not mention.person.sure:
            continue
        index -= tokens[index - 1].text == ","
        if tokens[index - 1].text in CLOSING and _ends(tokens, mention):
            yield mention.person, "signature"


def _ends(tokens: Sequence[object], mention: PersonMention) -> bool:
    end = mention.last
    if mention.role and mention.role.first >= mention.last:
        end = mention.role.last
    return end >= len(tokens) or getattr(tokens[end], "text", "") in ".!"


def _fits(person: Person, gender: str) -> bool:
    return not gender or not person.gender or person.gender == gender
