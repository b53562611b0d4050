"""What each import did, page by page, and the sentences that it could not read."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
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


class UnreadReason(models.TextChoices):
    """Why a sentence ought to have given a fact."""

    OWNERS = "owners", _("a name with several owners")
    UNMEASURED = "unmeasured", _("a number, and no word that says what it measures")
    UNBOUND = "unbound", _("a number and what it measures, and no statistic")
    AGREEMENT = "agreement", _("a paper and what is done with it, and no agreement")
    DEED = "deed", _("what is done with a paper, and no agreement")


class UnreadState(models.TextChoices):
    """What an editor made of the sentence."""

    WAITING = "waiting", _("nobody has looked")
    SEEN = "seen", _("seen: a fact is missing")
    DISMISSED = "dismissed", _("dismissed: no fact is here")


class UnreadQuerySet(models.QuerySet["Unread"]):
    """Unread sentences, and what editors decide about them."""

    def standing(self) -> UnreadQuerySet:
        """Those that the last reading of their article left unread."""
        return self.filter(read_since=False)

    def waiting(self) -> UnreadQuerySet:
        """Those that nobody has decided about."""
        return self.standing().filter(state=UnreadState.WAITING)

    def decide(self, state: str, by: Any) -> int:
        """Set the state of each that is not in it yet; returns how many that were."""
        undone = state == UnreadState.WAITING
        stamp = {"decided_by": None if undone else by, "decided_at": None if undone else timezone.now()}
        return self.exclude(state=state).update(state=state, **stamp)


class Unread(models.Model):
    """A sentence with a number, a deed or a name in question that gave no fact, and why.

    The machine writes all but the decision. A sentence that an editor decided about stays when a later reading finds
    its fact (`read_since`), so that the decision holds should the fact be lost again.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="unread", verbose_name=_("article"))
    start = models.PositiveIntegerField(_("first character"))
    stop = models.PositiveIntegerField(_("character after the last"))
    quote = models.TextField(_("sentence"))
    reason = models.CharField(_("reason"), max_length=12, choices=UnreadReason)
    detail = models.CharField(_("in question"), max_length=300, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=UnreadState, default=UnreadState.WAITING)
    read_since = models.BooleanField(_("read since"), default=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = UnreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("unread sentence")
        verbose_name_plural = _("unread sentences")
        ordering = ["-article_id", "start", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "stop", "reason"],
                condition=Q(read_since=False),
                name="unread_once_a_reason",
            ),
            models.CheckConstraint(condition=Q(start__lt=F("stop")), name="unread_starts_before_it_stops"),
            models.CheckConstraint(condition=Q(reason__in=UnreadReason.values), name="unread_reason_is_known"),
            models.CheckConstraint(condition=Q(state__in=UnreadState.values), name="unread_state_is_known"),
            models.CheckConstraint(
                condition=~Q(state=UnreadState.WAITING) | Q(read_since=False), name="undecided_unread_stands"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: «{self.quote}»"

    @property
    def words(self) -> list[str]:
        """The words in question as they stand in the sentence, from left to right."""
        named = self.detail.rpartition(":")[0] if self.reason == UnreadReason.OWNERS else self.detail
        return sorted((words for words in named.split("; ") if words and words in self.quote), key=self.quote.index)
