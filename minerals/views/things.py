"""Countries and minerals: what is published about each."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import F, QuerySet
from django.http import Http404
from django.views.generic import DetailView, TemplateView

from minerals import shelves, tallies
from minerals.models import Agreement, Country, FactQuerySet, Mineral, Project, Statistic
from news.models import Article

SHOWN = 25
ABOUT = (Statistic, Project, Agreement)


class ThingList(TemplateView):
    """Things with published facts, and how many facts of each kind."""

    template_name = "minerals/thing_list.html"
    model: type[Country | Mineral]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The tallies, most facts first."""
        return super().get_context_data(kind=self.model._meta, tallies=self.tallies(), **kwargs)

    def tallies(self) -> list[tallies.Tally]:
        """The rows of the table."""
        raise NotImplementedError


class CountryList(ThingList):
    """All countries that a published fact is about."""

    model = Country

    def tallies(self) -> list[tallies.Tally]:
        """One row a country."""
        return tallies.countries()


class MineralList(ThingList):
    """All minerals that a published fact is about."""

    model = Mineral

    def tallies(self) -> list[tallies.Tally]:
        """One row a mineral."""
        return tallies.minerals()


class ThingDetail(DetailView):
    """One thing: the newest facts of each kind, and the articles that name it."""

    template_name = "minerals/thing_detail.html"

    def about(self, facts: FactQuerySet) -> FactQuerySet:
        """The facts about this thing."""
        raise NotImplementedError

    def articles(self) -> QuerySet[Article]:
        """The articles that name this thing."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Facts and articles, the first of each; 404 where neither is public."""
        facts = {f"{kind._meta.model_name}s": self._newest(kind) for kind in ABOUT}
        counts = {f"{kind._meta.model_name}s": self.about(kind.objects.published()).count() for kind in ABOUT}
        articles = self.articles().select_related("source").defer("body", "lemmas").newest()[:SHOWN]
        if not any(counts.values()) and not articles:
            raise Http404
        query = urlencode({self.model._meta.model_name: self.object.ref})
        return super().get_context_data(
            query=f"?{query}",
            kind=self.model._meta,
            facts=facts,
            counts=counts,
            articles=articles,
            shown=SHOWN,
            **kwargs,
        )

    def _newest(self, kind: type[Any]) -> FactQuerySet:
        facts = self.about(shelves.published(kind))
        return facts.order_by(F("reviewed_at").desc(nulls_last=True), "-pk")[:SHOWN]


class CountryDetail(ThingDetail):
    """One country."""

    model = Country

    def about(self, facts: FactQuerySet) -> FactQuerySet:
        """Facts about the country or a region of it."""
        return facts.about_country(self.object.pk)

    def articles(self) -> QuerySet[Article]:
        """Public articles that name the country."""
        return Article.objects.with_published_facts().about_country(self.object.pk)


class MineralDetail(ThingDetail):
    """One mineral."""

    model = Mineral

    def about(self, facts: FactQuerySet) -> FactQuerySet:
        """Facts about the mineral."""
        return facts.about_mineral(self.object.slug)

    def articles(self) -> QuerySet[Article]:
        """Public articles that name the mineral."""
        return Article.objects.with_published_facts().about_mineral(self.object.slug)
