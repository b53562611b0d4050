"""`export_reviews`: what people decided, as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from importers.report import piped
from importers.store.reviews import reviews


class Command(BaseCommand):
    """Prints all editorial decisions, or writes them to a file."""

    help = "Export editorial decisions as JSON, keyed by the facts' stable keys."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("file", nargs="?", type=Path, help="default: standard output")

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        """Write decisions in a fixed order, so that two exports differ only where decisions do."""
        decided = reviews()
        text = json.dumps(decided, ensure_ascii=False, indent=1) + "\n"
        if file is None:
            with piped(self.stdout._out):
                self.stdout.write(text, ending="")
            return
        try:
            file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        self.stdout.write(f"{len(decided['facts'])} decisions in {file}.")
