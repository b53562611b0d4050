"""What readers narrow the lists of facts by; each filter is a GET parameter, so every view has its address."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from minerals.models import Agreement, Country, Fact, FactQuerySet, Mineral, Project, Quotation, Statistic
from minerals.vocabularies import AgreementKind, AgreementStatus, Measure, ProjectKind, ProjectStage
from news.models import Source


def _used(model: type[Fact], paths: tuple[str, ...], rows: QuerySet[Any], key: str) -> QuerySet[Any]:
    """Only the choices that at least one published fact answers to."""
    named = rows.none()
    for path in paths:
        named |= rows.filter(**{f"{key}__in": model.objects.published().values(path)})
    return named


def _choice(label: Any, vocabulary: Any) -> filters.ChoiceFilter:
    return filters.ChoiceFilter(label=label, choices=vocabulary.choices, empty_label=_("all"))


def _order(newest: Any, oldest: Any) -> filters.ChoiceFilter:
    choices = [("newest", newest), ("oldest", oldest)]
    return filters.ChoiceFilter(
        label=_("Order"), method="in_order", choices=choices, empty_label=_("latest reviewed first")
    )


class FactFilter(filters.FilterSet):
    """What all kinds of facts are narrowed by; `DAY` is the column of their own date."""

    DAY = ""

    q = filters.CharFilter(label=_("Words"), method="words", max_length=200)
    country = filters.ModelChoiceFilter(
        label=_("Country"), method="about_country", queryset=Country.objects.none(), empty_label=_("all")
    )
    mineral = filters.ModelChoiceFilter(
        label=_("Mineral"),
        method="about_mineral",
        queryset=Mineral.objects.none(),
        empty_label=_("all"),
        to_field_name="slug",
    )
    source = filters.ModelChoiceFilter(
        label=_("Outlet"),
        method="of_source",
        queryset=Source.objects.none(),
        empty_label=_("all"),
        to_field_name="domain",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        model = self.queryset.model
        published = model.objects.published()
        choices = {
            "country": _used(model, model.COUNTRY, Country.objects.all(), "code"),
            "mineral": _used(model, model.MINERAL, Mineral.objects.all(), "slug"),
            "source": Source.objects.filter(articles__evidence__in=_evidence(published)).distinct(),
        }
        for name, rows in choices.items():
            if name in self.filters:
                self.filters[name].queryset = rows

    def words(self, rows: FactQuerySet, name: str, value: str) -> FactQuerySet:
        """Facts that hold all the words, in any case form."""
        return rows.search(value)

    def about_country(self, rows: FactQuerySet, name: str, value: Country) -> FactQuerySet:
        """Facts about the country."""
        return rows.about_country(value.pk)

    def about_mineral(self, rows: FactQuerySet, name: str, value: Mineral) -> FactQuerySet:
        """Facts about the mineral."""
        return rows.about_mineral(value.slug)

    def of_source(self, rows: FactQuerySet, name: str, value: Source) -> FactQuerySet:
        """Facts that an article of the outlet says."""
        return rows.filter(evidence__article__source=value).distinct()

    def in_order(self, rows: FactQuerySet, name: str, value: str) -> FactQuerySet:
        """By the facts' own date; those without one come last either way."""
        day = F(self.DAY)
        return rows.order_by(day.desc(nulls_last=True) if value == "newest" else day.asc(nulls_last=True), "-pk")


def _evidence(facts: FactQuerySet) -> QuerySet[Any]:
    kind = facts.model._meta.model_name
    evidence = facts.model._meta.get_field("evidence").related_model
    return evidence.objects.filter(**{f"{kind}__in": facts.values("pk")}).values("pk")


class StatisticFilter(FactFilter):
    """Statistics by measure."""

    DAY = "period_day"

    measure = _choice(_("Measure"), Measure)
    order = _order(_("latest period first"), _("earliest period first"))

    class Meta:
        model = Statistic
        fields = ["q", "measure", "country", "mineral", "source"]


class ProjectFilter(FactFilter):
    """Projects by kind and stage."""

    DAY = "start_day"

    kind = _choice(_("Kind"), ProjectKind)
    stage = _choice(_("Stage"), ProjectStage)
    order = _order(_("latest start first"), _("earliest start first"))

    class Meta:
        model = Project
        fields = ["q", "kind", "stage", "country", "mineral", "source"]


class AgreementFilter(FactFilter):
    """Agreements by kind and status."""

    DAY = "date_day"

    kind = _choice(_("Kind"), AgreementKind)
    status = _choice(_("Status"), AgreementStatus)
    order = _order(_("latest date first"), _("earliest date first"))

    class Meta:
        model = Agreement
        fields = ["q", "kind", "status", "country", "mineral", "source"]


class QuotationFilter(FactFilter):
    """Quotations have neither country nor mineral of their own."""

    country = None
    mineral = None

    class Meta:
        model = Quotation
        fields = ["q", "source"]


FILTERS: dict[type[Fact], type[FactFilter]] = {
    Statistic: StatisticFilter,
    Project: ProjectFilter,
    Agreement: AgreementFilter,
    Quotation: QuotationFilter,
}


class SearchForm(forms.Form):
    """The words of the search box."""

    q = forms.CharField(label=_("Search"), max_length=200, required=False)
