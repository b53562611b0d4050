"""Saved HTML pages of invented outlets: told in one line why not, or read as a page of text is."""

import sys
from pathlib import Path

import pytest

from importers.encodings import decode
from importers.records import Article, UnreadablePage
from importers.sources import read

PAGES = Path(__file__).parent / "html"


def article(name: str) -> Article:
    return read(decode((PAGES / name).read_bytes(), name))


def test_without_trafilatura_a_page_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnreadablePage, match=r"^HTML page: run «make html» once to read such pages, or save"):
        article("article.html")


def test_markup_without_text_is_refused() -> None:
    with pytest.raises(UnreadablePage, match="no running text"):
        article("menu.html")


def test_text_with_a_mark_of_less_is_no_html() -> None:
    text = "Содержание серы <0,5 процента, и завод такую руду берёт охотно, пишет комбинат в отчёте."
    assert decode(text.encode(), "page.txt").text == text


def test_an_article_tells_what_its_markup_states() -> None:
    read = article("article.html")
    assert (read.title, read.source, read.section) == ("Рудник под Аягозом купил сосед", "step-kurier.kz", "Экономика")
    assert read.published and read.published.edtf == "2025-03-12T14:30"
    assert (read.authors, read.url) == (("Асель Токтогулова",), "https://step-kurier.kz/news/4812")


def test_an_article_keeps_its_table_and_leaves_its_chrome() -> None:
    body = article("article.html").body.split("\n")
    assert body[0].startswith("Медный рудник Жарык") and body[-1].endswith("12 тысяч тонн.")
    assert body[4:7] == ["Год | Медь, тыс. тонн", "2023 | 9,1", "2024 | 10,4"]
    assert not [line for line in body if "Читайте" in line or "Фото" in line or "Подписывайтесь" in line]


def test_a_page_in_an_old_code_page_without_an_article_element() -> None:
    read = article("divs.html")
    assert (read.title, read.authors) == ("В Бадаме ищут барит", ())
    assert read.published and read.published.edtf == "2024-10-02"
    assert read.body.startswith("Геологи вернулись") and read.body.endswith("торги уже осенью.")


def test_a_piece_of_a_page_is_told_by_its_name() -> None:
    piece = "<h1>Рудник продан</h1><p>" + "Рудник под Аягозом продали соседу за 31 млн долларов. " * 5 + "</p>"
    assert "<p>" not in decode(piece.encode(), "piece.html").text
