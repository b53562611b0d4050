"""Agreements that a body states; talk of agreements, denials and repetitions first."""

from __future__ import annotations

from functools import lru_cache

import pytest

from importers.extraction import agreements, organisations
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import read
from importers.records import Agreement, Article, Dated
from importers.reference import lexicon_entries


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon(lexicon_entries())


def agreed(body: str, published: str = "") -> tuple[Agreement, ...]:
    day = Dated(published, "byline") if published else None
    return agreements.find(organisations.add(read(Article("", body, published=day), lexicon())), ())


NONE = {
    "talk of agreements": "Соглашения между Казахстаном и Китаем способствуют росту торговли.",
    "it may be signed": "Подписание меморандума с Японией может ускорить разведку в Казахстане.",
    "they could sign": "Узбекистан и Германия могут подписать соглашение о поставках меди.",
    "a proposal": "Казахстан предложил Китаю заключить договор о поставках меди.",
    "a call": "Министр призвал Кыргызстан и Казахстан подписать меморандум.",
    "only discussed": "Казахстан и Турция обсудили создание совместного предприятия по добыче хрома.",
    "a possibility discussed": "Стороны рассмотрели возможность подписания соглашения между Таджикистаном и Китаем.",
    "a denial": "Узбекистан и Россия не подписали соглашение о добыче урана.",
    "a refusal": "Кыргызстан отказался подписать договор с канадской компанией.",
    "a condition": "Если Казахстан и США подписать контракт не успеют, рудник закроют.",
    "a visit": "Президент Узбекистана прибыл с визитом в Китай и встретился с инвесторами.",
    "a meeting": "Делегации Казахстана и Японии провели переговоры о поставках редких металлов.",
    "cooperation": "Казахстан и Китай расширяют сотрудничество в горной отрасли.",
    "a habit": "Комбинат подписывает договоры с поставщиками каждый год.",
    "a labour contract": "Горняк подписал трудовой договор с китайской компанией.",
    "a rumour": "Казахстан и США якобы заключили договор о поставках вольфрама.",
    "a share of the market": "Доля Казахстана в мировой добыче урана выросла.",
    "dialogue as a figure": "Казахстан готов вести диалог с Китаем по вопросам воды.",
    "a credit history": "Кредитный рейтинг Узбекистана подтверждён.",
    "a wish": "Таджикистан хотел бы создать совместное предприятие с Китаем.",
}


@pytest.mark.parametrize("body", NONE.values(), ids=NONE.keys())
def test_no_agreement(body: str) -> None:
    assert agreed(body) == ()


# body, kind, status, parties
STATED = {
    "two states sign": (
        "Казахстан и Япония подписали меморандум о поставках титана.",
        "memorandum",
        "signed",
        {"KZ", "JP"},
    ),
    "passive": (
        "Между Узбекистаном и Германией был заключён договор о поставках меди.",
        "agreement",
        "signed",
        {"UZ", "DE"},
    ),
    "inverted": ("Меморандум с Японией Казахстан подписал в мае.", "memorandum", "signed", {"KZ", "JP"}),
    "the signing took place": (
        "В Астане состоялось подписание соглашения между Казахстаном и Францией.",
        "agreement",
        "signed",
        {"KZ", "FR"},
    ),
    "put signatures": (
        "Главы Таджикистана и Китая поставили подписи под совместным заявлением.",
        "declaration",
        "signed",
        {"TJ", "CN"},
    ),
    "planned": (
        "Казахстан и Катар планируют подписать соглашение о разведке меди.",
        "agreement",
        "planned",
        {"KZ", "QA"},
    ),
    "future": ("Осенью Киргизия и Турция подпишут дорожную карту.", "roadmap", "planned", {"KG", "TR"}),
    "future passive": (
        "Между Казахстаном и Кореей будет подписан контракт на поставку урана.",
        "contract",
        "planned",
        None,
    ),
    "in preparation": (
        "Узбекистан и Италия готовят рамочное соглашение.",
        "framework agreement",
        "planned",
        {"UZ", "IT"},
    ),
    "ratified": (
        "Парламент Кыргызстана ратифицировал соглашение с Китаем о дороге.",
        "agreement",
        "approved",
        {"KG", "CN"},
    ),
    "approved": ("Правительства Казахстана и Индии утвердили дорожную карту.", "roadmap", "approved", {"KZ", "IN"}),
    "terminated": ("Кыргызстан расторг договор с канадской компанией.", "agreement", "terminated", {"KG", "CA"}),
    "agreed on a group": (
        "Казахстан и Монголия договорились о создании рабочей группы.",
        "working group",
        "agreed",
        {"KZ", "MN"},
    ),
    "agreed to create": (
        "Таджикистан и Иран договорились создать совместное предприятие.",
        "joint venture",
        "agreed",
        {"TJ", "IR"},
    ),
    "agreed to mine": ("Россия и Киргизия договорились вместе осваивать рудник.", "agreement", "agreed", {"RU", "KG"}),
    "founded": (
        "Казахстан и Китай создали совместное предприятие по выпуску меди.",
        "joint venture",
        "launched",
        {"KZ", "CN"},
    ),
    "announced": (
        "Узбекистан и Саудовская Аравия объявили о создании совместной инвестиционной компании.",
        "joint venture",
        "announced",
        {"UZ", "SA"},
    ),
    "adjectives in one word": (
        "Зарегистрирован узбекско-турецкий холдинг: совместное предприятие создали узбекско-турецкие компании.",
        "joint venture",
        "launched",
        {"UZ", "TR"},
    ),
    "dialogue launched": (
        "В Праге запущен диалог Чехии и Центральной Азии.",
        "dialogue",
        "launched",
        {"CZ", "KZ", "KG", "TJ", "TM", "UZ"},
    ),
    "capitals for governments": (
        "Астана и Пекин заключили контракт на поставку урана.",
        "contract",
        "signed",
        {"KZ", "CN"},
    ),
    "a loan to come": (
        "Германский банк предоставит Узбекистану кредит на 90 млн евро.",
        "loan",
        "announced",
        {"DE", "UZ"},
    ),
    "a loan taken": ("Узбекистан привлёк у Японии заём на 200 млн долларов.", "loan", "signed", {"UZ", "JP"}),
    "a licence": (
        "Китайская компания получила лицензию на разведку золота в Таджикистане.",
        "licence",
        "approved",
        {"CN", "TJ"},
    ),
    "a licence taken away": (
        "Кыргызстан отозвал лицензию у канадской компании.",
        "licence",
        "terminated",
        {"KG", "CA"},
    ),
    "a share bought": (
        "Японская корпорация купила долю в казахстанском предприятии.",
        "acquisition",
        "signed",
        {"JP", "KZ"},
    ),
}


