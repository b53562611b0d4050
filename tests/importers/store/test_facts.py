"""Readings become facts once; people's decisions outlive every further reading."""

from __future__ import annotations

from decimal import Decimal

import pytest

from importers import records
from importers.store import RunLog, save
from importers.store.things import UnknownThing
from minerals.models import Agreement, Evidence, Organisation, Project, Quotation, Statistic

pytestmark = pytest.mark.django_db


def test_a_rejected_fact_never_comes_back(world, make, keep):
    keep(make.statistic())
    Statistic.objects.get().reject(world.editor, "не запасы")
    before = make.all_rows()
    outcome = keep(make.statistic())
    assert outcome.counts == {"suppressed": 1}
    assert make.all_rows() == before


def test_a_rejected_fact_stays_so_when_read_otherwise_at_its_place(world, make, keep):
    keep(make.statistic())
    Statistic.objects.get().reject(world.editor)
    assert keep(make.statistic(measure="cost")).counts == {"suppressed": 1}
    assert Statistic.objects.get().state == "rejected"


def test_a_rejected_reading_is_suppressed_in_another_article_too(world, make, keep):
    keep(make.statistic(period="2025"))
    Statistic.objects.get().reject(world.editor)
    other = make.BODY + "\nПодробности позже."
    outcome = keep(make.statistic(period="2025", body=other), body=other, page_text="other")
    assert outcome.counts == {"suppressed": 1}


def test_the_second_import_writes_nothing(world, make):
    first = save(make.everything(), make.page(), RunLog(["x"]))
    assert first.outcome == "new"
    assert first.counts == {"new": 4}
    before = make.all_rows()
    second = save(make.everything(), make.page(), RunLog(["x"]))
    assert (second.outcome, second.counts) == ("unchanged", {"unchanged": 4})
    assert make.all_rows() == before


def test_the_second_import_writes_nothing_after_people_worked(world, make):
    save(make.everything(), make.page())
    Statistic.objects.get().correct(world.editor, {"value": "90000000000", "country": "UZ"}, "опечатка в тексте")
    Project.objects.get().accept(world.editor)
    Agreement.objects.get().reject(world.editor)
    before = make.all_rows()
    assert save(make.everything(), make.page()).outcome == "unchanged"
    assert make.all_rows() == before


def test_each_fact_is_one_row_of_history(world, make):
    save(make.everything(), make.page())
    for model in (Project, Agreement, Statistic, Quotation):
        record = model.history.get()
        assert (record.history_type, record.history_change_reason) == ("+", "read (1)")
    assert [link.country_id for link in Agreement.history.get().parties.order_by("country_id")] == ["KZ", "US"]


def test_a_correction_survives_a_reading_of_another_value_and_both_are_shown(world, make, keep):
    keep(make.statistic())
    Statistic.objects.get().correct(world.editor, {"value": "90000000000"})
    outcome = keep(make.statistic("95000000000"))
    fact = Statistic.objects.get()
    assert outcome.counts == {"disputed": 1}
    assert fact.disputed
    assert fact.state == "published"
    assert fact.differences() == {"value": ("95000000000", "90000000000")}
    before = make.all_rows()
    assert keep(make.statistic("95000000000")).outcome == "unchanged"
    assert make.all_rows() == before
    fact.accept(world.editor)
    assert not Statistic.objects.disputed().exists()


def test_the_machine_corrects_itself_while_nobody_looked(world, make, keep):
    keep(make.statistic())
    key = Statistic.objects.get().key
    assert keep(make.statistic("95000000000", measure="cost")).counts == {"changed": 1}
    fact = Statistic.objects.get()
    assert (fact.value, fact.measure, fact.key, fact.disputed) == (95_000_000_000, "cost", key, False)


def test_the_machine_does_not_overwrite_what_was_accepted(world, make, keep):
    keep(make.statistic())
    Statistic.objects.get().accept(world.editor)
    assert keep(make.statistic(qualifier="about")).counts == {"disputed": 1}
    assert Statistic.objects.get().qualifier == "exact"


def test_two_articles_that_say_the_same_are_one_fact_with_two_quotes(make, keep):
    keep(make.statistic(period="2025"))
    other = "Вчера сообщили. " + make.BODY
    outcome = keep(make.statistic(period="2025", body=other), body=other, page_text="other")
    assert outcome.counts == {"changed": 1}
    assert Statistic.objects.get().evidence.count() == 2


