"""Two roles come with the tables; neither may delete a fact."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User

pytestmark = pytest.mark.django_db

NEITHER = ["minerals.delete_statistic", "minerals.delete_name", "minerals.add_statistic", "news.change_article"]
EDITOR = ["minerals.change_statistic", "minerals.add_name", "minerals.change_country", "news.view_article"]
OPERATOR = ["importers.view_run", "importers.add_run", "minerals.view_statistic", "news.view_page"]


@pytest.fixture
def users():
    """A user of each role."""
    made = {}
    for role in ("editor", "operator"):
        made[role] = User.objects.create_user(role, is_staff=True)
        made[role].groups.add(Group.objects.get(name=role))
    return made


@pytest.mark.parametrize("permission", NEITHER)
def test_nobody_may(users, permission):
    assert not any(user.has_perm(permission) for user in users.values())


@pytest.mark.parametrize("permission", EDITOR)
def test_editors_may(users, permission):
    assert users["editor"].has_perm(permission)


@pytest.mark.parametrize("permission", OPERATOR)
def test_operators_may(users, permission):
    assert users["operator"].has_perm(permission)


def test_operators_change_no_fact_and_editors_start_no_import(users):
    assert not users["operator"].has_perm("minerals.change_statistic")
    assert not users["editor"].has_perm("importers.add_run")
