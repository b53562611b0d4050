"""`explain PATH`: one page, sentence by sentence: what was found in it, which rules fired, and what gave nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from importers import encodings, sources
from importers.extraction import organisations
from importers.extraction.extract import extract
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import Line, read
from importers.extraction.unread import REASONS
from importers.records import Reading, UnreadablePage
from importers.reference import lexicon_entries
from importers.report import piped


class Command(BaseCommand):
    """Prints how a page was read; nothing is stored."""

    help = "Show how one page is read: sentences, names, numbers, the rules that fired, sentences that gave nothing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="a page (text file)")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["path"]
        try:
            article = sources.read(encodings.decode(path.read_bytes(), path.name))
        except (OSError, UnreadablePage) as error:
            raise CommandError(f"{path}: {error}") from None
        lexicon = Lexicon(lexicon_entries())
        reading = extract(article, lexicon)
        with piped(self.stdout._out):
            self.stdout.write(f"{article.title}\n{article.source} {article.published}\n")
            for line in organisations.add(read(article, lexicon)).lines:
                self.stdout.write("\n".join(_explained(line, reading)))


def _explained(line: Line, reading: Reading) -> Iterator[str]:
    yield f"\n[{line.sentence.start}:{line.sentence.stop}] {line.sentence.text}"
    if line.mentions:
        yield "  names    " + ", ".join(f"{m.kind} {'/'.join(m.keys) or m.key}" for m in line.mentions)
    words = [
        f"{line.span(m.first, m.last).quote} ({', '.join(f'{e.kind} {e.key}' for e in m.entries)})" for m in line.words
    ]
    if words:
        yield "  words    " + ", ".join(words)
    if line.periods:
        yield "  periods  " + ", ".join(period.edtf for period in line.periods)
    if line.quantities:
        yield "  numbers  " + ", ".join(f"{q.low} {q.unit or ''}".strip() for q in line.quantities)
    facts = (*reading.statistics, *reading.projects, *reading.agreements, *reading.quotations)
    here = [f for f in facts if line.sentence.start <= f.span.start < line.sentence.stop]
    for fact in here:
        yield f"  fact     {type(fact).__name__.lower()} by rule «{fact.rule}»: {fact.span.quote}"
    for unread in reading.unread:
        if line.sentence.start <= unread.span.start < line.sentence.stop:
            yield f"  nothing  {REASONS[unread.reason]}: {unread.detail}"
