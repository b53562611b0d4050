"""Lists of published facts, filtered and paged, and the page of one fact."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import DetailView, ListView

from minerals import shelves
from minerals.filters import FILTERS, FactFilter
from minerals.models import Fact, Statistic
from minerals.templatetags.facts import KEY_DIGITS, address
from minerals.vocabularies import State


class FactList(ListView):
    """One kind of fact; parameters that mean nothing give an empty list."""

    paginate_by = 50

    def get_queryset(self) -> QuerySet[Any]:
        """The published rows that the filters leave."""
        rows = shelves.published(self.model).order_by(F("reviewed_at").desc(nulls_last=True), "-pk")
        self.filter: FactFilter = FILTERS[self.model](self.request.GET, queryset=rows, request=self.request)
        return self.filter.qs if self.filter.is_valid() else rows.none()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows, the filter form, and the kind in words."""
        return super().get_context_data(filter=self.filter, kind=self.model._meta, **kwargs)


class FactDetail(DetailView):
    """One published fact at its permanent address: the first digits of its key."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or the way to the fact that this one was merged into."""
        self.object = self.get_object()
        survivor = self.object.survivor
        if survivor.state != State.PUBLISHED:
            raise Http404
        if survivor != self.object:
            return redirect(address(survivor))
        return self.render_to_response(self.get_context_data(object=self.object))

    def get_object(self, queryset: QuerySet[Any] | None = None) -> Fact:
        """The fact whose key begins so, whatever its state."""
        if len(self.kwargs["key"]) != KEY_DIGITS:
            raise Http404
        facts = shelves.related(self.model.objects.all(), shelves.evidence).select_related("reviewed_by", "merged_into")
        fact = facts.filter(key__startswith=self.kwargs["key"]).order_by("pk").first()
        if fact is None:
            raise Http404
        return fact

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The fact, its evidence, and for a number the other values of the same subject."""
        fact = self.object
        context = super().get_context_data(evidence=fact.evidence.all(), kind=fact._meta, **kwargs)
        if isinstance(fact, Statistic):
            context["rivals"] = shelves.related(fact.rivals)
            context["same"] = fact.same.select_related("unit")
        if fact._meta.model_name == "project":
            context["statistics"] = shelves.published(Statistic).filter(project=fact)[:100]
        return context
