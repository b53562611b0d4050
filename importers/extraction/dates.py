"""Periods that a sentence names, in EDTF: «в ноябре 2025 года» 2025-11, «январь—июнь 2018 года» 2018-01/2018-06."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from importers.extraction.lexicon import Lexicon
from importers.extraction.numbers import number_at
from importers.extraction.relative_dates import last_years, may_begin, relative_year, same_part
from importers.extraction.segment import Token
from importers.extraction.years import YEAR_WORDS, Period, known_year, year_at

__all__ = ["Carried", "Period", "month_at", "periods", "year_at"]

DIGITS = frozenset({"date", "number", "ordinal"})
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
MONTHS_IN_YEAR = 12
SINCE = frozenset({"с", "со"})
AGAINST = frozenset({"чем", "против", "нежели"})
MONTH = "мес"
COUNT = 8  # tokens in which a number of months has come to its noun: «двенадцать месяцев»
BEHIND = 6  # tokens: «против 15,1 млн тонн за январь»


@dataclass(frozen=True, slots=True)
class Carried:
    """What the sentences before leave to the next: the last part of a year, the last time of all, the latest year."""

    part: Period | None = None
    last: Period | None = None
    latest: int = 0

    @property
    def times(self) -> tuple[Period, ...]:
        return tuple(p for p in (self.part, self.last) if p is not None)

    @property
    def basis(self) -> str | None:
        """The end of the latest year named so far: from there an undated page counts."""
        return f"{self.latest}-12-31" if self.latest else None

    def after(self, found: Sequence[Period]) -> Carried:
        """With the periods of one more sentence: goals and comparisons leave the text where it stands."""
        main = [p for p in found if p.dated and not p.by and not p.back]
        part = next((p for p in main if p.part), self.part)
        last = next((p for p in main if not p.relative or p.part), self.last)
        years = [p.year for p in main if not p.relative]
        return Carried(part, last, max([self.latest, *years])) if main else self


def periods(
    tokens: Sequence[Token], lexicon: Lexicon, published: str | None = None, carried: Carried = Carried()
) -> tuple[Period, ...]:
    """All periods in the sentence.

    Relative ones («в прошлом году») need the day of publication; «в том же квартале 2017-го» and «годом ранее» lean
    on `carried`, the times of the sentences before.
    """
    found: list[Period] = []
    opening = lexicon.opening("month", "number", "scale")
    index, end = 0, len(tokens)
    while index < end:
        token = tokens[index]
        if token.is_word:
            if token.key not in opening and not _may_begin(token.key):
                index += 1
                continue
        elif token.kind not in DIGITS and token.key not in opening:
            index += 1
            continue
        period = _at(tokens, index, lexicon, published or carried.basis, [*carried.times, *found])
        if period is None:
            index += 1
            continue
        before_it = tokens[period.first - 1].key if period.first else ""
        since = before_it in SINCE and "/" not in period.edtf
        back = period.back or _compared(tokens, period.first)
        found.append(replace(period, by=period.by or before_it in {"к", "до"}, since=since, back=back))
        index = period.last
    return tuple(found)


def _compared(tokens: Sequence[Token], first: int) -> bool:
    """«больше, чем в 2024-м», «против 5 тонн за 2023 год»: the time of the other side."""
    return any(token.key in AGAINST for token in tokens[max(0, first - BEHIND) : first])


def _at(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None, before: Sequence[Period]
) -> Period | None:
    token = tokens[index]
    if token.kind == "date":
        return Period(_iso(token.text), index, index + 1)
    same = same_part(tokens, index, published, before)
    if same is not None:
        return same
    for reader in OF_WORDS if token.is_word else OF_DIGITS:
        period = reader(tokens, index, lexicon, published)
        if period is not None:
            return period
    return relative_year(tokens, index, published, before) or last_years(tokens, index, published)


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


def _month_range(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«январь—июнь 2018 года», «с января по сентябрь 2024 года»."""
    first = month_at(tokens, index, lexicon)
    if first is None or first[1] >= len(tokens) or tokens[first[1]].key not in {"-", "по"}:
        return None
    second = month_at(tokens, first[1] + 1, lexicon)
    if second is None:
        return None
    year = known_year(tokens, second[1], published)
    if year is None and index > 2 and tokens[index - 2].key in YEAR_WORDS:  # «в 2023 году за январь–май»
        named = year_at(tokens, index - 3)
        year = (named[0], second[1], False) if named else None
    if year is None and published:  # «за январь–октябрь» is of this year, once October is over
        year = (int(published[:4]) - (second[0] > published[5:7]), second[1], True)
    if year is None:
        return None
    return Period(f"{year[0]}-{first[0]}/{year[0]}-{second[0]}", index, year[1], relative=year[2])


