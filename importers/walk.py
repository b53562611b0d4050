"""The walk from bytes to a reading, for one page and for many on several processor cores."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from importers.encodings import decode
from importers.extraction.extract import extract
from importers.extraction.lexicon import Lexicon
from importers.forms import compiled
from importers.inputs import Input
from importers.records import Page, Reading, UnreadablePage
from importers.sources import read


@dataclass(frozen=True, slots=True)
class Walked:
    """A page with its reading, or the reason why there is none."""

    name: str
    page: Page | None = None
    reading: Reading | None = None
    reason: str = ""


def walk(given: Input, lexicon: Lexicon) -> Walked:
    """Read one page; whatever goes wrong with it is a reason, so that the others are read."""
    try:
        page = decode(given.raw(), given.name)
        return Walked(given.name, page, extract(read(page), lexicon))
    except UnreadablePage as error:
        return Walked(given.name, reason=str(error))
    except Exception as error:  # a page may find a mistake of ours, and it is one page of thousands
        return Walked(given.name, reason=f"Mistake in the program, please report it: {error!r}")


def walk_all(given: Sequence[Input], lexicon: Lexicon, workers: int = 1) -> Iterator[Walked]:
    """Read the pages in their order; with several workers, each a process that inherits the lexicon."""
    lexicon = compiled(lexicon)  # once, before the processes part
    if workers <= 1 or len(given) <= 1:
        for each in given:
            yield walk(each, lexicon)
        return
    # Forked, not spawned: the lexicon is inherited as it stands in memory.
    given = [each.held() for each in given]
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_inherit, initargs=(lexicon,)) as pool:
        yield from pool.map(_walk, given, chunksize=4)


_inherited: list[Lexicon] = []


def _inherit(lexicon: Lexicon) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the importer ends its workers
    _inherited[:] = [lexicon]


def _walk(given: Input) -> Walked:
    return walk(given, _inherited[0])
