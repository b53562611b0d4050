"""Deals in other words: predicate nouns, participles, clauses between, names known by their deed; refusals first."""

from __future__ import annotations

import pytest

from tests.importers.extraction.test_agreements import agreed

NONE = {
    "denied in the sentence": "Газеты пишут о продаже рудника «Восход» китайцам, в компании это отрицают.",
    "denied in the next": "Китайская фирма купила рудник в Таджикистане. В министерстве это опровергли.",
    "unconfirmed": "По неподтверждённым данным, турецкая компания купила рудник в Казахстане.",
    "negotiations": "Казахстан не ведёт переговоров о покупке рудника в Киргизии.",
    "plans": "У российской компании есть планы по покупке рудника в Узбекистане.",
    "did not sign": "Узбекистан не стал подписывать соглашение с Францией.",
    "fell through": "Продажа казахстанского рудника китайской компании не состоялась.",
    "changed their mind": "Казахстан собирался продать рудник российской компании, но передумал.",
    "a mark passed": "Доля Турции в экспорте Узбекистана перешла планку 30 процентов.",
    "buyers of goods": "Узбекистан продал золота на 4 млрд долларов, главным покупателем стала Швейцария.",
    "a grant": "Азиатский банк развития выделил школе в Казахстане 2 млн долларов гранта.",
    "handed to nobody": "Комбинат передал рудник горнякам на баланс.",
    "a rumour of a handing over": "Писали и о передаче казахстанского месторождения китайскому холдингу.",
}


@pytest.mark.parametrize("body", NONE.values(), ids=NONE.keys())
def test_no_agreement(body: str) -> None:
    assert agreed(body) == ()


TOLD = {
    "a noun and its predicate": (
        "Продажа 40 % акций казахстанского рудника турецкой компании закрыта в мае.",
        ("acquisition", "signed", {"KZ", "TR"}),
    ),
    "an approved purchase": (
        "Покупка китайской Zijin золотого рудника в Казахстане одобрена.",
        ("acquisition", "approved", {"CN", "KZ"}),
    ),
    "planned far behind": (
        "Подписание меморандума о геологической съёмке между Ташкентом и Парижем запланировано на осень.",
        ("memorandum", "planned", {"UZ", "FR"}),
    ),
    "a participle's clause between": (
        "Договор, устанавливающий порядок вывоза концентрата с рудника через порт, Казахстан и Иран подписали в мае.",
        ("agreement", "signed", {"KZ", "IR"}),
    ),
    "a relative clause far off": (
        "Контракт на строительство фабрики в Навои, который «Навоийуран» заключил с чешской фирмой, рассчитан на год.",
        ("contract", "signed", {"UZ", "CZ"}),
    ),
    "sold by a participle": (
        "Рудник, проданный канадцами китайской Zijin, находится в Киргизии.",
        ("acquisition", "signed", {"CA", "CN", "KG"}),
    ),
    "into somebody's property": (
        "В собственность немецкой компании перешёл казахстанский карьер.",
        ("acquisition", "signed", {"DE", "KZ"}),
    ),
    "handed to a buyer": (
        "Узбекистан отдал золотой рудник инвестору из Турции.",
        ("acquisition", "signed", {"UZ", "TR"}),
    ),
    "out of the capital": (
        "Канадцы вышли из капитала казахстанской золотодобывающей компании.",
        ("acquisition", "signed", {"CA", "KZ"}),
    ),
    "a bank gives": ("ЕБРР выделил «Алтыналмасу» 60 млн долларов.", ("loan", "signed", {"KZ"})),
    "signatures before": (
        "Под меморандумом свои подписи поставили министры Узбекистана и Турции.",
        ("memorandum", "signed", {"UZ", "TR"}),
    ),
    "founding agreed on": (
        "О создании совместной рабочей группы условились Казахстан и Саудовская Аравия.",
        ("working group", "agreed", {"KZ", "SA"}),
    ),
    "a party no preposition governs": (
        "Соглашение о партнёрстве в области критических материалов ЕС и Узбекистан подписали в мае.",
        ("agreement", "signed", {"UZ"}),
    ),
    "a participle that is no speech": (
        "Соглашение, заключённое между Казахстаном и ЕС, касается сырья.",
        ("agreement", "signed", {"KZ"}),
    ),
    "when it was": (
        "С 2020 года, когда Казахстан и Франция подписали дорожную карту, съёмка идёт на юге.",
        ("roadmap", "signed", {"KZ", "FR"}),
    ),
    "a legal form of Kyrgyzstan": (
        "Комиссия отозвала лицензию у ОсОО «Восход Плюс».",
        ("licence", "terminated", {"KG"}),
    ),
    "named for its state": (
        "«Кыргызэкспорт» и турецкая фирма заключили контракт на поставку угля.",
        ("contract", "signed", {"KG", "TR"}),
    ),
    "a delivery and its contract": (
        "Концерн «Туркменхимия» поставит в Индию 50 тыс. тонн калия. Контракт на поставку подписан в мае.",
        ("contract", "signed", {"TM", "IN"}),
    ),
    "to whom it passes": (
        "Право недропользования по участку передано от ТОО «Восход» к китайской фирме.",
        ("licence", "approved", {"KZ", "CN"}),
    ),
}


@pytest.mark.parametrize(("body", "wanted"), TOLD.values(), ids=TOLD.keys())
def test_told(body: str, wanted: tuple[str, str, set[str]]) -> None:
    (found,) = agreed(body)
    assert (found.kind, found.status, set(found.parties)) == wanted


NAMED = {
    "a quoted name after «с»": (
        "Казахстанский холдинг подписал контракт с «Эльгой».",
        ("Эльга",),
    ),
    "a quoted pair after «у»": (
        "Китайская Zijin купила рудник в Казахстане у «Медного дела».",
        ("Zijin", "Медное дело"),
    ),
    "no other thing": ("Казахстан и Китай подписали контракт на форуме «Глобус».", ()),
    "the company just named": (
        "Участок осваивает «Зарубин Плюс». Компанию в мае купила китайская Zijin.",
        ("Zijin", "Зарубин Плюс"),
    ),
}


@pytest.mark.parametrize(("body", "wanted"), NAMED.values(), ids=NAMED.keys())
def test_organisations(body: str, wanted: tuple[str, ...]) -> None:
    (found,) = agreed(body)
    assert found.organisations == wanted
