"""What the review of all kinds of facts shares: decisions, both values where they differ, the next in the queue."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import connection, models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from simple_history.admin import SimpleHistoryAdmin

from minerals import headings
from minerals.admin.evidence import in_words, sentences
from minerals.admin.forms import FactForm
from minerals.models import Fact
from minerals.models.fact import plain
from minerals.shelves import RELATED
from minerals.templatetags.facts import address
from minerals.vocabularies import State
from news.desk import Kept, SearchAdmin, link
from news.models import Article

STANDING = ("standing", "survivor", "sentences", "differences", "public_page")
MACHINE = ("key", "last_read", "merged_into", "reviewed_by", "reviewed_at", "created_at", "updated_at")


class ArticleFilter(admin.SimpleListFilter):
    """Facts of one article; its page leads here, so no list of all articles is needed."""

    title = _("article")
    parameter_name = "article"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        """The chosen article alone."""
        chosen = request.GET.get("article", "")
        article = Article.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
        return [(chosen, article.title)] if article else []

    def queryset(self, request: HttpRequest, facts: QuerySet) -> QuerySet:
        """Facts that the article says; none for what is no article."""
        if not self.value():
            return facts
        known = self.value().isdecimal()
        return facts.filter(evidence__article=self.value()).distinct() if known else facts.none()

    def has_output(self) -> bool:
        """Whether an article was asked for, known or not."""
        return self.value() is not None


class FactAdmin(Kept, SearchAdmin, SimpleHistoryAdmin):
    """One kind of fact."""

    form = FactForm
    list_display = ["statement", "state", "marks", "reviewed_by", "reviewed_at"]
    list_filter = ["state", "stale", "disputed", ArticleFilter]
    list_per_page = 50
    show_full_result_count = False
    date_hierarchy = "created_at"
    ordering = ["state", "-pk"]
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 80})}}
    actions = ["publish", "reject", "restore", "merge"]
    change_form_template = "admin/minerals/fact_change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Fact]:
        """With everything that the one sentence names."""
        rows = super().get_queryset(request).select_related("reviewed_by", *RELATED[self.model])
        return rows.prefetch_related(*(field.name for field in self.model._meta.many_to_many)).defer("lemmas")

    def get_readonly_fields(self, request: HttpRequest, obj: Fact | None = None) -> tuple[str, ...]:
        """What the machine and the review write."""
        return (*STANDING, *MACHINE)

    def get_fieldsets(self, request: HttpRequest, obj: Fact | None = None) -> list[tuple[Any, dict[str, Any]]]:
        """The fact and its differences first, then its fields, then what the machine keeps."""
        first = ["standing", *(["survivor"] if obj and obj.merged_into_id else []), "sentences"]
        first += ["differences"] if obj and obj.differences() else []
        first += ["public_page"] if obj and obj.state == State.PUBLISHED and not obj.merged_into_id else []
        return [
            (None, {"fields": first}),
            (_("Fields"), {"fields": [*self.model.FIELDS, "note"]}),
            (_("What the machine keeps"), {"fields": MACHINE, "classes": ["collapse"]}),
        ]

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The fact with its numbers as people write them, without the zeros that the column keeps.

        Whoever saves holds the row until it is saved: of two at once, the second sees what the first has written.
        """
        if request.method == "POST" and object_id.isdecimal() and connection.in_atomic_block:
            list(self.model.objects.select_for_update().filter(pk=object_id).values_list("pk"))
        fact = super().get_object(request, object_id, from_field)
        for name in ("value", "value_max"):
            if getattr(fact, name, None) is not None:
                setattr(fact, name, Decimal(plain(getattr(fact, name))))
        return fact

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A fact without a sentence is no fact: they come from articles only."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may review, as long as the fact is one of its own: what was merged away lives in its survivor."""
        return super().has_change_permission(request, obj) and not (obj and obj.merged_into_id)

    @admin.display(description=_("fact"))
    def statement(self, fact: Fact) -> str:
        """The fact as one sentence."""
        return headings.statement(fact)

    @admin.display(description=_("marks"))
    def marks(self, fact: Fact) -> SafeString | str:
        """What asks for a second look."""
        found = [("disputed", _("disputed"))] if fact.disputed else []
        found += [("stale", _("stale"))] if fact.stale else []
        found += [("merged", _("merged"))] if fact.merged_into_id else []
        return format_html_join(" ", '<span class="state {}">{}</span>', found) or "–"

    @admin.display(description=_("state"))
    def standing(self, fact: Fact) -> SafeString:
        """State and marks together."""
        marks = self.marks(fact)
        return format_html(
            '<span class="state {}">{}</span> {}', fact.state, fact.get_state_display(), "" if marks == "–" else marks
        )

    @admin.display(description=_("merged into"))
    def survivor(self, fact: Fact) -> SafeString:
        """The way to the fact that is edited instead."""
        return format_html("{}<br>{}", link(fact.survivor, headings.statement(fact.survivor)), _("Edit that one."))

    @admin.display(description=_("sentence"))
    def sentences(self, fact: Fact) -> SafeString:
        """What the fact stands on, before its fields."""
        return sentences(fact)

    @admin.display(description=_("as read and as it stands"))
    def differences(self, fact: Fact) -> SafeString:
        """Both values of each field in which the last reading and what stands differ."""
        rows = (
            (fact._meta.get_field(field).verbose_name, in_words(fact, field, read), in_words(fact, field, live))
            for field, (read, live) in fact.differences().items()
        )
        body = format_html_join("", '<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>', rows)
        return format_html(
            '<table class="differences"><thead><tr><th scope="col">{}</th><th scope="col">{}</th>'
            '<th scope="col">{}</th></tr></thead><tbody>{}</tbody></table>',
            _("field"),
            _("as read"),
            _("as it stands"),
            body,
        )

    @admin.display(description=_("as last read"))
    def last_read(self, fact: Fact) -> SafeString:
        """All that the machine read last, field by field."""
        rows = (
            (fact._meta.get_field(field).verbose_name, in_words(fact, field, value))
            for field, value in fact.read.items()
            if field in fact.FIELDS and value not in (None, "", [])
        )
        return format_html_join(SafeString("<br>"), "{}: {}", rows)

    @admin.display(description=_("public page"))
    def public_page(self, fact: Fact) -> SafeString:
        """The way to the fact's public page."""
        return format_html('<a href="{0}">{0}</a>', address(fact))

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        """Whoever saves decides: the button says whether it is published, rejected or back in the queue."""
        note = form.cleaned_data.get("note", "")
        changes = {name: _given(form.cleaned_data[name]) for name in form.changed_data if name in obj.FIELDS}
        if "_reject" in request.POST or "_restore" in request.POST:
            standing = self.model.objects.get(pk=obj.pk)
            decide = standing.reject if "_reject" in request.POST else standing.restore
            decide(request.user, note)
            obj.state = standing.state
        elif changes:
            obj.correct(request.user, changes, note)
        else:
            obj.accept(request.user, note)

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: list[Any], change: bool) -> None:
        """Names only: what a fact points at was saved with the decision."""
        for formset in formsets:
            self.save_formset(request, form, formset, change)

    def save_formset(self, request: HttpRequest, form: forms.ModelForm, formset: Any, change: bool) -> None:
        """Names that a person wrote are an editor's."""
        for name in formset.save(commit=False):
            name.origin = "editor"
            name.save()

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """On to the next fact that waits, or back to the list."""
        if "_continue" in request.POST:
            return super().response_change(request, obj)
        self.message_user(request, capfirst(f"{obj.get_state_display()}: {headings.statement(obj)}"))
        following = self.model.objects.proposed().exclude(pk=obj.pk).filter(pk__gt=obj.pk).order_by("pk").first()
        name = f"admin:minerals_{obj._meta.model_name}"
        if following is None or "_restore" in request.POST:
            return HttpResponseRedirect(reverse(f"{name}_changelist"))
        return HttpResponseRedirect(reverse(f"{name}_change", args=[following.pk]))

    def history_view_title(self, request: HttpRequest, obj: Any) -> str:
        """Whose history it is."""
        return _("History: %s") % headings.statement(obj)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """How the fact stood; the package itself would let anybody who may view it post an old version back."""
        if request.method != "GET":
            raise PermissionDenied
        return super().history_form_view(request, object_id, version_id, extra_context)

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        """An old value comes back by writing it again: then the evidence is beside it."""
        return True

    @admin.action(description=_("Publish"), permissions=["change"])
    def publish(self, request: HttpRequest, facts: Any) -> None:
        """Right as they stand."""
        count = facts.live().accept(request.user)
        self.message_user(request, ngettext("%d fact published.", "%d facts published.", count) % count)

    @admin.action(description=_("Reject"), permissions=["change"])
    def reject(self, request: HttpRequest, facts: Any) -> None:
        """Wrong: they are remembered and never come back."""
        count = facts.live().reject(request.user)
        self.message_user(request, ngettext("%d fact rejected.", "%d facts rejected.", count) % count)

    @admin.action(description=_("Back into the queue"), permissions=["change"])
    def restore(self, request: HttpRequest, facts: Any) -> None:
        """Nobody has decided yet."""
        count = facts.live().restore(request.user)
        self.message_user(request, ngettext("%d fact waits again.", "%d facts wait again.", count) % count)

    @admin.action(description=_("Merge: all are the same fact"), permissions=["change"])
    def merge(self, request: HttpRequest, facts: Any) -> None:
        """Into a published one of them, else into the one that was read first."""
        rows = sorted(facts.live(), key=lambda fact: (fact.state != State.PUBLISHED, fact.pk))
        if len(rows) < 2:
            self.message_user(request, _("Choose at least two facts that say the same."), messages.WARNING)
            return
        survivor, *others = rows
        for other in others:
            other.merge_into(survivor, request.user)
        self.message_user(request, _("Merged into: %s") % headings.statement(survivor))


def _given(value: Any) -> Any:
    return list(value) if isinstance(value, QuerySet) else value
