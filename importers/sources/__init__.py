"""From a page with its chrome to the article that it published."""

from __future__ import annotations

from importers.records import Article, Page
from importers.sources.base import Layout
from importers.sources.fallback import FALLBACK

LAYOUTS: tuple[Layout, ...] = ()


def read(page: Page) -> Article:
    """The article of a page, by its outlet's layout or the fallback; raises UnreadablePage where there is no text."""
    layout = next((layout for layout in LAYOUTS if layout.knows(page)), FALLBACK)
    return layout.read(page)
