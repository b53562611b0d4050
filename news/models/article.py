"""Articles: the cleaned text that every quotation points into, and what the page said about it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from news.edtf import first_day
from news.models.source import Source
from news.search import fold, lemmas, matching

FACTS = ("project", "agreement", "statistic", "quotation")


def body_key(body: str) -> str:
    """The identity of a text: the same words have the same key, whatever their spaces, dashes and case."""
    return hashlib.sha256(" ".join(fold(body).split()).encode()).hexdigest()


class ArticleQuerySet(models.QuerySet["Article"]):
    """Questions asked of articles."""

    def with_published_facts(self) -> ArticleQuerySet:
        """Articles that the public sees: at least one sentence of theirs carries a published fact."""
        published = Q()
        for kind in FACTS:
            fact = f"evidence__{kind}"
            published |= Q(**{f"{fact}__state": "published", f"{fact}__merged_into__isnull": True})
        return self.filter(pk__in=Article.objects.filter(published).values("pk"))

    def about_country(self, code: str) -> ArticleQuerySet:
        """Articles that name the country."""
        return self.filter(mentions__country_id=code, mentions__rejected=False)

    def about_mineral(self, slug: str) -> ArticleQuerySet:
        """Articles that name the mineral."""
        return self.filter(mentions__mineral__slug=slug, mentions__rejected=False)

    def of_source(self, domain: str) -> ArticleQuerySet:
        """Articles of one outlet."""
        return self.filter(source__domain=domain)

    def newest(self) -> ArticleQuerySet:
        """Latest day of publication first; articles without a date last."""
        return self.order_by(F("published_day").desc(nulls_last=True), "-pk")

    def search(self, text: str) -> ArticleQuerySet:
        """Articles that hold all words of the text, in any case form."""
        return matching(self, text)


class Article(models.Model):
    """One published text, whatever pages carried it."""

    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet")
    )
    title = models.CharField(_("headline"), max_length=1000)
    body = models.TextField(_("text"), help_text=_("Without menus, captions, advertisements and comments."))
    body_key = models.CharField(_("key of the text"), max_length=64, unique=True, editable=False)
    page_key = models.CharField(
        _("page it was read from"),
        max_length=64,
        editable=False,
        help_text=_("SHA-256 of the page whose headline, date and authors are kept."),
    )
    url = models.URLField(_("address"), max_length=1000, null=True, blank=True, unique=True)
    published = models.CharField(
        _("published"),
        max_length=40,
        blank=True,
        help_text=_("As precise as the page says: 2025-11-17T17:08 or 2025-11."),
    )
    published_basis = models.CharField(
        _("where the date was found"), max_length=20, blank=True, help_text=_("byline, header, footer or dateline")
    )
    published_day = models.DateField(_("day of publication"), null=True, blank=True, editable=False, db_index=True)
    captured = models.CharField(
        _("captured"),
        max_length=40,
        blank=True,
        help_text=_("The date in the site's header: the day the page was saved."),
    )
    original_date = models.CharField(
        _("date of the original"), max_length=40, blank=True, help_text=_("The date of the text that was reprinted.")
    )
    authors = models.JSONField(_("authors"), default=list, blank=True)
    via = models.CharField(
        _("credited to"), max_length=300, blank=True, help_text=_("The agency or outlet that is named.")
    )
    section = models.CharField(_("section"), max_length=200, blank=True)
    lemmas = models.TextField(editable=False, default="", blank=True)
    created_at = models.DateTimeField(_("stored at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed at"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = [F("published_day").desc(nulls_last=True), "-pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the columns that are made from others: the text's key, the day to sort by, the words to search."""
        self.body_key = body_key(self.body)
        self.published_day = first_day(self.published)
        self.lemmas = lemmas(f"{self.title} {self.body}")
        made: Iterable[str] = ("body_key", "published_day", "lemmas", "updated_at")
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *made}
        super().save(*args, **kwargs)


class Revision(models.Model):
    """A text that an article had before it was changed at its address."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="revisions", verbose_name=_("article"))
    number = models.PositiveIntegerField(_("number"))
    body = models.TextField(_("earlier text"))
    body_key = models.CharField(_("key of the text"), max_length=64, db_index=True)
    replaced_at = models.DateTimeField(_("replaced at"), auto_now_add=True)

    class Meta:
        verbose_name = _("earlier text")
        verbose_name_plural = _("earlier texts")
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="one_revision_a_number"),
            models.UniqueConstraint(fields=["article", "body_key"], name="one_revision_a_text"),
        ]

    def __str__(self) -> str:
        return f"{self.article} ({self.number})"


class Headline(models.Model):
    """The headline of another article that the page carried."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="headlines", verbose_name=_("article whose page carried it")
    )
    position = models.PositiveIntegerField(_("position on the page"))
    title = models.CharField(_("headline"), max_length=1000)
    published = models.CharField(_("published"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("headline of another article")
        verbose_name_plural = _("headlines of other articles")
        ordering = ["article", "position"]
        constraints = [models.UniqueConstraint(fields=["article", "position"], name="one_headline_a_position")]

    def __str__(self) -> str:
        return self.title
