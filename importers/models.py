"""What each import did, page by page, and the sentences that it could not read."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from news.models import Article


class PageOutcome(models.TextChoices):
    """What became of a page."""

    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    UNCHANGED = "unchanged", _("unchanged")
    FAILED = "failed", _("failed")
    SKIPPED = "skipped", _("skipped")


class Run(models.Model):
    """One import that changed something or failed somewhere."""

    started_at = models.DateTimeField(_("started at"))
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    extractor_version = models.CharField(_("version of the reader"), max_length=20)
    paths = models.JSONField(_("what was imported"), default=list)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class RunItem(models.Model):
    """One page of an import; `counts`: facts new, changed, unchanged, disputed, stale, suppressed."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="items", verbose_name=_("import"))
    name = models.CharField(_("page"), max_length=500)
    outcome = models.CharField(_("outcome"), max_length=10, choices=PageOutcome)
    reason = models.CharField(_("reason"), max_length=1000, blank=True)
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("article")
    )
    counts = models.JSONField(_("facts"), default=dict)

    class Meta:
        verbose_name = _("imported page")
        verbose_name_plural = _("imported pages")
        ordering = ["run", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=PageOutcome.values), name="page_outcome_is_known"),
            models.CheckConstraint(
                condition=~Q(outcome=PageOutcome.FAILED) | ~Q(reason=""), name="failed_page_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_outcome_display()}"


class Unread(models.Model):
    """A sentence with a number or a name in question that gave no fact, and why."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="unread", verbose_name=_("article"))
    start = models.PositiveIntegerField(_("first character"))
    stop = models.PositiveIntegerField(_("character after the last"))
    quote = models.TextField(_("sentence"))
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("unread sentence")
        verbose_name_plural = _("unread sentences")
        ordering = ["article", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "start", "stop", "reason"], name="unread_once_a_reason"),
            models.CheckConstraint(condition=Q(start__lt=F("stop")), name="unread_starts_before_it_stops"),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: «{self.quote}»"
