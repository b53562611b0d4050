"""What readers narrow the list of articles by."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from news.models import Article, Source
from news.models.article import ArticleQuerySet


class ArticleFilter(filters.FilterSet):
    """Words of the text, the outlet, and the order by date."""

    q = filters.CharFilter(label=_("Words"), method="words", max_length=200)
    source = filters.ModelChoiceFilter(
        label=_("Outlet"), queryset=lambda request: _public_outlets(), to_field_name="domain", empty_label=_("all")
    )
    order = filters.ChoiceFilter(
        label=_("Order"),
        method="in_order",
        choices=[("oldest", _("earliest date first"))],
        empty_label=_("latest date first"),
    )

    class Meta:
        model = Article
        fields = ["q", "source"]

    def words(self, rows: ArticleQuerySet, name: str, value: str) -> Any:
        """Articles that hold all the words, in any case form."""
        return rows.search(value)

    def in_order(self, rows: ArticleQuerySet, name: str, value: str) -> Any:
        """The earliest first; articles without a date come last either way."""
        return rows.order_by(F("published_day").asc(nulls_last=True), "pk")


def _public_outlets() -> QuerySet[Source]:
    return Source.objects.filter(articles__in=Article.objects.with_published_facts()).distinct().order_by("name")
