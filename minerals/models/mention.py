"""Mentions: where an article names a country, region, mineral or organisation."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from minerals.models.constraints import exactly_one
from news.models import Article

SUBJECTS = ("country", "group", "region", "mineral", "organisation")


class MentionQuerySet(models.QuerySet["Mention"]):
    """Questions asked of mentions."""

    def kept(self) -> MentionQuerySet:
        """Mentions that no editor has rejected."""
        return self.filter(rejected=False)


def _subject(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        model, on_delete=models.PROTECT, null=True, blank=True, related_name="mentions", verbose_name=_("what is named")
    )


class Mention(models.Model):
    """One thing in one article, with every place it is named: `spans` are pairs of code points."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="mentions", verbose_name=_("article"))
    country = _subject("minerals.Country")
    group = _subject("minerals.CountryGroup")
    region = _subject("minerals.Region")
    mineral = _subject("minerals.Mineral")
    organisation = _subject("minerals.Organisation")
    spans = models.JSONField(_("places in the text"), default=list)
    rejected = models.BooleanField(
        _("rejected"), default=False, help_text=_("The article does not name this; it stays remembered.")
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            exactly_one(*SUBJECTS),
            *(
                models.UniqueConstraint(fields=["article", subject], name=f"mention_once_a_{subject}")
                for subject in SUBJECTS
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.article}"

    @property
    def subject(self) -> models.Model:
        """The thing that is named."""
        return next(getattr(self, subject) for subject in SUBJECTS if getattr(self, f"{subject}_id") is not None)
