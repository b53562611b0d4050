"""One box for everything that is published; any case form of a word finds it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.views.generic import TemplateView

from minerals import shelves, tallies
from minerals.filters import SearchForm
from minerals.models import Agreement, Fact, Project, Quotation, Statistic
from news.models import Article
from news.search import has_words

SHOWN = 10
KINDS: tuple[type[Fact], ...] = (Statistic, Project, Agreement, Quotation)


class Search(TemplateView):
    """Countries, minerals, facts and articles that hold all words of the query."""

    template_name = "minerals/search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The first of each kind, and how many there are; nothing for a query without words."""
        form = SearchForm(self.request.GET)
        words = form.cleaned_data["q"].strip() if form.is_valid() else ""
        found = self._found(words) if has_words(words) else {}
        total = sum(found["counts"].values()) + len(found["things"]) if found else 0
        return super().get_context_data(
            form=form,
            words=words,
            query=f"?{urlencode({'q': words})}",
            shown=SHOWN,
            total=total,
            found=bool(found),
            **found,
            **kwargs,
        )

    def _found(self, words: str) -> dict[str, Any]:
        facts = {f"{kind._meta.model_name}s": shelves.published(kind).search(words) for kind in KINDS}
        articles = Article.objects.with_published_facts().search(words).newest()
        known = [*tallies.countries(), *tallies.minerals()]
        named = {
            thing.pk
            for model in {type(tally.thing) for tally in known}
            for thing in model.objects.search(words).only("pk")
        }
        return {
            "things": [tally for tally in known if tally.thing.pk in named],
            "facts": {kind: rows[:SHOWN] for kind, rows in facts.items()},
            "articles": articles.select_related("source").defer("body", "lemmas")[:SHOWN],
            "counts": {**{kind: rows.count() for kind, rows in facts.items()}, "articles": articles.count()},
        }
