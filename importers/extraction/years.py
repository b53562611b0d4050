"""A year in the text, said or counted from the day of publication, and the period that a reader makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.extraction.segment import Token

YEAR_WORDS = frozenset({"год", "года", "году", "годом", "годе", "годы", "годов", "годам", "годах", "г", "гг"})
RELATIVE = {"прошл": -1, "нынешн": 0, "текущ": 0, "этот": 0, "следующ": 1, "будущ": 1, "позапрошл": -2, "минувш": -1}
THIS = frozenset({"этого", "этом", "сего"})


@dataclass(frozen=True, slots=True)
class Period:
    """A time named by tokens `first` up to `last`.

    `by` when it is a goal («к 2030 году», «до 2030 года»), `since` when it only begins («работы ведутся с 2012 года»),
    `back` when it is the time of a comparison («годом раньше», «против 5 тонн в 2023-м»): the text does not move there.
    """

    edtf: str
    first: int
    last: int
    by: bool = False
    relative: bool = False
    since: bool = False
    back: bool = False

    @property
    def part(self) -> bool:
        """Whether it is a part of a year longer than a month: «девять месяцев», «второй квартал»."""
        return "Q" in self.edtf or (self.edtf[7:8] == "/" and self.edtf[8:12] == self.edtf[:4])

    @property
    def dated(self) -> bool:
        """Whether the year is known: «12 июня» without one is XXXX-06-12."""
        return not self.edtf.startswith("X")

    @property
    def year(self) -> int:
        return int(self.edtf[:4])

    def shifted(self, year: int) -> str:
        """The same part of another year, in EDTF."""
        return "/".join(f"{year}{part[4:]}" for part in self.edtf.split("/"))


def year_at(tokens: Sequence[Token], index: int, bare: bool = False) -> tuple[int, int] | None:
    """A year at `index` with the token after it; `bare` accepts it without «год», «2019-м» always."""
    if index >= len(tokens) or tokens[index].kind not in {"number", "ordinal"}:
        return None
    digits = tokens[index].text.split("-")[0]
    if not (digits.isdigit() and len(digits) == 4 and 1900 <= int(digits) <= 2100):
        return None
    after = index + 1
    if after < len(tokens) and tokens[after].key in YEAR_WORDS:
        stop = after + 1
        return int(digits), stop + (
            stop < len(tokens) and tokens[after].key in {"г", "гг"} and tokens[stop].text == "."
        )
    if tokens[index].kind == "ordinal" or bare:
        return int(digits), after
    return None


def known_year(tokens: Sequence[Token], index: int, published: str | None) -> tuple[int, int, bool] | None:
    """The year that follows, or that of publication for «в ноябре прошлого года»."""
    named = year_at(tokens, index, bare=True)
    if named:
        return (*named, False)
    away = shift(tokens, index)
    if away is not None and published:
        return int(published[:4]) + away, index + 2, True
    return None


def shift(tokens: Sequence[Token], index: int) -> int | None:
    """How many years away «прошлого года» at `index` is from the year of publication."""
    if index + 1 >= len(tokens) or tokens[index + 1].key not in YEAR_WORDS:
        return None
    key = tokens[index].key
    if key in THIS:
        return 0
    return next((years for stem, years in RELATIVE.items() if key.startswith(stem)), None)
