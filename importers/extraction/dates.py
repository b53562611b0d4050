"""Periods that a sentence names, in EDTF: «в ноябре 2025 года» 2025-11, «январь—июнь 2018 года» 2018-01/2018-06."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.extraction import morph
from importers.extraction.lexicon import Lexicon
from importers.extraction.numbers import number_at
from importers.extraction.segment import Token

YEAR_WORDS = frozenset({"год", "года", "году", "годом", "годе", "годы", "годов", "годам", "годах", "г", "гг"})
QUARTERS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "перв": 1,
    "втор": 2,
    "трет": 3,
    "четверт": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}
SPANS = {"полугоди": 6, "квартал": 3}
RELATIVE = {"прошл": -1, "нынешн": 0, "текущ": 0, "этот": 0, "следующ": 1, "будущ": 1, "позапрошл": -2, "минувш": -1}
MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A time named by tokens `first` up to `last`.

    `by` when it is a goal («к 2030 году», «до 2030 года»), `since` when it only begins («работы ведутся с 2012 года»).
    """

    edtf: str
    first: int
    last: int
    by: bool = False
    relative: bool = False
    since: bool = False

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


def periods(
    tokens: Sequence[Token], lexicon: Lexicon, published: str | None = None, carried: Period | None = None
) -> tuple[Period, ...]:
    """All periods in the sentence.

    Relative ones («в прошлом году») need the day of publication; «в том же квартале 2017-го» and «годом ранее» lean
    on `carried`, the last period of the sentences before.
    """
    found: list[Period] = []
    index = 0
    while index < len(tokens):
        before = found or ([carried] if carried else [])
        basis = published or (f"{carried.year}-12-31" if carried and carried.dated else None)
        period = _at(tokens, index, lexicon, basis, before)
        if period is None:
            index += 1
            continue
        before_it = tokens[period.first - 1].key if period.first else ""
        since = before_it in {"с", "со"} and "/" not in period.edtf
        found.append(replace(period, by=before_it in {"к", "до"}, since=since))
        index = period.last
    return tuple(found)


def _at(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None, before: list[Period]
) -> Period | None:
    token = tokens[index]
    if token.kind == "date":
        return Period(_iso(token.text), index, index + 1)
    same = _same_part(tokens, index, published, before)
    if same is not None:
        return same
    for reader in (_month_range, _day_month, _since_january, _month_year, _quarter, _months_of, _year_range, _year):
        period = reader(tokens, index, lexicon, published)
        if period is not None:
            return period
    return _relative(tokens, index, published, before)


def _iso(text: str) -> str:
    if "-" in text:
        return text
    day, month, year = text.split(".")
    return f"{year}-{int(month):02d}-{int(day):02d}"


def month_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Two digits of the month named at `index`, with the token after it."""
    if index >= len(tokens) or not tokens[index].is_word:
        return None
    match = lexicon.only("month").at(tokens, index)
    return (match.entry.key, match.last) if match else None


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


def _known_year(tokens: Sequence[Token], index: int, published: str | None) -> tuple[int, int, bool] | None:
    """The year that follows, or that of publication for «в ноябре прошлого года»."""
    named = year_at(tokens, index, bare=True)
    if named:
        return (*named, False)
    shift = _shift(tokens, index)
    if shift is not None and published:
        return int(published[:4]) + shift, index + 2, True
    return None


def _shift(tokens: Sequence[Token], index: int) -> int | None:
    if index + 1 >= len(tokens) or tokens[index + 1].key not in YEAR_WORDS:
        return None
    key = tokens[index].key
    if key in {"этого", "этом", "сего"}:
        return 0
    return next((shift for stem, shift in RELATIVE.items() if key.startswith(stem)), None)


def _month_range(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«январь—июнь 2018 года», «с января по сентябрь 2024 года»."""
    first = month_at(tokens, index, lexicon)
    if first is None or first[1] >= len(tokens) or tokens[first[1]].key not in {"-", "по"}:
        return None
    second = month_at(tokens, first[1] + 1, lexicon)
    if second is None:
        return None
    year = _known_year(tokens, second[1], published)
    if year is None and index > 2 and tokens[index - 2].key in YEAR_WORDS:  # «в 2023 году за январь–май»
        named = year_at(tokens, index - 3)
        year = (named[0], second[1], False) if named else None
    if year is None and published:  # «за январь–октябрь» is of this year, once October is over
        year = (int(published[:4]) - (second[0] > published[5:7]), second[1], True)
    if year is None:
        return None
    return Period(f"{year[0]}-{first[0]}/{year[0]}-{second[0]}", index, year[1], relative=year[2])


SAME = frozenset({"тот", "того", "том", "те", "тех", "аналогичный", "аналогичного", "аналогичном", "аналогичные"})
PARTS = ("квартал", "период", "месяц", "полугоди", "отрезок")


def _same_part(tokens: Sequence[Token], index: int, published: str | None, before: list[Period]) -> Period | None:
    """«в том же квартале 2017-го», «за те же месяцы прошлого года»: the part of the year spoken of before."""
    if tokens[index].key not in SAME or not before or not before[-1].dated:
        return None
    position = index + 1
    if position < len(tokens) and tokens[position].key == "же":
        position += 1
    if position >= len(tokens) or not tokens[position].key.startswith(PARTS):
        return None
    year = _known_year(tokens, position + 1, published)
    return Period(before[-1].shifted(year[0]), index, year[1], relative=year[2]) if year else None


