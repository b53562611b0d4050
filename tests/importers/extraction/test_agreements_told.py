"""Agreements told without a signing: stakes, loans, licences, deals, extensions; what is none first."""

from __future__ import annotations

import pytest

from tests.importers.extraction.test_agreements import agreed

NONE = {
    "shares of a market": "На Казахстан приходится 43 % мирового урана, на Канаду — 57 % остального.",
    "shares of an owner, no venture": "Фонду принадлежит 63 % акций «Казатомпрома», министерству 12 %.",
    "a venture's share of output": "СП «Инкай» дало 60 % урана страны.",
    "a venture only proposed": "Стороны могут создать СП: 51 % у «Казатомпрома», 49 % у «Росатома».",
    "extension talked of": "Казахстан предложил Японии продлить меморандум.",
    "a rumour": "Пишут, будто турецкая компания купила рудник в Киргизии.",
    "a plan given up": "Казахстан отказался купить долю «Росатома» в СП «Заречное».",
    "an auction announced": "Министерство объявило аукцион на участок Карасай.",
    "work that ended": "Геологи завершили сезон и вышли из ущелья.",
    "a mine that buys": "Рудник купил самосвалы у китайского завода.",
    "a bank in passing": "Договор с перевозчиком комбинат обсудил возле банка.",
}


@pytest.mark.parametrize("body", NONE.values(), ids=NONE.keys())
def test_no_agreement(body: str) -> None:
    assert agreed(body) == ()


TOLD = {
    "stakes held": (
        "Состав СП прежний: 51% держит «Казатомпром», 49% – российский «Росатом».",
        ("joint venture", "launched", {"KZ", "RU"}),
    ),
    "stakes in words": (
        "В СП «Катко» пятьдесят один процент у французской Orano, сорок девять у «Казатомпрома».",
        ("joint venture", "launched", {"FR", "KZ"}),
    ),
    "the rest": (
        "«Казатомпрому» в совместном предприятии принадлежит 30 %, остальное у китайской CGN.",
        ("joint venture", "launched", {"CN", "KZ"}),
    ),
    "evenly": (
        "Доли в СП «Тоо» поровну поделены между ТАЛКО и китайской Zijin.",
        ("joint venture", "launched", {"CN", "TJ"}),
    ),
    "she, named before": (
        "Рудник осваивают вместе с британской Vast Resources. У неё в СП 20 %, у ТАЛКО остальные 80 %.",
        ("joint venture", "launched", {"GB", "TJ"}),
    ),
    "a venture left": ("Казахстан вышел из совместного предприятия с Россией.", ("joint venture", "terminated", None)),
    "a paper with a bank": (
        "АГМК занимает 90 млн долларов под 4 % годовых. Договор с китайским банком комбинат подписал 3 июня.",
        ("loan", "signed", {"CN", "UZ"}),
    ),
    "the two states of a fund": (
        "Кредит даст Российско-Кыргызский фонд развития. Соглашение с фондом подписано в мае.",
        ("loan", "signed", {"KG", "RU"}),
    ),
    "who gets it stands between": (
        "Узбекистан выдал турецкой компании лицензию на разведку меди.",
        ("licence", "approved", {"TR", "UZ"}),
    ),
    "won at an auction": (
        "Аукцион на участок Карасай в Кыргызстане выиграла китайская компания «Зижин».",
        ("licence", "approved", {"CN", "KG"}),
    ),
    "the right fell to": (
        "Право на разведку участка Сары досталось китайской компании из Казахстана.",
        ("licence", "approved", None),
    ),
    "a subsoil contract ended": (
        "Министерство Казахстана расторгло контракт на недропользование с турецкой компанией.",
        ("licence", "terminated", {"KZ", "TR"}),
    ),
    "a deal closed": (
        "Китайская Zijin закрыла сделку по покупке рудника в Казахстане.",
        ("acquisition", "signed", None),
    ),
    "a share passed over": (
        "Доля российского «Росатома» в СП перешла к китайской SNURDC.",
        ("acquisition", "signed", {"RU", "CN"}),
    ),
    "a part of a mine": (
        "65 % рудника Карасай купила китайская Zijin у казахстанского холдинга.",
        ("acquisition", "signed", {"CN", "KZ"}),
    ),
    "the auction and its licence": (
        "Аукцион на участок Карасай в Узбекистане выиграло турецкое ООО «Тас», лицензию оно получило в мае.",
        ("licence", "approved", None),
    ),
    "the winner": (
        "Победителем аукциона на участок в Киргизии стала турецкая компания.",
        ("licence", "approved", {"KG", "TR"}),
    ),
    "the buyer": ("Покупателем рудника в Казахстане стала китайская Zijin.", ("acquisition", "signed", {"CN", "KZ"})),
    "a mine sold": (
        "Рудник в Казахстане продали китайской Zijin за миллиард.",
        ("acquisition", "signed", {"CN", "KZ"}),
    ),
    "put off": ("Подписание договора с Турцией Казахстан перенёс.", ("agreement", "planned", {"KZ", "TR"})),
    "a subject after a place": (
        "В ноябре на саммите в Париже Казахстан и Киргизия подписали меморандум.",
        ("memorandum", "signed", {"KZ", "KG"}),
    ),
    "extended": ("Казахстан и Япония продлили меморандум до 2030 года.", ("memorandum", "signed", {"JP", "KZ"})),
    "left": ("Кыргызстан вышел из соглашения с Канадой.", ("agreement", "terminated", {"CA", "KG"})),
    "promised": ("Казахстан обещает подписать с Индией дорожную карту.", ("roadmap", "planned", {"IN", "KZ"})),
    "the second of a list": (
        "У Казахстана два плана. Второй — подписать с Индией дорожную карту.",
        ("roadmap", "planned", {"IN", "KZ"}),
    ),
    "being prepared": (
        "С турецкой стороной Кыргызстана готовится меморандум об угле.",
        ("memorandum", "planned", {"KG", "TR"}),
    ),
    "agreed, then approved": (
        "ТАЛКО и французская Orano договорились расширить цех; соглашение одобрили акционеры.",
        ("agreement", "approved", {"FR", "TJ"}),
    ),
}


