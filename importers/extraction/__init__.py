"""The pure walk from an article to all that it says: `extract(article, lexicon)`."""

from importers.extraction.extract import extract

__all__ = ["extract"]
