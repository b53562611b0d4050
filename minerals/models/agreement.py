"""Agreements: who agreed what with whom."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from minerals.models.constraints import closed
from minerals.models.fact import Fact, Json, Trail
from minerals.models.thing import Country, Mineral, Organisation
from minerals.vocabularies import AgreementKind, AgreementStatus
from news.edtf import first_day


class Agreement(Fact):
    """A paper or a word given between countries or organisations."""

    FIELDS = ("kind", "status", "parties", "organisations", "date", "place", "minerals", "subject")
    SENSE = ("kind", "parties", "organisations", "date", "minerals", "subject")
    WORDING = ("place", "subject")
    DATES = ("date",)
    COUNTRY = ("parties",)
    MINERAL = ("minerals__slug",)

    kind = models.CharField(_("kind"), max_length=20, choices=AgreementKind)
    status = models.CharField(_("status"), max_length=20, choices=AgreementStatus)
    parties = models.ManyToManyField(Country, blank=True, related_name="agreements", verbose_name=_("parties"))
    organisations = models.ManyToManyField(
        Organisation, blank=True, related_name="agreements", verbose_name=_("organisations")
    )
    date = models.CharField(_("date"), max_length=40, blank=True, help_text=_("2025, 2025-11 or 2025-11-17"))
    date_day = models.DateField(null=True, blank=True, editable=False, db_index=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    minerals = models.ManyToManyField(Mineral, blank=True, related_name="agreements", verbose_name=_("minerals"))
    subject = models.CharField(_("subject"), max_length=500, blank=True, help_text=_("What it is about, in short."))
    history = Trail(m2m_fields=["parties", "organisations", "minerals"], excluded_fields=["lemmas"])

    class Meta(Fact.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [*Fact.Meta.constraints, closed("kind", AgreementKind), closed("status", AgreementStatus)]

    def __str__(self) -> str:
        who = [*(row.pk for row in self._linked("parties")), *(row.name for row in self._linked("organisations"))]
        sides = " – ".join(who)
        told = [str(self.get_kind_display()), sides, self.subject, self.date]
        return f"{', '.join(part for part in told if part)} ({self.get_status_display()})"

    @classmethod
    def is_specific(cls, values: Mapping[str, Json]) -> bool:
        """Two undated memoranda of the same parties are one only within one article."""
        return bool(values["date"] and (values["parties"] or values["organisations"]))

    def settle(self) -> None:
        """Keep the day to sort by."""
        super().settle()
        self.date_day = first_day(self.date)
