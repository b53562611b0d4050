"""A text with its quotes marked: every character once, in order, and the shorter quote wins where two overlap."""

from __future__ import annotations

import re
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from minerals.models import Project, Statistic
from news.desk import marked_text

BODY = "Завод <b>Сарыбулак</b> даст 53 тыс. т."


def row(start: int, stop: int, model: type = Statistic, quote: str | None = None) -> SimpleNamespace:
    """Evidence as the article's page has it."""
    return SimpleNamespace(start=start, stop=stop, quote=quote or BODY[start:stop], fact=model(pk=1))


def plain(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).replace("&lt;", "<").replace("&gt;", ">")


def test_a_quote_that_the_text_lost_is_not_marked():
    assert "<mark" not in marked_text(BODY, [row(0, 5, quote="Рудник"[:5])])


def test_a_text_without_quotes_stays_as_it_is():
    assert plain(marked_text(BODY, [])) == BODY


def test_the_shorter_quote_wins():
    html = marked_text(BODY, [row(0, 30, Project), row(6, 10)])
    assert '<mark class="project">Завод </mark>' in html
    assert '<mark class="statistic">&lt;b&gt;S</mark>'.replace("S", BODY[9]) in html


@given(st.lists(st.tuples(st.integers(0, len(BODY) - 1), st.integers(1, 20)), max_size=8))
def test_no_character_is_lost_or_doubled(spans):
    rows = [row(start, min(start + length, len(BODY))) for start, length in spans]
    assert plain(marked_text(BODY, rows)) == BODY
