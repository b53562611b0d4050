"""The first page: what is in the database, and what was published last."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.views.generic import TemplateView

from minerals import shelves, tallies
from minerals.models import Agreement, Fact, Project, Quotation, Statistic
from news.models import Article

CANDIDATES = 40
LATEST: dict[type[Fact], int] = {Agreement: 2, Statistic: 4, Project: 2}


class Home(TemplateView):
    """Counts, the latest facts with their sentences, countries and minerals."""

    template_name = "minerals/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Everything that the page shows."""
        countries, minerals = tallies.countries(), tallies.minerals()
        return super().get_context_data(
            facts=[fact for kind, most in LATEST.items() for fact in latest(kind, most)],
            countries=countries,
            minerals=minerals,
            counts={
                "articles": Article.objects.with_published_facts().count(),
                **{
                    f"{kind._meta.model_name}s": kind.objects.published().count()
                    for kind in (Statistic, Project, Agreement, Quotation)
                },
                "countries": len(countries),
                "minerals": len(minerals),
            },
            **kwargs,
        )


def latest(kind: type[Fact], most: int) -> list[Fact]:
    """The facts of the kind that were reviewed last, from as many articles as there are."""
    facts = shelves.published(kind, shelves.evidence).order_by(F("reviewed_at").desc(nulls_last=True), "-pk")[
        :CANDIDATES
    ]
    first: dict[int, Fact] = {}
    others = []
    for fact in facts:
        article = next((evidence.article_id for evidence in fact.evidence.all()), 0)
        if first.setdefault(article, fact) is not fact:
            others.append(fact)
    return [*first.values(), *others][:most]
