"""A body with all that was found in its sentences: what every fact finder reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from importers.extraction.dates import Carried, Period, periods
from importers.extraction.lexicon import Lexicon, Match
from importers.extraction.mentions import Mention, mentions
from importers.extraction.quantities import Quantity, quantities
from importers.extraction.segment import Sentence, Token, sentences
from importers.records import Article, Span

CLEAR = 4  # mentions from which the most named mineral is the article's
LEADING = 0.7  # its share of all mentions
ENDLESS = 60  # sentences to either side


@dataclass(frozen=True)
class Line:
    """One sentence with its names, words of interest, periods and quantities, all by token index."""

    index: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    words: tuple[Match, ...]
    periods: tuple[Period, ...]
    quantities: tuple[Quantity, ...]
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)
    _of: dict[tuple[str, ...], tuple[Mention, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _said: dict[tuple[str, ...], tuple[Match, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.sentence.tokens)

    def of(self, *kinds: str) -> tuple[Mention, ...]:
        """The mentions of these kinds in order."""
        if not self.mentions:
            return ()
        found = self._of.get(kinds)  # asked many times of the same line
        if found is None:
            found = self._of[kinds] = tuple([m for m in self.mentions if m.kind in kinds])
        return found

    def saying(self, *kinds: str) -> Iterator[Match]:
        """The word matches with a row of one of these kinds."""
        if not self.words:
            return iter(())
        found = self._said.get(kinds)
        if found is None:
            found = self._said[kinds] = tuple([match for match in self.words if match.entries[0].kind in kinds])
        return iter(found)

    def inside_organisation(self, mention: Mention) -> bool:
        """Whether the name is part of an organisation's: «Геологическая служба США»."""
        return mention.kind != "organisation" and any(
            o.first <= mention.first and mention.last <= o.last for o in self.of("organisation")
        )

    def span(self, first: int = 0, last: int | None = None) -> Span:
        """The span of tokens `first` up to `last` (the whole sentence without arguments)."""
        piece = self.tokens[first:last]
        start, stop = piece[0].start, piece[-1].stop
        begin = self.sentence.start
        return Span(start, stop, self.sentence.text[start - begin : stop - begin])


@dataclass(frozen=True)
class Text:
    """The read body of one article."""

    article: Article
    lexicon: Lexicon
    lines: tuple[Line, ...]
    title: tuple[Line, ...] = ()  # read for what the article is about; nothing stands on it
    _of: dict[tuple[str, ...], tuple[tuple[Line, Mention], ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    @cached_property
    def published(self) -> str | None:
        """The day from which relative dates count: only a trusted basis."""
        return self.article.original_date or (self.article.published.edtf[:10] if self.article.published else None)

    def paragraph(self, line: Line) -> tuple[Line, ...]:
        """The lines of the same paragraph, as far as anybody reads up and down in an endless one."""
        first = last = line.index
        paragraph, lines = line.sentence.paragraph, self.lines
        lowest, highest = max(0, first - ENDLESS), min(len(lines), last + ENDLESS) - 1
        while first > lowest and lines[first - 1].sentence.paragraph == paragraph:
            first -= 1
        while last < highest and lines[last + 1].sentence.paragraph == paragraph:
            last += 1
        return lines[first : last + 1]

    def of(self, *kinds: str) -> tuple[tuple[Line, Mention], ...]:
        """Every mention of these kinds with its line."""
        if kinds not in self._of:
            self._of[kinds] = tuple((line, mention) for line in self.lines for mention in line.of(*kinds))
        return self._of[kinds]

    def naming(self, kind: str, key: str) -> tuple[tuple[Line, Mention], ...]:
        """Every mention of one thing with its line."""
        return tuple(self._named.get((kind, key), ()))

    @cached_property
    def only_mineral(self) -> str | None:
        """The article's one mineral, if it names just one."""
        keys = {mention.key for _, mention in self.of("mineral") if len(mention.keys) == 1}
        return keys.pop() if len(keys) == 1 else None

    @cached_property
    def main_mineral(self) -> str | None:
        """The mineral that the headline names alone, or that by far most of the article's mentions are of."""
        titled = {mention.key for line in self.title for mention in line.of("mineral") if len(mention.keys) == 1}
        counts = Counter(mention.key for _, mention in self.of("mineral") if len(mention.keys) == 1)
        if not counts:
            return titled.pop() if len(titled) == 1 else None
        key, times = counts.most_common(1)[0]
        clear = times >= CLEAR and times >= LEADING * counts.total()
        return key if titled == {key} or clear else None

    @cached_property
    def _named(self) -> dict[tuple[str, str], list[tuple[Line, Mention]]]:
        named: dict[tuple[str, str], list[tuple[Line, Mention]]] = {}
        for line in self.lines:
            for mention in line.mentions:
                named.setdefault((mention.kind, mention.key), []).append((line, mention))
        return named


def read(article: Article, lexicon: Lexicon) -> Text:
    """The article's body cut, and every name, word, period and quantity in it found."""
    published = article.original_date or (article.published.edtf[:10] if article.published else None)
    return Text(article, lexicon, _lines(article.body, lexicon, published), _lines(article.title, lexicon, published))


def _lines(body: str, lexicon: Lexicon, published: str | None) -> tuple[Line, ...]:
    lines: list[Line] = []
    carried = Carried()
    for index, sentence in enumerate(sentences(body)):
        dates = periods(sentence.tokens, lexicon, published, carried)
        carried = carried.after(dates)
        counted = quantities(sentence.tokens, lexicon, dates)
        names = mentions(sentence.tokens, lexicon, counted)
        lines.append(Line(index, sentence, names, tuple(lexicon.words.scan_kinds(sentence.tokens)), dates, counted))
    return tuple(lines)
