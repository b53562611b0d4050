"""The rows of seeds/reference that tell an outlet's page from its chrome: chrome.tsv and sources.tsv."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "seeds" / "reference"

# A domain of the region's press; a closed list of endings keeps «п.2» and «отчет.pdf» out.
ENDINGS = (
    "kz|kg|uz|tj|tm|ru|su|by|ua|az|am|ge|mn|cn|com|org|net|info|asia|agency|news|media|press|online|today|live|global"
    "|tv|io|eu|uk|us|de|life|pro|biz|рф"
)
# Bullets, arrows and pictures before the words of a line: «💬 Обсудить …».
MARKS = re.compile("[•●▪■►▶→←↑↓➡»›>|*_·–—\\- \t\u200b-\u200f\u25a0-\u27bf\ufe0f\U0001f000-\U0001faff]*")
DOMAIN = rf"(?:[a-z0-9][a-z0-9-]{{0,40}}\.){{1,3}}(?:{ENDINGS})\b"

GATE = re.compile(r"\(\?#([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Row:
    """One pattern of chrome with a line that it must find and one that it must leave."""

    kind: str
    pattern: re.Pattern[str]
    example: str
    counterexample: str
    gate: tuple[str, ...] = ()  # one of these words stands in any line that the pattern finds


@dataclass(frozen=True, slots=True)
class Publisher:
    """A domain of the press, its kind (outlet, agency) and the names that its own and others' pages use."""

    domain: str
    kind: str
    names: tuple[str, ...]


def key(line: str) -> str:
    """A line as chrome patterns see it: no marks before it, plain spaces, е for ё."""
    plain = line[:600].replace("\xa0", " ").replace("ё", "е").replace("Ё", "Е").replace("**", "")
    return MARKS.sub("", plain, count=1).rstrip("*_ \t|→►▶")


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as lines:
        kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def chrome_rows() -> tuple[Row, ...]:
    """The rows of chrome.tsv, `{domain}` in a pattern written out."""
    return tuple(
        Row(
            row["kind"],
            re.compile(row["pattern"].replace("{domain}", DOMAIN), re.IGNORECASE),
            row["example"],
            row["counterexample"],
            tuple(gate[1].split("|")) if (gate := GATE.match(row["pattern"])) else (),
        )
        for row in _rows("chrome.tsv")
    )


@cache
def patterns() -> dict[str, tuple[Row, ...]]:
    """Rows by kind, in the order of the file."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in chrome_rows():
        found[row.kind].append(row)
    return {kind: tuple(each) for kind, each in found.items()}


def match(kind: str, line: str) -> re.Match[str] | None:
    """The first pattern of a kind that the line begins with."""
    return next((found for _, found in matches((kind,), line)), None)


def matches(kinds: tuple[str, ...], line: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Each pattern of the kinds that the line begins with, kind after kind."""
    text = key(line)
    begins, low = bool(_any_of(kinds).match(text)), text.lower()
    if not begins and not any(word in low for word in _gates(kinds)):
        return
    for kind in kinds:
        for row in patterns()[kind]:
            tried = any(word in low for word in row.gate) if row.gate else begins
            if tried and (found := row.pattern.match(text)):
                yield kind, found


@cache
def _any_of(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """All patterns in one that begin with their line: nearly every line of prose is sent away by it at once."""
    rows = [row for kind in kinds for row in patterns()[kind] if not row.gate]
    each = (re.sub(r"\(\?P<\w+>", "(?:", row.pattern.pattern) for row in rows)
    return re.compile("|".join(f"(?:{pattern})" for pattern in each) or r"(?!)", re.IGNORECASE)


@cache
def _gates(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for kind in kinds for row in patterns()[kind] for word in row.gate))


@cache
def outlets() -> tuple[Publisher, ...]:
    """The rows of sources.tsv."""
    return tuple(
        Publisher(
            row["domain"], row["kind"], tuple(filter(None, (row["name_ru"], row["name_en"], *row["names"].split("|"))))
        )
        for row in _rows("sources.tsv")
    )


@cache
def outlet_named() -> dict[str, Publisher]:
    """Outlets by each of their names and by their domain, in small letters."""
    return {key(name).lower(): outlet for outlet in outlets() for name in (*outlet.names, outlet.domain)}
