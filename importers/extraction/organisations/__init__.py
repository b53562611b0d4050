"""Companies and bodies that no list knows, found by what stands beside their names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from importers.extraction import naming
from importers.extraction.fold import fold
from importers.extraction.lexicon import Entry, Lexicon, Trie
from importers.extraction.mentions import Mention
from importers.extraction.organisations.signs import Named, at, classes_before, opened
from importers.extraction.persons.grammar import adjective_cases
from importers.extraction.proper import is_latin, quoted, words_of
from importers.extraction.text import Line, Text

__all__ = ["add", "called"]

FORMS = 100  # mentions of one organisation by which it is called; a full name comes early
MANY = 50  # longer names that begin alike: which of them is meant, nobody can tell


def add(text: Text) -> Text:
    """The text with a mention for every organisation that its legal form, its noun or its own words give away."""
    found = {line.index: tuple(opened(line, text.lexicon)) for line in text.lines}
    full = {n.name: n.key for many in found.values() for n in many}
    full.update((m.name, m.key) for _, m in text.of("organisation"))
    again = _known((name for many in found.values() for name in many), text.lexicon)
    lengthened = _lengthened(full)
    lines = []
    for line in text.lines:
        named = _widest(line, (*found[line.index], *again(line), *_extended(line, text.lexicon)))
        named = (*named, *map(lengthened, _coordinated(line, named)))
        lines.append(replace(line, mentions=_joined(line, named)) if named else line)
    return replace(text, lines=tuple(lines))


def _joined(line: Line, named: Iterable[Named]) -> tuple[Mention, ...]:
    """The line's mentions with the new ones; a known organisation within a longer new name gives way to it."""
    new = [Mention("organisation", n.key, n.first, n.last, "open", n.name, (n.key,)) for n in named]
    kept = [
        m
        for m in line.mentions
        if m.kind != "organisation" or not any(n.first <= m.first and m.last <= n.last for n in new)
    ]
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


def _known(met: Iterable[Named], lexicon: Lexicon) -> Callable[[Line], Iterator[Named]]:
    """A finder of the later mentions of names already met: «Кыргызкомур» after ОАО «Кыргызкомур»."""
    rows = {(n.abbreviation or n.name, n.key): n for n in met}
    entries = [
        Entry("organisation", n.key, text, mark="=" if n.abbreviation else "", name=n.name)
        for (text, _), n in rows.items()
        if n.abbreviation or _is_distinct(n.name)
    ]
    trie = Trie(entries)

    def again(line: Line) -> Iterator[Named]:
        for match in trie.scan(line.tokens):
            if "work" in classes_before(line, match.first, lexicon, "work"):
                continue  # «месторождения Северный Катпар», though a company is called so too
            yield Named(match.first, match.last, match.entry.name, match.entry.key)

    return again


def _is_distinct(name: str) -> bool:
    """Whether a name is found by itself: «Восход» without quotes is more often the sunrise or another project."""
    words = name.split()
    return len(words) > 1 or name.isascii() or not naming.is_known(name)


def _extended(line: Line, lexicon: Lexicon) -> Iterator[Named]:
    """«Uranium One Group» where only «Uranium One» is known: a company's word after it belongs to the name."""
    for mention in line.of("organisation"):
        after = line.tokens[mention.last] if mention.last < len(line.tokens) else None
        if (
            after is None
            or not after.capital
            or not is_latin(after.text)
            or not is_latin(line.tokens[mention.first].text)
        ):
            continue
        match = words_of(lexicon, "legal_form").at(line.tokens, mention.last)
        if match is not None and match.entry.key == "latin":
            yield replace(at(line, mention.first, match.last), key=mention.key)


def _lengthened(full: dict[str, str]) -> Callable[[Named], Named]:
    """What gives a name its longer form, if the text has one that begins so: «Кумтор» beside «Кумтор Голд Компани»."""
    known = sorted((fold(name), order, name, key) for order, (name, key) in enumerate(full.items()))

    def lengthened(named: Named) -> Named:
        begins = named.key + " "
        first = bisect_left(known, (begins,))
        longer = list(takewhile(lambda row: row[0].startswith(begins), known[first : first + MANY]))
        if len({key for *_, key in longer}) != 1:
            return named
        _, _, name, key = min(longer, key=lambda row: row[1])
        return replace(named, name=name, key=key)

    return lengthened


def _coordinated(line: Line, named: tuple[Named, ...]) -> Iterator[Named]:
    """«Навоийуран», французская Orano и …»: a name in quotes joined by a comma or «и» to an organisation."""
    ends = {n.first for n in named} | {m.first for m in line.of("organisation")}
    begins = {n.last for n in named} | {m.last for m in line.of("organisation")}
    for index, token in enumerate(line.tokens):
        name = quoted(line.tokens, index) if token.kind == "mark" else None
        if name is None or any(name.first < n.last and n.first < name.last for n in named):
            continue
        if any(m.first < name.last and name.first < m.last for m in line.of("organisation")):
            continue
        lead = index - 1
        while lead > 1 and line.tokens[lead].is_word and adjective_cases(line.tokens[lead].text):
            lead -= 1  # «китайская X и местная «Батыс Калий»»
        follows = lead >= 1 and line.tokens[lead].text in {"и", ","} and (lead in begins or lead - 1 in begins)
        leads = (
            name.after + 1 < len(line.tokens)
            and line.tokens[name.after].text in {"и", ","}
            and bool(ends & {name.after + 1, name.after + 2, name.after + 3})
        )
        if follows or leads:
            yield at(line, name.first, name.last)


def called(text: Text, key: str) -> str:
    """What this article calls the organisation: its full name where it has that, else the form that stands there."""
    forms = text.naming("organisation", key)[:FORMS]
    if not forms:
        return text.lexicon.display("organisation", key)
    display = forms[0][1].name
    rows: list[str] = []
    for line, mention in forms:
        match = text.lexicon.names.at(line.tokens, mention.first)
        row = next((e for e in match.entries if e.key == key), None) if match and mention.form != "open" else None
        oblique = row is None or (row.mark == "!" and not row.text.isascii())  # «!Донского ГОКа» is no title
        rows.append(mention.name if row is None or oblique else row.text)
    longest = max(rows, key=len)
    if longest.startswith(display + " "):
        return longest  # «Uranium One Group» where only «Uranium One» is known
    return display if display in rows else max(rows, key=len)
