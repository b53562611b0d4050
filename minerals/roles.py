"""The two roles: editors look after facts, names and things; operators import and see everything."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

EDITOR = "editor"
OPERATOR = "operator"
FACTS = ("project", "agreement", "statistic", "quotation")
THINGS = ("country", "countrygroup", "region", "unit", "mineral", "organisation")
# Editors switch names off; nobody deletes, so that nothing comes back or is lost.
EDITS = {
    **dict.fromkeys(FACTS, ("view", "change")),
    **dict.fromkeys(THINGS, ("view", "change")),
    "name": ("view", "add", "change"),
    "organisation": ("view", "add", "change"),
    "stake": ("view", "add"),
    "mention": ("view", "change"),
    "unread": ("view", "change"),
    "evidence": ("view",),
}
READS = ("article", "page", "source", "headline", "revision")
IMPORTS = ("run", "runitem")


def ensure_roles(**kwargs: Any) -> None:
    """Give both groups their permissions, as far as the tables exist; extra ones given by hand stay."""
    editor, operator = (Group.objects.get_or_create(name=name)[0] for name in (EDITOR, OPERATOR))
    edits = {f"{action}_{model}" for model, actions in EDITS.items() for action in actions}
    views = {f"view_{model}" for model in (*EDITS, *READS)} | {f"view_historical{model}" for model in FACTS}
    runs = {f"{action}_{model}" for model in IMPORTS for action in ("view", "add")}
    editor.permissions.add(*_named(edits | views))
    operator.permissions.add(*_named(views | runs))


def _named(codenames: set[str]) -> list[Permission]:
    ours = Q(content_type__app_label__in=("news", "minerals", "importers"))
    return list(Permission.objects.filter(ours, codename__in=codenames))
