"""Undertakings named without their noun: met before, known to the reference, dug («на Бучуке добыли»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from importers.extraction import lists, naming
from importers.extraction.fold import fold
from importers.extraction.lexicon import Entry, Trie
from importers.extraction.projects.anchors import Anchor, is_landmark
from importers.extraction.projects.names import Name
from importers.extraction.projects.sightings import Sighting, key_of
from importers.extraction.proper import capitals, quoted, surface
from importers.extraction.text import Line, Text

SHORT = 3  # letters of a name too short to be found by itself
REACH = 2  # paragraphs back at which «шахты» still say what «Новая» is
BESIDE = 5  # words between a place and the word that says that it is dug
# What is done in the ground: «добычу на Бучуке», «на Бучуке пробурили».
FOUND = lists.stems("projects: found in the ground")
DIGGING = FOUND + lists.stems("projects: dug in the ground")
# What is done «в» a place too, right before the preposition: «ведёт поиски в Бучуке».
SEEKING = lists.stems("projects: sought in the ground")
OPENS = frozenset('«“„"(—–-:.•!?')  # «— Запасов Бучука хватит»
PLACES = lists.stems("projects: place of that name")
PASSED = lists.stems("projects: beside another")


def again(text: Text, seen: Sequence[Sighting]) -> Iterator[Sighting]:
    """The later mentions by bare name: «Кумтор», «на Бучуке»; and the names that the reference knows."""
    places = {(s.line.index, i) for s in seen for i in range(s.first, s.last)}
    known = [s for line in text.lines for s in _known(text, line) if (line.index, s.first) not in places]
    places.update((s.line.index, i) for s in known for i in range(s.first, s.last))
    yield from known
    names = {name: s.key for s in (*known, *seen) for name in (*_bare_names(s), *s.aliases) if "/" not in s.key}
    trie = Trie(Entry("project", key, name) for name, key in names.items() if len(name) > SHORT)
    for line in text.lines:
        for match in trie.scan(line.tokens):
            if (line.index, match.first) not in places and _is_bare(line, match.first, match.last):
                yield Sighting(line, match.first, match.last, match.entry.key, match.entry.text)


def _known(text: Text, line: Line) -> Iterator[Sighting]:
    """The names that the reference knows; «в Актогае» is the town and no mine."""
    for mention in line.of("project"):
        if len(mention.keys) > 1 or not _is_bare(line, mention.first, mention.last):
            continue
        if mention.first and line.tokens[mention.first - 1].key in {"в", "во"}:
            continue
        row = text.lexicon.by_key.get(("project", mention.key))
        match = text.lexicon.names.at(line.tokens, mention.first)
        name = next((e.text for e in match.entries if not e.mark), mention.name) if match else mention.name
        aliases = (mention.name,) if name != mention.name else ()
        yield Sighting(line, mention.first, mention.last, fold(name), name, aliases=aliases, hint=row)


def hints(text: Text, seen: Sequence[Sighting]) -> Iterator[tuple[str, Entry]]:
    """For the names with a noun that the reference knows: the key in this article and the reference's row."""
    for sighting in seen:
        anchor = sighting.anchor
        firsts = {n.first for n in anchor.names if key_of(anchor, n) == sighting.key} if anchor else set()
        for mention in sighting.line.of("project"):
            row = text.lexicon.by_key.get(("project", mention.key))
            if row and len(mention.keys) == 1 and mention.first in firsts:
                yield sighting.key, row


def _bare_names(sighting: Sighting) -> Iterator[str]:
    if sighting.anchor is None:
        yield sighting.name
    else:
        yield from (n.text for n in sighting.anchor.names if key_of(sighting.anchor, n) == sighting.key)


def _is_bare(line: Line, first: int, last: int) -> bool:
    """Whether the words name the thing by themselves: no company, no landmark, no adjective of another noun."""
    for m in line.of("organisation", "region", "country"):
        if m.first <= first and last <= m.last and (m.kind != "organisation" or m.last - m.first > 1):
            return line.tokens[m.first].text == "СП" and _in_quotes(line, first, last)  # СП «Инкай» digs Инкай
    if first and line.tokens[first - 1].key.startswith(PLACES):
        return False  # «село Кумтор», «река Кумтор»
    if is_landmark(line.tokens, first) or not _stands_alone(line, first, last):
        return False
    adjective = last - first == 1 and naming.is_adjective(line.tokens[first].text)
    known = any((m.first, m.last) == (first, last) for m in line.of("project"))
    return not adjective or _in_quotes(line, first, last) or _is_on(line, first, last, known)


def _stands_alone(line: Line, first: int, last: int) -> bool:
    """Whether the words are the whole of a name: «Кумтор» in «Кумтор Голд Компани» is not."""
    tokens = line.tokens
    if capitals(tokens, first) > last or _belongs_before(line, first):
        return False
    return not (first and quoted(tokens, first - 1) and not _closes(line, last))


def _belongs_before(line: Line, first: int) -> bool:
    """Whether a capital before the name is no mere opening of a sentence, of speech or of a second headline."""
    tokens = line.tokens
    if not first or not (tokens[first - 1].is_word and tokens[first - 1].capital):
        return False
    return first > 1 and tokens[first - 2].text not in OPENS and not naming.is_known(tokens[first - 1].text)


