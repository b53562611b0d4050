"""From a saved HTML page to the text that any page is read from; trafilatura finds the article in the markup."""

from __future__ import annotations

import re
from typing import Any

from importers.records import UnreadablePage
from importers.sources.names import persons

MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
NOT_INSTALLED = "HTML page: run «make html» once to read such pages, or save the page as text."
NO_TEXT = "HTML page without running text: save the page as text."
DECLARED = re.compile(r"<\?xml[^>]{0,200}\?>")  # lxml takes no text that names an encoding
# Where a page says when its article was published; the day alone where the clock is that of Greenwich.
TIMES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime",
)
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]00:?00)?)?")


def is_html(text: str, name: str) -> bool:
    """Whether a page's text is markup, by its first words or, for a piece of a page, by its name."""
    return bool(MARKUP.search(text[:5000])) or (name.lower().endswith((".htm", ".html")) and "</" in text[:5000])


def text_of(markup: str) -> str:
    """The article as lines: the outlet's domain, rubric, headline, date, author and address where told, then its text.

    Raises UnreadablePage where trafilatura is not installed or finds no article.
    """
    try:
        import trafilatura  # an extra, and it takes a second to load
    except ImportError:
        raise UnreadablePage(NOT_INSTALLED) from None
    tree = trafilatura.load_html(DECLARED.sub("", markup, count=1))
    if tree is None:
        raise UnreadablePage(NO_TEXT)
    moment = _moment(tree)
    told = trafilatura.extract_metadata(tree, date_config={"original_date": True, "extensive_search": False})
    body = trafilatura.extract(tree, include_comments=False, include_tables=True)
    if not body:
        raise UnreadablePage(NO_TEXT)
    return _page(told, moment, body)


def _moment(tree: Any) -> str | None:
    """Day and minute of publication, as the markup states them."""
    for path in TIMES:
        for stated in tree.xpath(path)[:1]:
            if found := MOMENT.match(stated.strip()):
                day, clock, greenwich = found.groups()
                return f"{day} {clock}" if clock and not greenwich else str(day)
    return None


def _page(told: Any, moment: str | None, body: str) -> str:
    """The lines that the reader of text pages knows."""
    title = " ".join((told.title or "").split())
    authors = ", ".join((told.author or "").split("; "))
    section = next(iter(told.categories or ()), None)
    head = [
        (told.hostname or "").removeprefix("www."),
        f"Рубрика: {section}" if section else "",
        title,
        moment or told.date or "",
        f"Автор: {authors}" if persons(authors) else "",
        f"Адрес страницы: {told.url}" if told.url else "",
    ]
    lines = [_row(line) for line in body.split("\n") if line.strip() != title]
    return "\n\n".join([*filter(None, head), *filter(str.strip, lines)])


def _row(line: str) -> str:
    """A table's row without the bars at its edges, the rule under a header as nothing."""
    return line.strip().strip("|").strip() if line.startswith("|") and line.strip("|-: ") else line.strip("|-")
