"""Pages that are already stored, as their outlets' chrome is learned from them."""

from __future__ import annotations

from collections.abc import Iterator

from importers.sources.repeated import Carried
from news.models import Page

LATEST = 200  # pages an outlet: its chrome is what it prints today


def carried(sources: set[str]) -> Iterator[Carried]:
    """The latest pages of the outlets, with the headline of the article that each carries."""
    for source in sorted(sources):
        pages = Page.objects.filter(article__source__domain=source).order_by("-pk")
        for title, text in pages.values_list("article__title", "text")[:LATEST]:
            yield Carried(source, title, text)
