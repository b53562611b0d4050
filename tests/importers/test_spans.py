"""Every quote of a reading is an exact piece of the body, whatever the page is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.encodings import decode
from importers.extraction.extract import extract
from importers.extraction.lexicon import Lexicon
from importers.records import Reading, Span
from importers.sources import read

SENTENCES = [
    "Казахстан и Китай подписали меморандум о переработке вольфрама 12 марта 2025 года.",
    "На руднике «Ақтоғай» добыли 53,4 тыс. тонн меди, или на 12 % больше.",
    "Запасы месторождения Жетiсу оценили в 1,1 млрд долларов (около 550 млрд тенге).",
    "«Мы начнём весной», – сказал министр Ерлан Омаров.",
    "Компания «Өркен» вложит от 5 до 7 млн евро и даст 300 рабочих мест.",
    "В Ўзбекистоне (Узбекистане) выпуск золота вырос вдвое.",
]
# What editors of sites, keyboards and scanners leave inside a sentence.
SPECKS = [
    "🪙",
    "👩‍🔬",
    "\u0301",
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u00a0",
    "\u202f",
    "\ufeff",
    "e\u0308",
    "\U0001f1f0\U0001f1ff",
    "",
]
LINE_ENDS = ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028", "\u0085", "\x0b"]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """A page of our sentences with specks in them, in one of the encodings."""
    lines = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6)):
        place = draw(st.integers(0, len(sentence)))
        lines.append(sentence[:place] + draw(st.sampled_from(SPECKS)) + sentence[place:])
    end = draw(st.sampled_from(LINE_ENDS))
    text = "Что построят на руднике" + end + end.join(lines)
    return text.encode(draw(st.sampled_from(ENCODINGS)))


@settings(max_examples=120)
@given(raw=pages())
def test_every_span_is_its_quote(raw: bytes, lexicon: Lexicon):
    reading = extract(read(decode(raw, "page.txt")), lexicon)
    body = reading.article.body
    spans = list(_spans(reading))
    assert spans
    for span in spans:
        assert body[span.start : span.stop] == span.quote


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_old_encoding_moves_no_span(lexicon: Lexicon, encoding: str, end: str):
    russian = [sentence for sentence in SENTENCES if sentence.encode(encoding, "ignore").decode(encoding) == sentence]
    text = end.join(["Что построят на руднике", *russian])
    reading = extract(read(decode(text.encode(encoding), "page.txt")), lexicon)
    quotes = [span.quote for span in _spans(reading)]
    assert quotes
    assert all(quote in text for quote in quotes)
    assert all(reading.article.body[span.start : span.stop] == span.quote for span in _spans(reading))


def _spans(reading: Reading) -> Iterator[Span]:
    for kind in ("subjects", "statistics", "projects", "agreements", "quotations", "unread"):
        for fact in getattr(reading, kind):
            yield from _within(fact)


def _within(value: Any) -> Iterator[Span]:
    """The spans of a fact, in its own fields and in the tuples of them."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _within(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name))
