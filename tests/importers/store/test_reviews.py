"""Decisions travel as data: taken over once, under the same keys, and never over a later one."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from importers.store import save
from importers.store.reviews import apply_reviews, reviews
from minerals.models import Agreement, Mention, Project, Quotation, Statistic

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(world, make):
    """The decisions about our text; the tables stand again as nobody had looked."""
    save(make.everything(), make.page())
    Statistic.objects.get().correct(world.editor, {"value": "90000000000", "mineral": "copper"}, "опечатка")
    Project.objects.get().accept(world.editor)
    Agreement.objects.get().correct(world.editor, {"parties": ["UZ", "KZ"]})
    Quotation.objects.get().reject(world.editor, "пересказ")
    Mention.objects.filter(mineral__isnull=False).update(rejected=True)
    told = json.loads(json.dumps(reviews()))
    for model in (Statistic, Agreement, Quotation, Project):
        model.objects.all().delete()
    Mention.objects.all().delete()
    save(make.everything(), make.page())
    return told


def test_decisions_are_taken_over_with_who_when_and_why(world, decided):
    assert apply_reviews(decided) == {"applied": 5}
    fact = Statistic.objects.published().get()
    assert (fact.value, fact.mineral.slug, fact.note, fact.reviewed_by) == (90e9, "copper", "опечатка", world.editor)
    assert Agreement.objects.published().about_country("UZ").count() == 1
    assert Project.objects.published().count() == 1
    assert Quotation.objects.rejected().get().note == "пересказ"
    assert not Mention.objects.kept().filter(mineral__isnull=False).exists()
    assert json.loads(json.dumps(reviews())) == decided


def test_taken_over_twice_changes_nothing(make, decided):
    apply_reviews(decided)
    before = make.all_rows()
    assert apply_reviews(decided) == {"already here": 5}
    assert make.all_rows() == before


def test_a_later_decision_here_stays(world, decided):
    apply_reviews(decided)
    fact = Statistic.objects.get()
    fact.reject(world.editor, at=fact.reviewed_at + timedelta(minutes=1))
    assert apply_reviews(decided)["decided later here"] == 1
    assert Statistic.objects.rejected().count() == 1


def test_a_decision_finds_its_fact_where_a_newer_version_reads_it_otherwise(world, make, decided):
    Statistic.objects.all().delete()
    save(make.reading(make.statistic("1", measure="cost")), make.page())
    apply_reviews(decided)
    fact = Statistic.objects.published().get()
    assert (fact.value, fact.measure, fact.mineral.slug) == (90e9, "reserves", "copper")


def test_a_rejection_is_of_one_reading_only(make, decided):
    Quotation.objects.update(key="0" * 64)
    apply_reviews(decided)
    assert Quotation.objects.get().state == "proposed"


def test_a_reviewer_without_an_account_here_is_a_name_that_cannot_log_in(world, decided):
    world.editor.delete()
    apply_reviews(decided)
    reviewer = Statistic.objects.get().reviewed_by
    assert (reviewer.username, reviewer.is_active, reviewer.has_usable_password()) == ("editor", False, False)


def test_a_decision_about_nothing_we_have_is_told(decided):
    Quotation.objects.all().delete()
    assert apply_reviews(decided)["without a fact here"] == 1


def test_files_are_written_and_applied(world, decided, tmp_path, capsys):
    apply_reviews(decided)
    call_command("export_reviews", tmp_path / "facts.json")
    call_command("apply_reviews", tmp_path)
    assert capsys.readouterr().out.splitlines()[-1].endswith("facts.json: 5 already here.")


@pytest.mark.parametrize("backwards", [False, True])
def test_merged_facts_are_taken_over_as_they_stood(world, make, backwards):
    other = make.BODY.replace("94 млрд", "95 млрд")

    def read():
        tonnes = make.statistic("53000", quote="53 тыс. тонн", unit="t")
        save(make.reading(make.statistic(), tonnes), make.page())
        save(make.reading(make.statistic("95", quote="95 млрд тенге", body=other), body=other), make.page(other))

    read()
    first, second, third = Statistic.objects.order_by("-key" if backwards else "key")
    first.correct(world.editor, {"mineral": "copper"}, "опечатка")
    second.accept(world.editor)
    third.reject(world.editor)
    first.merge_into(second, world.editor)
    second.merge_into(third, world.editor)
    told = json.loads(json.dumps(reviews()))
    Statistic.objects.update(merged_into=None)
    Statistic.objects.all().delete()
    read()
    assert apply_reviews(told) == {"applied": 3}
    assert json.loads(json.dumps(reviews())) == told
    assert sorted(Statistic.objects.values_list("state", flat=True)) == ["published", "published", "rejected"]


def test_a_folder_without_decisions_is_told(world, tmp_path):
    with pytest.raises(CommandError, match="No decision files"):
        call_command("apply_reviews", tmp_path)


MALFORMED = [
    *("", "[]", "{}", '{"facts": [{"kind": "rumour"}], "mentions": []}', '{"facts": [1], "mentions": []}'),
    '{"facts": [], "mentions": [{"article": "", "kind": "rumour", "ref": ""}]}',
]


@pytest.mark.parametrize("text", MALFORMED)
def test_a_malformed_file_is_refused_in_one_line(world, tmp_path, capsys, text):
    (tmp_path / "facts.json").write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match="1 file not applied"):
        call_command("apply_reviews", tmp_path)
    assert capsys.readouterr().err.count("\n") == 1
