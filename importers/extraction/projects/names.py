"""The names of an undertaking around its noun: in quotes, as capitals after it, as a place's adjective before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from importers.extraction import lists, naming
from importers.extraction.fold import fold
from importers.extraction.proper import OPENING, capitals, quoted, surface
from importers.extraction.segment import Token
from importers.extraction.text import Line

# «на Степном ГОКе», «хвосты ЗИФа», «два ГОКа»: capitals that are declined.
DECLINED = re.compile(r"^(?P<word>[А-ЯЁ]{2,4})-?(?P<ending>[аеу]|ом|ой|[ыи]|ов|ам|ами|ах)$")
SEVERAL = frozenset({"и", ",", "или", "/"})
CALLED = lists.words("projects: called")
COPULA = lists.stems("projects: copula")
POINTING = frozenset({"-", ":", "это", "("})


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `first` up to `last`; `adjective` when it is one and needs its noun («Степной рудник»)."""

    first: int
    last: int
    text: str
    adjective: bool = False
    company: bool = False

    @property
    def key(self) -> str:
        return fold(self.text)


def names_before(
    line: Line, first: int, modifiers: tuple[int, ...], head: int, head_last: int, noun: str
) -> tuple[Name, ...]:
    """«Степной рудник», «Сырская ТЭЦ-2»; and «Мурунтау, самый большой карьер планеты»."""
    tokens = line.tokens
    if any(tokens[i].key.startswith("одноименн") for i in modifiers):
        return tuple(_namesake(line, first))
    capital = _proper(line, modifiers)
    if capital is not None:
        first = capital
        firm = next((m.last for m in line.of("organisation") if m.first == first and m.last > head_last), head_last)
        last = firm if all(t.is_word and t.text.islower() for t in tokens[head_last:firm]) else head_last
        phrase = [t.text for t in tokens[first:last]]
        if declined := DECLINED.match(phrase[head_last - 1 - first]):
            phrase[head_last - 1 - first] = declined["word"]
        name = Name(first, last, _phrase(phrase, head_last - 1 - first, noun), adjective=True)
        return (*_joined_before(line, first, (head, head_last), noun), name)
    if first >= 2 and tokens[first - 1].text == ",":
        begin = first - 1
        while begin and tokens[begin - 1].is_word and tokens[begin - 1].capital:
            begin -= 1
        free = capitals(tokens, begin) == first - 1 and _is_free(line, begin, first - 1, apposed=True)
        if begin < first - 1 and free and (begin or not _is_known_word(tokens[begin])):
            return (Name(begin, first - 1, surface(tokens, begin, first - 1)),)
    return ()


def _proper(line: Line, modifiers: tuple[int, ...]) -> int | None:
    """The modifier with which a name begins: the second in «Новый Степной завод», though it opens a sentence."""
    fit = [i for i in modifiers if line.tokens[i].capital and _is_place_adjective(line, i)]
    return fit[0] if fit else None


def _phrase(words: list[str], head: int, noun: str) -> str:
    """The words in the nominative; «карьеры» are of a «карьер» and of no «карьера»."""
    if " " in noun or "-" in noun or not is_plain(noun):
        return naming.noun_phrase(words, head)
    before = [naming.agreeing(word, noun) if naming.could_be_adjective(word) else word for word in words[:head]]
    return " ".join((*before, naming.cased(noun, words[head]), *words[head + 1 :]))


def is_plain(noun: str) -> bool:
    """Whether the row's noun is a word and no abbreviation."""
    return noun.islower()


def _joined_before(line: Line, first: int, noun: tuple[int, int], plain: str) -> Iterator[Name]:
    """The others in «Степной медный и Горный ртутный комбинаты»: each its adjective, with the noun of them all."""
    tokens = line.tokens
    if first < 2 or tokens[first - 1].text not in {"и", ","} or not naming.may_be_plural(tokens[noun[1] - 1].text):
        return
    begin = first - 1
    while begin and tokens[begin - 1].is_word and naming.could_be_adjective(tokens[begin - 1].text):
        begin -= 1
        if tokens[begin].capital:
            break
    if begin < first - 1 and tokens[begin].capital and _is_place_adjective(line, begin):
        yield from _joined_before(line, begin, noun, plain)
        words = [t.text for t in (*tokens[begin : first - 1], *tokens[noun[0] : noun[1]])]
        yield Name(begin, first - 1, _phrase(words, len(words) - 1, plain), adjective=True)


