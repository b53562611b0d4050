"""The review desk: each fact as one sentence, beside the sentences of the press that it stands on."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from minerals.admin.review import FactAdmin
from minerals.admin.things import NameInline
from minerals.models import Agreement, Project, Quotation, Statistic


@admin.register(Statistic)
class StatisticAdmin(FactAdmin):
    """Numbers."""

    list_filter = [*FactAdmin.list_filter, "measure", ("country", admin.RelatedOnlyFieldListFilter)]
    list_filter += [("mineral", admin.RelatedOnlyFieldListFilter)]
    autocomplete_fields = ["unit", "country", "region", "group", "mineral", "project", "converts"]
    actions = [*FactAdmin.actions, "prefer"]

    @admin.action(description=_("Prefer this value of its subject"), permissions=["change"])
    def prefer(self, request: HttpRequest, facts: QuerySet[Statistic]) -> None:
        """Totals count this one of several values."""
        for fact in facts:
            try:
                fact.prefer(request.user)
            except ValueError:
                self.message_user(request, _("Only a published value can be preferred: %s") % fact, messages.ERROR)
            else:
                self.message_user(request, _("Preferred: %s") % fact)


@admin.register(Project)
class ProjectAdmin(FactAdmin):
    """Mines, plants and other undertakings."""

    list_filter = [*FactAdmin.list_filter, "kind", "stage", ("country", admin.RelatedOnlyFieldListFilter)]
    autocomplete_fields = ["country", "region", "minerals", "organisations", "stakes"]
    inlines = [NameInline]


@admin.register(Agreement)
class AgreementAdmin(FactAdmin):
    """Who agreed what with whom."""

    list_filter = [*FactAdmin.list_filter, "kind", "status", ("parties", admin.RelatedOnlyFieldListFilter)]
    autocomplete_fields = ["parties", "organisations", "minerals"]


@admin.register(Quotation)
class QuotationAdmin(FactAdmin):
    """Who said what."""

    autocomplete_fields = ["organisation"]