@pytest.mark.parametrize(("body", "kind", "status", "parties"), STATED.values(), ids=STATED.keys())
def test_agreement(body: str, kind: str, status: str, parties: set[str] | None) -> None:
    (found,) = agreed(body)
    assert (found.kind, found.status) == (kind, status)
    assert parties is None or set(found.parties) == parties


def test_what_follows_the_subject_is_no_party() -> None:
    (found,) = agreed("Казахстан и Франция подписали соглашение о поставках урана в Японию через Россию.")
    assert set(found.parties) == {"KZ", "FR"}
    assert found.minerals == ("uranium",)
    assert found.subject == "о поставках урана в Японию через Россию"


def test_two_told_apart_are_two() -> None:
    body = (
        "Аким подписал с турецкой делегацией два соглашения: одно – о дорогах Актюбинской области, "
        "другое – о сотрудничестве между портами двух стран."
    )
    first, second = agreed(body)
    assert first.span.stop <= second.span.start
    assert set(first.parties) == set(second.parties) == {"KZ", "TR"}


def test_two_nouns_of_one_verb_are_two() -> None:
    found = agreed("Узбекистан и Индия подписали меморандум о разведке и дорожную карту.")
    assert [a.kind for a in found] == ["memorandum", "roadmap"]
    assert all(set(a.parties) == {"UZ", "IN"} for a in found)


def test_what_an_agreement_is_about_is_no_second_one() -> None:
    (found,) = agreed("Казахстан и Корея подписали меморандум о создании совместного предприятия.")
    assert found.kind == "memorandum"


def test_told_twice_is_one() -> None:
    body = (
        "Казахстан и Япония подписали меморандум 5 мая 2024 года в Токио. Документ подписали министры двух стран. "
        "Меморандум Казахстана и Японии, подписанный в Токио, действует пять лет."
    )
    (found,) = agreed(body)
    assert (found.date, found.place) == ("2024-05-05", "Токио")


def test_similar_is_another() -> None:
    body = (
        "Казахстан и США подписали меморандум. Ташкент и Вашингтон подписали аналогичный меморандум в ноябре 2024 года."
    )
    first, second = agreed(body)
    assert set(first.parties) == {"KZ", "US"} and set(second.parties) == {"UZ", "US"}
    assert (first.date, second.date) == (None, "2024-11")


def test_the_last_named_signs_with_the_host() -> None:
    body = "На встрече в Пекине были Таджикистан и Туркменистан. Последний подписал соглашение о поставках газа."
    (found,) = agreed(body)
    assert set(found.parties) == {"TM", "CN"}


def test_the_date_of_another_verb_is_not_the_agreements() -> None:
    (found,) = agreed("Комбинат построен в 2011 году, теперь Узбекистан и Турция подписали соглашение о его продаже.")
    assert found.date is None


def test_today_needs_a_date_of_publication() -> None:
    body = "Казахстан и Япония сегодня подписали меморандум."
    assert agreed(body)[0].date is None
    assert agreed(body, "2025-03-04T10:00")[0].date == "2025-03-04"


def test_organisations_are_named() -> None:
    body = "Казахстанская компания «Тау-Кен Самрук» и французская Orano заключили контракт на поставку урана."
    (found,) = agreed(body)
    assert set(found.organisations) == {"Тау-Кен Самрук", "Orano"}
    assert set(found.parties) == {"KZ", "FR"}


def test_spans_are_exact() -> None:
    body = "Начало дня. Казахстан и Япония подписали меморандум; Узбекистан и Индия заключили договор."
    found = agreed(body)
    assert [a.kind for a in found] == ["memorandum", "agreement"]
    assert all(body[a.span.start : a.span.stop] == a.span.quote for a in found)