def _since_january(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«с января 2025 года», «с начала года»: the year so far."""
    if tokens[index].key not in SINCE or index + 1 >= len(tokens):
        return None
    if tokens[index + 1].key == "начала" and index + 2 < len(tokens):
        if tokens[index + 2].key in YEAR_WORDS and published:
            return Period(published[:4], index, index + 3, relative=True)
        year = known_year(tokens, index + 2, published)
        return Period(str(year[0]), index, year[1], relative=year[2]) if year else None
    month = month_at(tokens, index + 1, lexicon)
    year = known_year(tokens, month[1], published) if month and month[0] == "01" else None
    return Period(str(year[0]), index, year[1], relative=year[2]) if year else None


def _day_month(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«6 марта 2024», «14-16 ноября»: the year of publication where none is said."""
    token = tokens[index]
    day, position = _day(token.text.split("-")[0]), index + 1
    if day is None:
        return None
    last_day = None
    if position + 1 < len(tokens) and tokens[position].key == "-" and tokens[position + 1].text.isdecimal():
        last_day, position = _day(tokens[position + 1].text), position + 2
    month = month_at(tokens, position, lexicon)
    if month is None or not 1 <= day <= 31:
        return None
    year = known_year(tokens, month[1], published)
    number, last, relative = year or (published[:4] if published else "XXXX", month[1], True)
    edtf = f"{number}-{month[0]}-{day:02d}"
    if last_day and day < last_day <= 31:
        edtf += f"/{number}-{month[0]}-{last_day:02d}"
    return Period(edtf, index, last, relative=relative)


def _day(text: str) -> int | None:
    """The number, if it has no fraction; a page may hold one of a million digits."""
    return int(text[:4]) if text.isdecimal() else None


def _month_year(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    month = month_at(tokens, index, lexicon)
    if month is None:
        return None
    year = known_year(tokens, month[1], published)
    if year is None:
        if published is None or not index or tokens[index - 1].key not in {"в", "с", "к", "до", "по", "за"}:
            return None
        # «в ноябре» alone: the last such month before publication, or the one to come after «к», «до»
        number = int(published[:4]) - (month[0] > published[5:7] and tokens[index - 1].key in {"в", "с", "за"})
        return Period(f"{number}-{month[0]}", index, month[1], relative=True)
    return Period(f"{year[0]}-{month[0]}", index, year[1], relative=year[2])


def _quarter(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«второй квартал 2018-го», «III квартале 2024 года», «первое полугодие»."""
    number = _quarter_number(tokens[index].key)
    if number is None or index + 1 >= len(tokens):
        return None
    length = next((months for stem, months in SPANS.items() if tokens[index + 1].key.startswith(stem)), None)
    if length is None and tokens[index + 1].key == "кв":
        length = 3
    if length is None or number * length > MONTHS_IN_YEAR:
        return None
    after = index + 2 + (index + 2 < len(tokens) and tokens[index + 2].text == ".")
    year = known_year(tokens, after, published)
    if year is None:
        if published is None:
            return None
        year = (int(published[:4]), after, True)
    if length == 3:
        return Period(f"{year[0]}-Q{number}", index, year[1], relative=year[2])
    start = (number - 1) * length + 1
    return Period(f"{year[0]}-{start:02d}/{year[0]}-{start + length - 1:02d}", index, year[1], relative=year[2])


@lru_cache(maxsize=100_000)
def _quarter_number(key: str) -> int | None:
    key = key.split("-")[0]
    return QUARTERS.get(key) or next(
        (n for stem, n in QUARTERS.items() if len(stem) > 3 and key.startswith(stem)), None
    )


def _half_past(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«за полугодие», «по итогам полугодия»: the half of the year that was over at publication."""
    if not published or not tokens[index].key.startswith("полугоди") or not index:
        return None
    if tokens[index - 1].key not in {"за", "итогам", "итоги"}:
        return None
    year, half = (int(published[:4]), 1) if published[5:7] > "06" else (int(published[:4]) - 1, 2)
    months = ("01", "06") if half == 1 else ("07", "12")
    return Period(f"{year}-{months[0]}/{year}-{months[1]}", index, index + 1, relative=True)


def _months_of(tokens: Sequence[Token], index: int, lexicon: Lexicon, published: str | None) -> Period | None:
    """«девять месяцев 2024 года», «9 месяцев текущего года»."""
    if not any(token.key.startswith(MONTH) for token in tokens[index + 1 : index + 1 + COUNT]):
        return None
    number = number_at(tokens, index, lexicon)
    if number is None or not 1 <= number.value <= MONTHS_IN_YEAR or number.last >= len(tokens):
        return None
    if not tokens[number.last].key.startswith("месяц") and tokens[number.last].key != "мес":
        return None
    after = number.last + 1 + (number.last + 1 < len(tokens) and tokens[number.last + 1].text == ".")
    year = known_year(tokens, after, published)
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


@lru_cache(maxsize=100_000)
def _may_begin(key: str) -> bool:
    """Whether a word that is no number and no month may open a period."""
    return key in SINCE or _quarter_number(key) is not None or key.startswith("полугоди") or may_begin(key)


# A date in figures opens with a digit, any other with a word: no reader is asked in vain.
OF_DIGITS = (_day_month, _quarter, _months_of, _year_range, _year)
OF_WORDS = (_month_range, _since_january, _month_year, _quarter, _half_past, _months_of)
