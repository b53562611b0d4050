"""Every row of chrome.tsv finds its example and leaves its counter-example; sources.tsv names no outlet twice."""

from collections import Counter

import pytest

from importers.records import Page
from importers.sources import read
from importers.sources.blocks import CHROME as DROPPED
from importers.sources.lines import CHROME
from importers.sources.tables import Row, chrome_rows, key, outlets

ROWS = chrome_rows()
# Names that two outlets carry; the one that stands first in the file is meant.
SHARED = {"азаттык"}
# An owner is told inside other lines, of the footer and of the text.
SEEN = [row for row in ROWS if row.kind != "owner"]
PARAGRAPHS = [
    "Рудник в горах третий год ищет нового владельца, и желающих пока двое.",
    "Прежний хозяин вывез технику и оставил посёлку долги за свет и воду.",
    "Запасы меди здесь оценивают в 120 тысяч тонн, цинка вдвое меньше.",
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.kind}: {row.example[:40]}" for row in ROWS])
def test_row_finds_its_example_and_leaves_its_counterexample(row: Row) -> None:
    assert row.example and row.counterexample
    assert not row.pattern.match(key(row.counterexample))
    assert row.pattern.match(key(row.example))


def test_every_kind_is_known() -> None:
    assert {row.kind for row in ROWS} == {*CHROME, "owner"}
    assert set(DROPPED) - {"tape", "known"} < set(CHROME)


def test_no_pattern_twice() -> None:
    assert not [pattern for pattern, count in Counter(row.pattern.pattern for row in ROWS).items() if count > 1]


def test_outlets_have_one_domain_a_name() -> None:
    names = Counter(name for outlet in outlets() for name in {key(each).lower() for each in outlet.names})
    assert {name for name, count in names.items() if count > 1} <= SHARED
    assert all(outlet.kind in ("outlet", "agency") and outlet.names for outlet in outlets())


@pytest.mark.parametrize("row", SEEN, ids=[f"{row.kind}: {row.example[:40]}" for row in SEEN])
def test_no_chrome_is_read_as_text(row: Row) -> None:
    """A row's example between two paragraphs of the text, above it, or below it."""
    head, rest = ["Рудник ждёт хозяина третий год", "14.11.2025"], PARAGRAPHS
    pages = {
        "head": [row.example, *head, *rest],
        "end": [*head, *rest, row.example, "Завод пустил третью линию"],
    }
    for kind in ("footer", "comments", "address", "byline", "credit"):
        pages[kind] = pages["end"]
    page = pages.get(row.kind, [*head, rest[0], row.example, *rest[1:]])
    article = read(Page("page.txt", "", "\n\n".join(page), "utf-8"))
    assert article.body.split("\n") == rest
    assert article.title == head[0]
