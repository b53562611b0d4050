"""Who may do what at the desk: every role, page and method equals the committed table `permissions.tsv`.

A changed table is a decision: write it with `WRITE_PERMISSIONS=1`, read the difference, commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from importers.models import Run, RunItem, Unread
from minerals.models import CountryGroup, Mention, Name, Organisation, Stake
from news.models import Page
from tests.published import newsroom

TABLE = Path(__file__).parent / "permissions.tsv"
ROLES = ("anonymous", "staff", "editor", "operator", "superuser")
PAGES = ("changelist", "add", "change", "delete", "history", "simple_history")


def newcomer(role: str) -> Client:
    """A browser of somebody in the role."""
    client = Client(raise_request_exception=True)
    if role != "anonymous":
        user = User.objects.create_user(f"a {role}", is_staff=True, is_superuser=role == "superuser")
        if role in ("editor", "operator"):
            user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
    return client


def one_of_each(room) -> None:
    """A row of every model that the newsroom lacks."""
    Page.objects.create(sha256="0" * 64, name="a.txt", encoding="utf-8", text="…", article=room.article)
    CountryGroup.objects.create(code="ca", name_ru="Центральная Азия")
    zerd = Organisation.objects.create(slug="zerd", name_ru="Зерд")
    Stake.of(zerd, "owner", None)
    Name.objects.create(text="Казахия", country_id="KZ")
    Mention.objects.create(article=room.article, country_id="KZ")
    run = Run.objects.create(started_at=timezone.now(), extractor_version="1")
    RunItem.objects.create(run=run, name="a.txt", outcome="new")
    Unread.objects.create(article=room.article, start=0, stop=3, quote="Сек", reason="unbound")


def answer(client: Client, path: str, method: str) -> str:
    """The status of the answer, `login` where it sends there; what it wrote is taken back."""
    with transaction.atomic():
        response = getattr(client, method)(path)
        transaction.set_rollback(True)
    return (
        "login"
        if response.status_code == 302 and "/login/" in response.headers["Location"]
        else str(response.status_code)
    )


@pytest.mark.django_db
def test_roles_may_do_what_the_table_says():
    with translation.override("ru"):
        room = newsroom()
        one_of_each(room)
        clients = {role: newcomer(role) for role in ROLES}
        lines = ["\t".join(("model", "page", "method", *ROLES))]
        for model in sorted(admin.site._registry, key=lambda one: one._meta.label):
            # A fact that was merged away is nobody's to edit.
            rows = model._default_manager.all()
            row = (rows.live() if hasattr(rows, "live") else rows).first()
            for page in PAGES:
                name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
                if page == "simple_history" and not hasattr(model, "history"):
                    continue
                args = [row.pk] if page not in ("changelist", "add") else []
                args += [row.history.first().pk] if page == "simple_history" else []
                path = reverse(name, args=args)
                for method in ("get", "post"):
                    found = [answer(client, path, method) for client in clients.values()]
                    lines.append("\t".join((model._meta.label, page, method, *found)))
    table = "\n".join(lines) + "\n"
    if os.environ.get("WRITE_PERMISSIONS"):
        TABLE.write_text(table)
    assert table == TABLE.read_text()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["anonymous", "staff", "operator"])
def test_only_editors_decide(role):
    room = newsroom()
    client = newcomer(role)
    for action in ("publish", "reject", "restore", "merge", "prefer", "delete_selected"):
        client.post(
            reverse("admin:minerals_statistic_changelist"),
            {"action": action, "_selected_action": [room.number.pk, room.proposed.pk]},
        )
    for fact in (room.number, room.proposed):
        state = fact.state
        fact.refresh_from_db()
        assert (fact.state, fact.merged_into) == (state, None)