def _namesake(line: Line, index: int) -> Iterator[Name]:
    """«СП «Бучук» копает одноимённый рудник»: the name in quotes before it, or the place that was named last."""
    tokens = line.tokens
    inside = [name for i in range(index) if tokens[i].text in OPENING + '"' and (name := quoted(tokens, i))]
    if inside:
        yield Name(inside[-1].first, inside[-1].last, surface(tokens, inside[-1].first, inside[-1].last))
        return
    for position in range(index - 1, 0, -1):
        place = next((m for m in line.of("region") if m.last == position + 1), None)
        if place or capitals(tokens, position) == position + 1:
            text = place.name if place else naming.placed(tokens[position].text)
            yield Name(place.first if place else position, position + 1, text)
            return


def names_after(
    line: Line, index: int, complement: tuple[int, int], many: bool, company: bool
) -> tuple[tuple[Name, ...], int]:
    """The names after the noun (and after «золота», «ТОО», «компании»), with the end of the last."""
    tokens = line.tokens
    starts = [index]
    if complement[1] > complement[0]:
        starts.append(complement[1])
    for start in starts:
        position = _past_links(line, start, company)
        found = tuple(_several(line, position, many))
        if found:
            return found, found[-1].last + (found[-1].last < len(tokens) and tokens[found[-1].last].text in '»"”')
    return _pointed(line, max(starts))


def _past_links(line: Line, index: int, company: bool) -> int:
    """Past «под названием», «имени»; and past the legal form of the company that a works is named after."""
    tokens = line.tokens
    if index + 1 < len(tokens) and tokens[index].text == "," and tokens[index + 1].key in CALLED:
        index += 1  # «рудник, получивший название «Восход»»
    while index < len(tokens) and tokens[index].key in CALLED:
        if tokens[index].key == "под" and not (index + 1 < len(tokens) and tokens[index + 1].key in CALLED):
            break  # «под названием «Восход»», but «комбинат под Айни»
        index += 1
    if company and index + 1 < len(tokens) and tokens[index].is_word and tokens[index].text.isupper():
        index += quoted(tokens, index + 1) is not None
    return index


def _several(line: Line, index: int, many: bool) -> Iterator[Name]:
    """One name, or as many as «и» and commas join where the noun may stand for several."""
    tokens = line.tokens
    while index < len(tokens):
        name, after = _one(line, index)
        if name is None:
            return
        yield name
        if not many or after >= len(tokens) or tokens[after].text not in SEVERAL:
            return
        index = after + 1 + (tokens[after].text == "," and after + 1 < len(tokens) and tokens[after + 1].key == "и")


def _one(line: Line, index: int) -> tuple[Name | None, int]:
    tokens = line.tokens
    name = quoted(tokens, index)
    if name:
        firm = next((m for m in line.of("organisation") if m.first <= name.first and name.last <= m.last), None)
        company = firm is not None
        if firm is not None and _is_declined(surface(tokens, name.first, name.last), firm.name):
            return None, index  # «фабрика «Алтынкена»» is the company's and bears no name
        return Name(name.first, name.last, surface(tokens, name.first, name.last), company=company), name.after
    last = capitals(tokens, index)
    if last > index and tokens[last - 1].text.isupper() and last < len(tokens) and tokens[last].text in OPENING + '"':
        last -= 1  # «месторождения Сарыжаз ТОО «Восход»», «шахта АО «Восход»»
    if last > index and index and tokens[index].is_word and _is_free(line, index, last):
        if last + 1 < len(tokens) and tokens[last].text == "№" and tokens[last + 1].text.isdigit():
            last += 2
        return Name(index, last, surface(tokens, index, last)), last
    return None, index


