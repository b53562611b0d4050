"""Two editors at one fact: nobody overwrites what the form did not show, and dates are dates."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from minerals.models import Agreement, Project, Statistic
from tests.minerals.test_admin import form_of, page_of, room, save

__all__ = ["room"]


def refused(client, fact, sent):
    """The words with which the desk refuses what was sent; nothing was saved."""
    before = type(fact).objects.filter(pk=fact.pk).values().get()
    answer = client.post(page_of(fact), sent)
    assert answer.status_code == 200
    assert type(fact).objects.filter(pk=fact.pk).values().get() == before
    return answer.content.decode()


@pytest.mark.parametrize("button", ["_save", "_reject", "_restore", "_continue"])
def test_an_old_form_does_not_overwrite_what_another_editor_saved(client, room, button):
    old = form_of(client, room.number)
    save(client, room.number, value="333", note="по отчёту")
    shown = refused(client, room.number, old | {"note": "моя заметка", button: "1"})
    assert "Ничего не сохранено" in shown
    for told in ("<b>53000</b>; сейчас в базе <b>333</b>", "<b>моя заметка</b>; сейчас в базе <b>по отчёту</b>"):
        assert told in shown
    assert "Регион: " not in shown


def test_both_values_are_named_as_people_read_them(client, room):
    old = form_of(client, room.agreement)
    save(client, room.agreement, parties=["KZ"], status="announced")
    shown = refused(client, room.agreement, old)
    assert "<b>Казахстан, Узбекистан</b>; сейчас в базе <b>Казахстан</b>" in shown
    assert "<b>подписано</b>" in shown


def test_what_another_editor_wrote_is_shown_as_text(client, room):
    old = form_of(client, room.number)
    save(client, room.number, note="<script>alert(1)</script>")
    assert "<script>alert(1)" not in refused(client, room.number, old | {"note": "<img src=x>"})


@pytest.mark.parametrize("token", [None, "", "1", "2026-01-01T00:00:00+00:00", "<b>"])
def test_a_missing_or_forged_version_is_refused(client, room, token):
    sent = form_of(client, room.number) | {"value": "1"}
    del sent["version"]
    shown = refused(client, room.number, sent | ({} if token is None else {"version": token}))
    assert "Ничего не сохранено" in shown


def test_the_version_is_in_the_page(client, room):
    shown = client.get(page_of(room.number)).content.decode()
    assert f'<input type="hidden" name="version" value="{room.number.updated_at.isoformat()}"' in shown


def test_a_form_refused_for_another_reason_may_be_sent_again(client, room):
    sent = form_of(client, room.number)
    client.post(page_of(room.number), sent | {"value": "много"})
    assert client.post(page_of(room.number), sent | {"value": "5"}).status_code == 302


def test_a_project_changed_meanwhile_keeps_its_names(client, room):
    old = form_of(client, room.project)
    save(client, room.project, place="у реки")
    sent = old | {"names-TOTAL_FORMS": "1", "names-0-text": "Сарыбулакский рудник", "names-0-form": "noun"}
    refused(client, room.project, sent)
    assert not room.project.names.exists()


def test_a_fact_that_was_merged_away_is_read_only_and_leads_to_its_survivor(client, room):
    answer = client.get(page_of(room.merged))
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert page_of(room.agreement) in shown and "Правьте" in shown
    assert 'name="_save"' not in shown and 'name="note"' not in shown
    before = Agreement.objects.filter(pk=room.merged.pk).values().get()
    assert client.post(page_of(room.merged), {"kind": "loan", "status": "signed", "_save": "1"}).status_code == 403
    assert Agreement.objects.filter(pk=room.merged.pk).values().get() == before


NO_DATES = ["не дата", "2025-13", "2025-02-31", "2024/2023", "<script>", "2025-00", "0000", "2025-Q5", "/", "2025/x"]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused_in_words(client, room, text):
    for fact, field in ((room.number, "period"), (room.agreement, "date"), (room.project, "start")):
        assert "Это не дата" in refused(client, fact, form_of(client, fact) | {field: text})
        with pytest.raises(ValidationError):
            fact.correct(room.editor, {field: text})
        fact.refresh_from_db()
        assert getattr(fact, field) != text


@pytest.mark.parametrize("text", ["", "2025", "2025-11", "2024-Q3", "2024-01/2024-09", "2012/..", "202X"])
def test_dates_are_taken(client, room, text):
    save(client, room.number, period=text)
    assert Statistic.objects.get(pk=room.number.pk).period == text


def test_a_field_left_alone_is_not_asked(room):
    Project.objects.filter(pk=room.project.pk).update(start="скоро")
    Project.objects.get(pk=room.project.pk).correct(room.editor, {"place": "у реки"})
    assert Project.objects.get(pk=room.project.pk).place == "у реки"
