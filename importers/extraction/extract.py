"""Article and lexicon in, one Reading out: the order in which facts are found."""

from __future__ import annotations

from importers.extraction import agreements, organisations, projects, quotations, statistics, subjects, unread
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import read
from importers.records import Article, Reading


def extract(article: Article, lexicon: Lexicon) -> Reading:
    """Everything the machine reads in the article; pure, and the same for the same lexicon."""
    text = organisations.add(read(article, lexicon))
    found = projects.find(text)
    agreed = agreements.find(text, found)
    said = quotations.find(text)
    counted = statistics.find(text, found)
    return Reading(
        article=article,
        subjects=subjects.find(text),
        statistics=counted,
        projects=found,
        agreements=agreed,
        quotations=said,
        unread=unread.find(text, (*counted, *found, *agreed)),
    )
