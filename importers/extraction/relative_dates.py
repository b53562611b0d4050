"""Periods that lean on another one: on the day of publication, or on what was named just before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from importers.extraction import morph
from importers.extraction.segment import Token
from importers.extraction.years import RELATIVE, THIS, Period, known_year, shift

SAME = frozenset({"тот", "того", "том", "те", "тех", "аналогичный", "аналогичного", "аналогичном", "аналогичные"})
PARTS = ("квартал", "период", "месяц", "полугоди", "отрезок", "срок")
AGO = frozenset({"ранее", "раньше"})
STEPS = {"годом": 12, "кварталом": 3, "месяцем": 1}  # «годом раньше», in months
YEARS_AGO = {"двумя": 2, "тремя": 3, "четырьмя": 4, "пятью": 5}  # «двумя годами раньше»
MONTHS_IN_YEAR = 12
COUNTED = ("год", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять")
COUNTS = {word: number for number, word in enumerate(COUNTED, 1)}
OPENINGS = frozenset({*SAME, *COUNTS, *THIS, *STEPS, *YEARS_AGO, "через", "десятилетия"})
WHEN = 4  # tokens up to «когда»


def same_part(tokens: Sequence[Token], index: int, published: str | None, before: Sequence[Period]) -> Period | None:
    """«в том же квартале 2017-го», «за те же месяцы прошлого года»: the part of the year spoken of before."""
    if tokens[index].key not in SAME:
        return None
    position = _after_part(tokens, index)
    if position is None:
        return None
    named = tokens[position - 1].key
    year = known_year(tokens, position, published)
    model = _model(named, before)
    if year is None or model is None:
        return None
    return Period(model.shifted(year[0]), index, year[1], relative=year[2], back=True)


def _after_part(tokens: Sequence[Token], index: int) -> int | None:
    """The token behind «тот же квартал», «те же девять месяцев», that begin at `index`."""
    position = index + 1
    if position < len(tokens) and tokens[position].key == "же":
        position += 1
    for at in (position, position + 1):
        if at < len(tokens) and tokens[at].key.startswith(PARTS):
            return at + 1
    return None


def _model(named: str, before: Sequence[Period]) -> Period | None:
    """The last period before that «те же месяцы», «тот же квартал», «тот же период» can mean."""
    dated = [p for p in before if p.dated]
    if named.startswith(("месяц", "полугоди")):
        dated = [p for p in dated if "/" in p.edtf] or dated
    elif named.startswith("квартал"):
        dated = [p for p in dated if "Q" in p.edtf] or dated
    else:
        dated = [p for p in dated if p.part] or dated
    return dated[-1] if dated else None


def relative_year(
    tokens: Sequence[Token], index: int, published: str | None, before: Sequence[Period]
) -> Period | None:
    """«в прошлом году», «годом ранее», «месяцем раньше»: from publication, or from the time named just before."""
    token = tokens[index]
    if token.key in STEPS and index + 1 < len(tokens) and tokens[index + 1].key in AGO:
        return _steps_back(tokens, index, published, before)
    if token.key in YEARS_AGO and index + 2 < len(tokens) and tokens[index + 1].key == "годами":
        base = _base(before)
        if tokens[index + 2].key not in AGO or base is None:
            return None
        return Period(base.shifted(base.year - YEARS_AGO[token.key]), index, index + 3, relative=True, back=True)
    if token.key == "десятилетия" and index and tokens[index - 1].key in {"концу", "конца"} and published:
        return Period(str(int(published[:3]) * 10 + 10), index, index + 1, by=True, relative=True)
    if token.key in COUNTS or token.key == "через":
        return _years_away(tokens, index, published, before)
    away = shift(tokens, index)
    if away is not None and published and morph.has(token.text.lower(), "ADJF"):
        return Period(str(int(published[:4]) + away), index, index + 2, relative=True)
    return None


def _years_away(tokens: Sequence[Token], index: int, published: str | None, before: Sequence[Period]) -> Period | None:
    """«два года назад» from publication, «через три года» from the year named just before, as far as it has passed."""
    later = tokens[index].key == "через"
    at = index + later
    years = COUNTS.get(tokens[at].key) if at < len(tokens) else None
    last = at + 1 + (years != 1)
    if years is None or (years > 1 and (last > len(tokens) or tokens[last - 1].key not in {"года", "лет"})):
        return None
    if later:
        base = next((p for p in reversed(before) if p.dated and not p.by), None)
        if base is None or (published and base.year + years > int(published[:4])) or not published:
            return None
        return Period(str(base.year + years), index, last, relative=True)
    if not published or last >= len(tokens) or tokens[last].key != "назад":
        return None
    return Period(str(int(published[:4]) - years), index, last + 1, relative=True, back=True)


def _steps_back(tokens: Sequence[Token], index: int, published: str | None, before: Sequence[Period]) -> Period | None:
    """«годом раньше», with «за те же девять месяцев» behind it of the same part of the year."""
    last = index + 2
    position = last + (last < len(tokens) and tokens[last].key in {"за", "в", "на"})
    same = position < len(tokens) and tokens[position].key in SAME and _after_part(tokens, position)
    base = _base(before)
    if same:
        base = _model(tokens[same - 1].key, before) or base
        last = same
    months = STEPS[tokens[index].key]
    if base is None:
        if months != MONTHS_IN_YEAR or not published:
            return None
        return Period(str(int(published[:4]) - 1), index, last, relative=True, back=True)
    edtf = base.shifted(base.year - 1) if months == MONTHS_IN_YEAR else _earlier(base, months)
    return Period(edtf, index, last, relative=True, back=True) if edtf else None


def _base(before: Sequence[Period]) -> Period | None:
    """The time that the text stands at: the last one that is no comparison and no goal."""
    dated = [p for p in before if p.dated and not p.by]
    return next((p for p in reversed(dated) if not p.back), dated[-1] if dated else None)


def _earlier(base: Period, months: int) -> str | None:
    """The month or quarter before one: «месяцем ранее»."""
    if months == 3 and base.edtf[4:6] == "-Q":
        quarter = int(base.edtf[6])
        return f"{base.year}-Q{quarter - 1}" if quarter > 1 else f"{base.year - 1}-Q4"
    if months == 1 and len(base.edtf) == len("2026-03"):
        month = int(base.edtf[5:7]) if base.edtf[5] != "Q" else 0
        if month:
            return f"{base.year}-{month - 1:02d}" if month > 1 else f"{base.year - 1}-12"
    return None


def last_years(tokens: Sequence[Token], index: int, published: str | None) -> Period | None:
    """«выше прошлогоднего результата, когда произвели 5 тонн»: the year before publication, of what follows."""
    told = any(token.key in {"когда", "тогда"} for token in tokens[index + 1 : index + 1 + WHEN])
    if published and told and tokens[index].key.startswith("прошлогодн"):
        return Period(str(int(published[:4]) - 1), index, index + 1, relative=True, back=True)
    return None


@lru_cache(maxsize=100_000)
def may_begin(key: str) -> bool:
    """Whether a relative period may begin with the word: most cannot, and one look-up tells."""
    return key in OPENINGS or key.startswith((*RELATIVE, "прошлогодн"))
