"""Quotations: what a named person said."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from minerals.models.fact import Fact, Trail
from minerals.models.thing import Organisation


class Quotation(Fact):
    """The sentence that reports a person's words."""

    FIELDS = ("speaker", "role", "text", "organisation")
    SENSE = ("speaker", "text")
    WORDING = ("role", "text")

    speaker = models.CharField(_("speaker"), max_length=200)
    role = models.CharField(_("role"), max_length=500, blank=True)
    text = models.TextField(_("words"))
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="quotations",
        verbose_name=_("organisation"),
    )
    history = Trail(excluded_fields=["lemmas"])

    class Meta(Fact.Meta):
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")

    def __str__(self) -> str:
        who = f"{self.speaker}, {self.role}" if self.role else self.speaker
        words = self.text if len(self.text) <= 100 else f"{self.text[:99].rstrip()}…"
        return f"{who}: «{words}»"
