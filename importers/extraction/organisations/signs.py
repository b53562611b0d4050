"""What gives an organisation's name away: its legal form, its noun, its own words, an abbreviation in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from importers.extraction import lists, morph, naming
from importers.extraction.fold import fold
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.proper import OPENING, capitals, glued, is_latin, quoted, surface, words_of
from importers.extraction.segment import Token
from importers.extraction.text import Line

MARKS = OPENING + '"'
ABBREVIATION = range(2, 9)  # letters of an abbreviation in brackets
FULL_NAME = 12  # words of the longest full name before one
# Nouns whose bare Cyrillic name may follow («компания Казцинк»); after «инвестор» or «партнёр» a person's would.
NEARBY = lists.stems("organisations: nearby")
FIRM = lists.stems("organisations: firm")


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation's name at tokens `first` up to `last`, and what a curator would call it."""

    first: int
    last: int
    name: str
    key: str
    abbreviation: str = ""


def opened(line: Line, lexicon: Lexicon) -> Iterator[Named]:
    """Every name in the sentence that something gives away, overlapping ones too."""
    tokens = line.tokens
    forms = words_of(lexicon, "legal_form")
    for index, token in enumerate(tokens):
        if token.text == "(":
            yield from _in_brackets(line, index, lexicon)
        elif token.kind == "mark" and token.text in MARKS:
            name = quoted(tokens, index)
            told = name and (_before(line, index, lexicon) or _says_so(line, name.first, name.last, lexicon))
            if name and told and not _is_credit(line, index, lexicon):
                yield declined(line, index, at(line, name.first, name.last))
        elif token.is_word:
            if token.capital and not _is_credit(line, index, lexicon):
                yield from _run(line, index, lexicon)
                yield from _full(line, index, lexicon)
            match = forms.at(tokens, index) if token.key in forms.begins else None
            if match and match.entry.key == "body":
                yield from _office(line, match.first, match.last)


def at(line: Line, first: int, last: int) -> Named:
    """The name as it stands there, its folded form the key."""
    name = surface(line.tokens, first, last)
    return Named(first, last, name, fold(name))


def declined(line: Line, quote: int, named: Named) -> Named:
    """A quoted name in the nominative where the adjective before it tells its case: «российской «Ренове»»."""
    if named.last - named.first != 1 or quote < 1 or is_latin(named.name):
        return named
    adjective = line.tokens[quote - 1].text.lower()
    cases = {(p.tag.case, p.tag.gender) for p in morph.parses(adjective) if p.tag.POS == "ADJF" and "sing" in p.tag}
    if not cases or any(case == "nomn" for case, _ in cases):
        return named
    if ("datv", "femn") in cases and named.name.endswith("е"):
        name = named.name[:-1] + "а"
        return replace(named, name=name, key=fold(name))
    for parse in morph.parses(named.name.lower()):
        form = parse.inflect({"nomn"}) if (parse.tag.case, parse.tag.gender) in cases else None
        if form is not None and parse.tag.POS == "NOUN" and "sing" in parse.tag:
            name = naming.cased(form.word, named.name)
            return replace(named, name=name, key=fold(name))
    return named


