"""What editors decided about unread sentences holds through every later import."""

from __future__ import annotations

import pytest

from importers.models import Unread, UnreadState
from importers.records import Unread as Left

URL = "https://vesti.example/1"
COPPER = "Добыча меди достигла 53 тыс. тонн."


@pytest.fixture
def left(make):
    """The third sentence of our text, or of another, as a reading leaves it."""
    return lambda body=make.BODY, detail="53 тыс. тонн": Left(make.span(COPPER, body), "unbound", detail)


def only() -> Unread:
    return Unread.objects.get()


def test_unread_sentences_are_rows(make, keep, left):
    keep(left())
    assert (only().quote, only().reason, only().detail) == (COPPER, "unbound", "53 тыс. тонн")
    before = make.all_rows()
    keep(left())
    assert make.all_rows() == before
    keep()
    assert make.all_rows()["importers.Unread"] == []


def test_a_decision_survives_the_same_reading_which_writes_nothing(make, keep, left, world):
    keep(left(), url=URL)
    assert Unread.objects.decide(UnreadState.DISMISSED, world.editor) == 1
    before = make.all_rows()
    assert keep(left(), url=URL).outcome == "unchanged"
    assert make.all_rows() == before
    assert (only().state, only().decided_by) == ("dismissed", world.editor)


def test_what_waits_goes_when_its_fact_is_read_and_what_was_decided_stays_aside(make, keep, left, world):
    keep(left(), Left(make.span("Казахстан и США"), "deed"), url=URL)
    Unread.objects.filter(reason="unbound").decide(UnreadState.SEEN, world.editor)
    assert keep(url=URL).outcome == "changed"
    assert (only().reason, only().state, only().read_since) == ("unbound", "seen", True)
    assert not Unread.objects.standing()
    before = make.all_rows()
    assert keep(url=URL).outcome == "unchanged"
    assert make.all_rows() == before


def test_a_fact_lost_again_brings_the_decision_back(keep, left, world):
    keep(left(), url=URL)
    Unread.objects.decide(UnreadState.DISMISSED, world.editor)
    keep(url=URL)
    assert keep(left(), url=URL).outcome == "changed"
    assert (only().state, only().read_since) == ("dismissed", False)
    assert not Unread.objects.waiting()


def test_a_decision_moves_with_its_sentence_through_a_changed_text(make, keep, left, world):
    keep(left(), url=URL)
    Unread.objects.decide(UnreadState.SEEN, world.editor)
    body = "Редакция уточнила текст.\n" + make.BODY
    keep(left(body, detail="тонн"), body=body, page_text="new", url=URL)
    row = only()
    assert (row.state, row.detail) == ("seen", "тонн")
    assert body[row.start : row.stop] == row.quote == COPPER


def test_sentences_that_change_places_keep_their_decisions(make, keep, world):
    first, second, third, fourth = make.BODY.split("\n")
    texts = (make.BODY, "\n".join((second, first, third, fourth)))
    for body, page in zip(texts, ("old", "new"), strict=True):
        facts = [Left(make.span(each, body), "unbound") for each in (first, second)]
        keep(*facts, body=body, page_text=page, url=URL)
        if page == "old":
            Unread.objects.filter(quote=first).decide(UnreadState.SEEN, world.editor)
    assert {row.quote: row.state for row in Unread.objects.all()} == {first: "seen", second: "waiting"}
    assert all(texts[1][row.start : row.stop] == row.quote for row in Unread.objects.all())


def test_the_same_sentence_twice_is_two_rows(make, keep, world):
    body = f"{make.BODY}\n{COPPER}"
    start = body.rindex(COPPER)
    twice = [
        Left(make.span(COPPER, body), "unbound"),
        Left(make.replace(make.span(COPPER, body), start=start, stop=start + len(COPPER)), "unbound"),
    ]
    keep(*twice, body=body, url=URL)
    before = make.all_rows()
    keep(*twice, body=body, url=URL)
    assert make.all_rows() == before
    assert Unread.objects.count() == 2


def test_who_undoes_a_decision_leaves_no_name(keep, left, world):
    keep(left())
    Unread.objects.decide(UnreadState.SEEN, world.editor)
    assert Unread.objects.decide(UnreadState.WAITING, world.editor) == 1
    assert (only().decided_by, only().decided_at) == (None, None)
    assert Unread.objects.decide(UnreadState.WAITING, world.editor) == 0
