"""`check_reference`: whether the reference files hold together; one line a problem, and no database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from importers.checking import problems
from importers.reference import REFERENCE
from importers.report import piped


class Command(BaseCommand):
    """Names clashes, dead rows and rows that no example proves; changes nothing."""

    help = "Check the reference files: clashing names, dead rows, rows without examples, examples that are not read."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The folder may be another one."""
        parser.add_argument("folder", nargs="?", type=Path, default=REFERENCE, help="default: seeds/reference")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        """Print each problem as file, line, what is wrong and what to do; exit status 1 where there is one."""
        try:
            found = problems(folder)
        except OSError as error:
            raise CommandError(f"Reference files not checked: {error}") from None
        with piped(self.stdout._out):
            self.stdout.write("".join(f"{problem}\n" for problem in found) or "The reference files hold together.\n")
        if found:
            raise CommandError(f"{len(found)} to mend.")
