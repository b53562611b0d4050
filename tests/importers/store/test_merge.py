"""The merge of one reading into one fact, for whatever was read before, stands now, and is read next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from importers.store.merge import SILENT, another, reread

FIELDS = ("value", "stage", "minerals")
value = st.one_of(st.none(), st.sampled_from(["1", "2", "3", "unknown"]), st.lists(st.sampled_from("ab"), unique=True))
values = st.fixed_dictionaries(dict.fromkeys(FIELDS, value))


@given(live=values, read=values, now=values, owned=st.booleans(), elsewhere=st.lists(values, max_size=2))
def test_the_same_reading_again_changes_nothing(live, read, now, owned, elsewhere):
    merged = reread(live, read, now, now, owned, elsewhere)
    assert (merged.take, merged.read, merged.disputed) == ({}, {}, False)


@given(live=values, read=values, before=values, now=values, elsewhere=st.lists(values, max_size=2))
def test_what_people_decided_is_never_taken_from_them(live, read, before, now, elsewhere):
    assert reread(live, read, before, now, False, elsewhere).take == {}
    assert another(live, read, now, False, False, ()).take == {}


@given(live=values, read=values, before=values, now=values, owned=st.booleans(), elsewhere=st.lists(values, max_size=2))
def test_after_a_reading_each_moved_field_stands_or_is_shown_beside(live, read, before, now, owned, elsewhere):
    merged = reread(live, read, before, now, owned, elsewhere)
    for field in FIELDS:
        if before[field] == now[field]:
            assert field not in merged.take
            continue
        assert merged.read[field] == now[field]
        stands = {**live, **merged.take}[field]
        assert stands == now[field] or merged.disputed or now[field] in SILENT


@given(read=values, before=values, now=values)
def test_a_fact_that_nobody_touched_follows_the_machine(read, before, now):
    merged = reread(read, read, before, now, True, [])
    assert not merged.disputed
    assert all({**read, **merged.take}[field] == now[field] for field in FIELDS if before[field] != now[field])


@given(live=values, read=values, now=values, owned=st.booleans())
def test_a_further_sentence_of_one_article_disputes_nothing(live, read, now, owned):
    assert not another(live, read, now, owned, True, ()).disputed


@given(live=values, now=values, owned=st.booleans())
def test_silence_contradicts_nobody(live, now, owned):
    silent = dict.fromkeys(now)
    merged = another(live, live, silent, owned, False, ())
    assert (merged.take, merged.read, merged.disputed) == ({}, {}, False)
