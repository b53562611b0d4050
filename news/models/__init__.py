"""What was published: outlets, pages as received, articles, their earlier texts and other articles' headlines."""

from news.models.article import Article, Headline, Revision
from news.models.source import Page, Source

__all__ = ["Article", "Headline", "Page", "Revision", "Source"]
