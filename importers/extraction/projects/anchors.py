"""Where a sentence speaks of a mine, plant or other undertaking: the noun, what describes it, and its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.extraction import lists, naming
from importers.extraction.fold import fold
from importers.extraction.lexicon import Entry, Lexicon, WordClass
from importers.extraction.projects.names import DECLINED, Name, names_after, names_before, route
from importers.extraction.proper import CLOSING, OPENING, quoted, words_of
from importers.extraction.segment import Token
from importers.extraction.text import Line

NUMBERED = re.compile(r"^(?P<word>[^\W\d_]{2,})-(?P<number>\d{1,2})$")
MANY = frozenset({"ы", "и", "ов", "ам", "ами", "ах"})
# After these the place is a landmark or a destination, and nothing is told of it: «355 км до месторождения».
LANDMARK = frozenset(
    [
        "к",
        "ко",
        "от",
        "до",
        "возле",
        "близ",
        "под",
        "вдоль",
        "около",
        "у",
        "из",
        "через",
        "мимо",
        "против",
        "напротив",
        "вблизи",
        "неподалёку",
        "неподалеку",
    ]
)
LANDMARK_PHRASES = frozenset(
    {("рядом", "с"), ("недалеко", "от"), ("вместе", "с"), ("по", "сравнению", "с"), ("неподалеку", "от")}
)
# A genitive after the noun that says whose it is and not what it makes.
OUTER = lists.words("projects: outer genitive")
# What goods are carried to: «на Степной завод»; a licence «на месторождение» goes nowhere.
DESTINATIONS = frozenset({"factory", "mill", "combine", "station", "shop"})
FIRMS = frozenset({"factory", "mill", "combine"})  # works whose companies bear their name
COUNTING = lists.words("projects: several")
# «любой рудник», «такой завод»: no particular one.
GENERIC = lists.stems("projects: generic")
DEFINITE = lists.stems("projects: definite")


@dataclass(frozen=True, slots=True)
class Anchor:
    """An undertaking's noun at `head`..`head_last`, in a phrase at tokens `first` up to `last`."""

    line: Line
    entry: Entry
    first: int
    head: int
    head_last: int
    last: int
    modifiers: tuple[int, ...]  # tokens of the adjectives before the noun
    names: tuple[Name, ...]
    complement: tuple[int, int] = (0, 0)  # «по выпуску хромовых солей»
    number: str = ""  # «фабрика-3», «завод № 5»
    plural: bool = False
    landmark: bool = False

    @property
    def group(self) -> str:
        return self.entry.get("group")

    @property
    def named(self) -> bool:
        return bool(self.names)

    @property
    def noun(self) -> str:
        """The noun of the row in the nominative."""
        return self.entry.text

    def words(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(token.text for token in self.line.tokens[first:last])


def find(line: Line, lexicon: Lexicon) -> Iterator[Anchor]:
    """The anchors of a sentence in order."""
    trie = words_of(lexicon, "work")
    tokens = tuple(_bare(token) if _is_marked(token.text) else token for token in line.tokens)
    index = 0
    while index < len(tokens):
        match = trie.at(tokens, index) if tokens[index].key in trie.begins and tokens[index].is_word else None
        if match is None:
            index += 1
            continue
        anchor = _anchor(line, match.entry, match.first, match.last, trie)
        index = match.last
        if anchor is not None:
            yield anchor
            index = max(
                index, anchor.last if not anchor.names else max(n.last for n in anchor.names if n.last) or index
            )


def _is_marked(word: str) -> bool:
    """Whether a number or an ending may stand at the word: «фабрики-3», «ГОКе»."""
    return word[-1].isdecimal() or (word[:2].isupper() and word[-1].islower())


def _bare(token: Token) -> Token:
    """«фабрики-3» as «фабрики», «ГОКе» as «ГОК», so that the noun is found."""
    plain = NUMBERED.match(token.text) or DECLINED.match(token.text)
    return replace(token, text=plain["word"], key=fold(plain["word"])) if plain else token


def _anchor(line: Line, entry: Entry, head: int, head_last: int, trie: WordClass) -> Anchor | None:
    tokens = line.tokens
    if _in_name(line, entry, head, head_last):
        return None
    first, modifiers = _modifiers(line, head)
    if (
        first
        and tokens[first - 1].text in OPENING + '"'
        and head_last < len(tokens)
        and tokens[head_last].text in CLOSING + '"'
    ):
        return None  # «Степной завод» whole in quotes is a company
    if _is_quoted_firm(line, entry, first, head, head_last):
        return None
    number, last = _number(tokens, head_last)
    if last < len(tokens) and tokens[last].text in '«"' and number.isdigit() and tokens[last - 1].text == number:
        number, last = "", head_last
    plural = _plural(tokens, first, head, head_last)
    complement = _complement(tokens, last, trie)
    if entry.get("unnamed") == "made" and tokens[complement[0]].key != "по" and not _is_made(line, modifiers):
        return None  # «предприятие осваивает» is a company
    if entry.get("group") == "project" and complement[1] < len(tokens) and trie.at(tokens, complement[1] or last):
        return None  # «проект ветровых станций «Восход»» is the stations'
    before = names_before(line, first, modifiers, head, head_last, entry.text)
    after, end = names_after(
        line, last, complement, plural or _maybe_plural(tokens, first, head_last), entry.get("titled") == "company"
    )
    if after and complement[1] > complement[0] and complement[1] > after[0].first:
        complement = (0, 0)
    if entry.get("group") == "rail" and (ends := route(line, last)):
        before, after, end = (), ends, ends[-1].last
    names = (*before, *after) if entry.get("unnamed") != "made" or _is_made(line, modifiers) else ()
    return Anchor(
        line,
        entry,
        first,
        head,
        head_last,
        max(end, complement[1], last),
        modifiers,
        names,
        complement,
        number,
        plural,
        is_landmark(tokens, first, entry.get("group") in DESTINATIONS),
    )


def _is_made(line: Line, modifiers: Sequence[int]) -> bool:
    """«Степной фосфоритовый комплекс»: a place's adjective and a mineral's make a name of any noun."""
    words = [line.tokens[i] for i in modifiers]
    mineral = any(m.first in modifiers for m in line.of("mineral"))
    return mineral and len(words) > 1 and words[0].capital and naming.is_of_place(words[0].text)


def _is_quoted_firm(line: Line, entry: Entry, first: int, head: int, last: int) -> bool:
    """«Степной химический комбинат Бор» whole in quotes is a company, though its noun stands in the middle."""
    name = quoted(line.tokens, first - 1) if first and first < head else None
    return name is not None and name.last > last and entry.get("group") in FIRMS


def _in_name(line: Line, entry: Entry, head: int, last: int) -> bool:
    """«министр энергетики и ГОК»: a noun inside an organisation's name tells of no undertaking.

    A works may: «Степной завод ферросплавов» is a firm and what it runs.
    """
    group, ends = entry.get("group"), {m.last for m in line.of("organisation")}
    works = not entry.text.startswith("горно-") and (group == "factory" or (group == "combine" and last in ends))
    return any(
        m.first < head and last <= m.last and not (works or (m.form == "open" and last == m.last))
        for m in line.of("organisation")
    )


def _modifiers(line: Line, head: int) -> tuple[int, tuple[int, ...]]:
    tokens = line.tokens
    first = head
    while first and tokens[first - 1].is_word and naming.could_be_adjective(tokens[first - 1].text):
        word = tokens[first - 1]
        if not (naming.is_adjective(word.text) or word.capital or "-" in word.text):
            break
        first -= 1
    return first, tuple(range(first, head))


def _number(tokens: Sequence[Token], last: int) -> tuple[str, int]:
    """The number in «фабрика-3», «завод № 5», «шахта-2»."""
    numbered = NUMBERED.match(tokens[last - 1].text)
    if numbered:
        return numbered["number"], last
    if last + 1 < len(tokens) and tokens[last].text in {"№", "N"} and tokens[last + 1].text.isdigit():
        return tokens[last + 1].text, last + 2
    return "", last


def _plural(tokens: Sequence[Token], first: int, head: int, head_last: int) -> bool:
    before = tokens[first - 1] if first else None
    counted = before is not None and (
        before.key in COUNTING or before.kind == "number" or before.key.startswith("мног")
    )
    nouns = [t.text for t in tokens[head:head_last]]
    counted = counted or any((said := DECLINED.match(noun)) and said["ending"] in MANY for noun in nouns)
    words = [t.text for t in tokens[first:head]] + nouns
    return counted or any(
        naming.is_plural(_bare_word(word)) for word in words if word.lower() != "и" and not word.isupper()
    )


def _maybe_plural(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether every word of the phrase may be plural: «месторождения» may be many, «золотого месторождения» is one."""
    words = [_bare_word(t.text) for t in tokens[first:last]]
    return all(any("plur" in p.tag for p in naming.readings(word)) for word in words if not word.isupper())


def _bare_word(word: str) -> str:
    plain = NUMBERED.match(word) or DECLINED.match(word)
    return plain["word"] if plain else word


def _complement(tokens: Sequence[Token], index: int, trie: WordClass) -> tuple[int, int]:
    """«рудник никель-кобальтовых руд», «завод по выпуску хромовых солей»: what it digs or makes."""
    position = index
    if (
        position + 1 < len(tokens)
        and tokens[position].key == "по"
        and naming.is_noun(tokens[position + 1].text, "datv")
    ):
        position += 2
    begin, last = position, position
    while (
        position < len(tokens) and tokens[position].is_word and tokens[position].text.islower() and position - begin < 5
    ):
        word = tokens[position].text
        if trie.at(tokens, position) or word in OUTER:
            break
        if word == "и":
            following = tokens[position + 1].text if position + 1 < len(tokens) else "-"
            if last != position or last == begin or not naming.in_genitive(following):
                break
        elif not naming.in_genitive(word):
            break
        elif not naming.is_adjective(word):
            last = position + 1
        position += 1
    if last == begin and begin > index:
        last = begin
    return (index, last) if last > index else (0, 0)


def is_landmark(tokens: Sequence[Token], first: int, destination: bool = False) -> bool:
    """Whether what begins at token `first` only says where something else is or goes."""
    if not first:
        return False
    keys = tuple(t.key for t in tokens[max(0, first - 3) : first])
    if keys[-1] in LANDMARK or any(keys[-len(p) :] == p for p in LANDMARK_PHRASES):
        return True
    return destination and keys[-1] == "на" and _accusative(tokens[first].text)


def _accusative(word: str) -> bool:
    """«на Степную ТЭЦ» goes there, «на Степной ТЭЦ» is there; only forms that can be no other case tell."""
    cases = {str(p.tag.case) for p in naming.readings(word) if p.tag.POS in {"ADJF", "PRTF", "NOUN"}}
    return "accs" in cases and "loct" not in cases
