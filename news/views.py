"""The articles that published facts stand on: headline, outlet, date and quoted sentences, never the text."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.views.generic import DetailView, ListView

from news.filters import ArticleFilter
from news.models import Article

FACTS = ("statistic", "project", "agreement", "quotation")


class ArticleList(ListView):
    """Public articles, newest first; parameters that mean nothing give an empty list."""

    paginate_by = 50

    def get_queryset(self) -> QuerySet[Article]:
        """The articles that the filters leave."""
        rows = Article.objects.with_published_facts().select_related("source").defer("body", "lemmas").newest()
        self.filter = ArticleFilter(self.request.GET, queryset=rows, request=self.request)
        return self.filter.qs if self.filter.is_valid() else rows.none()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The articles and the filter form."""
        return super().get_context_data(filter=self.filter, kind=Article._meta, **kwargs)


class ArticleDetail(DetailView):
    """One article: where it was published, what it names, and its sentences that carry published facts."""

    def get_queryset(self) -> QuerySet[Article]:
        """Public articles only."""
        return Article.objects.with_published_facts().select_related("source").defer("lemmas")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The evidence in the order of the text, and the countries and minerals that the article names."""
        article = self.object
        public = Q()
        for kind in FACTS:
            public |= Q(**{f"{kind}__state": "published", f"{kind}__merged_into__isnull": True})
        evidence = (
            article.evidence.filter(public, stale=False)
            .order_by("start")
            .select_related(
                "statistic__unit",
                "statistic__country",
                "statistic__region__country",
                "statistic__group",
                "statistic__mineral",
                "statistic__project",
                "project__country",
                "agreement",
                "quotation",
            )
            .prefetch_related("agreement__parties", "agreement__organisations")
        )
        mentions = article.mentions.filter(rejected=False).select_related("country", "mineral")
        for row in evidence:
            row.article = article
        return super().get_context_data(
            kind=Article._meta,
            evidence=evidence,
            countries=[mention.country for mention in mentions if mention.country_id],
            minerals=[mention.mineral for mention in mentions if mention.mineral_id],
            **kwargs,
        )
