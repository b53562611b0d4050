"""What reading costs against the length of the text: `make benchmark`.

Seconds differ from machine to machine and, with neighbours on the core, from minute to minute. So each text is measured
against one piece of news that is read right before and after it, and judged by a ratio within one run: the cost of a
megabyte of the longest text over that of the shortest. Reading is linear where it stays near one, whatever the text
is; exit status 1 where it does not.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from importers.extraction.extract import extract
from importers.extraction.lexicon import Lexicon
from importers.forms import compiled
from importers.inputs import named
from importers.records import Article, Dated
from importers.reference import lexicon_entries
from importers.walk import walk_all

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("seeds/articles", "tests/golden/dev", "tests/golden/own")
VARIED = (0.25, 1.0, 5.0)  # megabytes
STRANGE = (0.1, 0.4)
REPEATED, ENOUGH = 3, 2.0  # runs of one text; seconds after which none is repeated
REFERENCE = 0.1  # megabytes of the news that others are measured against
LINEAR = 1.6  # times the cost of a megabyte may grow by; a noisy machine makes 1.2 of one
SYLLABLES = ("ба", "ве", "го", "ду", "жи", "за", "ка", "ле", "ми", "но", "ре", "са", "ту", "фе", "ша")
PUBLISHED = Dated("2025-11-17", "byline")
CHANCE = 0.5


def main() -> int:
    """Print the table; 1 where some text costs more a megabyte the longer it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="rows whose name holds this")
    parser.add_argument("--quick", action="store_true", help="a tenth of the lengths")
    given = parser.parse_args()
    started = time.process_time()
    lexicon = compiled(Lexicon(lexicon_entries()))
    print(f"lexicon loaded in {time.process_time() - started:.2f} s of one core\n")
    lines = _lines(lexicon)
    news = _article("\n".join(_varied(lines, int(REFERENCE * 1e6))))
    print(f"{'text':<22}{'MB':>6}{'s':>8}{'s/MB':>8}{'x news':>8}{'ratio':>7}")
    slow = []
    for name, text in texts(lines).items():
        if given.only not in name:
            continue
        sizes = VARIED if name.startswith("varied") else STRANGE
        costs = list(_costs(name, text, [size / 10 for size in sizes] if given.quick else sizes, lexicon, news))
        if costs[-1] > LINEAR * costs[0]:
            slow.append(name)
    if slow:
        print(f"\ndearer by the megabyte the longer it is: {', '.join(slow)}", file=sys.stderr)
    return 1 if slow else 0


def _costs(
    name: str, text: Callable[[int], str], sizes: Sequence[float], lexicon: Lexicon, news: Article
) -> Iterator[float]:
    """What a megabyte of each length costs, in megabytes of news, printed as they are known."""
    first = None
    for size in sizes:
        article = _article(_cut(text(int(size * 1e6)), size))
        before = _seconds(news, lexicon)
        seconds = _seconds(article, lexicon)
        pace = (before + _seconds(news, lexicon)) / 2 / REFERENCE
        megabytes = len(article.body.encode()) / 1e6
        cost = seconds / megabytes / pace
        first = first or cost
        print(
            f"{name:<22}{size:>6.2f}{seconds:>8.2f}{seconds / megabytes:>8.2f}{cost:>8.2f}{cost / first:>7.2f}",
            flush=True,
        )
        yield cost


def _article(body: str) -> Article:
    return Article("Новости отрасли", body, published=PUBLISHED)


def _seconds(article: Article, lexicon: Lexicon) -> float:
    """Seconds of one core; of a short time the best of three, because a neighbour on the core makes it longer."""
    best, total = float("inf"), 0.0
    for _ in range(REPEATED):
        started = time.process_time()
        extract(article, lexicon)
        seconds = time.process_time() - started
        best, total = min(best, seconds), total + seconds
        if total > ENOUGH:
            break
    return best


def _cut(text: str, size: float) -> str:
    return text.encode()[: int(size * 1e6)].decode(errors="ignore")


