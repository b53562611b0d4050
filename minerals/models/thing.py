"""What facts are about: countries, groups of countries, regions, units, minerals, organisations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from minerals.models.constraints import closed
from minerals.vocabularies import OrganisationKind, Origin, UnitKind
from news.search import lemmas, matching


class ThingQuerySet(models.QuerySet["Thing"]):
    """Questions asked of things."""

    def search(self, text: str) -> ThingQuerySet:
        """Things that one of their names finds, in any case form."""
        return matching(self, text)

    def checked(self) -> ThingQuerySet:
        """Things that a person or the reference files vouch for."""
        return self.exclude(origin=Origin.MACHINE)

    def unchecked(self) -> ThingQuerySet:
        """Things that only a machine has read, waiting for a person."""
        return self.filter(origin=Origin.MACHINE)


class Thing(models.Model):
    """A thing with a Russian and an English name; `ref` is the key that files and addresses use."""

    REF = "code"

    name_ru = models.CharField(_("name in Russian"), max_length=300)
    name_en = models.CharField(_("name in English"), max_length=300, blank=True)
    origin = models.CharField(
        _("origin"),
        max_length=10,
        choices=Origin,
        default=Origin.EDITOR,
        help_text=_("Reference files never overwrite what an editor has changed."),
    )
    lemmas = models.TextField(editable=False, default="", blank=True)

    objects = ThingQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name_ru"]
        constraints = [closed("origin", Origin)]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the words to search."""
        self.settle(self.names.values_list("text", flat=True) if self.pk else [])
        super().save(*args, **kwargs)

    def know_names(self) -> None:
        """Take a new name into the words to search."""
        self.save(update_fields=["lemmas"])

    def save_with(self, names: Iterable[str]) -> None:
        """Save with names that are about to get their rows."""
        self.settle(names)
        super().save()

    @property
    def name(self) -> str:
        """The name in the language of the interface."""
        return self.name_ru if (get_language() or "ru").startswith("ru") else self.name_en or self.name_ru

    @property
    def ref(self) -> str:
        """The key that files, addresses and readings use."""
        return str(getattr(self, self.REF))

    def settle(self, names: Iterable[str]) -> None:
        """Make the words to search from all names and the key."""
        self.lemmas = lemmas(" ".join([self.name_ru, self.name_en, self.ref, *names]))


class Country(Thing):
    """A country by its ISO 3166-1 code."""

    code = models.CharField(_("ISO code"), max_length=2, primary_key=True)
    alpha3 = models.CharField(_("three-letter code"), max_length=3, blank=True)
    capital_ru = models.CharField(_("capital in Russian"), max_length=100, blank=True)
    capital_en = models.CharField(_("capital in English"), max_length=100, blank=True)
    capital_acts = models.BooleanField(
        _("capital stands for the government"), default=False, help_text=_("«Астана и Вашингтон подписали …»")
    )

    class Meta(Thing.Meta):
        verbose_name = _("country")
        verbose_name_plural = _("countries")


class CountryGroup(Thing):
    """Countries that the press names together."""

    code = models.SlugField(_("code"), max_length=40, primary_key=True)
    members = models.ManyToManyField(Country, blank=True, related_name="groups", verbose_name=_("members"))

    class Meta(Thing.Meta):
        verbose_name = _("group of countries")
        verbose_name_plural = _("groups of countries")


class Region(Thing):
    """A part of a country by its ISO 3166-2 code, where one exists."""

    code = models.CharField(_("code"), max_length=60, primary_key=True)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="regions", verbose_name=_("country"))
    kind = models.CharField(_("kind"), max_length=60, blank=True)

    class Meta(Thing.Meta):
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Unit(Thing):
    """A currency by its ISO 4217 code, or a unit of measure."""

    code = models.CharField(_("code"), max_length=12, primary_key=True)
    kind = models.CharField(_("kind"), max_length=10, choices=UnitKind)
    counted_ru = models.CharField(
        _("with a number, in Russian"),
        max_length=300,
        blank=True,
        help_text=_("After one, after two, after five, with bars between: «доллар|доллара|долларов»."),
    )

    class Meta(Thing.Meta):
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["kind", "code"]
        constraints = [*Thing.Meta.constraints, closed("kind", UnitKind)]


class Mineral(Thing):
    """A commodity."""

    REF = "slug"

    slug = models.SlugField(_("key"), max_length=60, unique=True)
    symbol = models.CharField(_("symbol"), max_length=10, blank=True)
    lists = models.JSONField(
        _("lists of critical minerals"), default=list, blank=True, help_text=_("usgs, us-critical, eu-critical")
    )

    class Meta(Thing.Meta):
        verbose_name = _("mineral")
        verbose_name_plural = _("minerals")


class Organisation(Thing):
    """A company, ministry, bank or other body."""

    REF = "slug"

    slug = models.SlugField(_("key"), max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind, default=OrganisationKind.UNKNOWN)
    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("country"),
    )

    class Meta(Thing.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [*Thing.Meta.constraints, closed("kind", OrganisationKind)]
