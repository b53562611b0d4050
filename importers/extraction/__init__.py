"""The pure walk from an article to all that it says: `extract.extract(article, lexicon)`."""
