"""What all admin pages share: search in any case form, read-only rows, quotes marked in their text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import SEARCH_VAR
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from news.sentences import around

# A whole number of more digits is no key of a row, and SQLite does not take it.
TOO_LONG = re.compile(r"\d{19}")
DATE_PARTS = {"year": 9999, "month": 12, "day": 31}


class Desk(admin.ModelAdmin):
    """A list that any address may ask: what no row can answer to leads to the whole list."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list; all of it, with a word of why, where the address asks for the impossible."""
        if not _askable(request):
            return self._whole_list(request)
        if request.method == "POST":
            return super().changelist_view(request, extra_context)
        try:
            answer = super().changelist_view(request, extra_context)
            # The dates to choose from are asked for here, no earlier.
            return answer.render() if isinstance(answer, TemplateResponse) else answer
        except (ValueError, OverflowError):
            return self._whole_list(request)

    def _whole_list(self, request: HttpRequest) -> HttpResponse:
        self.message_user(request, _("The address asks for what cannot be; this is the whole list."), messages.WARNING)
        return HttpResponseRedirect(request.path)


def _askable(request: HttpRequest) -> bool:
    """Whether each value of the address is one that a database can compare, and each date one of the calendar."""
    parts: dict[str, dict[str, int]] = {}
    for name, values in request.GET.lists():
        for value in values if name != SEARCH_VAR else ():
            if "\0" in value or TOO_LONG.search(value):
                return False
            field, _lookup, part = name.rpartition("__")
            if part in DATE_PARTS:
                if not value.isdecimal() or not 1 <= int(value) <= DATE_PARTS[part]:
                    return False
                parts.setdefault(field, {})[part] = int(value)
    return all(_in_calendar(**part) for part in parts.values())


def _in_calendar(year: int = 2000, month: int = 1, day: int = 1) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    # The first and the last year have no neighbours to count to, whatever the time zone.
    return 1 < year < 9999


class SearchAdmin(Desk):
    """A list whose search box finds any case form of a word."""

    search_fields = ["lemmas"]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list under its own name: Django's «Выберите … для изменения» does not decline."""
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The page under its own name."""
        title = {"title": capfirst(self.opts.verbose_name)}
        return super().changeform_view(request, object_id, form_url, {**title, **(extra_context or {})})

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """The rows that the model's own search finds."""
        return (queryset.search(search_term), False) if search_term.strip() else (queryset, False)


class ReadOnly:
    """Rows that only the machine writes: nobody adds, changes or deletes them by hand."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False


class Kept:
    """Rows that stay: what is wrong is rejected or switched off, so that it does not come back."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False


def link(row: Any, text: str = "") -> SafeString:
    """A link to the row's own admin page."""
    opts = row._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', url, text or str(row))


def sentence(evidence: Any) -> SafeString:
    """The sentence of the evidence with its span marked."""
    quoted = around(evidence.article.body, evidence.start, evidence.stop, evidence.quote)
    return format_html('<span class="quoted">{}<mark>{}</mark>{}</span>', *quoted)


def marked_text(body: str, evidence: Iterable[Any]) -> SafeString:
    """The whole text; each quoted piece is marked by the kind of its fact and leads to the fact's page.

    Where quotes overlap, the shorter one wins; evidence whose quote the text no longer has is left out.
    """
    spans = [row for row in evidence if body[row.start : row.stop] == row.quote]
    edges = sorted({0, len(body), *(row.start for row in spans), *(row.stop for row in spans)})
    pieces = []
    for start, stop in pairwise(edges):
        covering = [row for row in spans if row.start <= start and stop <= row.stop]
        text = body[start:stop]
        if not covering:
            pieces.append((text,))
            continue
        row = min(covering, key=lambda one: one.stop - one.start)
        kind = row.fact._meta.model_name
        pieces.append((link(row.fact, format_html('<mark class="{}">{}</mark>', kind, text)),))
    return format_html('<div class="article-text">{}</div>', format_html_join("", "{}", pieces))
