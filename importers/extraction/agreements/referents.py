"""Which organisation a bare noun means: «договор с фондом комбинат подписал» after both were named in full."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from importers.extraction.agreements.parties import ELSEWHERE, WITH
from importers.extraction.fold import fold
from importers.extraction.lexicon import Lexicon
from importers.extraction.mentions import Mention
from importers.extraction.persons.grammar import adjective_cases, noun_cases
from importers.extraction.text import Line, Text

# Stems of nouns that take up an organisation, and the kinds of organisation that answer to them whatever their name.
TAKEN_UP = {
    "нацкомпани": ("state company",),
    "госкомпани": ("state company",),
    "комбинат": (),
    "завод": (),
    "фонд": ("fund",),
    "банк": ("bank",),
    "корпорац": (),
    "госкорпорац": ("state company",),
    "холдинг": (),
    "госхолдинг": ("state company", "fund"),
    "концерн": (),
    "консорциум": (),
    "агентств": ("agency",),
    "министерств": ("ministry",),
}
ENDING = 3  # letters after the stem, at most


class Referents:
    """The organisations of a body by the nouns that may take them up, each with its line."""

    def __init__(self, text: Text) -> None:
        self._named: dict[str, list[tuple[int, Mention]]] = {stem: [] for stem in TAKEN_UP}
        for line, mention in text.of("organisation"):
            name, kind = fold(mention.name), kind_of(text.lexicon, mention)
            for stem, kinds in TAKEN_UP.items():
                if kind in kinds or stem in name:
                    self._named[stem].append((line.index, mention))

    def meant(self, line: Line) -> list[Mention]:
        """The organisations named above that bare nouns of the sentence take up as those who act."""
        covered = {i for m in line.of("organisation") for i in range(m.first, m.last)}
        found = []
        for index, stem in _bare(line, covered):
            above = self._named[stem]
            last = bisect_left(above, line.index, key=lambda named: named[0]) - 1
            if last >= 0:
                mention = above[last][1]
                found.append(Mention("organisation", mention.key, index, index + 1, "taken up", mention.name))
        return found


def kind_of(lexicon: Lexicon, mention: Mention) -> str:
    """The kind of an organisation of the lexicon, empty for others."""
    row = lexicon.by_key.get(("organisation", mention.key))
    return row.get("kind") if row else ""


def _bare(line: Line, covered: set[int]) -> Iterator[tuple[int, str]]:
    """The nouns that stand alone as subject or as the other side: no adjective before, no name after."""
    tokens = line.tokens
    for index, token in enumerate(tokens):
        if index in covered or not token.is_word:
            continue
        stem = next((s for s in TAKEN_UP if token.key.startswith(s) and len(token.key) <= len(s) + ENDING), None)
        if stem is None or (index + 1 < len(tokens) and (tokens[index + 1].text in '«"“' or tokens[index + 1].capital)):
            continue
        before = tokens[index - 1] if index else None
        if before is not None and before.is_word and (adjective_cases(before.text) or before.key in ELSEWHERE):
            continue
        if (before is not None and before.key in WITH) or "nomn" in noun_cases(token.text):
            yield index, stem
