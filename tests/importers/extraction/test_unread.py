"""Which sentences are told as unread, and why; first those of which nobody need hear."""

from __future__ import annotations

import pytest

from importers.extraction.extract import extract
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.unread import REASONS
from importers.records import Article, Unread


def unread(body: str, lexicon: Lexicon) -> tuple[Unread, ...]:
    return extract(Article("", body), lexicon).unread


@pytest.mark.parametrize(
    "body",
    [
        "Погода в горах испортилась, смену отпустили.",
        "В Казахстане отметили праздник.",
        "Это один из способов вернуть спрос на медь.",
        "Запасы меди оценены в 12 млн тонн.",
        "Казахстан и Китай подписали меморандум.",
        "В посёлке проживают 300 семей.",
        "В Китае купили новые грузовики.",
    ],
)
def test_nothing_to_tell(body: str, lexicon: Lexicon) -> None:
    assert unread(body, lexicon) == ()


@pytest.mark.parametrize(
    ("body", "reason", "detail"),
    [
        ("От Бишкека, столицы Кыргызстана, ехали 355 км.", "unmeasured", "355 км"),
        ("Казахстан помнит 20 млн причин для осторожности.", "unmeasured", "20 млн"),
        ("Меморандум о партнёрстве, напомним, подписан не был.", "agreement", "подписан; Меморандум"),
        ("Узбекистан, по слухам, подпишет что угодно.", "deed", "подпишет"),
    ],
)
def test_a_sentence_that_gave_nothing_says_why(body: str, reason: str, detail: str, lexicon: Lexicon) -> None:
    (only,) = unread(body, lexicon)
    assert (only.span.quote, only.reason, only.detail) == (body, reason, detail)


def test_a_quotation_reads_no_number(lexicon: Lexicon) -> None:
    body = "«До Казахстана отсюда 355 км», – сказал министр Ержан Ахметов."
    reading = extract(Article("", body), lexicon)
    assert reading.quotations
    assert [each.detail for each in reading.unread] == ["355 км"]


def test_a_name_of_two_owners_is_the_gravest(lexicon: Lexicon) -> None:
    two = (Entry("country", "AA", "Карачатия"), Entry("country", "BB", "Карачатия"))
    (only,) = unread("Гостей из Карачатии ждали до вечера.", Lexicon((*lexicon.entries, *two)))
    assert (only.reason, only.detail) == ("owners", "Карачатии: AA, BB")


def test_every_reason_is_told_to_operators_and_to_editors() -> None:
    from importers.models import UnreadReason

    assert set(REASONS) == set(UnreadReason.values)
