"""`extract_facts`: what would be read, printed; no database is touched."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from importers.extraction.lexicon import Lexicon
from importers.facts_json import facts_json
from importers.inputs import named
from importers.reference import lexicon_entries
from importers.report import piped
from importers.walk import walk_all


class Command(BaseCommand):
    """Reads pages with the names of the reference files and prints the facts as JSON."""

    help = "Print what the program reads in pages, as one JSON object a line; the database is not needed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Paths, and how."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        parser.add_argument("--format", choices=("jsonl", "json"), default="jsonl", help="default: jsonl")
        parser.add_argument("--workers", type=int, default=1, help="processes that read pages (default: 1)")

    def handle(self, *args: Any, paths: list[str], workers: int, **options: Any) -> None:
        """Print each page as soon as it is read; exit status 1 where one was not."""
        failed = 0
        with piped(self.stdout._out):
            failed = self._print(paths, options["format"], workers)
        if failed:
            raise CommandError(f"{failed} of {len(named(paths))} pages not read.")

    def _print(self, paths: list[str], form: str, workers: int) -> int:
        lexicon, failed = Lexicon(lexicon_entries()), 0
        listed = _list(self.stdout.write) if form == "json" else _lines(self.stdout.write)
        for walked in walk_all(named(paths), lexicon, workers):
            if walked.page is None or walked.reading is None:
                self.stderr.write(f"{walked.name}: {walked.reason}")
                failed += 1
                continue
            listed(json.dumps(facts_json(walked.page, walked.reading), ensure_ascii=False))
            self.stdout.flush()
        if form == "json":
            listed("")
        return failed


def _lines(write: Callable[..., None]) -> Callable[[str], None]:
    return write


def _list(write: Callable[..., None]) -> Callable[[str], None]:
    """Writes objects as one JSON list; the empty text closes it."""
    first = True

    def listed(each: str) -> None:
        nonlocal first
        before = "[" if first else ","
        first = False
        if each:
            write(f"{before}\n{each}", ending="")
        else:
            write("[]" if before == "[" else "\n]")

    return listed
