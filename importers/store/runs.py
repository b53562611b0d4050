"""The log of an import: nothing is written until a page had an outcome worth telling."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from importers.models import PageOutcome, Run, RunItem
from importers.records import EXTRACTOR_VERSION
from importers.store.outcome import Outcome


class RunLog:
    """Keeps outcomes in memory while all pages are unchanged; from the first other one on, each is a row."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = list(paths)
        self._started: datetime = timezone.now()
        self._waiting: list[Outcome] = []
        self.run: Run | None = None

    def record(self, outcome: Outcome) -> None:
        """Take note of one page."""
        self._waiting.append(outcome)
        if outcome.outcome == PageOutcome.UNCHANGED:
            return
        if self.run is None:
            self.run = Run.objects.create(
                started_at=self._started, extractor_version=EXTRACTOR_VERSION, paths=self._paths
            )
        self._write()

    def finish(self) -> None:
        """Write what waits, and when the run ended; nothing where no run was worth telling."""
        if self.run is not None:
            self._write()
            self.run.finished_at = timezone.now()
            self.run.save(update_fields=["finished_at"])

    def _write(self) -> None:
        RunItem.objects.bulk_create(
            RunItem(
                run=self.run,
                name=told.name[:500],
                outcome=told.outcome,
                reason=told.reason[:1000],
                article_id=told.article,
                counts=dict(told.counts),
            )
            for told in self._waiting
        )
        self._waiting.clear()
