"""`apply_reviews`: decisions taken elsewhere, taken over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DataError, IntegrityError

from importers.inputs import shown
from importers.store.reviews import apply_reviews

# IntegrityError and DataError: a value that no column takes.
MALFORMED = (
    *(LookupError, TypeError, ValueError, AttributeError),
    *(ObjectDoesNotExist, ValidationError, IntegrityError, DataError),
)


class Command(BaseCommand):
    """Applies files of `export_reviews`; a later decision of this instance stays."""

    help = "Apply editorial decisions from JSON files, or from all .json files of a folder."

    def add_arguments(self, parser: CommandParser) -> None:
        """Files and folders."""
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="a JSON file or a folder of them")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        """Each file is applied whole or not at all; exit status 1 where one could not be."""
        failed, empty = 0, []
        for path in paths:
            files = sorted(path.glob("*.json")) if path.is_dir() else [path]
            empty += [] if files else [shown(path)]
            failed += sum(not self._applied(file) for file in files)
        problems = [f"{failed} {'file' if failed == 1 else 'files'} not applied."] if failed else []
        problems += [f"No decision files (*.json) in {', '.join(empty)}."] if empty else []
        if problems:
            raise CommandError(" ".join(problems))

    def _applied(self, file: Path) -> bool:
        try:
            tally = apply_reviews(json.loads(file.read_text(encoding="utf-8")))
        except OSError as error:
            self.stderr.write(f"{shown(file)}: {error.strerror}.")
        except MALFORMED as error:
            told = " ".join(str(error).split())
            self.stderr.write(f"{shown(file)}: not a file of decisions: {told}")
        else:
            told = ", ".join(f"{count} {what}" for what, count in sorted(tally.items()))
            self.stdout.write(f"{shown(file)}: {told or 'no decisions'}.")
            return True
        return False
