"""Outlets, and the pages as they were received."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """An outlet, known by its domain."""

    domain = models.CharField(_("domain"), max_length=253, unique=True)
    name = models.CharField(_("name"), max_length=200, help_text=_("The name as the outlet writes it, in Russian."))
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    url = models.URLField(_("address"), blank=True)

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["domain"]

    def __str__(self) -> str:
        return self.name or self.domain


class Page(models.Model):
    """A file as received, with its menus and tickers; several pages may carry one article."""

    sha256 = models.CharField(_("SHA-256 of the bytes"), max_length=64, unique=True)
    name = models.CharField(_("file name"), max_length=500)
    encoding = models.CharField(_("encoding"), max_length=40)
    encoding_sure = models.BooleanField(
        _("encoding is certain"), default=True, help_text=_("Not ticked where the text was too short to be sure.")
    )
    text = models.TextField(_("text with everything around the article"))
    article = models.ForeignKey(
        "news.Article",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pages",
        verbose_name=_("article"),
    )
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