def _lines(lexicon: Lexicon) -> list[str]:
    """The lines of the bodies of the pages that may be looked at."""
    walked = walk_all(named([str(ROOT / folder) for folder in PAGES]), lexicon)
    bodies = (one.reading.article.body for one in walked if one.reading)
    return [line for body in bodies for line in body.split("\n") if line.strip()]


def texts(lines: list[str]) -> dict[str, Callable[[int], str]]:
    """Makers of text of so many bytes by name: news that nobody wrote, then what no newsroom would."""
    return {
        "varied news": lambda size: "\n".join(_varied(lines, size)),
        "varied, one paragraph": lambda size: " ".join(_varied(lines, size)),
        "endless sentence": lambda size: " ".join(
            word.strip(".!?…") for word in " ".join(_varied(lines, size)).split()
        ),
        "no capitals": lambda size: "\n".join(_varied(lines, size)).lower(),
        "all capitals": lambda size: "\n".join(_varied(lines, size)).upper(),
        "one word": lambda size: "золото " * (size // 13),
        "one name": lambda size: "Казахстан, " * (size // 20),
        "one sentence": lambda size: "В 2024 году на руднике Кайракты добыли 5 млн тонн руды. " * (size // 90),
        "one deal": lambda size: (
            "Казахстан и Китай подписали соглашение о разработке рудника «Восход». " * (size // 120)
        ),
        "speakers": lambda size: " ".join(
            f"{_word().title()} {_word().title()}ов заявил, что рад." for _ in range(size // 60)
        ),
        "companies": lambda size: " ".join(
            f"ТОО «{_word().title()}» и АО «{_word().title()}» рады." for _ in range(size // 70)
        ),
        "deposits": lambda size: " ".join(
            f"На месторождении {_word().title()} добыли руду." for _ in range(size // 70)
        ),
        "projects": lambda size: "\n".join(
            f"Завод строят в городе {_word().title()} за ${n} млн." for n in range(size // 70)
        ),
        "digits": lambda size: "1" * size,
        "numbers": lambda size: "12 345,6 " * (size // 9),
        "thousands": lambda size: "1" + " 000" * (size // 4),
        "dates": lambda size: "12 июня 2024 года, " * (size // 30),
        "ranges": lambda size: "5–7–" * (size // 8),
        "dashes": lambda size: "—" * (size // 3),
        "hyphens": lambda size: "а-" * (size // 3),
        "dots": lambda size: "." * size,
        "initials": lambda size: "А. " * (size // 4),
        "brackets": lambda size: "(" * size,
        "bracket pairs": lambda size: "(а) " * (size // 5),
        "quotes": lambda size: "«" * (size // 2),
        "quoted words": lambda size: "«Восход» " * (size // 17),
        "straight quotes": lambda size: '"а ' * (size // 4),
        "one letter": lambda size: "а" * (size // 2),
        "spaces": lambda size: " " * size,
        "line ends": lambda size: "а\n" * (size // 3),
        "table": lambda size: "\n".join(f"{_word().title()}\t{n}\t{n * 3}" for n in range(size // 25)),
        "year table": lambda size: (
            "Год\nДобыча, тонн\n" + "\n".join(f"{1900 + n % 200}\n{n}" for n in range(size // 11))
        ),
        "emoji": lambda size: "⛏️🇰🇿 " * (size // 16),
    }


_random = random.Random(20251117)


def _word() -> str:
    return "".join(_random.choice(SYLLABLES) for _ in range(3))


def _varied(lines: list[str], size: int) -> Iterator[str]:
    """Lines of the pages with other figures and other names, until they are long enough."""
    made = 0
    while made < size:
        line = re.sub(r"\d", _digit, _random.choice(lines))
        if _random.random() < CHANCE:
            line = re.sub(r"(?<=«)[А-Я][а-я]+", lambda _: _word().title(), line)
        made += len(line.encode()) + 1
        yield line


def _digit(found: re.Match[str]) -> str:
    return str(_random.randrange(10)) if _random.random() < CHANCE else found[0]


if __name__ == "__main__":
    sys.exit(main())
