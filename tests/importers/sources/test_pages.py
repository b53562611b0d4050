"""Pages of our own in many layouts, annotated before a reader saw them; «+ » marks the lines of the text."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from importers.encodings import decode
from importers.records import Article
from importers.sources import read

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))


def text(name: str) -> list[str]:
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8").split("\n")


def article(name: str) -> Article:
    page = "\n".join(line[2:] if line.startswith("+") else line for line in text(name))
    return read(decode(page.encode(), name))


def gold(name: str) -> dict[str, Any]:
    annotation: dict[str, Any] = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    return annotation


def told(article: Article) -> dict[str, Any]:
    dated = sum(headline.published is not None for headline in article.headlines)
    return {
        "title": article.title,
        "published": article.published and article.published.edtf,
        "original": article.original_date,
        "captured": article.captured,
        "authors": list(article.authors),
        "source": article.source,
        "via": article.via,
        "section": article.section,
        "dated": dated,
        "undated": len(article.headlines) - dated,
    }


@pytest.mark.parametrize("name", NAMES)
def test_page_tells(name: str) -> None:
    got = told(article(name))
    for field, want in gold(name).items():
        if field != "may_hold":
            accepted = want if isinstance(want, list) and field != "authors" else [want]
            assert got[field] in accepted, field


@pytest.mark.parametrize("name", NAMES)
def test_page_has_its_body(name: str) -> None:
    want = Counter(line[2:].strip() for line in text(name) if line.startswith("+") and line[2:].strip())
    got = Counter(line for line in article(name).body.split("\n") if line not in gold(name).get("may_hold", []))
    assert not got - want
    assert not want - got
