"""The day that a date sorts by."""

from __future__ import annotations

from datetime import date

import pytest

from news.edtf import first_day, is_edtf

NO_DATE = ["", None, "скоро", "20", "2025-13", "2025-02-30"]
DATES = [
    ("2025", date(2025, 1, 1)),
    ("2025-11", date(2025, 11, 1)),
    ("2025-11-17", date(2025, 11, 17)),
    ("2025-11-17T17:08", date(2025, 11, 17)),
    ("2024-Q3", date(2024, 7, 1)),
    ("2024-01/2024-09", date(2024, 1, 1)),
]


@pytest.mark.parametrize("edtf", NO_DATE)
def test_no_date_has_no_day(edtf):
    assert first_day(edtf) is None


@pytest.mark.parametrize(("edtf", "day"), DATES)
def test_a_date_sorts_by_its_first_day(edtf, day):
    assert first_day(edtf) == day


WRITTEN = ["2025", "2025-11-17", "2024-Q3", "2024-01/2024-09", "2024/2024-09", "2012/..", "../2020", "202X", "2024-21"]
NOT_WRITTEN = ["не дата", "2025-13", "2025-02-31", "2024/2023", "<script>", "/", "2025/x", "٢٠٢٥", "2025\n", "0000"]


@pytest.mark.parametrize("edtf", WRITTEN)
def test_a_date_may_be_written(edtf):
    assert is_edtf(edtf)


@pytest.mark.parametrize("edtf", NOT_WRITTEN)
def test_what_is_no_date_may_not(edtf):
    assert not is_edtf(edtf)
