"""Companies and bodies that no list knows, found by what stands beside their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from importers.extraction import naming
from importers.extraction.fold import fold
from importers.extraction.lexicon import Entry, Lexicon, Trie
from importers.extraction.mentions import Mention
from importers.extraction.proper import capitals, glued, quoted, surface, words_of
from importers.extraction.segment import Token
from importers.extraction.text import Line, Text

ABBREVIATION = range(2, 9)  # letters of an abbreviation in brackets
FULL_NAME = 12  # words of the longest full name before one
# Nouns whose bare Cyrillic name may follow («компания Казцинк»); after «инвестор» or «партнёр» a person's would.
FIRM = ("компан", "холдинг", "госхолдинг", "корпорац", "концерн", "фирм")


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation's name at tokens `first` up to `last`, and what a curator would call it."""

    first: int
    last: int
    name: str
    key: str
    abbreviation: str = ""


def add(text: Text) -> Text:
    """The text with a mention for every organisation that its legal form, its noun or its own words give away."""
    found = {line.index: tuple(_opened(line, text.lexicon)) for line in text.lines}
    full = {n.name: n.key for many in found.values() for n in many}
    full.update((m.name, m.key) for _, m in text.of("organisation"))
    again = _known((named for many in found.values() for named in many), text.lexicon)
    lines = []
    for line in text.lines:
        named = _widest(line, (*found[line.index], *again(line)))
        named = (*named, *(_shortened(n, full) for n in _coordinated(line, named)))
        lines.append(replace(line, mentions=_joined(line, named)))
    return replace(text, lines=tuple(lines))


def _joined(line: Line, named: Iterable[Named]) -> tuple[Mention, ...]:
    """The line's mentions with the new ones; a known organisation within a longer new name gives way to it."""
    new = [Mention("organisation", n.key, n.first, n.last, "open", n.name, (n.key,)) for n in named]
    inside = lambda m: any(n.first <= m.first and m.last <= n.last for n in new)  # noqa: E731
    kept = [m for m in line.mentions if not (m.kind == "organisation" and inside(m))]
    return tuple(sorted((*kept, *new), key=lambda m: (m.first, -m.last)))


def _widest(line: Line, named: Iterable[Named]) -> tuple[Named, ...]:
    """The longest names, none overlapping, none that the lexicon already names whole."""
    known = line.of("organisation")
    chosen: list[Named] = []
    for name in sorted(named, key=lambda n: (n.first - n.last, n.first)):
        taken = any(name.first < c.last and c.first < name.last for c in chosen)
        told = any(
            name.first < m.last and m.first < name.last and m.last - m.first >= name.last - name.first for m in known
        )
        if not taken and not told:
            chosen.append(name)
    return tuple(chosen)


def _opened(line: Line, lexicon: Lexicon) -> Iterator[Named]:
    tokens = line.tokens
    forms = words_of(lexicon, "legal_form")
    for index, token in enumerate(tokens):
        yield from _in_brackets(line, index, lexicon)
        if _is_credit(line, index, lexicon):
            continue
        name = quoted(tokens, index)
        if name and (_before(line, index, lexicon) or _says_so(line, name.first, name.last, lexicon)):
            yield _named(line, name.first, name.last)
        if token.is_word and token.capital and (index == 0 or tokens[index - 1].text != "-"):
            yield from _run(line, index, lexicon)
            yield from _full(line, index, lexicon)
        match = forms.at(tokens, index)
        if match and match.entry.key == "body":
            yield from _office(line, match.first, match.last)


def _named(line: Line, first: int, last: int) -> Named:
    name = surface(line.tokens, first, last)
    return Named(first, last, name, fold(name))


