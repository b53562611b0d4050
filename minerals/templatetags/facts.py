"""Facts in the words of a page: the number with its unit, a heading, an address."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from minerals import headings
from minerals.models import Country, Fact, Project, Statistic, Thing

register = template.Library()
# Of the 64: short enough to print, and two facts in a billion would not share them.
KEY_DIGITS = 12


@register.filter
def figure(statistic: Statistic) -> str:
    """«более 24 млрд долларов США» in the language of the interface."""
    return headings.figure(statistic)


@register.filter
def full_figure(statistic: Statistic) -> str:
    """The same with all digits written out."""
    return headings.figure(statistic, scaled=False)


@register.filter
def citation(fact: Fact, url: str) -> str:
    """The line by which others cite the fact."""
    return headings.citation(fact, url)


@register.filter
def heading(fact: Fact) -> str:
    """What the fact is about, in a line: the heading of its page."""
    return headings.heading(fact)


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
def country(fact: Statistic | Project) -> Country | None:
    """The country of the fact: its own, or its region's."""
    return headings.country(fact)