def test_round_sums_of_two_articles_stay_two_facts(make, keep):
    other = "Вчера сообщили. " + make.BODY
    keep(make.statistic(mineral=None))
    keep(make.statistic(mineral=None, body=other), body=other, page_text="other")
    assert Statistic.objects.count() == 2


def test_another_article_that_says_otherwise_makes_a_dispute(make, keep):
    other = "Вчера сообщили. " + make.BODY
    keep(make.project())
    outcome = keep(make.project(other, stage="construction"), body=other, page_text="other")
    fact = Project.objects.get()
    assert outcome.counts == {"disputed": 1}
    assert (fact.stage, fact.differences()["stage"]) == ("planned", ("construction", "planned"))


def test_another_article_adds_what_the_first_left_open(make, keep):
    other = "Вчера сообщили. " + make.BODY
    keep(make.project())
    keep(make.project(other, region="KZ-ZHT", place="Жетысу"), body=other, page_text="other")
    fact = Project.objects.get()
    assert (fact.region_id, fact.disputed) == ("KZ-ZHT", False)


def test_a_project_is_found_again_by_its_other_name(make, keep):
    keep(make.project())
    other = "Вчера сообщили. " + make.BODY
    renamed = make.replace(make.project(other), name="Проект «Кайракты»")
    keep(renamed, body=other, page_text="other")
    assert Project.objects.count() == 1
    assert {name.text for name in Project.objects.get().names.all()} == {
        "Месторождение Верхнее Кайракты",
        "Верхнее Кайракты",
        "Проект «Кайракты»",
    }


def test_a_project_is_searched_by_its_other_name(make, keep):
    keep(make.replace(make.project(), name="Месторождение у Жетысу"))
    assert Project.objects.search("Верхнем Кайракты").exists()
    assert Project.history.count() == 1


def test_what_is_longer_than_its_column_is_cut(make, keep):
    keep(make.replace(make.project(), place="м" * 400), title="з" * 2000, via="а" * 400)
    assert len(Project.objects.get().place) == 300


def test_a_range_given_backwards_is_turned(make, keep):
    keep(make.statistic("5", value_max=Decimal(3)))
    assert (Statistic.objects.get().value, Statistic.objects.get().value_max) == (3, 5)


def test_a_statistic_knows_its_project(world, make):
    save(make.everything(), make.page())
    assert Statistic.objects.get().project == Project.objects.get()


def test_a_fact_that_is_no_longer_read_is_stale_and_comes_back(make, keep):
    keep(make.statistic())
    assert keep().counts == {"stale": 1}
    assert Statistic.objects.stale().count() == 1
    before = make.all_rows()
    assert keep().outcome == "unchanged"
    assert make.all_rows() == before
    assert keep(make.statistic()).outcome == "changed"
    assert not Statistic.objects.stale().exists()


def test_two_readings_at_one_place_do_not_take_each_others_facts(make, keep):
    both = (make.statistic(quote="Добыча меди достигла 53 тыс. тонн"), make.statistic("53000", unit="t"))
    places = (both[0], make.replace(both[1], span=both[0].span))
    keep(*places)
    moved = make.replace(places[1], value=both[1].value + 1)
    assert keep(places[0], moved).counts == {"unchanged": 1, "changed": 1}
    assert sorted(Statistic.objects.values_list("value", flat=True)) == [53001, 94000000000]


def test_a_reading_given_twice_is_one_fact(make, keep):
    again = make.statistic(quote="Запасы вольфрама")
    assert keep(make.statistic(), again).counts == {"new": 1, "changed": 1}
    assert Statistic.objects.get().evidence.count() == 2


def test_merged_facts_stay_merged(world, make, keep):
    first, second = make.statistic(), make.statistic("53000", quote="53 тыс. тонн", unit="t")
    keep(first, second)
    kept, gone = Statistic.objects.order_by("pk")
    gone.merge_into(kept, world.editor)
    assert gone.survivor == kept
    before = make.all_rows()
    assert keep(first, second).outcome == "unchanged"
    assert make.all_rows() == before
    assert not kept.stale


def test_unknown_organisations_wait_for_an_editor(make, keep):
    keep(make.agreement(organisations=("Тау-кен самрук", "Зерд Майнинг")))
    assert [row.slug for row in Organisation.objects.unchecked()] == ["zerd-maining"]
    assert Agreement.objects.get().values()["organisations"] == ["tau-ken", "zerd-maining"]


