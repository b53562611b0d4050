"""`load_reference`: the reference files into the tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from importers.reference import REFERENCE
from importers.store import load_reference


class Command(BaseCommand):
    """Loads or refreshes reference data; what an editor changed stays."""

    help = "Bring countries, regions, minerals, organisations, units and their names in line with the reference files."

    def add_arguments(self, parser: CommandParser) -> None:
        """The folder may be another one."""
        parser.add_argument("folder", nargs="?", type=Path, default=REFERENCE, help="default: seeds/reference")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        """Load and tell what changed."""
        try:
            tally = load_reference(folder)
        except (OSError, ValueError) as error:
            raise CommandError(f"Reference data not loaded: {error}") from error
        except KeyError as error:
            raise CommandError(f"Reference data not loaded: no column or row {error}") from error
        told = ", ".join(f"{count} {what}" for what, count in tally.items())
        self.stdout.write(f"Reference data: {told or 'nothing new'}.")
