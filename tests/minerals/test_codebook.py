"""The codebook in docs/ is what the models say."""

from __future__ import annotations

from minerals.codebook import PATH, codebook


def test_the_codebook_is_up_to_date():
    assert PATH.read_text(encoding="utf-8") == codebook(), "run: python manage.py write_codebook"


def test_every_vocabulary_is_in_it():
    told = codebook()
    for value in ("framework agreement", "deal_value", "proposed", "processing plant", "up_to", "launched"):
        assert f"| `{value}` |" in told
