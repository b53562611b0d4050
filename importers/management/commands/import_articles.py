"""`import_articles`: pages into the database."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, transaction

from importers.inputs import named, shown
from importers.models import PageOutcome
from importers.report import Report
from importers.store import Outcome, RunLog, carried, lexicon, save
from importers.walk import Walked, walk_all
from minerals.models import Country


class Command(BaseCommand):
    """Reads pages and stores what they say; each page is stored whole or not at all."""

    help = "Import news pages: text files, folders of them, or - for standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        """Paths, and how."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        parser.add_argument("--dry-run", action="store_true", help="tell what would become of each page, store nothing")
        parser.add_argument("--restore", action="store_true", help="make the text of these pages current again")
        parser.add_argument("--workers", type=int, default=1, help="processes that read pages (default: 1)")

    def handle(self, *args: Any, paths: list[str], **options: Any) -> None:
        """Import and tell; exit status 1 where a page was not read."""
        log = RunLog([shown(Path(path).name or path) for path in paths])
        report = Report(self.stdout._out, self.stderr._out)
        try:
            self._import(paths, options, log, report)
        except KeyboardInterrupt:
            told = report.pages.total()
            raise CommandError(f"stopped after {told} {'page' if told == 1 else 'pages'}.", returncode=130) from None

    def _import(self, paths: list[str], options: dict[str, Any], log: RunLog, report: Report) -> None:
        names, given, dry_run = self._lexicon(), named(paths), options["dry_run"]
        try:
            # Closed here and now when stopped: the workers end, the bar on the terminal goes.
            with (
                closing(walk_all(given, names, options["workers"], carried)) as walked,
                closing(report.progress(walked, len(given))) as pages,
            ):
                for page in pages:
                    outcome = _stored(page, dry_run, options["restore"])
                    if not dry_run:
                        log.record(outcome)
                    report.tell(outcome)
        finally:
            log.finish()
        report.finish(dry_run)
        failed = report.pages[PageOutcome.FAILED]
        if failed:
            raise CommandError(f"{failed} of {len(given)} pages not read.")

    def _lexicon(self) -> Any:
        try:
            if not Country.objects.exists():
                raise CommandError("No reference data yet: run load_reference first.")
            return lexicon()
        except DatabaseError as error:
            raise CommandError(f"The database is not ready, run migrate first: {error}") from error


def _stored(walked: Walked, dry_run: bool, restore: bool) -> Outcome:
    if walked.page is None or walked.reading is None:
        return Outcome(walked.name, PageOutcome.FAILED, walked.reason)
    try:
        with transaction.atomic():
            outcome = save(walked.reading, walked.page, restore=restore)
            if dry_run:
                transaction.set_rollback(True)
        return outcome
    except Exception as error:  # one page that the database refuses must not stop the others
        return Outcome(walked.name, PageOutcome.FAILED, f"Not stored: {error}".strip())
