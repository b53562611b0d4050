"""The pages of articles: what they name and the sentences that carry facts."""

from __future__ import annotations

import pytest
from django.urls import reverse

from minerals.models import Country, Mention, Mineral
from news.models import Article
from tests.published import newsroom, read

pytestmark = pytest.mark.django_db


def test_an_article_shows_its_facts_in_the_order_of_the_text(client):
    room = newsroom()
    shown = client.get(reverse("news:article_detail", args=[room.article.pk])).content.decode()
    order = [shown.index(f"<mark>{row.quote}") for row in room.article.evidence.filter(project=room.project)]
    order += [shown.index("<mark>более 53 тыс."), shown.index("<mark>Казахстан и Узбекистан"), shown.index("<mark>«Мы")]
    assert order == sorted(order)


def test_an_article_shows_what_it_names_unless_an_editor_said_no(client):
    room = newsroom()
    Mention.objects.create(article=room.article, country=Country.objects.get(pk="KZ"), spans=[[0, 3]])
    Mention.objects.create(article=room.article, mineral=Mineral.objects.get(), spans=[[0, 3]], rejected=True)
    context = client.get(reverse("news:article_detail", args=[room.article.pk])).context
    assert [str(country) for country in context["countries"]] == ["Казахстан"]
    assert context["minerals"] == []


def test_an_article_without_date_or_outlet_says_so(client):
    room = newsroom()
    Article.objects.update(source=None, published="", published_day=None, url=None, captured="2025-12-01")
    shown = client.get(reverse("news:article_detail", args=[room.article.pk])).content.decode()
    assert "на странице даты нет" in shown and "неизвестно" in shown
    assert "сохранено: 1" in shown


def test_articles_without_a_date_come_last_either_way(client):
    room = newsroom()
    undated = Article.objects.create(title="Без даты", body="Завод обойдётся дорого.", page_key="2" * 64)
    read(type(room.project), undated, "Завод", name="Дорогой", country="KZ").accept(room.editor)
    for query in ("", "?order=oldest"):
        listed = client.get(reverse("news:article_list") + query).context["object_list"]
        assert [article.title for article in listed] == ["Вольфрам Сарыбулака", "Без даты"]


@pytest.mark.parametrize(
    ("query", "found"), [("q=вольфраму", 1), ("q=яшма", 0), ("source=example.kz", 1), ("source=x", 0)]
)
def test_filters_narrow_the_list(client, query, found):
    newsroom()
    assert len(client.get(f"{reverse('news:article_list')}?{query}").context["object_list"]) == found


def test_the_page_asks_a_fixed_number_of_times(client, django_assert_max_num_queries):
    room = newsroom()
    with django_assert_max_num_queries(9):
        client.get(reverse("news:article_detail", args=[room.article.pk]))
