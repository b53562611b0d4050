"""Dates as the press gives them: EDTF text (`2025`, `2025-11`, `2024-Q3`, `2024-01/2024-09`) and its first day."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PARTS = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?")
# The whole of one end: with the decade, the seasons, quarters and halves of EDTF, and its marks of doubt.
WHOLE = re.compile(
    r"(?:[12]\d\dX|(?P<date>[12]\d{3}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?)|[12]\d{3}-(?:Q[1-4]|2[1-4]|3[3-6]|4[01]))[~?%]?",
    re.ASCII,
)
OPEN = ("", "..")


def first_day(edtf: str | None) -> date | None:
    """The first day that the date may mean, for sorting; None where the text is empty or no date."""
    found = PARTS.match(edtf or "")
    if not found:
        return None
    quarter = found["quarter"]
    month = int(quarter) * 3 - 2 if quarter else int(found["month"] or 1)
    try:
        return date(int(found["year"]), month, int(found["day"] or 1))
    except ValueError:
        return None


def is_edtf(text: str) -> bool:
    """Whether the text is a date, a longer time or an interval that goes forward, of days that the calendar has."""
    start, slash, end = text.partition("/")
    if not slash:
        return _is_point(text)
    if start in OPEN or end in OPEN:
        return (start in OPEN) != (end in OPEN) and _is_point(start if end in OPEN else end)
    return _is_point(start) and _is_point(end) and _forward(start, end)


def validate_edtf(text: str) -> None:
    """Raise ValidationError for a text that is no date; none at all is a date that nobody gave."""
    if text and not is_edtf(text):
        raise ValidationError(_("This is no date: write 2025, 2025-11, 2025-11-17, 2024-Q3 or 2024-01/2024-09."))


def _is_point(text: str) -> bool:
    found = WHOLE.fullmatch(text)
    return bool(found) and (not found["date"] or first_day(found["date"]) is not None)


def _forward(start: str, end: str) -> bool:
    """Whether the second begins no earlier than the first."""
    if "X" in start + end:
        return start[:3] <= end[:3]
    return start[:4] < end[:4] or (start[:4] == end[:4] and _begin(start) <= _begin(end))


def _begin(point: str) -> date:
    """Its first day; a season, quarter or half by number is at least of its year."""
    return first_day(point) or date(int(point[:4]), 1, 1)
