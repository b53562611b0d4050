"""What the desk refuses with words and never with a failure: names of nothing, addresses of the impossible."""

from __future__ import annotations

import pytest
from django.urls import reverse

from importers.models import Run, RunItem, Unread
from minerals.models import Agreement, Country, Evidence, Mention, Name, Organisation, Project, Quotation, Statistic
from news.models import Article, Page, Source
from tests.minerals.test_admin import form_of, list_of, page_of, room

__all__ = ["room"]

NO_NAMES = ["в", "1", "!!!", "2024", "5 млн", "\u200b", "на", "из-за", "2024 год", "два миллиона"]


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_names_nothing_is_no_name(client, room, text):
    sent = {"text": text, "form": "noun", "active": "on", "country": "KZ"}
    answer = client.post(reverse("admin:minerals_name_add"), sent)
    assert answer.status_code == 200 and answer.context["adminform"].form.errors["text"]
    country = Country.objects.get(pk="KZ")
    names = {f"names-0-{field}": value for field, value in sent.items()}
    answer = client.post(page_of(country), form_of(client, country) | names | {"names-TOTAL_FORMS": "1"})
    assert answer.status_code == 200
    assert not Name.objects.exists()


@pytest.mark.parametrize("text", ["ЕС", "G7", "С5+1", "Казахия", "Камбарата-1", "Made in KZ"])
def test_a_short_name_is_taken(client, room, text):
    sent = {"text": text, "form": "noun", "active": "on", "country": "KZ"}
    assert client.post(reverse("admin:minerals_name_add"), sent).status_code == 302
    assert Name.objects.get().text == text


def test_a_wrong_name_that_stands_is_switched_off(client, room):
    name = Name.objects.create(text="в", country_id="KZ", origin="machine")
    sent = form_of(client, name)
    del sent["active"]
    assert client.post(page_of(name), sent).status_code == 302
    name.refresh_from_db()
    assert not name.active


IMPOSSIBLE = [
    "article=99999999999999999999",
    "article__exact=99999999999999999999",
    "article__id__exact=99999999999999999999",
    "id__in=1,99999999999999999999",
    "created_at__year=0&created_at__month=99",
    "created_at__year=2025&created_at__month=2&created_at__day=31",
    "created_at__year=9999",
    "created_at__year=1",
    "published_day__year=0&published_day__month=99",
    "published_day__year=²",
    "started_at__year=0",
    "rule=%00",
    "q=%00",
    "q=" + "9" * 300,
    "p=99999999999999999999",
    "o=99999999999999999999",
    "nothing=1",
]
LISTED = [Article, Page, Source, Evidence, Mention, Statistic, Project, Agreement, Quotation]
LISTED += [Name, Organisation, Country, Run, RunItem, Unread]


@pytest.mark.parametrize("model", LISTED)
def test_no_address_of_a_list_fails(admin_client, room, model):
    for query in IMPOSSIBLE:
        assert admin_client.get(f"{list_of(model)}?{query}", follow=True).status_code == 200, query


def test_the_whole_list_says_why_it_is_shown(client, room):
    answer = client.get(f"{list_of(Page)}?article=99999999999999999999", follow=True)
    assert "невозможное условие" in answer.content.decode()


def test_a_month_that_there_was_narrows_the_list(client, room):
    query = "published_day__year=2025&published_day__month=11"
    assert len(client.get(f"{list_of(Article)}?{query}").context["cl"].result_list) == 1
    assert "Ноябрь 2025" in client.get(f"{list_of(Article)}?published_day__year=2025").content.decode()


@pytest.mark.parametrize("model", [Article, Statistic, Name])
def test_no_address_of_a_row_fails(admin_client, room, model):
    path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=["9" * 30])
    assert admin_client.get(path).status_code == 302
