"""Countries, regions, minerals, organisations, units, and the names by which the press knows them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from minerals.models import Country, CountryGroup, Mineral, Name, Organisation, Region, Stake, Unit
from minerals.models.name import OWNERS
from minerals.vocabularies import Origin
from news.desk import Desk, Kept, SearchAdmin, link


class NameInline(Kept, admin.TabularInline):
    """The names of a thing; a wrong one is switched off, so that it does not come back."""

    model = Name
    extra = 0
    fields = ["text", "form", "mark", "active", "origin"]
    readonly_fields = ["origin"]

    def formfield_for_dbfield(self, field: models.Field, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """A table's cells have no labels of their own: say what each is for to those who do not see the heading."""
        found = super().formfield_for_dbfield(field, request, **kwargs)
        if found is not None:
            found.widget.attrs |= {"aria-label": str(field.verbose_name), "size": 24}
        return found


class ThingAdmin(Kept, SearchAdmin):
    """A thing with its names; what an editor changes the reference files never overwrite."""

    list_display = ["name_ru", "name_en", "pk", "origin"]
    list_filter = ["origin"]
    list_per_page = 100
    show_full_result_count = False
    readonly_fields = ["origin"]
    formfield_overrides = {models.JSONField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 60})}}
    inlines = [NameInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The key of a thing that stands never changes: addresses and readings use it."""
        return [*super().get_readonly_fields(request, obj), *([self.model.REF] if obj else [])]

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        """From now on the thing is an editor's."""
        if form.has_changed() or not change:
            obj.origin = Origin.EDITOR
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: forms.ModelForm, formset: Any, change: bool) -> None:
        """Changed names are an editor's; the words to search follow them."""
        for name in formset.save(commit=False):
            name.origin = Origin.EDITOR
            name.save()
        formset.save_m2m()
        form.instance.save()


@admin.register(Country)
class CountryAdmin(ThingAdmin):
    """Countries."""

    list_display = ["name_ru", "name_en", "code", "alpha3", "capital_ru", "origin"]


@admin.register(CountryGroup)
class GroupAdmin(ThingAdmin):
    """Groups of countries."""

    filter_horizontal = ["members"]


@admin.register(Region)
class RegionAdmin(ThingAdmin):
    """Regions."""

    list_display = ["name_ru", "name_en", "code", "country", "kind", "origin"]
    list_filter = ["origin", ("country", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    autocomplete_fields = ["country"]


@admin.register(Unit)
class UnitAdmin(ThingAdmin):
    """Currencies and units of measure."""

    list_display = ["name_ru", "name_en", "code", "kind", "counted_ru"]
    list_filter = ["kind", "origin"]


@admin.register(Mineral)
class MineralAdmin(ThingAdmin):
    """Commodities."""

    list_display = ["name_ru", "name_en", "slug", "symbol", "origin"]


@admin.register(Organisation)
class OrganisationAdmin(ThingAdmin):
    """Companies, ministries and other bodies; those that only a machine has read wait for a person."""

    list_display = ["name_ru", "name_en", "kind", "country", "origin", "named_in"]
    list_filter = ["origin", "kind", ("country", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    autocomplete_fields = ["country"]
    prepopulated_fields = {"slug": ["name_en"]}
    actions = ["vouch"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        """With the number of articles that name it."""
        return super().get_queryset(request).annotate(named=Count("mentions", filter=Q(mentions__rejected=False)))

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, list[str]]:
        """Only a new organisation gets a key."""
        return {} if obj else super().get_prepopulated_fields(request, obj)

    @admin.display(description=_("articles"), ordering="named")
    def named_in(self, organisation: Any) -> int:
        """How many articles name it."""
        return organisation.named

    @admin.action(description=_("Checked: this organisation exists under this name"), permissions=["change"])
    def vouch(self, request: HttpRequest, organisations: QuerySet[Any]) -> None:
        """A person vouches for what a machine has read."""
        count = organisations.filter(origin=Origin.MACHINE).update(origin=Origin.EDITOR)
        self.message_user(request, ngettext("%d organisation checked.", "%d organisations checked.", count) % count)


@admin.register(Stake)
class StakeAdmin(Kept, SearchAdmin):
    """Who owns, runs, builds or pays for projects; a stake never changes, a project gets another."""

    list_display = ["organisation", "role", "share"]
    list_filter = ["role"]
    list_select_related = ["organisation"]
    list_per_page = 100
    autocomplete_fields = ["organisation"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Other projects share the row."""
        return False


@admin.register(Name)
class NameAdmin(Kept, Desk):
    """All names of all things."""

    list_display = ["text", "owner_link", "form", "mark", "origin", "active"]
    list_filter = ["origin", "form", "active"]
    list_select_related = list(OWNERS)
    list_per_page = 100
    show_full_result_count = False
    search_fields = ["text", "folded"]
    fields = ["text", "form", "mark", "active", *OWNERS, "origin"]
    readonly_fields = ["origin"]
    autocomplete_fields = list(OWNERS)

    @admin.display(description=_("name of"))
    def owner_link(self, name: Name) -> SafeString:
        """The thing that bears the name."""
        return link(name.owner)

    def save_model(self, request: HttpRequest, obj: Name, form: forms.ModelForm, change: bool) -> None:
        """From now on the name is an editor's; the words to search of its owner follow."""
        obj.origin = Origin.EDITOR
        super().save_model(request, obj, form, change)
        if obj.project_id is None:
            obj.owner.save()