def _before(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a legal form, an organisation's noun or a state's adjective stands right before the token."""
    if not index:
        return False
    if any(m.last == index and m.form == "adjective" and m.kind == "country" for m in line.mentions):
        return True  # «российский «Уралмаш»», «японская ITOCHU»
    return any(kind in {"form", "noun"} for kind in _classes(line, index, lexicon))


def _classes(line: Line, index: int, lexicon: Lexicon, kind: str = "legal_form") -> Iterator[str]:
    """The classes of the words of the organisation list that end right before token `index`; of others, their kind."""
    forms = words_of(lexicon, kind)
    for begin in range(max(0, index - 5), index):
        match = forms.at(line.tokens, begin)
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
    if "media" in _classes(line, index, lexicon):
        return True
    speech = words_of(lexicon, "speech")
    return bool(index) and speech.at(tokens, index - 1) is not None and not _before(line, index, lexicon)


def _says_so(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the name itself holds a company's word: «Актюбинская медная компания»."""
    forms = words_of(lexicon, "legal_form")
    if last - first < 2:
        return False
    return any(
        (match := forms.at(line.tokens, index)) is not None and any(e.key in {"latin", "noun"} for e in match.entries)
        for index in range(first, last)
    )


def _run(line: Line, index: int, lexicon: Lexicon) -> Iterator[Named]:
    """Names without quotes: Latin ones by their last word or what stands before, Cyrillic ones after «компания»."""
    tokens = line.tokens
    if tokens[index].text.isascii():
        if index and tokens[index - 1].is_word and tokens[index - 1].text.isascii() and tokens[index - 1].capital:
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
            yield _named(line, index, last + dotted)
        return
    last = capitals(tokens, index)
    told = any(m.first < last and index < m.last for m in line.mentions)
    kinds = set(_classes(line, index, lexicon))
    unknown = not any(p.is_known for p in naming.morph.parses(tokens[index].text.lower()))
    firm = "noun" in kinds and tokens[index - 1].key.startswith(FIRM)
    person = any(naming.is_person(token.text) for token in tokens[index:last])
    if last > index and not told and not person and ("form" in kinds or (firm and unknown)):
        yield _named(line, index, last)


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


def _known(named: Iterable[Named], lexicon: Lexicon):  # type: ignore[no-untyped-def]
    """A finder of the later mentions of names already met: «Кыргызкомур» after ОАО «Кыргызкомур»."""
    rows = {(n.abbreviation or n.name, n.key): n for n in named}
    entries = [
        Entry("organisation", n.key, text, mark="=" if n.abbreviation else "", name=n.name)
        for (text, _), n in rows.items()
        if n.abbreviation or _is_distinct(n.name)
    ]
    trie = Trie(entries)

    def again(line: Line) -> Iterator[Named]:
        for match in trie.scan(line.tokens):
            if "work" in _classes(line, match.first, lexicon, "work"):
                continue  # «месторождения Северный Катпар», though a company is called so too
            yield Named(match.first, match.last, match.entry.name, match.entry.key)

    return again


def _is_distinct(name: str) -> bool:
    """Whether a name is found by itself: «Восход» without quotes is more often the sunrise or another project."""
    words = name.split()
    return len(words) > 1 or name.isascii() or not naming.morph.parses(name.lower())[0].is_known


def _shortened(name: Named, full: dict[str, str]) -> Named:
    """The organisation whose longer name begins so: «Кумтор» beside «Кумтор Голд Компани»."""
    longer = {known: key for known, key in full.items() if fold(known).startswith(name.key + " ")}
    if len(set(longer.values())) != 1:
        return name
    known, key = next(iter(longer.items()))
    return replace(name, name=known, key=key)


def _coordinated(line: Line, named: tuple[Named, ...]) -> Iterator[Named]:
    """«Навоийуран», французская Orano и …»: a name in quotes joined by a comma or «и» to an organisation."""
    ends = {n.first for n in named} | {m.first for m in line.of("organisation")}
    begins = {n.last for n in named} | {m.last for m in line.of("organisation")}
    for index in range(len(line.tokens)):
        name = quoted(line.tokens, index)
        if name is None or any(name.first < n.last and n.first < name.last for n in named):
            continue
        if any(m.first < name.last and name.first < m.last for m in line.of("organisation")):
            continue
        follows = (
            index >= 2 and line.tokens[index - 1].text in {"и", ","} and (index - 1 in begins or index - 2 in begins)
        )
        leads = (
            name.after + 1 < len(line.tokens)
            and line.tokens[name.after].text in {"и", ","}
            and bool(ends & {name.after + 1, name.after + 2, name.after + 3})
        )
        if follows or leads:
            yield _named(line, name.first, name.last)


def called(text: Text, key: str) -> str:
    """What this article calls the organisation: its full name where it has that, else the form that stands there."""
    forms = [(line, m) for line, m in text.of("organisation") if m.key == key]
    if not forms:
        return text.lexicon.display("organisation", key)
    display = forms[0][1].name
    rows: list[str] = []
    for line, mention in forms:
        match = text.lexicon.names.at(line.tokens, mention.first)
        row = next((e for e in match.entries if e.key == key), None) if match and mention.form != "open" else None
        oblique = row is None or (row.mark == "!" and not row.text.isascii())  # «!Донского ГОКа» is no title
        rows.append(mention.name if row is None or oblique else row.text)
    return display if display in rows else max(rows, key=len)