def _before(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a legal form, an organisation's noun or a state's adjective stands right before the token."""
    if not index:
        return False
    if any(m.last == index and m.form == "adjective" and m.kind == "country" for m in line.mentions):
        return True  # «российский «Уралмаш»», «японская ITOCHU»
    if line.tokens[index - 1].key.startswith(NEARBY) and line.tokens[index].text in {*OPENING, '"'}:
        return True  # «местная «Батыс Калий»»
    return any(kind in {"form", "noun"} for kind in classes_before(line, index, lexicon))


def classes_before(line: Line, index: int, lexicon: Lexicon, kind: str = "legal_form") -> Iterator[str]:
    """The classes of the words of the organisation list that end right before token `index`; of others, their kind."""
    forms = words_of(lexicon, kind)
    for begin in range(max(0, index - 5), index):
        match = forms.at(line.tokens, begin) if line.tokens[begin].key in forms.begins else None
        if match and match.last == index:
            yield from (entry.key if kind == "legal_form" else kind for entry in match.entries)


def _is_credit(line: Line, index: int, lexicon: Lexicon) -> bool:
    """«сообщает El.kz», «издание «Восход»»: whom the article thanks, not whom it is about."""
    tokens = line.tokens
    if (
        index + 2 < len(tokens)
        and tokens[index + 1].text == "."
        and glued(tokens, index, index + 1)
        and glued(tokens, index + 1, index + 2)
    ):
        return True
    if "media" in classes_before(line, index, lexicon):
        return True
    speech = words_of(lexicon, "speech")
    return bool(index) and speech.at(tokens, index - 1) is not None and not _before(line, index, lexicon)


def _says_so(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the name itself holds a company's word: «Актюбинская медная компания»."""
    forms = words_of(lexicon, "legal_form")
    if last - first < 2:
        return False
    if words_of(lexicon, "work").at(line.tokens, last - 1) and naming.could_be_adjective(line.tokens[first].text):
        return True  # «Степной машиностроительный завод» in quotes
    return any(
        (match := forms.at(line.tokens, index)) is not None and any(e.key in {"latin", "noun"} for e in match.entries)
        for index in range(first, last)
    )


def _run(line: Line, index: int, lexicon: Lexicon) -> Iterator[Named]:
    """Names without quotes: Latin ones by their last word or what stands before, Cyrillic ones after «компания»."""
    tokens = line.tokens
    if is_latin(tokens[index].text):
        if index and tokens[index - 1].is_word and is_latin(tokens[index - 1].text) and tokens[index - 1].capital:
            return
        last = capitals(tokens, index, latin=True)
        if last < len(tokens) and tokens[last].text == "," and last + 1 < len(tokens):
            last = last + 2 if _is_latin_form(tokens[last + 1], lexicon) else last  # «Cove Capital, LLC»
        if last == index:
            return
        by_itself = last - index > 1 and any(_is_latin_form(token, lexicon) for token in tokens[index + 1 : last])
        if by_itself or _before(line, index, lexicon):
            dotted = (
                last < len(tokens) and tokens[last].text == "." and tokens[last - 1].key in {"inc", "corp", "ltd", "co"}
            )
            yield at(line, index, last + dotted)
        return
    last = capitals(tokens, index)
    told = any(m.first < last and index < m.last for m in line.mentions)
    kinds = set(classes_before(line, index, lexicon))
    unknown = not any(p.is_known for p in naming.readings(tokens[index].text))
    firm = "noun" in kinds and tokens[index - 1].key.startswith(FIRM)
    person = any(naming.is_person(token.text) for token in tokens[index:last])
    if last > index and not told and not person and ("form" in kinds or (firm and unknown)):
        yield at(line, index, last)


def _is_latin_form(token: Token, lexicon: Lexicon) -> bool:
    match = words_of(lexicon, "legal_form").at((token,), 0)
    return match is not None and match.entry.key == "latin"


def _full(line: Line, index: int, lexicon: Lexicon) -> Iterator[Named]:
    """«Навоийский горно-металлургический комбинат», «Донской ГОК»: a name made of a place's adjective and a noun."""
    tokens = line.tokens
    head = index
    while head < len(tokens) and tokens[head].is_word and _describes(tokens[head].text, head == index):
        head += 1
    if head == index or head >= len(tokens) or tokens[index].text.isascii():
        return
    work = words_of(lexicon, "work").at(tokens, head) or words_of(lexicon, "work").at(
        tokens, head - 1 if head - 1 > index else head
    )
    if work is None or not any(entry.get("group") == "combine" for entry in work.entries):
        return
    national = any(m.first == index and m.kind == "country" for m in line.mentions)
    last = _complement(tokens, work.last)
    if naming.is_plural(tokens[work.last - 1].text) or (national and last == work.last):
        return  # «китайский комбинат» names none
    if not tokens[index].key.endswith(("ий", "ого", "ому", "им", "ом", "ой", "ым")):
        return
    name = naming.noun_phrase([t.text for t in tokens[index:last]], work.last - 1 - index)
    yield Named(index, last, name, fold(name))


def _describes(word: str, opening: bool) -> bool:
    return naming.could_be_adjective(word) if opening else naming.is_adjective(word) and word[0].islower()


def _complement(tokens: tuple[Token, ...], index: int) -> int:
    """The end of the words in the genitive that belong to a name: «комбинат технологических металлов»."""
    last = index
    position = index
    while position < len(tokens) and tokens[position].is_word and tokens[position].text.islower():
        word = tokens[position].text
        if word == "и":
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            if last != position or following is None or not naming.in_genitive(following.text):
                break
        elif naming.in_genitive(word) and not naming.is_adjective(word):
            last = position + 1
        elif not (naming.is_adjective(word) and naming.in_genitive(word)):
            break
        position += 1
    return last


def _office(line: Line, first: int, last: int) -> Iterator[Named]:
    """«Министерство энергетики», «агентство по защите конкуренции»: an office and what it is for."""
    tokens = line.tokens
    begin = last
    if begin < len(tokens) and tokens[begin].key == "по":
        begin += 1
        if begin >= len(tokens) or not naming.is_noun(tokens[begin].text, "datv"):
            return
        begin += 1
        stop = _complement(tokens, begin) if begin < len(tokens) else begin
        stop = max(stop, begin)
    else:
        stop = _complement(tokens, begin)
    if stop <= last or naming.is_plural(tokens[last - 1].text):
        return
    name = naming.title(naming.noun_phrase([t.text for t in tokens[first:stop]], last - 1 - first))
    yield Named(first, stop, name, fold(name))


def _in_brackets(line: Line, index: int, lexicon: Lexicon) -> Iterator[Named]:
    """The full name before «(АГМК)», and the abbreviation as a second name of the same organisation."""
    tokens = line.tokens
    if index + 2 >= len(tokens) or tokens[index].text != "(" or not index:
        return
    close = next((i for i in range(index + 1, min(index + 5, len(tokens))) if tokens[i].text == ")"), None)
    short = surface(tokens, index + 1, close) if close else ""
    if close is None or not _is_abbreviation(short):
        return
    known = next((m for m in line.of("organisation") if m.last in {index, index - 1}), None)
    if known:
        yield Named(index + 1, close, known.name, known.key, short)
        return
    heads = words_of(lexicon, "legal_form"), words_of(lexicon, "work")
    for begin in range(index - 1, max(-1, index - FULL_NAME), -1):
        if not tokens[begin].is_word and tokens[begin].text not in '«»"':
            return
        if not tokens[begin].capital or (begin and tokens[begin - 1].text in '«"'):
            continue
        match = next(
            (m for t in heads for i in range(begin, index) if (m := t.at(tokens, i)) and _is_head(m.entries)), None
        )
        if match is None:
            continue
        name = naming.noun_phrase([t.text for t in tokens[begin:index]], match.last - 1 - begin)
        yield Named(begin, index, name, fold(name))
        yield Named(index + 1, close, name, fold(name), short)
        return


def _is_head(entries: tuple[Entry, ...]) -> bool:
    return any(e.key in {"noun", "body"} or e.get("group") == "combine" for e in entries)


def _is_abbreviation(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) not in ABBREVIATION or any(letter.isdigit() for letter in text) or " " in text:
        return False
    return sum(letter.isupper() for letter in letters) * 2 >= len(letters) and text[0].isupper()
