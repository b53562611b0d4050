"""What each import did, page by page; all of it to be read only."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from importers.models import PageOutcome, Run, RunItem
from news.desk import Desk, ReadOnly


class RunItemInline(ReadOnly, admin.TabularInline):
    """The pages of an import."""

    model = RunItem
    fields = ["name", "outcome", "reason", "article", "facts"]
    readonly_fields = ["facts"]
    show_change_link = True

    @admin.display(description=_("facts"))
    def facts(self, item: RunItem) -> str:
        """What became of the facts of the page."""
        return _tally(item)


@admin.register(Run)
class RunAdmin(ReadOnly, Desk):
    """Imports that changed something or failed somewhere."""

    list_display = ["started_at", "finished_at", "pages", "failed", "extractor_version"]
    date_hierarchy = "started_at"
    inlines = [RunItemInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Run]:
        """With the number of pages, and of those that failed."""
        failed = Count("items", filter=Q(items__outcome=PageOutcome.FAILED))
        return super().get_queryset(request).annotate(page_count=Count("items"), failed_count=failed)

    @admin.display(description=_("pages"))
    def pages(self, run: Any) -> int:
        """How many pages were touched."""
        return run.page_count

    @admin.display(description=_("failed"))
    def failed(self, run: Any) -> int:
        """How many pages could not be read."""
        return run.failed_count


@admin.register(RunItem)
class RunItemAdmin(ReadOnly, Desk):
    """Imported pages with the reason of each that was not read."""

    list_display = ["name", "outcome", "reason", "article", "facts", "run"]
    list_filter = ["outcome", "run"]
    list_select_related = ["article", "run"]
    list_per_page = 100
    search_fields = ["name", "reason"]

    @admin.display(description=_("facts"))
    def facts(self, item: RunItem) -> str:
        """What became of the facts of the page."""
        return _tally(item)


def _tally(item: RunItem) -> str:
    return ", ".join(f"{_FACTS.get(outcome, outcome)}: {count}" for outcome, count in item.counts.items() if count)


_FACTS = {
    "new": _("new"),
    "changed": _("changed"),
    "unchanged": _("unchanged"),
    "disputed": _("disputed"),
    "stale": _("stale"),
    "suppressed": _("rejected before"),
}