def _is_declined(words: str, name: str) -> bool:
    """Whether the words are the firm's name in the genitive: «Казхрома» of «Казхром»."""
    told, plain = fold(words), fold(name)
    stem = plain[:-1] if plain[-1] in "аяьй" else plain
    return told != plain and told.startswith(stem) and told[len(stem) :] in {"а", "я", "ы", "и"}


def _pointed(line: Line, index: int) -> tuple[tuple[Name, ...], int]:
    """«рудник республики, Мурунтау, действует»; «на трёх месторождениях, это Сарикуль, Ингичка и Саутбай»."""
    tokens = line.tokens
    position = index
    while (
        position < len(tokens) and tokens[position].is_word and tokens[position].text.islower() and position - index < 3
    ):
        position += 1
    listed = position < len(tokens) and tokens[position].text in OPENING and tokens[position - 1].key.startswith(COPULA)
    if listed:
        position -= 1  # «крупнейшими рудниками остаются «Бучук» и «Ак-Кыя»»
    if not listed and (position >= len(tokens) or tokens[position].text not in {",", ":", "—", "–", "-", "("}):
        return (), index
    start = position + 1
    pointed = tokens[position].key in POINTING or listed
    if start < len(tokens) and tokens[start].key == "это":
        start, pointed = start + 1, True
    found = tuple(_several(line, start, many=pointed))
    if not found or found[0].company:
        return (), index
    after = found[-1].last
    closed = pointed or (after < len(tokens) and tokens[after].text in ",.)»")
    alone = pointed or len(found) == 1
    if not (closed and alone) or any(naming.is_person(t.text) for n in found for t in tokens[n.first : n.last]):
        return (), index
    if tokens[position].text == "(" and all(len(n.text) < 6 and n.text.isupper() for n in found):
        return (), index  # an abbreviation, a second name and no other thing
    return found, after


def route(line: Line, index: int) -> tuple[Name, ...]:
    """The ends of a line of rails: «Китай – Кыргызстан – Узбекистан»."""
    tokens = line.tokens
    last = capitals(tokens, index)
    ends = int(last > index)
    while last + 1 < len(tokens) and tokens[last].key == "-" and (following := capitals(tokens, last + 1)) > last + 1:
        last, ends = following, ends + 1
    return (Name(index, last, surface(tokens, index, last)),) if ends > 1 else ()


def alias_after(line: Line, index: int) -> Name | None:
    """The second name in brackets: «фабрика № 3 (МОФ-3)»."""
    tokens = line.tokens
    if index + 2 >= len(tokens) or tokens[index].text != "(":
        return None
    start = index + 1 + (tokens[index + 1].key in {"ранее", "бывший", "бывшая", "бывшее", "далее"})
    name, after = _one(line, start)
    return name if name and after < len(tokens) and tokens[after].text == ")" else None


def _is_free(line: Line, first: int, last: int, apposed: bool = False) -> bool:
    """Whether the capitals name no country, region, organisation or person; «Сарыгуль, месторождение» is no town."""
    tokens = line.tokens
    for mention in line.of("country", "region", "group", "organisation"):
        if mention.first < last and first < mention.last:
            if apposed and mention.kind == "region":
                continue
            whole = mention.kind == "organisation" or mention.first == first
            if whole and not (mention.kind == "region" and mention.last < last):
                return False
    return not naming.is_person(tokens[first].text) or (last - first == 1 and not _is_surname(tokens, last))


def _is_surname(tokens: tuple[Token, ...], index: int) -> bool:
    return index < len(tokens) and tokens[index].capital and not tokens[index].text.isupper()


def _is_known_word(token: Token) -> bool:
    return naming.is_known(token.text)


def _is_place_adjective(line: Line, index: int) -> bool:
    """Whether a capitalised adjective makes a name: not «Китайский», and not a plain word that opens the sentence."""
    token = line.tokens[index]
    if any(m.first == index and m.kind in {"country", "group", "mineral"} for m in line.mentions):
        return False
    if index and line.tokens[index - 1].text not in {"«", '"', "(", "-", "•"}:
        return naming.could_be_adjective(token.text)
    return naming.is_of_place(token.text)
