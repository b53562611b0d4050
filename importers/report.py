"""What an import tells its operator: a table on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO, TypeVar

from rich.console import Console
from rich.progress import track
from rich.table import Table

from importers.models import PageOutcome
from importers.store import Outcome
from importers.store.outcome import COUNTED

Each = TypeVar("Each")
STYLES = {PageOutcome.NEW: "green", PageOutcome.CHANGED: "yellow", PageOutcome.FAILED: "red"}


@contextlib.contextmanager
def piped(*streams: TextIO) -> Iterator[None]:
    """Where a reader such as «| head» has seen enough and gone, what is still said goes nowhere, without an error."""
    try:
        yield
        for stream in streams:
            stream.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in streams:
            if not _open(stream):
                os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class Report:
    """Collects outcomes and tells them; a page that was not read is told at once, with its reason."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out, self._err = out, err
        self._terminal = out.isatty()
        self.pages: Counter[str] = Counter()
        self.facts: Counter[str] = Counter()
        self._failed: list[Outcome] = []

    def progress(self, pages: Iterable[Each], total: int) -> Iterator[Each]:
        """The pages, with a bar on a terminal."""
        if not self._terminal:
            yield from pages
            return
        yield from track(pages, "Reading", total=total, console=Console(file=self._err), transient=True)

    def tell(self, outcome: Outcome) -> None:
        """Take note of a page."""
        with piped(self._out, self._err):
            self._tell(outcome)

    def _tell(self, outcome: Outcome) -> None:
        self.pages[outcome.outcome] += 1
        self.facts.update(outcome.counts)
        if outcome.outcome == PageOutcome.FAILED:
            self._failed.append(outcome)
            if not self._terminal:
                self._err.write(f"{outcome.name}: {outcome.reason}\n")
        elif not self._terminal:
            facts = _told(outcome.counts, COUNTED)
            told = "; ".join(part for part in (outcome.reason, facts) if part)
            self._out.write(f"{outcome.outcome:<9} {outcome.name}{f': {told}' if told else ''}\n")

    def finish(self, dry: bool) -> None:
        """Tell the sums; on a terminal, the pages that were not read below them."""
        with piped(self._out, self._err):
            self._finish(dry)

    def _finish(self, dry: bool) -> None:
        if self._terminal:
            console = Console(file=self._out)
            console.print(self._table(dry))
            if self._failed:
                console.print(self._failures())
            return
        self._out.write(f"pages: {_told(self.pages, PageOutcome.values) or 'none'}\n")
        self._out.write(f"facts: {_told(self.facts, COUNTED) or 'none'}\n")
        if dry:
            self._out.write("Dry run: nothing was stored.\n")

    def _table(self, dry: bool) -> Table:
        table = Table(title="Dry run: nothing was stored" if dry else None)
        table.add_column("")
        for what in ("pages", "facts"):
            table.add_column(what, justify="right")
        for outcome in dict.fromkeys([*PageOutcome.values, *COUNTED]):
            pages, facts = (str(tally[outcome] or "·") for tally in (self.pages, self.facts))
            table.add_row(outcome, pages, facts, style=STYLES.get(outcome, ""))
        return table

    def _failures(self) -> Table:
        table = Table("Not read", "Reason", title_style="red")
        for outcome in self._failed:
            table.add_row(_plain(outcome.name), _plain(outcome.reason))
        return table


def _open(stream: TextIO) -> bool:
    try:
        stream.flush()
    except BrokenPipeError:
        return False
    return True


def _told(tally: Counter[str], order: Sequence[Any]) -> str:
    return ", ".join(f"{tally[what]} {what}" for what in order if tally[what])


def _plain(text: str) -> str:
    """File names may hold square brackets, which are no markup here."""
    return text.replace("[", r"\[")
