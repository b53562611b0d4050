"""Facts: what people may do to them, what they say of themselves, and what the database refuses."""

from __future__ import annotations

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.utils import translation

from minerals.models import Agreement, Country, Evidence, Mention, Name, Project, Quotation, Statistic
from news.models import Article

pytestmark = pytest.mark.django_db


def test_proposed_facts_are_not_public(statistic):
    statistic()
    assert not Statistic.objects.published().exists()
    assert not Article.objects.with_published_facts().exists()


def test_accepting_publishes_with_who_and_when(world, statistic):
    fact = statistic()
    fact.accept(world.editor, "сверено")
    fact.refresh_from_db()
    assert (fact.state, fact.reviewed_by, fact.note) == ("published", world.editor, "сверено")
    assert fact.reviewed_at is not None
    assert list(Article.objects.with_published_facts()) == [world.article]
    record = fact.history.first()
    assert (record.history_user, record.history_change_reason) == (world.editor, "accepted")


def test_correcting_keeps_what_the_machine_read(world, statistic):
    fact = statistic()
    fact.correct(world.editor, {"value": "90000000000", "region": "KZ-ZHT"})
    fact.refresh_from_db()
    assert fact.differences() == {"value": ("94000000000", "90000000000"), "region": (None, "KZ-ZHT")}
    assert fact.history.first().history_change_reason == "corrected: value, region"


def test_correcting_takes_objects_as_a_form_gives_them(world, agreement):
    agreement.correct(world.editor, {"parties": Country.objects.filter(code="KZ")})
    assert [country.code for country in agreement.parties.all()] == ["KZ"]
    assert agreement.history.count() == 2
    assert [row.country_id for row in agreement.history.first().parties.all()] == ["KZ"]


def test_correcting_to_what_does_not_exist_changes_nothing(world, statistic):
    fact = statistic()
    with pytest.raises(ObjectDoesNotExist):
        fact.correct(world.editor, {"mineral": "unobtainium"})
    assert Statistic.objects.get().state == "proposed"


def test_rejecting_and_taking_it_back(world, statistic):
    fact = statistic()
    fact.reject(world.editor)
    assert Statistic.objects.rejected().get() == fact
    fact.restore(world.editor)
    assert Statistic.objects.proposed().get() == fact


def test_several_at_once(world, statistic):
    statistic()
    statistic(value="1")
    assert Statistic.objects.proposed().accept(world.editor) == 2
    assert Statistic.objects.published().reject(world.editor) == 2
    assert Statistic.objects.rejected().restore(world.editor) == 2


def test_the_first_published_value_of_a_subject_is_preferred(world, statistic):
    first, second = statistic(), statistic(value="95000000000")
    Statistic.objects.all().order_by("pk").accept(world.editor)
    assert list(Statistic.objects.filter(preferred=True)) == [first]
    second.refresh_from_db()
    second.prefer(world.editor, "новее")
    assert list(Statistic.objects.filter(preferred=True)) == [second]
    second.reject(world.editor)
    assert not Statistic.objects.filter(preferred=True).exists()


def test_only_a_published_value_is_preferred(world, statistic):
    with pytest.raises(ValueError, match="published"):
        statistic().prefer(world.editor)


def test_numbers_without_a_subject_do_not_compete(world, statistic):
    for value in ("1", "2"):
        statistic(country=None, mineral=None, value=value).accept(world.editor)
    assert Statistic.objects.filter(preferred=True).count() == 2


def test_merging_moves_evidence_names_and_statistics(world, statistic, project):
    other = Project(key="f" * 64)
    other.put({"name": "Кайракты", "country": "KZ"})
    other.save()
    Name.objects.create(text="Кайракты", project=other)
    number = statistic(project=other)
    other.merge_into(project, world.editor)
    number.refresh_from_db()
    assert (other.survivor, number.project) == (project, project)
    assert [name.text for name in project.names.all()] == ["Кайракты"]
    assert list(Project.objects.live()) == [project]
    with pytest.raises(ValueError, match="itself"):
        project.merge_into(other, world.editor)


