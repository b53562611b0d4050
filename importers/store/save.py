"""One page's reading into the database, in one transaction."""

from __future__ import annotations

from collections import Counter

from django.db import IntegrityError, transaction

from importers.models import PageOutcome
from importers.records import Page, Reading
from importers.store import articles, facts
from importers.store.mentions import keep_mentions, keep_unread
from importers.store.outcome import Outcome
from importers.store.runs import RunLog

# Two importers may meet at one article or one fact; the second finds on its next try what the first has made.
TRIES = 3


def save(reading: Reading, page: Page, run: RunLog | None = None, restore: bool = False) -> Outcome:
    """Store the reading and tell the run; returns what became of the page.

    With `restore` an earlier text of an article becomes its current one again.

    Raises UnknownThing, and stores nothing, where the reading names a country, unit or mineral that was never loaded.
    """
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                outcome = _save(reading, page, restore)
            break
        except IntegrityError:
            if attempt == TRIES:
                raise
    if run is not None:
        run.record(outcome)
    return outcome


def _save(reading: Reading, page: Page, restore: bool) -> Outcome:
    placed = articles.place(reading.article, page, restore)
    article = placed.article
    counts: Counter[str] = Counter()
    changed = placed.changed
    if placed.to_read:
        changed |= keep_mentions(article, reading.subjects)
        counts = facts.keep(article, reading)
        changed |= keep_unread(article, reading)
        changed |= any(counts[kind] for kind in ("new", "changed", "disputed", "stale"))
    outcome = PageOutcome.NEW if placed.created else PageOutcome.CHANGED if changed else PageOutcome.UNCHANGED
    return Outcome(page.name, outcome, placed.why, article.pk, counts)
