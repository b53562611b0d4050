"""The editors' desk: fact beside sentence, decisions with their author, machine fields out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import translation

from minerals.models import Agreement, Country, Fact, Name, Organisation, Project, Statistic
from news.models import Article
from tests.published import newsroom, read


@pytest.fixture
def room(db: None, client: Client) -> Iterator[SimpleNamespace]:
    with translation.override("ru"):
        found = newsroom()
        client.force_login(found.editor)
        yield found


def page_of(fact: Any, view: str = "change") -> str:
    return reverse(f"admin:{fact._meta.app_label}_{fact._meta.model_name}_{view}", args=[fact.pk])


def list_of(model: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def form_of(client: Client, row: Any) -> dict[str, Any]:
    """What the row's form would send if nothing was touched."""
    context = client.get(page_of(row)).context
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    sent: dict[str, Any] = {}
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is not None and value is not False:
                sent[bound.html_name] = [getattr(one, "pk", one) for one in value] if isinstance(value, list) else value
    return sent


def save(client: Client, fact: Fact, button: str = "_save", **changes: Any) -> Any:
    answer = client.post(page_of(fact), form_of(client, fact) | changes | {button: "1"})
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    return answer


def act(client: Client, action: str, *facts: Fact) -> None:
    """Choose the action for the facts in their list."""
    sent = {"action": action, "_selected_action": [fact.pk for fact in facts]}
    assert client.post(list_of(type(facts[0])), sent).status_code == 302


def test_a_rejected_reading_keeps_what_stood(client, room):
    save(client, room.proposed, "_reject", value="1", note="слух")
    room.proposed.refresh_from_db()
    assert (room.proposed.state, room.proposed.note, room.proposed.reviewed_by) == ("rejected", "слух", room.editor)
    assert room.proposed.value == 99


def test_machine_fields_are_out_of_reach(client, room):
    before = Statistic.objects.filter(pk=room.number.pk).values("key", "read", "stale", "merged_into_id", "subject_key")
    kept = before.get()
    save(client, room.number, key="x", read="{}", stale="on", merged_into=room.proposed.pk, state="rejected")
    assert before.get() == kept
    room.number.refresh_from_db()
    assert room.number.state == "published"


def test_a_value_that_is_no_number_is_refused_in_words(client, room):
    answer = client.post(page_of(room.number), form_of(client, room.number) | {"value": "много", "_save": "1"})
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["value"]


def test_saving_untouched_accepts_with_author(client, room):
    save(client, room.proposed)
    room.proposed.refresh_from_db()
    assert (room.proposed.state, room.proposed.reviewed_by) == ("published", room.editor)
    record = room.proposed.history.first()
    assert (record.history_user, record.history_change_reason) == (room.editor, "accepted")


def test_saving_a_change_corrects_with_author(client, room):
    save(client, room.number, value="54000", period="2025")
    room.number.refresh_from_db()
    assert (room.number.value, room.number.period, room.number.state) == (54000, "2025", "published")
    record = room.number.history.first()
    assert (record.history_user, record.history_change_reason) == (room.editor, "corrected: value, period")


def test_saving_changes_what_an_agreement_points_at(client, room):
    written = room.agreement.history.count()
    save(client, room.agreement, parties=["KZ"])
    assert [country.pk for country in room.agreement.parties.all()] == ["KZ"]
    assert room.agreement.history.count() == written + 1


def test_a_decision_leads_to_the_next_fact_that_waits(client, room):
    following = read(Statistic, room.article, "завод", value="3", unit="t", measure="export", country="KZ")
    assert save(client, room.proposed).url == page_of(following)
    assert save(client, following).url == list_of(Statistic)


def test_a_decision_can_be_taken_back(client, room):
    save(client, room.rejected, "_restore")
    room.rejected.refresh_from_db()
    assert room.rejected.state == "proposed"


def test_the_fact_stands_beside_its_sentence(client, room):
    shown = client.get(page_of(room.number)).content.decode()
    assert "добудут <mark>более 53 тыс. тонн вольфрама</mark> в 2024 году" in shown
    assert page_of(room.article) in shown


def test_both_values_are_shown_where_they_differ(client, room):
    room.number.correct(room.editor, {"value": "54000", "region": None})
    Statistic.objects.filter(pk=room.number.pk).update(disputed=True)
    shown = client.get(page_of(room.number)).content.decode()
    for words in (
        "как прочитано",
        "как принято",
        "<td>53000</td><td>54000</td>",
        "<td>Жетысу</td><td>–</td>",
        "оспорено",
    ):
        assert words in shown


def test_values_that_agree_need_no_table(client, room):
    assert "как прочитано" not in client.get(page_of(room.number)).content.decode()


def test_what_another_article_says_otherwise_is_shown_with_its_sentence(client, room):
    room.number.evidence.update(said={"value": "52000", "unit": "t", "measure": "production"})
    assert "значение – <b>52000</b>" in client.get(page_of(room.number)).content.decode()


def test_numbers_are_offered_without_the_zeros_of_the_column(client, room):
    assert form_of(client, room.number)["value"] == 53000
    assert 'value="53000"' in client.get(page_of(room.number)).content.decode()


def test_lists_show_each_fact_as_a_sentence(client, room):
    shown = client.get(list_of(Statistic)).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "Добыча и производство: вольфрам, Жетысу, Казахстан – более 53 тыс. т, 2024 г." in shown