@pytest.mark.parametrize(("body", "expected"), TOLD.values(), ids=TOLD.keys())
def test_told(body: str, expected: tuple[str, str, set[str] | None]) -> None:
    (found,) = agreed(body, "2025-06-11")
    kind, status, parties = expected
    assert (found.kind, found.status) == (kind, status)
    assert parties is None or set(found.parties) == parties


DATED = {
    "in the next sentence": (
        "Иран и Таджикистан заключили договор о меди. Подписи поставили 16 января 2025 года в Душанбе.",
        ("2025-01-16", "Душанбе"),
    ),
    "the ceremony": (
        "Казахстан и Япония подписали меморандум. Церемония прошла в Токио 20 декабря 2024 года.",
        ("2024-12-20", "Токио"),
    ),
    "of that day": ("Действует соглашение Казахстана и Японии от 5 мая 2024 года.", ("2024-05-05", None)),
    "the month of the forum": (
        "В мае 2025 года прошёл форум. Казахстан и Япония подписали там меморандум.",
        ("2025-05", None),
    ),
    "a day of the week": (
        "Казахстан и Япония подписали в понедельник меморандум.",
        ("2025-06-09", None),
    ),
    "the next sentence is another's": (
        "Казахстан и Япония подписали меморандум. Документ с Турцией подписан 20 декабря 2024 года.",
        (None, None),
    ),
    "a term is no date": ("Казахстан и Япония продлили договор до 5 мая 2030 года.", (None, None)),
}


@pytest.mark.parametrize(("body", "expected"), DATED.values(), ids=DATED.keys())
def test_dated(body: str, expected: tuple[str | None, str | None]) -> None:
    found = agreed(body, "2025-06-11")[0]
    assert (found.date, found.place) == expected


def test_a_bare_noun_takes_up_whom_it_named() -> None:
    body = (
        "Хайдарканский ртутный комбинат осушает шахту. Половину даёт Российско-Кыргызский фонд развития: "
        "это кредит на семь лет. Договор с фондом комбинат подписал 20 мая."
    )
    (found,) = agreed(body, "2025-06-11")
    assert set(found.organisations) == {"Хайдарканский ртутный комбинат", "Российско-Кыргызский фонд развития"}
    assert found.date == "2025-05-20"


def test_a_neighbours_other_side_is_no_party() -> None:
    body = "Казахстан готовит две бумаги. Меморандум с Японией подпишут в мае. Дорожную карту с Индией подпишут в июне."
    found = agreed(body, "2025-03-11")
    assert [set(a.parties) for a in found] == [{"KZ", "JP"}, {"KZ", "IN"}]


def test_each_paper_has_its_own_other_side_and_date() -> None:
    body = "Меморандум с Японией Узбекистан подписал в марте, соглашение с Францией — в мае."
    found = agreed(body, "2025-06-11")
    assert [(set(a.parties), a.date) for a in found] == [({"UZ", "JP"}, "2025-03"), ({"UZ", "FR"}, "2025-05")]
