"""Published facts with all that a page shows of them, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Prefetch, QuerySet

from minerals.models import Agreement, Evidence, Fact, FactQuerySet, Project, Quotation, Statistic

RELATED: dict[type[Fact], tuple[str, ...]] = {
    Statistic: ("unit", "country", "region__country", "group", "mineral", "project"),
    Project: ("country", "region__country"),
    Agreement: (),
    Quotation: ("organisation",),
}
MANY: dict[type[Fact], tuple[str, ...]] = {
    Statistic: (),
    Project: ("minerals", "organisations", "stakes__organisation"),
    Agreement: ("parties", "minerals", "organisations"),
    Quotation: (),
}


def evidence() -> QuerySet[Evidence]:
    """Evidence with article and outlet; sentences that still stand come first."""
    return Evidence.objects.select_related("article__source").defer("article__lemmas").order_by("stale", "pk")


def evidence_of_a_list() -> QuerySet[Evidence]:
    """Evidence without the texts, which a list does not show."""
    return evidence().defer("article__body", "article__lemmas")


def published(model: type[Fact], rows: Callable[[], QuerySet[Evidence]] = evidence_of_a_list) -> FactQuerySet:
    """What the public sees of one kind of fact."""
    return related(model.objects.published(), rows)


def related(facts: FactQuerySet, rows: Callable[[], QuerySet[Evidence]] = evidence_of_a_list) -> FactQuerySet:
    """The facts with the rows that they name and their evidence."""
    model = facts.model
    return (
        facts.select_related(*RELATED[model])
        .defer("lemmas")
        .prefetch_related(*MANY[model], Prefetch("evidence", queryset=rows()))
    )
