"""The walk from bytes to a reading, for one page and for many on several processor cores."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from importers.encodings import decode
from importers.extraction.extract import extract
from importers.extraction.lexicon import Lexicon
from importers.forms import compiled
from importers.inputs import Input
from importers.records import Article, Page, Reading, UnreadablePage
from importers.sources import read
from importers.sources.repeated import Carried, Known, lines_of, repeated

Cleaned = tuple[Page, Article]
Stored = Callable[[set[str]], Iterable[Carried]]  # the pages of some outlets that a store already has
KEPT = 1000  # first readings of a run that are held in memory


@dataclass(frozen=True, slots=True)
class Walked:
    """A page with its reading, or the reason why there is none."""

    name: str
    page: Page | None = None
    reading: Reading | None = None
    reason: str = ""


def walk(given: Input, lexicon: Lexicon, chrome: Known | None = None, cleaned: Cleaned | None = None) -> Walked:
    """Read one page; whatever goes wrong with it is a reason, so that the others are read.

    `chrome` are the lines that outlets print around their articles; `cleaned` is the page read without them.
    """
    try:
        page, article = cleaned or _cleaned(given)
        known = (chrome or {}).get(article.source or "")
        if known and not known.isdisjoint(lines_of(page.text)):
            article = read(page, known)
        return Walked(given.name, page, extract(article, lexicon))
    except UnreadablePage as error:
        return Walked(given.name, reason=str(error))
    except Exception as error:  # a page may find a mistake of ours, and it is one page of thousands
        return Walked(given.name, reason=f"Mistake in the program, please report it: {error!r}")


def walk_all(
    given: Sequence[Input], lexicon: Lexicon, workers: int = 1, stored: Stored | None = None
) -> Iterator[Walked]:
    """Read the pages in their order; with several workers, each a process that inherits the lexicon.

    The outlets' chrome is learned from these pages and from what is `stored` of the same outlets.
    """
    lexicon = compiled(lexicon)  # once, before the processes part
    given = [each.held() for each in given]
    kept: dict[int, Cleaned] = {}
    chrome = repeated(_carried(given, kept, stored))
    if workers <= 1 or len(given) <= 1:
        for at, each in enumerate(given):
            yield walk(each, lexicon, chrome, kept.pop(at, None))
        return
    # Forked, not spawned: lexicon, chrome and pages are inherited as they stand in memory.
    context = multiprocessing.get_context("fork")
    inherited = (given, lexicon, chrome, kept)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_inherit, initargs=inherited) as pool:
        yield from pool.map(_walk, range(len(given)), chunksize=4)


def _cleaned(given: Input) -> Cleaned:
    page = decode(given.raw(), given.name)
    return page, read(page)


def _carried(given: Sequence[Input], kept: dict[int, Cleaned], stored: Stored | None) -> Iterator[Carried]:
    """What the pages of known outlets carry; the first readings are kept, so that no page is read twice."""
    sources: set[str] = set()
    for at, each in enumerate(given):
        with suppress(Exception):  # told when the page is walked
            page, article = _cleaned(each)
            if len(kept) < KEPT:
                kept[at] = page, article
            if article.source:
                sources.add(article.source)
                yield Carried(article.source, article.title, page.text)
    if stored is not None and sources:
        yield from stored(sources)


_inherited: list[tuple[Sequence[Input], Lexicon, Known, dict[int, Cleaned]]] = []


def _inherit(given: Sequence[Input], lexicon: Lexicon, chrome: Known, kept: dict[int, Cleaned]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the importer ends its workers
    _inherited[:] = [(given, lexicon, chrome, kept)]


def _walk(at: int) -> Walked:
    given, lexicon, chrome, kept = _inherited[0]
    return walk(given[at], lexicon, chrome, kept.get(at))