def _since_january(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«с января 2025 года», «с начала года»: the year so far."""
    if tokens[index].key not in {"с", "со"} or index + 1 >= len(tokens):
        return None
    if tokens[index + 1].key == "начала" and index + 2 < len(tokens):
        if tokens[index + 2].key in YEAR_WORDS and published:
            return Period(published[:4], index, index + 3, relative=True)
        year = _known_year(tokens, index + 2, published)
        return Period(str(year[0]), index, year[1], relative=year[2]) if year else None
    month = month_at(tokens, index + 1, lexicon)
    year = _known_year(tokens, month[1], published) if month and month[0] == "01" else None
    return Period(str(year[0]), index, year[1], relative=year[2]) if year else None


def _day_month(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«6 марта 2024», «14-16 ноября»: the year of publication where none is said."""
    token = tokens[index]
    if token.kind not in {"number", "ordinal"} or not token.text.split("-")[0].isdigit():
        return None
    day, position = int(token.text.split("-")[0]), index + 1
    last_day = None
    if position + 1 < len(tokens) and tokens[position].key == "-" and tokens[position + 1].text.isdigit():
        last_day, position = int(tokens[position + 1].text), position + 2
    month = month_at(tokens, position, lexicon)
    if month is None or not 1 <= day <= 31:
        return None
    year = _known_year(tokens, month[1], published)
    number, last, relative = year or (published[:4] if published else "XXXX", month[1], True)
    edtf = f"{number}-{month[0]}-{day:02d}"
    if last_day and day < last_day <= 31:
        edtf += f"/{number}-{month[0]}-{last_day:02d}"
    return Period(edtf, index, last, relative=relative)


def _month_year(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    month = month_at(tokens, index, lexicon)
    if month is None:
        return None
    year = _known_year(tokens, month[1], published)
    if year is None:
        if published is None or not index or tokens[index - 1].key not in {"в", "с", "к", "до", "по", "за"}:
            return None
        # «в ноябре» alone: the last such month before publication, or the one to come after «к», «до»
        number = int(published[:4]) - (month[0] > published[5:7] and tokens[index - 1].key in {"в", "с", "за"})
        return Period(f"{number}-{month[0]}", index, month[1], relative=True)
    return Period(f"{year[0]}-{month[0]}", index, year[1], relative=year[2])


def _quarter(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«второй квартал 2018-го», «III квартале 2024 года», «первое полугодие»."""
    key = tokens[index].key.split("-")[0]
    number = QUARTERS.get(key) or next(
        (n for stem, n in QUARTERS.items() if len(stem) > 3 and key.startswith(stem)), None
    )
    if number is None or index + 1 >= len(tokens):
        return None
    length = next((months for stem, months in SPANS.items() if tokens[index + 1].key.startswith(stem)), None)
    if length is None and tokens[index + 1].key == "кв":
        length = 3
    if length is None or number * length > MONTHS_IN_YEAR:
        return None
    after = index + 2 + (index + 2 < len(tokens) and tokens[index + 2].text == ".")
    year = _known_year(tokens, after, published)
    if year is None:
        if published is None:
            return None
        year = (int(published[:4]), after, True)
    if length == 3:
        return Period(f"{year[0]}-Q{number}", index, year[1], relative=year[2])
    start = (number - 1) * length + 1
    return Period(f"{year[0]}-{start:02d}/{year[0]}-{start + length - 1:02d}", index, year[1], relative=year[2])


def _months_of(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«девять месяцев 2024 года», «9 месяцев текущего года»."""
    number = number_at(tokens, index, lexicon)
    if number is None or not 1 <= number.value <= MONTHS_IN_YEAR or number.last >= len(tokens):
        return None
    if not tokens[number.last].key.startswith("месяц") and tokens[number.last].key != "мес":
        return None
    after = number.last + 1 + (number.last + 1 < len(tokens) and tokens[number.last + 1].text == ".")
    year = _known_year(tokens, after, published)
    if year is None and published and index and tokens[index - 1].key == "за":  # «за 11 месяцев» of the year just past
        year = (int(published[:4]) - (int(number.value) > int(published[5:7])), after, True)
    if year is None:
        return None
    return Period(f"{year[0]}-01/{year[0]}-{int(number.value):02d}", index, year[1], relative=year[2])


def _year_range(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«2024–2026 годы», «с 2021 по 2025 год»."""
    first = year_at(tokens, index, bare=True)
    if first is None or first[1] >= len(tokens) or tokens[first[1]].key not in {"-", "по"}:
        return None
    second = year_at(tokens, first[1] + 1)
    if second is None or second[0] <= first[0]:
        return None
    return Period(f"{first[0]}/{second[0]}", index, second[1])


def _year(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    prepositions = {"в", "за", "с", "к", "до", "на", "по", "из"}
    year = year_at(tokens, index)
    if year is None and index and tokens[index - 1].key in prepositions | {"(", ","}:
        bare = year_at(tokens, index, bare=True)
        ends = bare is not None and (bare[1] >= len(tokens) or tokens[bare[1]].text in ".,;:)—–-")
        year = bare if ends else None
    return Period(str(year[0]), index, year[1]) if year else None


def _relative(tokens: Sequence[Token], index: int, published: str | None, before: list[Period]) -> Period | None:
    """«в прошлом году», «годом ранее»: from publication, or from the year named just before."""
    token = tokens[index]
    if token.key == "годом" and index + 1 < len(tokens) and tokens[index + 1].key in {"ранее", "раньше"}:
        if before and before[-1].dated:
            return Period(before[-1].shifted(before[-1].year - 1), index, index + 2, relative=True)
        return Period(str(int(published[:4]) - 1), index, index + 2, relative=True) if published else None
    shift = _shift(tokens, index)
    if shift is not None and published and morph.has(token.text.lower(), "ADJF"):
        return Period(str(int(published[:4]) + shift), index, index + 2, relative=True)
    return None
