"""`evaluate_extraction GOLD...`: precision, recall and F1 a kind and a rule, with every miss listed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from importers.evaluation.floors import below, load, raised, save
from importers.evaluation.report import lines, run


class Command(BaseCommand):
    """Reads annotated pages with the reference lexicon and prints how well; no database is touched."""

    help = "Measure the reading of annotated pages: precision, recall, F1 a kind and a rule, misses listed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("gold", nargs="+", type=Path, help="folders of annotations (*.json)")
        parser.add_argument("--pages", type=Path, help="folder of the pages, where they are not beside the annotations")
        parser.add_argument("--floors", type=Path, help="fail where a score is below the one in this file")
        parser.add_argument("--raise-floors", action="store_true", help="lift the floors of --floors to the scores")
        parser.add_argument("--brief", action="store_true", help="figures only, without misses and extras")

    def handle(self, *args: Any, **options: Any) -> None:
        failed: list[str] = []
        for folder in options["gold"]:
            try:
                score = run(folder, options["pages"])
            except (FileNotFoundError, ValueError) as error:
                raise CommandError(str(error)) from None
            for line in lines(str(folder), score, options["brief"]):
                self.stdout.write(line)
            if options["floors"]:
                floors = load(options["floors"])
                failed += below(score, floors.get(folder.name, {}), folder.name)
                if options["raise_floors"]:
                    save(options["floors"], raised(floors, folder.name, score))
        if failed:
            raise CommandError("below the floor: " + "; ".join(failed))
