"""The public pages: nothing unpublished, no whole text, no error for any address, and all that a citation needs."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse, translate_url
from django.utils import translation

from minerals.models import Agreement, Project, Quotation, Statistic
from minerals.templatetags.facts import address
from news.models import Article
from tests.published import newsroom, quoted, read

LISTS = [
    *(f"minerals:{kind}_list" for kind in ("statistic", "project", "agreement", "quotation", "country", "mineral")),
    "news:article_list",
]
BAD = [
    "page=-1", "page=0", "page=abc", "page=999999", "page=", "country=XX", "country=%00", "mineral=нет", "mineral=1'--",
    "source=%3Cscript%3E", "measure=zzz", "kind=zzz", "stage=1", "status=zzz", "order=zzz", "order=-pk", "q=%00",
    "q=%22*NEAR(", "q=%ED%A0%80", f"q={'а' * 10_000}", "unknown=1", "country=KZ&country=UZ", "q=%25_%27",
]  # fmt: skip


@pytest.fixture
def room(db: None) -> Iterator[SimpleNamespace]:
    with translation.override("ru"):
        yield newsroom()


def pages(room: SimpleNamespace) -> list[str]:
    """Every kind of public page, in both languages."""
    russian = [
        reverse("minerals:home"),
        *(reverse(name) for name in LISTS),
        *(address(fact) for fact in room.published),
        reverse("minerals:country_detail", args=["KZ"]),
        reverse("minerals:mineral_detail", args=["tungsten"]),
        reverse("news:article_detail", args=[room.article.pk]),
        reverse("minerals:search"),
        reverse("minerals:search") + "?q=вольфрама",
    ]
    return russian + [translate_url(path, "en") for path in russian]


def text_of(client: Client, path: str) -> str:
    """What stands there; an English page leaves its language behind, so each visit starts in Russian again."""
    with translation.override("ru"):
        return client.get(path).content.decode()


def test_unpublished_facts_have_no_page(client, room):
    assert client.get(address(room.proposed)).status_code == 404
    assert client.get(address(room.rejected)).status_code == 404


def test_no_page_shows_what_is_not_published_or_not_quoted_or_not_allowed(client, room):
    for path in pages(room):
        answer = client.get(path)
        shown = answer.content.decode()
        assert answer.status_code == 200, path
        assert f'<html lang="{"en" if path.startswith("/en/") else "ru"}">' in shown
        for hidden in ("Слуховой", "99\N{NO-BREAK SPACE}", "99 тонн", "Секретное вступление", "слухом"):
            assert hidden not in shown, (path, hidden)
        for forbidden in ("style=", "<style", "<script", "onclick="):
            assert forbidden not in shown, (path, forbidden)
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_an_article_without_published_facts_is_not_public(client, room):
    silent = Article.objects.create(title="Тихая статья", body="Ничего.", page_key="1" * 64)
    assert client.get(reverse("news:article_detail", args=[silent.pk])).status_code == 404
    assert "Тихая" not in text_of(client, reverse("news:article_list"))


def test_a_statistic_does_not_link_to_a_project_that_is_not_published(client, room):
    room.number.correct(room.editor, {"project": room.rejected})
    shown = text_of(client, address(room.number))
    assert "Слуховой" not in shown and address(room.rejected) not in shown


@pytest.mark.parametrize("query", BAD)
def test_parameters_that_mean_nothing_are_no_errors(client, room, query):
    for name in [*LISTS, "minerals:search", "minerals:home"]:
        status = client.get(f"{reverse(name)}?{query}").status_code
        assert status in (200, 404), (name, query)


@pytest.mark.parametrize("key", ["0" * 16, "abc", "0" * 64, "%", "_" * 16, "99999999999999999999999"])
def test_addresses_that_are_nobodys_are_not_found(client, room, key):
    for kind in ("statistics", "projects", "agreements", "quotations", "countries", "minerals", "articles"):
        assert client.get(f"/{kind}/{key}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_public_writes_nothing(client, room, method):
    for path in pages(room):
        assert getattr(client, method)(path).status_code == 405


def test_links_lead_to_the_web_only(client, room):
    Article.objects.update(url="javascript:alert(1)")
    for path in [address(room.number), reverse("news:article_detail", args=[room.article.pk])]:
        assert "javascript:" not in text_of(client, path)


def test_what_outlets_and_machines_write_is_shown_as_text(client, room):
    script = "<script>alert(1)</script>"
    Article.objects.update(title=script, authors=[script], via=script)
    Project.objects.filter(pk=room.project.pk).update(name=script)
    Statistic.objects.filter(pk=room.number.pk).update(attributed_to=script, period=script)
    for path in pages(room):
        assert "<script" not in text_of(client, path)


def test_a_fact_merged_into_another_leads_there(client, room):
    answer = client.get(address(room.merged))
    assert (answer.status_code, answer.headers["Location"]) == (302, address(room.agreement))


def test_a_statistic_shows_all_that_a_citation_needs(client, room):
    shown = text_of(client, address(room.number)).replace("\N{NO-BREAK SPACE}", " ")
    assert "более 53 тыс. т" in shown
    assert "53 000 т" in shown
    assert "2024 г." in shown
    assert "Жетысу" in shown and "Казахстан" in shown and "вольфрам" in shown
    assert "министр" in shown
    assert "добудут <mark>более 53 тыс. тонн вольфрама</mark> в 2024 году, сказал министр." in shown
    assert "Рудный вестник" in shown and "7 ноября 2025 г." in shown
    assert 'href="https://example.kz/news/1?a=1&amp;b=2"' in shown
    assert "Аскар Нуров" in shown
    assert f"http://testserver{address(room.number)}" in shown


def test_a_statistic_reads_as_english_in_english(client, room):
    shown = text_of(client, translate_url(address(room.number), "en")).replace("\N{NO-BREAK SPACE}", " ")
    assert "more than 53 thousand t" in shown
    assert "Production: tungsten, Jetisu, Kazakhstan" in shown


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("project", ["Сарыбулак", "рудник", "работает", "I квартал 2024 г.", "вольфрам"]),
        ("agreement", ["Меморандум: Казахстан – Узбекистан", "подписано", "ноябрь 2025 г.", "вольфрам"]),
        ("quotation", ["Ержан Ахметов", "министр", "<mark>«Мы построим завод сами»"]),
    ],
)
def test_other_facts_show_their_fields(client, room, fact, words):
    shown = text_of(client, address(getattr(room, fact))).replace("\N{NO-BREAK SPACE}", " ")
    for word in words:
        assert word in shown


def test_marks_of_doubt_are_shown(client, room):
    Statistic.objects.filter(pk=room.number.pk).update(disputed=True, stale=True)
    shown = text_of(client, address(room.number))
    assert "оспорено" in shown and "текст источника изменился" in shown


def test_a_quote_that_left_the_text_is_said_to_have_left(client, room):
    room.number.evidence.update(stale=True)
    Article.objects.update(body="Новый текст совсем о другом.")
    shown = text_of(client, address(room.number))
    assert "<mark>более 53 тыс. тонн вольфрама</mark>" in shown and "в нынешнем тексте этого нет" in shown


def test_other_values_of_the_same_stand_beside(client, room):
    same = {
        field: room.number.values()[field] for field in ("unit", "measure", "country", "region", "mineral", "period")
    }
    rival = read(Statistic, room.article, "99 тонн", value="61000", **same)
    rival.accept(room.editor)
    assert "Другие опубликованные значения" in text_of(client, address(room.number))
    assert address(room.number) in text_of(client, address(rival))


@pytest.mark.parametrize("form", ["вольфрам", "вольфрама", "ВОЛЬФРАМОМ", "вольфраме Казахстана"])
def test_search_finds_any_case_form(client, room, form):
    shown = text_of(client, f"{reverse('minerals:search')}?q={form}")
    assert address(room.number) in shown and address(room.project) in shown


@pytest.mark.parametrize("marks", ["%22", "!!!", "%20", "%E2%80%8B", "«»"])
def test_search_for_marks_alone_asks_for_words(client, room, marks):
    shown = text_of(client, f"{reverse('minerals:search')}?q={marks}")
    assert "Напишите одно или несколько слов" in shown and address(room.number) not in shown


def test_search_says_when_it_finds_nothing(client, room):
    assert "нет всех этих слов" in text_of(client, f"{reverse('minerals:search')}?q=яшма")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("country=KZ", True),
        ("country=UZ", False),
        ("mineral=tungsten", True),
        ("measure=production", True),
        ("measure=reserves", False),
        ("source=example.kz", True),
        ("q=вольфрамом", True),
        ("q=яшма", False),
        ("order=newest", True),
        ("order=oldest", True),
        ("country=KZ&mineral=tungsten&measure=production&order=oldest", True),
    ],
)
def test_filters_narrow_the_list(client, room, query, found):
    shown = text_of(client, f"{reverse('minerals:statistic_list')}?{query}")
    assert (address(room.number) in shown) is found


def test_the_language_switch_keeps_the_page_and_its_filters(client, room):
    shown = text_of(client, "/statistics/?country=KZ&order=newest")
    assert 'href="/en/statistics/?country=KZ&amp;order=newest"' in shown
    assert 'href="/statistics/?country=KZ"' in text_of(client, "/en/statistics/?country=KZ")


def test_paging_keeps_the_filters(client, room):
    for number in range(60):
        many(room, number)
    shown = text_of(client, "/statistics/?country=KZ")
    assert "?country=KZ&amp;page=2" in shown
    assert "61 факт" in shown


def many(room: SimpleNamespace, number: int) -> None:
    """One more published statistic with two sentences."""
    fact = read(
        Statistic, room.article, "99 тонн", value=str(number + 1000), unit="t", measure="reserves", country="KZ"
    )
    quoted(room.article, fact, "завод")
    fact.accept(room.editor)


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/", 26),
        ("/statistics/", 8),
        ("/projects/", 10),
        ("/agreements/", 11),
        ("/quotations/", 6),
        ("/countries/", 5),
        ("/minerals/", 5),
        ("/articles/", 4),
        ("/countries/KZ/", 20),
        ("/minerals/tungsten/", 20),
        ("/search/?q=казахстана", 32),
    ],
)
def test_a_page_asks_the_database_a_fixed_number_of_times(client, room, path, most, django_assert_max_num_queries):
    for number in range(30):
        many(room, number)
    with django_assert_max_num_queries(most):
        assert client.get(path).status_code == 200


def test_a_facts_page_asks_a_fixed_number_of_times(client, room, django_assert_max_num_queries):
    for fact in room.published:
        for quote in ("Казахстан", "Узбекистан", "Ахметов", "министр", "руднике"):
            quoted(room.article, fact, quote)
        with django_assert_max_num_queries(10):
            client.get(address(fact))


def test_an_empty_site_says_so(client, db):
    for name in ["minerals:home", *LISTS]:
        shown = text_of(client, reverse(name))
        assert "Пока ничего не опубликовано" in shown, name


def test_models_have_addresses_of_their_own(room):
    kinds = (Statistic, Project, Agreement, Quotation)
    assert len({address(fact) for kind in kinds for fact in kind.objects.all()}) == sum(
        k.objects.count() for k in kinds
    )
