"""What changes hands, is granted, awarded, lent or stands on paper, in many wordings; what is none first."""

from __future__ import annotations

import pytest

from tests.importers.extraction.test_agreements import agreed

NONE = {
    "machines bought": "Китайская Norin Mining купила у завода три экскаватора.",
    "metal sold": "Канадская Borealis Gold продала 5 тонн золота в Швейцарию.",
    "a share of output": "В Кыргызстане за 5 месяцев 60% золота дал Кумтор.",
    "a share of export": "Половина вывоза урана досталась Китаю.",
    "a place in a ranking": "Казахстан уступил Узбекистану первое место в регионе.",
    "a rumour denied": "Слухи о продаже рудника китайцам в акимате опровергли.",
    "a tender without a winner": "Тендер на строительство фабрики в Казахстане не состоялся.",
    "another contest": "Конкурс на лучшего геолога выиграла сотрудница узбекского «Нур Металла».",
    "other rights": "Право на отдых у шахтёров Казахстана отняли, жалуется профсоюз.",
    "a wish": "Узбекистан надеется заключить с Японией соглашение о вольфраме.",
    "a price asked": "За рудник в Кыргызстане просят 40 млн долларов.",
    "a prize": "Премия досталась геологу из Казахстана.",
    "a heading": "О чём условились",
    "jobs founded": "Казахстанские компании создали 300 рабочих мест.",
}


@pytest.mark.parametrize("body", NONE.values(), ids=NONE.keys())
def test_no_agreement(body: str) -> None:
    assert agreed(body) == ()


TOLD = {
    "a share of a project": (
        "Китайская Norin Mining купила 60% золотого проекта в Кыргызстане.",
        ("acquisition", "signed", {"CN", "KG"}, {"Norin Mining"}),
    ),
    "it fell to": (
        "Рудник Карасу в Киргизии достался турецкой Eldor Mining за $40 млн.",
        ("acquisition", "signed", {"TR", "KG"}, {"Eldor Mining"}),
    ),
    "ceded": (
        "Британская Caspian Minerals уступила свои 30% в казахстанском проекте китайской Norin Mining.",
        ("acquisition", "signed", {"GB", "CN", "KZ"}, {"Caspian Minerals", "Norin Mining"}),
    ),
    "paid for": (
        "За Теректинский комбинат в Казахстане канадская Borealis Gold заплатила 210 млн долларов.",
        ("acquisition", "signed", {"CA", "KZ"}, {"Теректинский комбинат", "Borealis Gold"}),
    ),
    "swallowed by name": (
        "Китайская Norin Mining поглотила казахстанскую «Алтай Ресурс».",
        ("acquisition", "signed", {"CN", "KZ"}, {"Norin Mining", "Алтай Ресурс"}),
    ),
    "people for their firm": (
        "Долю в узбекском руднике немцы продали корейской Hanil Metals.",
        ("acquisition", "signed", {"DE", "KR", "UZ"}, {"Hanil Metals"}),
    ),
    "a right to dig": (
        "Право разрабатывать угольный участок Минкуш в Кыргызстане досталось ОсОО «Ак-Жол».",
        ("licence", "approved", {"KG"}, {"Ак-Жол"}),
    ),
    "a deposit at auction": (
        "На аукционе участок Минкуш в Кыргызстане ушёл ОсОО «Ак-Жол» за 1,2 млн долларов.",
        ("licence", "approved", {"KG"}, {"Ак-Жол"}),
    ),
    "a licence held": (
        "Лицензией на разработку золота в Казахстане владеет ТОО «Алтын Жар».",
        ("licence", "approved", {"KZ"}, {"Алтын Жар"}),
    ),
    "a right taken away": (
        "Министерство забрало у ТОО «Алтын Жар» право на добычу золота в Казахстане.",
        ("licence", "terminated", {"KZ"}, {"Алтын Жар"}),
    ),
    "a firm of two": (
        "Казахстанский «Алтай Ресурс» и индийская Bharat Copper создали на двоих компанию.",
        ("joint venture", "launched", {"KZ", "IN"}, {"Алтай Ресурс", "Bharat Copper"}),
    ),
    "a firm of two states": (
        "Медь в Казахстане плавит казахстанско-китайское предприятие «Степьмедь».",
        ("joint venture", "launched", {"KZ", "CN"}, {"Степьмедь"}),
    ),
    "a contract awarded": (
        "Подряд на стройку фабрики в Казахстане отдали итальянской Danelli Engineering.",
        ("contract", "signed", {"IT", "KZ"}, {"Danelli Engineering"}),
    ),
    "money lent": (
        "Узбекистан занял у Китая 300 млн долларов на угольную шахту.",
        ("loan", "signed", {"UZ", "CN"}, set()),
    ),
    "a paper that appeared": (
        "Меморандум о взаимопонимании между Узбекистаном и Японией появился ещё в 2023 году.",
        ("memorandum", "signed", {"UZ", "JP"}, set()),
    ),
    "a paper that was": (
        "Ещё в 2015 году у Казахстана с Германией было соглашение о партнёрстве.",
        ("agreement", "signed", {"KZ", "DE"}, set()),
    ),
    "hands shaken": (
        "Министры Казахстана и Саудовской Аравии ударили по рукам: разведку меди поведут вместе.",
        ("agreement", "agreed", {"KZ", "SA"}, set()),
    ),
    "a union signs": (
        "Узбекистан подписал с Евросоюзом меморандум о сырье.",
        ("memorandum", "signed", {"UZ"}, {"Евросоюз"}),
    ),
    "ended later": (
        "Соглашение Кыргызстана с канадской Borealis Gold подписали в 2015 году. Через три года его расторгли.",
        ("agreement", "terminated", {"KG", "CA"}, {"Borealis Gold"}),
    ),
}


@pytest.mark.parametrize(("body", "told"), TOLD.values(), ids=TOLD.keys())
def test_agreement(body: str, told: tuple[str, str, set[str], set[str]]) -> None:
    (found,) = agreed(body)
    assert (found.kind, found.status, set(found.parties), set(found.organisations)) == told


def test_further_sentences_are_evidence() -> None:
    body = (
        "Китайская Norin Mining намерена выкупить 60% казахстанского рудника. "
        "Предварительный договор стороны подписали 31 декабря 2025 года."
    )
    (found,) = agreed(body)
    assert (found.status, found.date) == ("signed", "2025-12-31")
    assert [span.quote[:7] for span in (found.span, *found.mentions)] == ["Предвар", "Китайск"]