def test_nothing_partial_is_left_behind(make, keep):
    before = make.all_rows()
    with pytest.raises(UnknownThing, match=r"country ZZ is not in the database: run load_reference\."):
        keep(make.project(), make.statistic(country="ZZ"))
    assert make.all_rows() == before


def test_every_quote_stands_where_its_evidence_says(world, make):
    save(make.everything(), make.page())
    for evidence in Evidence.objects.select_related("article"):
        assert evidence.article.body[evidence.start : evidence.stop] == evidence.quote


def test_a_conversion_points_at_the_figure_that_it_converts(keep, make):
    original = make.statistic("53000", "53 тыс. тонн", unit="t", measure="production")
    converted = make.statistic("53", "53 тыс.", unit="KZT", measure="production", converts=original.span)
    before = keep(original, converted).counts
    assert before == {"new": 2}
    tonnes, money = Statistic.objects.get(unit="t"), Statistic.objects.get(unit="KZT")
    assert (money.converts, tonnes.converts) == (tonnes, None)
    rows = make.all_rows()
    assert keep(original, converted).outcome == "unchanged"
    assert make.all_rows() == rows


def test_a_link_that_a_person_took_away_stays_away(world, keep, make):
    original = make.statistic("53000", "53 тыс. тонн", unit="t", measure="production")
    converted = make.statistic("53", "53 тыс.", unit="KZT", measure="production", converts=original.span)
    keep(original, converted)
    Statistic.objects.get(unit="KZT").correct(world.editor, {"converts": None})
    keep(original, converted)
    assert Statistic.objects.get(unit="KZT").converts is None


def test_the_public_sees_only_published_figures_of_other_units(world, keep, make):
    original = make.statistic("53000", "53 тыс. тонн", unit="t", measure="production")
    keep(original, make.statistic("53", "53 тыс.", unit="KZT", measure="production", converts=original.span))
    tonnes, money = Statistic.objects.get(unit="t"), Statistic.objects.get(unit="KZT")
    assert not tonnes.same.exists()
    money.accept(world.editor)
    assert list(tonnes.same) == [money]
    assert not money.same.exists()


def test_an_agreement_told_in_several_sentences_stands_on_all_of_them(keep, make):
    told = make.agreement(mentions=(make.span("Мы начнём весной"),))
    assert keep(told).counts == {"new": 1}
    assert [each.quote for each in Agreement.objects.get().evidence.all()] == [
        "подписали меморандум о вольфраме",
        "Мы начнём весной",
    ]
    rows = make.all_rows()
    assert keep(told).outcome == "unchanged"
    assert make.all_rows() == rows


def test_a_sentence_that_no_longer_tells_of_the_agreement_goes_stale_alone(keep, make):
    keep(make.agreement(mentions=(make.span("Мы начнём весной"),)))
    keep(make.agreement())
    agreement = Agreement.objects.get()
    assert [each.quote for each in agreement.evidence.standing()] == ["подписали меморандум о вольфраме"]
    assert not agreement.stale


def test_a_project_says_who_holds_it_and_how_much(world, keep, make):
    held = (
        records.Stake("Тау-Кен Самрук", "owner", Decimal("51.0")),
        records.Stake("Cove Capital", "operator"),
        records.Stake("Cove Capital", "investor", Decimal("910")),  # a share that is none
    )
    keep(make.project(stakes=held, target="2027"))
    project = Project.objects.get()
    assert project.values()["stakes"] == ["investor:cove-capital:", "operator:cove-capital:", "owner:tau-ken:51"]
    assert project.target == "2027"
    rows = make.all_rows()
    keep(make.project(stakes=held, target="2027"))
    assert make.all_rows() == rows


def test_a_person_corrects_a_stake_by_its_spelling(world, keep, make):
    keep(make.project(stakes=(records.Stake("Тау-Кен Самрук", "owner", Decimal(51)),)))
    Project.objects.get().correct(world.editor, {"stakes": ["owner:tau-ken:49"]})
    keep(make.project(stakes=(records.Stake("Тау-Кен Самрук", "owner", Decimal(51)),)))
    assert Project.objects.get().values()["stakes"] == ["owner:tau-ken:49"]
