"""Evidence and mentions: what stands in the articles, shown and never edited."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from minerals import headings
from minerals.models import Evidence, Fact, Mention
from minerals.models.evidence import KINDS
from minerals.models.mention import SUBJECTS
from minerals.shelves import RELATED
from news.desk import Desk, Kept, ReadOnly, link, sentence


def sentences(fact: Fact) -> SafeString:
    """The sentences that the fact stands on, each with its article, its rule, and what it says otherwise."""
    rows = fact.evidence.select_related("article__source").order_by("stale", "pk")
    blocks = (
        (
            "stale" if row.stale else "standing",
            sentence(row),
            link(row.article),
            f" ({row.article.source})" if row.article.source else "",
            _otherwise(fact, row),
            _("rule"),
            row.rule,
        )
        for row in rows
    )
    block = '<li class="{}"><blockquote>{}</blockquote><p>{}{}{} <span class="help">{} {}</span></p></li>'
    return format_html('<ul class="sentences">{}</ul>', format_html_join("", block, blocks))


def _otherwise(fact: Fact, evidence: Evidence) -> SafeString | str:
    """The fields in which this place alone says something else than what stands; and whether it still stands itself."""
    live = fact.values()
    said = [
        (fact._meta.get_field(field).verbose_name, in_words(fact, field, value))
        for field, value in evidence.said.items()
        if field in live and value != live[field] and value not in (None, [], "")
    ]
    told = format_html("; {}", _("no longer in the current text")) if evidence.stale else ""
    if not said:
        return told
    return format_html("{}; {}: {}", told, _("said otherwise here"), format_html_join(", ", "{} – <b>{}</b>", said))


def in_words(fact: Fact, name: str, value: Any) -> str:
    """A stored key or date as people read it."""
    field = fact._meta.get_field(name)
    if value in (None, "", []):
        return "–"
    if field.is_relation:
        keys = value if isinstance(value, list) else [value]
        model = field.related_model
        found = {row.ref: str(row) for row in model.objects.filter(**{f"{model.REF}__in": keys})}
        return ", ".join(found.get(key, key) for key in keys)
    return str(dict(field.flatchoices).get(value, value))


@admin.register(Evidence)
class EvidenceAdmin(ReadOnly, Desk):
    """All quoted places."""

    list_display = ["quote", "fact_link", "article", "rule", "stale"]
    list_filter = ["stale", "rule"]
    list_per_page = 50
    search_fields = ["quote"]
    fields = ["in_its_sentence", "fact_link", "article", "start", "stop", "quote", "rule", "extractor_version", "stale"]
    readonly_fields = ["in_its_sentence", "fact_link"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        """With what a fact's one sentence names."""
        named = [f"{kind._meta.model_name}__{path}" for kind, paths in RELATED.items() for path in paths]
        rows = super().get_queryset(request).select_related("article", *KINDS, *named).defer("article__lemmas")
        return rows.prefetch_related("agreement__parties", "agreement__organisations")

    @admin.display(description=_("fact"))
    def fact_link(self, evidence: Evidence) -> SafeString:
        """The fact's admin page."""
        return link(evidence.fact, headings.statement(evidence.fact))

    @admin.display(description=_("sentence"))
    def in_its_sentence(self, evidence: Evidence) -> SafeString:
        """The sentence with the span marked."""
        return sentence(evidence)


@admin.register(Mention)
class MentionAdmin(Kept, Desk):
    """What the articles name; an editor rejects what was named by mistake."""

    list_display = ["subject", "article", "times", "rejected"]
    list_filter = ["rejected", *((kind, admin.RelatedOnlyFieldListFilter) for kind in ("country", "mineral"))]
    list_select_related = ["article", *SUBJECTS]
    list_per_page = 50
    search_fields = [f"{subject}__name_ru" for subject in SUBJECTS] + ["article__title"]
    fields = ["subject", "article", "times", "rejected"]
    readonly_fields = ["subject", "article", "times"]
    actions = ["reject", "keep"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Mentions are read in the text, never typed."""
        return False

    @admin.display(description=_("what is named"))
    def subject(self, mention: Mention) -> str:
        """The thing."""
        return str(mention.subject)

    @admin.display(description=_("times"))
    def times(self, mention: Mention) -> int:
        """How often the article names it."""
        return len(mention.spans)

    @admin.action(description=_("Reject: the article does not name this"), permissions=["change"])
    def reject(self, request: HttpRequest, mentions: QuerySet[Any]) -> None:
        """Set the mentions aside."""
        self._set(request, mentions, True)

    @admin.action(description=_("Keep: the article names this"), permissions=["change"])
    def keep(self, request: HttpRequest, mentions: QuerySet[Any]) -> None:
        """Take the mentions back."""
        self._set(request, mentions, False)

    def _set(self, request: HttpRequest, mentions: QuerySet[Any], rejected: bool) -> None:
        count = mentions.update(rejected=rejected)
        self.message_user(request, ngettext("%d mention changed.", "%d mentions changed.", count) % count)
