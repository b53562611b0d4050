"""Sentences that ought to have given a fact: a queue to go through by keyboard, and a list on the article's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from importers.models import Unread, UnreadState
from news.admin import ArticleAdmin as PublishedAdmin
from news.desk import Desk, ReadOnly, link
from news.models import Article

AROUND = 300  # characters before and behind a sentence that show what it speaks of
BUTTONS = {"_seen": UnreadState.SEEN, "_dismiss": UnreadState.DISMISSED, "_wait": UnreadState.WAITING}


class StateFilter(admin.SimpleListFilter):
    """What waits comes first: without a choice only that is listed."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """The states, and all of them together."""
        return [*UnreadState.choices, ("all", _("all"))]

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        """The states alone: Django's own «all» would be the one that waits."""
        for value, title in self.lookup_choices:
            yield {
                "selected": value == (self.value() or UnreadState.WAITING),
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": title,
            }

    def queryset(self, request: HttpRequest, rows: QuerySet[Unread]) -> QuerySet[Unread]:
        """The rows in the state."""
        state = self.value() or UnreadState.WAITING
        return rows if state == "all" else rows.filter(state=state)


@admin.register(Unread)
class UnreadAdmin(ReadOnly, Desk):
    """Sentences with a number, a deed or a name in question that gave no fact."""

    list_display = ["said", "reason", "of_article"]
    sortable_by = ()  # the order of the texts is that of the walk
    list_filter = [StateFilter, "reason", ("article__source", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["article__source", "decided_by"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["quote", "detail"]
    fields = ["in_its_text", "reason", "detail", "of_article", "state", "decided_by", "decided_at"]
    readonly_fields = fields
    actions = ["see", "dismiss", "put_back"]
    change_form_template = "admin/importers/unread_change_form.html"

    class Media:
        js = ["importers/unread.js"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may decide; what the machine wrote is read only all the same."""
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Unread]:
        """What the last readings left; a sentence that was read since is shown no more."""
        return Unread.objects.standing()

    @admin.display(description=_("sentence"))
    def said(self, unread: Unread) -> SafeString:
        """The sentence with the words in question marked."""
        return marked(unread)

    @admin.display(description=_("sentence"))
    def in_its_text(self, unread: Unread) -> SafeString:
        """The sentence between what stands before it and behind it in the article."""
        body = unread.article.body
        if body[unread.start : unread.stop] != unread.quote:
            return marked(unread)
        before, after = body[: unread.start][-AROUND:], body[unread.stop :][:AROUND]
        shown = '<span class="quoted unread">{}<b>{}</b>{}</span>'
        return format_html(shown, before[before.find(" ") + 1 :], marked(unread), after[: after.rfind(" ") + 1])

    @admin.display(description=_("article"))
    def of_article(self, unread: Unread) -> SafeString:
        """The way to the whole text, and the outlet."""
        article = unread.article
        return format_html("{}<br>{}", link(article, article.title), article.source or "")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list under its own name: Django's «Выберите … для изменения» does not decline."""
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """One sentence between the one before it and the one after it in the list that the editor came from."""
        extra: dict[str, Any] = {"title": _("Unread sentence")}
        unread = self.get_object(request, object_id) if object_id and object_id.isdecimal() else None
        if unread is not None:
            queue = self._queue(request)
            extra["following"] = self._address(request, _beside(queue, unread, after=True))
            extra["previous"] = self._address(request, _beside(queue, unread, after=False))
            extra["left"] = queue.count()
            extra["source_text"] = reverse("admin:news_article_change", args=[unread.article_id])
        return super().changeform_view(request, object_id, form_url, {**extra, **(extra_context or {})})

    def save_model(self, request: HttpRequest, obj: Unread, form: Any, change: bool) -> None:
        """The button decides; nothing else is written."""
        for button, state in BUTTONS.items():
            if button in request.POST:
                Unread.objects.filter(pk=obj.pk).decide(state, request.user)

    def response_change(self, request: HttpRequest, obj: Unread) -> HttpResponse:
        """On to the next of the list, or back to the list where it ends."""
        following = _beside(self._queue(request), obj, after=True)
        if following is not None and "_wait" not in request.POST:
            return HttpResponseRedirect(self._address(request, following))
        return self.response_post_save_change(request, obj)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The row itself says who decided and when."""

    def _queue(self, request: HttpRequest) -> QuerySet[Unread]:
        """The rows of the list that the editor came from, its filters and search kept."""
        asked = QueryDict(request.GET.get("_changelist_filters", ""))
        rows = Unread.objects.standing()
        state = asked.get("state") or UnreadState.WAITING
        if state != "all":
            rows = rows.filter(state=state)
        if asked.get("reason__exact"):
            rows = rows.filter(reason=asked["reason__exact"])
        source = asked.get("article__source__id__exact", "")
        if source.isdecimal():
            rows = rows.filter(article__source=source)
        if asked.get("q"):
            rows, _more = self.get_search_results(request, rows, asked["q"])
        return rows

    def _address(self, request: HttpRequest, unread: Unread | None) -> str:
        if unread is None:
            return ""
        filters = QueryDict(mutable=True)
        if request.GET.get("_changelist_filters"):
            filters["_changelist_filters"] = request.GET["_changelist_filters"]
        address = reverse("admin:importers_unread_change", args=[unread.pk])
        return f"{address}?{filters.urlencode()}" if filters else address

    @admin.action(description=_("Seen: a fact is missing"), permissions=["change"])
    def see(self, request: HttpRequest, rows: Any) -> None:
        """The reader should learn this one."""
        self._tell(request, rows.decide(UnreadState.SEEN, request.user))

    @admin.action(description=_("Dismiss: no fact is here"), permissions=["change"])
    def dismiss(self, request: HttpRequest, rows: Any) -> None:
        """Rightly left unread."""
        self._tell(request, rows.decide(UnreadState.DISMISSED, request.user))

    @admin.action(description=_("Back into the queue"), permissions=["change"])
    def put_back(self, request: HttpRequest, rows: Any) -> None:
        """Nobody has decided yet."""
        self._tell(request, rows.decide(UnreadState.WAITING, request.user))

    def _tell(self, request: HttpRequest, count: int) -> None:
        self.message_user(request, ngettext("%d sentence decided.", "%d sentences decided.", count) % count)


def marked(unread: Unread) -> SafeString:
    """The sentence with the words in question marked, each where it first stands."""
    pieces, rest = [], unread.quote
    for words in unread.words:
        before, found, after = rest.partition(words)
        if found:
            pieces, rest = [*pieces, (before, found)], after
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), rest)


def _beside(queue: QuerySet[Unread], unread: Unread, *, after: bool) -> Unread | None:
    """The neighbour in the order of the list: the latest article first, its sentences from the top."""
    first, then = ("lt", "gt") if after else ("gt", "lt")
    rows = queue.filter(
        Q(**{f"article_id__{first}": unread.article_id})
        | Q(article_id=unread.article_id, **{f"start__{then}": unread.start})
        | Q(article_id=unread.article_id, start=unread.start, **{f"pk__{then}": unread.pk})
    )
    return rows.first() if after else rows.last()


class UnreadInline(ReadOnly, admin.TabularInline):
    """The sentences of an article that gave no fact."""

    model = Unread
    fields = ["said", "reason", "state"]
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Unread]:
        """What the last reading left, from the top."""
        return Unread.objects.standing().order_by("start")

    @admin.display(description=_("sentence"))
    def said(self, unread: Unread) -> SafeString:
        """The sentence, leading to its own page."""
        return link(unread, marked(unread))


admin.site.unregister(Article)


@admin.register(Article)
class ArticleAdmin(PublishedAdmin):
    """An article with what was not read in it."""

    inlines = [UnreadInline, *PublishedAdmin.inlines]
