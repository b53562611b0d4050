"""A place of a sentence that states an agreement, before anybody asks between whom."""

from __future__ import annotations

from dataclasses import dataclass

from importers.extraction.text import Line


@dataclass(frozen=True, slots=True)
class Found:
    """An agreement stated in tokens `first` up to `last`; `at` is the act's token, `whole` the clause of parties."""

    line: Line
    kind: str
    status: str
    first: int
    last: int
    at: int
    noun: int  # the token after the agreement noun
    rule: str
    plural: bool = False
    takes_up: bool = False  # only takes up an agreement named before: «документ подписали»
    given: bool = False  # the noun opens the sentence, as of a thing named before
    whole: tuple[int, int] | None = None
