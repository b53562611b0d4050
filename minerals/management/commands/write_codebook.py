"""`write_codebook`: docs/codebook.md from the models."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from minerals.codebook import PATH, codebook


class Command(BaseCommand):
    """Writes the codebook anew."""

    help = "Write docs/codebook.md from the models and vocabularies."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it."""
        PATH.parent.mkdir(exist_ok=True)
        PATH.write_text(codebook(), encoding="utf-8")
        self.stdout.write(f"{PATH.name} written.")