def _closes(line: Line, index: int) -> bool:
    return index < len(line.tokens) and line.tokens[index].text in '»"”'


def _in_quotes(line: Line, first: int, last: int) -> bool:
    return bool(first) and line.tokens[first - 1].text in '«"“„' and _closes(line, last)


def _is_on(line: Line, first: int, last: int, known: bool = False) -> bool:
    """«на Заречном добыли», «купит и Заречное» if `known`: no noun follows that the adjective may belong to."""
    following = line.tokens[last] if last < len(line.tokens) else None
    noun = following is not None and following.is_word and naming.is_noun(following.text, "neut" if known else "")
    bare = known and first > 0 and naming.readings(line.tokens[first].text)[0].tag.gender == "neut"
    return bool(first) and (line.tokens[first - 1].key == "на" or bare) and not noun


def dug(line: Line) -> Iterator[Sighting]:
    """«На Бучуке добыли», «ведёт поиски в соседнем Бучуке»: an unknown place where the ground is worked."""
    tokens = line.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.key not in {"на", "в", "во"}:
            continue
        first = index + 1 + tokens[index + 1].key.startswith(PASSED)
        last = capitals(tokens, first)
        if last == first or last - first > 2 or tokens[first].text.isascii() or tokens[last - 1].text[:2].isupper():
            continue
        if not tokens[last - 1].key.endswith(("е", "и", "у", "ы", "о", "а", "ом", "ах")):
            continue  # «на Степинский завод» goes there
        if any(naming.is_known(t.text) or naming.is_person(t.text) for t in tokens[first:last]):
            continue
        if any(m.first < last and first < m.last for m in line.mentions):
            continue
        if last < len(tokens) and naming.is_adjective(tokens[last - 1].text) and naming.is_noun(tokens[last].text):
            continue  # «на Степнинском участке» has its noun
        after = tokens[last : last + 1 if token.key != "на" else last + BESIDE]
        before = tokens[max(0, index - 3) : index]
        worked = any(t.key.startswith(SEEKING) for t in before)
        if token.key == "на":
            worked = worked or any(t.key.startswith(DIGGING) for t in chain(before, after))
        if worked:
            name = " ".join(t.text if t.key.endswith("ье") else naming.placed(t.text) for t in tokens[first:last])
            yield Sighting(line, first, last, fold(name), name)


def lots(text: Text) -> Iterator[Sighting]:
    """«Лот № 2. Бучук»: what is put up for auction, its name the rest of the line."""
    for line in text.lines:
        tokens = line.tokens
        index = 1 + (len(tokens) > 1 and tokens[1].text == "№") if tokens[0].key == "лот" else len(tokens)
        if index >= len(tokens) or tokens[index].kind != "number":
            continue
        following = text.lines[line.index + 1] if line.index + 1 < len(text.lines) else line
        same = following.sentence.paragraph == line.sentence.paragraph and index + 2 >= len(tokens)
        place, first = (following, 0) if same else (line, index + 2)
        last = capitals(place.tokens, first)
        if last > first and last == len(place.tokens):
            name = surface(place.tokens, first, last)
            yield Sighting(place, first, last, fold(name), name)


def left_out(text: Text, anchors: Sequence[Anchor], seen: Sequence[Sighting]) -> Iterator[Sighting]:
    """«Шахт было две. «Новая» работает», «на соседней «Степной»»: an adjective in quotes, its noun said before."""
    nouns: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        if anchor.group not in {"project", "works", "zone", "cluster", "area"}:
            nouns.setdefault(anchor.line.index, []).append(anchor)
    places = {(s.line.index, i) for s in seen for i in range(s.first, s.last)}
    many: Anchor | None = None
    last: Anchor | None = None
    for line in text.lines:
        here = nouns.get(line.index, [])
        for index, token in enumerate(line.tokens):
            if here:
                last = next((a for a in here if a.head == index), last)
                plain = (a for a in here if a.head == index and not a.named and not a.number)
                many = next((a for a in plain if naming.may_be_plural(token.text)), many)
            name = quoted(line.tokens, index) if token.kind == "mark" and token.text in '«"“„' else None
            if name is None or (line.index, name.first) in places or name.last - name.first > 1:
                continue
            if any(m.first < name.last and name.first < m.last for m in line.of("organisation", "project")):
                continue
            nearest = [a for a in sorted(here, key=lambda a: abs(a.head - name.first)) if not a.named and not a.number]
            said = [a for a in (many,) if a and line.sentence.paragraph - a.line.sentence.paragraph <= REACH]
            before = line.tokens[index - 1].key if index else ""
            if last is not None and (before in {"на", "с", "под"} or before.startswith(PASSED)):
                said.append(last)  # «на соседней «Степной»» is of the kind that was named last
            for noun in (*nearest, *said):
                told = naming.in_gender(line.tokens[name.first].text, noun.noun)
                if told:
                    yield _named(line, name.first, name.last, noun, told)
                    break


def _named(line: Line, first: int, last: int, noun: Anchor, told: str) -> Sighting:
    name = Name(first, last, told)
    anchor = Anchor(line, noun.entry, first, first, last, last + 1, (), (name,))
    words = surface(line.tokens, first, last)
    aliases = (f"{naming.title(noun.noun)} «{told}»", *([words] if words != told else []))
    return Sighting(line, first, last, fold(told), told, anchor, aliases)
