"""Dates as the press gives them: EDTF text (`2025`, `2025-11`, `2024-Q3`, `2024-01/2024-09`) and its first day."""

from __future__ import annotations

import re
from datetime import date

PARTS = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?")


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
