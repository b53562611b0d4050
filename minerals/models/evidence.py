"""Evidence: the sentence that a fact stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from minerals.models.constraints import exactly_one
from news.models import Article

if TYPE_CHECKING:
    from minerals.models.fact import Fact

KINDS = ("project", "agreement", "statistic", "quotation")


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Questions asked of evidence."""

    def standing(self) -> EvidenceQuerySet:
        """Evidence whose quote is still read in the current text."""
        return self.filter(stale=False)


def _fact(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        model, on_delete=models.CASCADE, null=True, blank=True, related_name="evidence", verbose_name=_("fact")
    )


class Evidence(models.Model):
    """A quoted place in an article, with what this place alone said."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("article"))
    project = _fact("minerals.Project")
    agreement = _fact("minerals.Agreement")
    statistic = _fact("minerals.Statistic")
    quotation = _fact("minerals.Quotation")
    start = models.PositiveIntegerField(_("first character"))
    stop = models.PositiveIntegerField(_("character after the last"))
    quote = models.TextField(_("quote"))
    rule = models.CharField(_("rule"), max_length=100, blank=True, help_text=_("The rule that read it."))
    extractor_version = models.CharField(_("version of the reader"), max_length=20, blank=True)
    said = models.JSONField(_("what this place said"), default=dict, blank=True)
    stale = models.BooleanField(_("no longer read"), default=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["article", "start"]
        constraints = [
            exactly_one(*KINDS),
            models.CheckConstraint(condition=Q(start__lt=F("stop")), name="evidence_starts_before_it_stops"),
            models.CheckConstraint(condition=~Q(quote=""), name="evidence_has_a_quote"),
            *(
                models.UniqueConstraint(
                    fields=[kind, "article", "start", "stop"], condition=Q(stale=False), name=f"evidence_once_a_{kind}"
                )
                for kind in KINDS
            ),
        ]

    def __str__(self) -> str:
        return f"«{self.quote}»"

    @property
    def fact(self) -> Fact:
        """The fact that stands on it."""
        return next(getattr(self, kind) for kind in KINDS if getattr(self, f"{kind}_id") is not None)