def test_facts_about_a_country_and_a_mineral(statistic, project, agreement):
    fact = statistic(country=None, region="KZ-ZHT")
    assert list(Statistic.objects.about_country("KZ")) == [fact]
    assert list(Project.objects.about_mineral("tungsten")) == [project]
    assert list(Agreement.objects.about_country("UZ")) == [agreement]
    assert not Agreement.objects.about_mineral("tungsten").exists()
    assert not Quotation.objects.about_country("KZ").exists()


def test_a_fact_is_found_by_what_it_is_about(statistic, project):
    fact = statistic()
    assert list(Statistic.objects.search("вольфраме Казахстана")) == [fact]
    assert list(Project.objects.search("кайракты")) == [project]
    assert not Statistic.objects.search("олово").exists()


def test_a_fact_in_an_article(world, statistic):
    fact = statistic()
    assert list(Statistic.objects.in_article(world.article)) == [fact]
    fact.evidence.update(stale=True)
    assert not Statistic.objects.in_article(world.article).exists()


def test_a_fact_is_one_sentence(statistic, project, agreement):
    with translation.override("en"):
        assert str(statistic()).replace("\N{NO-BREAK SPACE}", " ") == "reserves, tungsten, KZ: KZT 94 billion"
        assert str(project) == "Верхнее Кайракты (deposit, KZ)"
        assert str(agreement) == "memorandum, KZ – UZ, 2025-11 (signed)"


def test_values_come_back_as_they_were_put(project, agreement):
    for fact in (project, agreement):
        again = type(fact)(key="e" * 64)
        again.put(fact.values())
        assert again.values() == fact.values()


REFUSED = {
    "an unknown state": lambda world, fact: Statistic.objects.update(state="rumour"),
    "an unknown measure": lambda world, fact: Statistic.objects.update(measure="weight"),
    "an empty key": lambda world, fact: Statistic.objects.update(key=""),
    "a range that falls": lambda world, fact: Statistic.objects.update(value_max=1),
    "a proposed value as preferred": lambda world, fact: Statistic.objects.update(preferred=True),
    "a fact merged into itself": lambda world, fact: Statistic.objects.update(merged_into=fact.pk),
    "a quote that ends before it starts": lambda world, fact: Evidence.objects.update(stop=0),
    "evidence without a quote": lambda world, fact: Evidence.objects.update(quote=""),
    "evidence without its article": lambda world, fact: Evidence.objects.update(article=None),
    "evidence of no fact": lambda world, fact: Evidence.objects.update(statistic=None),
    "a mention of nothing": lambda world, fact: Mention.objects.create(article=world.article),
    "a mention of two things": lambda world, fact: Mention.objects.create(
        article=world.article, country=world.kz, mineral=world.tungsten
    ),
    "a name of nothing": lambda world, fact: Name.objects.create(text="Казахстан"),
    "a name of two": lambda world, fact: Name.objects.create(
        text="Казахстан", country=world.kz, mineral=world.tungsten
    ),
    "an empty name": lambda world, fact: Name.objects.create(text="", country=world.kz),
    "an unknown mark": lambda world, fact: Name.objects.create(text="РК", mark="?", country=world.kz),
    "a key taken": lambda world, fact: Statistic(key=fact.key, value=1, unit_id="t", measure="cost").save(),
    "a text taken": lambda world, fact: Article.objects.create(title="", body=world.article.body, page_key=""),
}


@pytest.mark.parametrize("what", REFUSED)
def test_the_database_refuses(world, statistic, what):
    fact = statistic()
    with pytest.raises(IntegrityError), transaction.atomic():
        REFUSED[what](world, fact)


def test_the_database_refuses_a_second_preferred_value(world, statistic):
    for value in ("1", "2"):
        statistic(value=value).accept(world.editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Statistic.objects.update(preferred=True)
