"""EDTF dates in the words of a reader: «ноябрь 2025 г.», «9 месяцев 2024 г.», "January–September 2024"."""

from __future__ import annotations

import re

RU_NOMINATIVE = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
]
RU_GENITIVE = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
EN_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ROMAN = ("I", "II", "III", "IV")
# EDTF level 1 and 2 write a season, quarter or half-year where the month stands.
RU_PARTS = {21: "весна", 22: "лето", 23: "осень", 24: "зима", 40: "первое полугодие", 41: "второе полугодие"}
EN_PARTS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter", 40: "first half of", 41: "second half of"}
RU_MONTH_COUNT = {2: "2 месяца", 3: "3 месяца", 4: "4 месяца", **{n: f"{n} месяцев" for n in range(5, 12)}}
POINT = re.compile(
    r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d)(?::\d\d)?)?)?)?"
    r"(?:Z|[+-]\d\d:?\d\d)?(?P<doubt>[~?%])?"
)
# «2021 г.» and «7 ноября» stay on one line.
UNBROKEN = re.compile(r" (?=гг?\.)|(?<=\b\d) (?=[^\W\d])|(?<=\b\d\d) (?=[^\W\d])")
DECADE = re.compile(r"(\d{3})X")


def spoken(edtf: str | None, language: str = "ru") -> str:
    """The date as people of the language write it; what is no EDTF date comes back as it is, none as ""."""
    text = (edtf or "").strip()
    russian = language.startswith("ru")
    if "/" in text:
        start, _, end = text.partition("/")
        words = _interval(start, end, russian)
    else:
        words = _point(text, russian)
    return UNBROKEN.sub("\N{NO-BREAK SPACE}", words) if words else text


def _point(text: str, russian: bool) -> str | None:
    if decade := DECADE.fullmatch(text):
        return f"{decade[1]}0-е гг." if russian else f"{decade[1]}0s"
    found = POINT.fullmatch(text)
    if not found:
        return None
    year, month = found["year"], int(found["month"] or 0)
    if found["quarter"] or 33 <= month <= 36:
        quarter = int(found["quarter"] or month - 32)
        words = f"{ROMAN[quarter - 1]} квартал {year} г." if russian else f"Q{quarter} {year}"
    elif month in RU_PARTS:
        words = f"{RU_PARTS[month]} {year} г." if russian else f"{EN_PARTS[month]} {year}"
    elif month > 12 or (found["month"] and not month):
        return None
    elif found["day"]:
        day = int(found["day"])
        words = f"{day} {RU_GENITIVE[month - 1]} {year} г." if russian else f"{day} {EN_MONTHS[month - 1]} {year}"
        words += f", {found['time']}" if found["time"] else ""
    elif month:
        words = f"{RU_NOMINATIVE[month - 1]} {year} г." if russian else f"{EN_MONTHS[month - 1]} {year}"
    else:
        words = f"{year} г." if russian else year
    if found["doubt"]:
        words = f"{words} (приблизительно)" if russian else f"{words} (approximately)"
    return words


def _interval(start: str, end: str, russian: bool) -> str | None:
    if end in ("", ".."):
        since = _point(start, russian)
        return since and (f"начиная с: {since}" if russian else f"from {since}")
    if start in ("", ".."):
        until = _point(end, russian)
        return until and (f"по: {until}" if russian else f"until {until}")
    first, last = POINT.fullmatch(start), POINT.fullmatch(end)
    if not first or not last or not _point(start, russian) or not _point(end, russian):
        return None
    if not first["month"] and not last["month"] and not first["quarter"] and not last["quarter"]:
        return f"{first['year']}–{last['year']}" + (" гг." if russian else "")
    if first["year"] == last["year"] and _is_month(first) and _is_month(last):
        return _months(int(first["month"]), int(last["month"]), first["year"], russian)
    return f"{_point(start, russian)} – {_point(end, russian)}"


def _is_month(found: re.Match[str]) -> bool:
    return bool(found["month"]) and not found["day"] and 1 <= int(found["month"]) <= 12


def _months(first: int, last: int, year: str, russian: bool) -> str:
    """«9 месяцев 2024 г.» is how the trade says January to September."""
    if first == last:
        return _point(f"{year}-{first:02}", russian) or year
    if (first, last) == (1, 12):
        return f"{year} г." if russian else year
    if russian:
        if first == 1 and last in RU_MONTH_COUNT:
            return f"{RU_MONTH_COUNT[last]} {year} г."
        return f"{RU_NOMINATIVE[first - 1]} – {RU_NOMINATIVE[last - 1]} {year} г."
    return f"{EN_MONTHS[first - 1]}–{EN_MONTHS[last - 1]} {year}"
