"""The desk for what was published: outlets, articles with their quotes marked, pages as received."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from news.datewords import spoken
from news.desk import Desk, Kept, ReadOnly, SearchAdmin, link, marked_text, sentence
from news.models import Article, Headline, Page, Revision, Source

FACTS = ("statistic", "project", "agreement", "quotation")


class HeadlineInline(ReadOnly, admin.TabularInline):
    """Headlines of other articles that the page carried."""

    model = Headline
    fields = ["title", "published"]
    classes = ["collapse"]


class RevisionInline(ReadOnly, admin.TabularInline):
    """Earlier texts."""

    model = Revision
    fields = ["number", "replaced_at", "body"]
    readonly_fields = fields
    classes = ["collapse"]


@admin.register(Article)
class ArticleAdmin(ReadOnly, SearchAdmin):
    """One article: its text with every quote marked, and the facts that stand on it."""

    list_display = ["title", "source", "date", "facts", "waiting"]
    list_filter = [("source", admin.RelatedOnlyFieldListFilter), ("published_day", admin.DateFieldListFilter)]
    date_hierarchy = "published_day"
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_select_related = ["source"]
    list_per_page = 50
    show_full_result_count = False
    fieldsets = [
        (None, {"fields": ["title", "source", "url", "date", "published_basis", "authors", "via", "section"]}),
        (_("Text"), {"fields": ["quotes", "text"]}),
        (_("Facts"), {"fields": ["fact_list"]}),
        (
            _("How it came"),
            {"fields": ["captured", "original_date", "page_list", "created_at", "updated_at"], "classes": ["collapse"]},
        ),
    ]
    inlines = [HeadlineInline, RevisionInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Articles with the number of their facts, and of those that wait for a person."""
        waiting = Q()
        for kind in FACTS:
            waiting |= Q(**{f"evidence__{kind}__state": "proposed", f"evidence__{kind}__merged_into__isnull": True})
        rows = super().get_queryset(request)
        return rows.annotate(
            quoted=Count("evidence", filter=Q(evidence__stale=False)),
            waiting=Count("evidence", filter=waiting & Q(evidence__stale=False)),
        )

    @admin.display(description=_("published"), ordering="published_day")
    def date(self, article: Article) -> str:
        """The date in words."""
        return spoken(article.published, get_language() or "ru") or "–"

    @admin.display(description=_("facts"), ordering="quoted")
    def facts(self, article: Any) -> int:
        """How many places of the text carry a fact."""
        return article.quoted

    @admin.display(description=_("waiting"), ordering="waiting")
    def waiting(self, article: Any) -> int:
        """How many of them nobody has looked at."""
        return article.waiting

    @admin.display(description=_("marks"))
    def quotes(self, article: Article) -> SafeString:
        """What the colours mean, with the way to the article's facts of the kind."""
        kinds = [(kind, article.evidence.model._meta.get_field(kind).related_model) for kind in FACTS]
        rows = (
            (reverse(f"admin:minerals_{kind}_changelist"), article.pk, kind, model._meta.verbose_name_plural)
            for kind, model in kinds
        )
        return format_html_join(" ", '<a href="{}?article={}"><mark class="{}">{}</mark></a>', rows)

    @admin.display(description=_("text"))
    def text(self, article: Article) -> SafeString:
        """The whole text with the quotes marked."""
        return marked_text(article.body, self._evidence(article))

    @admin.display(description=_("facts"))
    def fact_list(self, article: Article) -> SafeString:
        """The facts in the order of the text, each with its sentence."""
        rows = [(link(row.fact), row.fact.get_state_display(), sentence(row)) for row in self._evidence(article)]
        if not rows:
            return format_html("{}", _("No fact was read in this article."))
        items = format_html_join("", '<li>{} <span class="state">{}</span><br>{}</li>', rows)
        return format_html('<ol class="fact-list">{}</ol>', items)

    @admin.display(description=_("pages"))
    def page_list(self, article: Article) -> SafeString:
        """The pages that carried the article."""
        return format_html_join(", ", "{}", ((link(page),) for page in article.pages.all()))

    def _evidence(self, article: Article) -> list[Any]:
        """Read once for a request: text and list show the same rows."""
        if not hasattr(article, "_standing"):
            rows = article.evidence.filter(stale=False).order_by("start").select_related(*FACTS)
            rows = rows.select_related(
                "statistic__unit", "statistic__region", "statistic__group", "statistic__mineral", "statistic__project"
            ).prefetch_related("agreement__parties", "agreement__organisations")
            article._standing = list(rows)
            for row in article._standing:
                row.article = article
        return article._standing


@admin.register(Source)
class SourceAdmin(Kept, Desk):
    """Outlets."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    list_display = ["name", "domain", "name_en"]
    search_fields = ["name", "domain", "name_en"]


@admin.register(Page)
class PageAdmin(ReadOnly, Desk):
    """Pages as received."""

    list_display = ["name", "article", "encoding", "encoding_sure", "received_at"]
    list_filter = ["encoding_sure", "encoding"]
    list_select_related = ["article"]
    search_fields = ["name", "sha256"]
    fields = ["name", "article", "encoding", "encoding_sure", "received_at", "sha256", "as_received"]

    @admin.display(description=_("text with everything around the article"))
    def as_received(self, page: Page) -> SafeString:
        """The text with its lines."""
        return format_html('<div class="article-text">{}</div>', page.text)