@pytest.mark.parametrize(("words", "found"), [("казахстаном", 2), ("вольфрама", 1), ("яшма", 0), ('"', 2), ("\0", 2)])
def test_search_finds_any_case_form(client, room, words, found):
    listed = client.get(list_of(Statistic), {"q": words}).context["cl"].result_list
    assert len(listed) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state__exact=proposed", 1),
        ("disputed__exact=1", 0),
        ("stale__exact=0", 2),
        ("measure__exact=production", 1),
        ("country__code__exact=KZ", 2),
        ("article=999", 0),
        ("article=abc", 0),
    ],
)
def test_lists_are_filtered(client, room, query, found):
    answer = client.get(f"{list_of(Statistic)}?{query}", follow=True)
    assert len(answer.context["cl"].result_list) == found


def test_facts_of_one_article(client, room):
    listed = client.get(list_of(Statistic), {"article": room.article.pk}).context["cl"].result_list
    assert len(listed) == 2


def test_several_are_published_rejected_and_taken_back_at_once(client, room):
    for action, state in (("publish", "published"), ("reject", "rejected"), ("restore", "proposed")):
        act(client, action, room.number, room.proposed)
        assert set(Statistic.objects.values_list("state", flat=True)) == {state}
        assert room.proposed.history.first().history_user == room.editor


def test_several_are_merged_into_the_published_one(client, room):
    act(client, "merge", room.proposed, room.number)
    room.proposed.refresh_from_db()
    assert room.proposed.merged_into == room.number
    assert room.number.evidence.count() == 2


def test_one_fact_alone_is_not_merged(client, room):
    act(client, "merge", room.proposed)
    assert not Statistic.objects.filter(merged_into__isnull=False).exists()


def test_only_a_published_value_is_preferred(client, room):
    act(client, "prefer", room.proposed)
    room.proposed.refresh_from_db()
    assert not room.proposed.preferred


@pytest.mark.parametrize("superuser", [False, True])
def test_facts_and_evidence_are_never_deleted_nor_typed(client, room, superuser):
    User.objects.filter(pk=room.editor.pk).update(is_superuser=superuser)
    for row in [*room.published, room.number.evidence.get(), room.article]:
        assert client.post(page_of(row, "delete"), {"post": "yes"}).status_code == 403
        opts = row._meta
        assert client.get(reverse(f"admin:{opts.app_label}_{opts.model_name}_add")).status_code == 403


def test_an_article_shows_its_text_with_every_quote_marked(client, room):
    shown = client.get(page_of(room.article)).content.decode()
    assert "Секретное вступление" in shown
    assert '<mark class="statistic">более 53 тыс. тонн вольфрама</mark>' in shown
    assert '<mark class="project">На руднике Сарыбулак</mark>' in shown
    assert "ждёт проверки" in shown


def test_what_outlets_write_is_shown_as_text(client, room):
    body = "<script>alert(1)</script> " + room.article.body
    Article.objects.update(body=body, title="<img src=x onerror=alert(1)>")
    for row in room.article.evidence.all():
        row.start, row.stop = body.index(row.quote), body.index(row.quote) + len(row.quote)
        row.save()
    for path in (page_of(room.article), page_of(room.number), list_of(Article), list_of(type(row))):
        shown = client.get(path).content.decode()
        assert "<script>alert" not in shown and "<img src=x" not in shown, path


def test_a_changed_thing_and_its_names_are_the_editors(client, room):
    country = Country.objects.get(pk="KZ")
    Country.objects.update(origin="reference")
    Name.objects.create(country=country, text="Казахия", origin="reference")
    sent = form_of(client, country) | {
        "name_en": "Kazakhstan (KZ)", "names-TOTAL_FORMS": "2", "names-1-text": "Страна степей",
        "names-1-form": "noun", "names-1-active": "on", "names-1-country": "KZ",
    }  # fmt: skip
    assert client.post(page_of(country), sent).status_code == 302
    country.refresh_from_db()
    assert country.origin == "editor"
    assert dict(Name.objects.values_list("text", "origin")) == {"Казахия": "reference", "Страна степей": "editor"}
    assert list(Country.objects.search("степи")) == [country]


def test_a_thing_saved_untouched_stays_of_the_reference_files(client, room):
    Country.objects.update(origin="reference")
    country = Country.objects.get(pk="KZ")
    assert client.post(page_of(country), form_of(client, country)).status_code == 302
    country.refresh_from_db()
    assert country.origin == "reference"


def test_an_organisation_that_a_machine_read_is_vouched_for(client, room):
    found = Organisation.objects.create(slug="zerd", name_ru="Зерд", origin="machine")
    act(client, "vouch", found)
    found.refresh_from_db()
    assert found.origin == "editor"


def test_history_says_who_did_what(client, room):
    shown = client.get(page_of(room.number, "history")).content.decode()
    assert "принято" in shown and "askar" in shown


@pytest.mark.parametrize("path", ["", "change", "history"])
def test_pages_carry_no_style_or_script_that_the_policy_forbids(client, room, path):
    for fact in room.published:
        shown = client.get(page_of(fact, path) if path else list_of(type(fact))).content.decode()
        assert "style=" not in shown and "onclick=" not in shown


@pytest.mark.parametrize("model", [Statistic, Project, Agreement])
def test_a_list_asks_a_fixed_number_of_times(client, room, model, django_assert_max_num_queries):
    for number in range(20):
        said = {
            Statistic: {"value": str(number), "unit": "t", "measure": "export"},
            Project: {"name": f"Рудник {number}"},
        }
        read(
            model,
            room.article,
            "завод",
            **said.get(model, {"kind": "loan", "status": "signed", "date": f"20{number + 10}"}),
        )
    with django_assert_max_num_queries(14):
        client.get(list_of(model))


def test_every_model_of_ours_is_at_the_desk():
    from django.apps import apps

    ours = {m for app in ("news", "minerals", "importers") for m in apps.get_app_config(app).get_models()}
    inline = {"Headline", "Revision"}
    absent = {m.__name__ for m in ours if m not in admin.site._registry and not m.__name__.startswith("Historical")}
    assert absent == inline
