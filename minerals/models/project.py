"""Projects: mines, deposits, plants and other undertakings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from minerals.models.constraints import closed
from minerals.models.fact import Fact, Json, Trail
from minerals.models.stake import Stake
from minerals.models.thing import Country, Mineral, Organisation, Region
from minerals.vocabularies import ProjectKind, ProjectStage
from news.edtf import first_day

# A capital or a quotation mark behind the first letter, or a name of one word.
PROPER = re.compile(r".[«\"A-ZА-ЯЁ]|^«|^\S+$")


class Project(Fact):
    """An undertaking that somebody plans, builds or runs."""

    REF = "key"
    FIELDS = ("name", "kind", "country", "region", "place", "minerals", "stage", "organisations", "stakes", "start")
    FIELDS += ("target",)
    SENSE = ("name", "country")
    WORDING = ("name", "place")
    DATES = ("start", "target")
    COUNTRY = ("country", "region__country")
    MINERAL = ("minerals__slug",)

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=ProjectKind, default=ProjectKind.OTHER)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("country")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("region")
    )
    place = models.CharField(_("place"), max_length=300, blank=True, help_text=_("As the text names it."))
    minerals = models.ManyToManyField(Mineral, blank=True, related_name="projects", verbose_name=_("minerals"))
    stage = models.CharField(_("stage"), max_length=20, choices=ProjectStage, default=ProjectStage.UNKNOWN)
    organisations = models.ManyToManyField(
        Organisation, blank=True, related_name="projects", verbose_name=_("organisations")
    )
    stakes = models.ManyToManyField(
        Stake,
        blank=True,
        related_name="projects",
        verbose_name=_("stakes"),
        help_text=_("Who owns, runs, builds or pays for it, and how much of it."),
    )
    start = models.CharField(_("start"), max_length=40, blank=True, help_text=_("2025, 2025-11 or 2025-11-17"))
    start_day = models.DateField(null=True, blank=True, editable=False)
    target = models.CharField(
        _("promised by"), max_length=40, blank=True, help_text=_("By when it shall work: 2027, 2027-Q4 or 2027-11")
    )
    history = Trail(m2m_fields=["minerals", "organisations", "stakes"], excluded_fields=["lemmas"])

    class Meta(Fact.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [*Fact.Meta.constraints, closed("kind", ProjectKind), closed("stage", ProjectStage)]

    def __str__(self) -> str:
        where = f", {self.country_id}" if self.country_id else ""
        return f"{self.name} ({self.get_kind_display()}{where})"

    @property
    def ref(self) -> str:
        """The key that readings and reviews use."""
        return self.key

    @classmethod
    def is_specific(cls, values: Mapping[str, Json]) -> bool:
        """«завод по переработке» may be any; a proper part names one: «рудник Жанатас», «Кумтор»."""
        return bool(values["country"] and PROPER.search(str(values["name"])))

    def settle(self) -> None:
        """Keep the day to sort by."""
        super().settle()
        self.start_day = first_day(self.start)

    def know_names(self) -> None:
        """Take a new name into the words to search; no part of the project's history."""
        self.settle()
        Project.objects.filter(pk=self.pk).update(lemmas=self.lemmas)

    def _words(self) -> list[str]:
        names = [] if self._state.adding else self.names.values_list("text", flat=True)
        return [*super()._words(), *names]

    def _handed_over(self, survivor: Any) -> None:
        for name in self.names.all():
            if not survivor.names.filter(text=name.text, form=name.form).exists():
                name.project = survivor
                name.save(update_fields=["project"])
        for statistic in self.statistics.all():
            statistic.project = survivor
            statistic.save()
