"""The queue of unread sentences at the desk: what is listed, decided, walked through, and by whom."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from importers.models import Unread
from minerals.roles import ensure_roles
from news.models import Article, Source

LIST = reverse("admin:importers_unread_changelist")
BODY = "Везли 355 км меди. Просят 20 млн медных причин. Рынок меди закрывают."


def page(row: Unread, filters: str = "") -> str:
    address = reverse("admin:importers_unread_change", args=[row.pk])
    return f"{address}?_changelist_filters={filters}" if filters else address


def leave(article: Article, quote: str, reason: str, **said: Any) -> Unread:
    start = article.body.index(quote)
    place = {"start": start, "stop": start + len(quote), "quote": quote}
    return Unread.objects.create(article=article, reason=reason, **place, **said)


@pytest.fixture
def room(db: None) -> SimpleNamespace:
    """Two articles of two outlets; the later one stands first in the list."""
    ensure_roles()
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    sources = [Source.objects.create(domain=f"{name}.example", name=name) for name in ("Вести", "Руда")]
    early, late = (
        Article.objects.create(title=f"О меди, {n}", body=f"{BODY} {n}", page_key=f"{n}" * 64, source=source)
        for n, source in enumerate(sources)
    )
    first = leave(late, "Везли 355 км меди.", "unmeasured", detail="355 км")
    second = leave(late, "Рынок меди закрывают.", "deed", detail="закрывают")
    third = leave(early, "Просят 20 млн медных причин.", "unmeasured", detail="20 млн")
    client = Client()
    client.force_login(editor)
    return SimpleNamespace(
        client=client, editor=editor, first=first, second=second, third=third, late=late, sources=sources
    )


def listed(room: SimpleNamespace, **filters: Any) -> list[Unread]:
    answer = room.client.get(LIST, filters)
    assert answer.status_code == 200
    return list(answer.context["cl"].result_list)


def test_what_waits_is_listed_in_the_order_of_the_texts(room: SimpleNamespace) -> None:
    assert listed(room) == [room.first, room.second, room.third]
    room.first.state = "seen"
    room.first.save()
    assert listed(room) == [room.second, room.third]
    assert listed(room, state="seen") == [room.first]
    assert len(listed(room, state="all")) == 3


def test_filters_by_reason_and_by_outlet(room: SimpleNamespace) -> None:
    assert listed(room, reason__exact="unmeasured") == [room.first, room.third]
    assert listed(room, article__source__id__exact=room.sources[0].pk) == [room.third]
    assert listed(room, q="закрывают") == [room.second]


def test_the_list_says_reason_and_sentence_and_leads_to_the_article(room: SimpleNamespace) -> None:
    shown = room.client.get(LIST).content.decode()
    assert "число, и не сказано, что измерено" in shown
    assert "Везли <mark>355 км</mark> меди." in shown
    assert reverse("admin:news_article_change", args=[room.late.pk]) in shown


def test_deciding_leads_on_to_the_next_and_at_the_end_to_the_list(room: SimpleNamespace) -> None:
    answer = room.client.post(page(room.first), {"_seen": "1"})
    assert answer.headers["Location"] == page(room.second)
    answer = room.client.post(page(room.second), {"_dismiss": "1"})
    assert answer.headers["Location"] == page(room.third)
    answer = room.client.post(page(room.third), {"_dismiss": "1"})
    assert answer.headers["Location"] == LIST
    states = Unread.objects.order_by("pk").values_list("state", "decided_by")
    assert list(states) == [(state, room.editor.pk) for state in ("seen", "dismissed", "dismissed")]


def test_the_walk_keeps_the_filters_of_the_list(room: SimpleNamespace) -> None:
    filters = "reason__exact%3Dunmeasured"
    answer = room.client.post(page(room.first, filters), {"_seen": "1"})
    assert answer.headers["Location"] == page(room.third, filters)


def test_putting_back_stays_with_the_list(room: SimpleNamespace) -> None:
    room.client.post(page(room.first), {"_seen": "1"})
    answer = room.client.post(page(room.first, "state%3Dseen"), {"_wait": "1"})
    assert answer.headers["Location"] == f"{LIST}?state=seen"
    assert Unread.objects.waiting().count() == 3


def test_every_step_has_a_key_and_the_first_button_the_focus(room: SimpleNamespace) -> None:
    shown = room.client.get(page(room.second)).content.decode()
    assert re.findall(r'data-key="(\w)"', shown) == ["s", "d", "k", "j", "a"]
    assert re.search(r'name="_seen"[^>]*autofocus', shown)
    assert "importers/unread.js" in shown
    assert "В этом списке 3 предложения." in shown


def test_a_saved_page_writes_nothing_but_the_decision(room: SimpleNamespace) -> None:
    room.client.post(page(room.first), {"_seen": "1", "quote": "чужое", "reason": "deed", "state": "dismissed"})
    room.first.refresh_from_db()
    assert (room.first.quote, room.first.reason, room.first.state) == ("Везли 355 км меди.", "unmeasured", "seen")


def test_many_at_once(room: SimpleNamespace) -> None:
    chosen = {"action": "dismiss", "_selected_action": [room.first.pk, room.third.pk]}
    shown = room.client.post(LIST, chosen, follow=True).content.decode()
    assert "Решено: 2 предложения." in shown
    assert listed(room) == [room.second]


def test_a_sentence_that_was_read_since_is_shown_nowhere(room: SimpleNamespace) -> None:
    Unread.objects.filter(pk=room.first.pk).update(state="seen", read_since=True)
    assert listed(room, state="all") == [room.second, room.third]
    assert room.client.get(page(room.first)).status_code == 302
    article = reverse("admin:news_article_change", args=[room.late.pk])
    assert "Везли <mark>" not in room.client.get(article).content.decode()


def test_the_articles_page_lists_its_unread_sentences(room: SimpleNamespace) -> None:
    shown = room.client.get(reverse("admin:news_article_change", args=[room.late.pk])).content.decode()
    for row in (room.first, room.second):
        marked = row.quote.replace(row.detail, f"<mark>{row.detail}</mark>")
        assert f'<a href="{page(row)}">{marked}</a>' in shown


def test_a_reader_of_the_desk_decides_nothing(room: SimpleNamespace) -> None:
    room.editor.groups.set([Group.objects.get(name="operator")])
    assert room.client.post(page(room.first), {"_seen": "1"}).status_code == 403
    shown = room.client.get(page(room.first)).content.decode()
    assert "_seen" not in shown
    assert 'data-key="j"' in shown
    room.client.post(LIST, {"action": "dismiss", "_selected_action": [room.first.pk]})
    assert Unread.objects.waiting().count() == 3


def test_an_address_that_asks_for_nothing_known(room: SimpleNamespace) -> None:
    assert room.client.get(page(room.first, "article__source__id__exact%3Dабв%26state%3Dnone")).status_code == 200
    assert room.client.get(reverse("admin:importers_unread_change", args=[10**30])).status_code in (302, 404)


def test_a_name_of_several_owners_is_marked_without_them(room: SimpleNamespace) -> None:
    row = leave(room.late, "Просят 20 млн медных причин.", "owners", detail="20 млн: AA, BB")
    assert "Просят <mark>20 млн</mark> медных" in room.client.get(page(row)).content.decode()


def test_what_outlets_write_is_shown_as_text(room: SimpleNamespace) -> None:
    body = "Золото <script>alert(1)</script> 20 млн. Конец"
    Article.objects.filter(pk=room.late.pk).update(body=body, title="<img src=x onerror=alert(1)>")
    room.late.refresh_from_db()
    row = leave(room.late, body[:-6], "unmeasured", detail="<script>; 20 млн")
    for address in (LIST, page(row), reverse("admin:news_article_change", args=[room.late.pk])):
        shown = room.client.get(address).content.decode()
        assert "<mark>&lt;script&gt;</mark>" in shown
        assert "<script>alert" not in shown and "<img src=x" not in shown
