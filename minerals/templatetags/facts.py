"""Facts in the words of a page: the number with its unit, a heading, an address."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from minerals import headings
from minerals.models import FACTS, Country, Fact, Project, Statistic, Thing

register = template.Library()
# Of the 64: short enough to print, long enough that no two facts share them.
KEY_DIGITS = 16
DECISIONS = {
    "accepted": _("accepted"),
    "corrected": _("corrected"),
    "rejected": _("rejected"),
    "restored": _("back in the queue"),
    "preferred": _("preferred"),
}


@register.filter
def full_figure(statistic: Statistic) -> str:
    """The number of a scaled amount with all digits; "" where the amount shows them anyway."""
    full = headings.full_figure(statistic)
    return "" if statistic.amount.endswith(full) else full


@register.filter
def citation(fact: Fact, url: str) -> str:
    """The line by which others cite the fact."""
    return headings.citation(fact, url)


@register.filter
def heading(fact: Fact) -> str:
    """What the fact is about, in a line: the heading of its page."""
    return headings.heading(fact)


@register.simple_tag
def queue() -> list[tuple[str, str, int]]:
    """For each kind of fact: where the desk lists those that wait for a person, the kind's name, and how many wait."""
    return [
        (
            reverse(f"admin:minerals_{kind._meta.model_name}_changelist"),
            kind._meta.verbose_name_plural,
            kind.objects.proposed().count(),
        )
        for kind in FACTS
    ]


@register.filter
def statement(fact: Fact) -> str:
    """The whole fact as one sentence."""
    return headings.statement(fact)


@register.filter
def decision(reason: str | None) -> str:
    """The reason that history keeps, in the language of the interface: «принято», «исправлено: value»."""
    word, _colon, rest = (reason or "").partition(":")
    known = DECISIONS.get(word)
    return f"{known}{_colon}{rest}" if known else reason or ""


@register.filter
def place(statistic: Statistic) -> str:
    """Where a statistic or project holds: region and country, or the group of countries."""
    return headings.place(statistic)


@register.filter
def address(row: Fact | Thing) -> str:
    """The permanent address of a fact's or thing's own page."""
    kind = row._meta.model_name
    ref = row.key[:KEY_DIGITS] if isinstance(row, Fact) else row.ref
    return reverse(f"minerals:{kind}_detail", args=[ref])


@register.filter
def names(rows: Any) -> str:
    """The names of the rows, with commas."""
    return ", ".join(row.name for row in rows.all())


@register.filter
def public_project(statistic: Statistic) -> Project | None:
    """The project that the number is about, where it is published."""
    return headings.public_project(statistic)


@register.filter
def country(fact: Statistic | Project) -> Country | None:
    """The country of the fact: its own, or its region's."""
    return headings.country(fact)
