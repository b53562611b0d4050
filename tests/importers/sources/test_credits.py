"""Whom a text credits: agencies and outlets, never ministers, companies and their press offices."""

import pytest

from importers.sources.credits import credited, owner, prefixed, publisher
from importers.sources.lines import read_lines

NOT_CREDITED = [
    "Завод построят к осени, сообщил аким области.",
    "Итоги подвели на комбинате, а разослал их отдел по связям с общественностью.",
    "Руды хватит на двадцать лет, рассказали в пресс-службе комбината.",
    "Рудник остановлен, сообщает Минэнерго.",
    "Сделка закрыта, сообщил Ибрагимов журналистам.",
    "Заявку подали в мае, говорится в отчёте Rio Tinto.",
    "Акции упали, передаёт со ссылкой на Central Asia Metals plc биржа.",
    "Об этом узнали местные издания.",
]
CREDITED = [
    ("Литий нашли на востоке, передаёт Орда. Запас невелик.", "Орда"),
    ("Цифры приводит Forbes, отдавший стране восьмое место.", "Forbes"),
    ("Такие данные приводит издание LS.", "LS"),
    ("Стороны подписали документ, узнало агентство Reuters.", "Reuters"),
    ("Руду повезут морем, сообщает ria.ru.", "ria.ru"),
    ("Завод встал, передает LS со ссылкой на региональный акимат.", "LS"),
    ("Рудник продают, пишет газета «Горняк Алтая».", "Горняк Алтая"),
    ("Экспорт вырос, сообщает LS со ссылкой на ТАСС.", "ТАСС"),
    ("Сделку готовят с мая, пишут «Ведомости».", "Ведомости"),
    ("Об этом говорится со ссылкой на «Орду».", "Орда"),
    ("Гонка началась, пишет он в статье для Jamestown Foundation.", "Jamestown Foundation"),
    ("БИШКЕК, 26 мар — РИА Новости/Прайм. Комбинат вырос.", "РИА Новости"),
    ("Tazabek - Президент осмотрел подземный рудник.", "Tazabek"),
    ("Цена растёт, приводит сообщение ТАСС.", "ТАСС"),
    ("Об этом он сказал в интервью РИА «Новости».", "РИА Новости"),
    ("Документы подписаны, передаёт BAQ.KZ.", "BAQ.KZ"),
    ("Запасы выросли, передает «МИР 24».", "МИР 24"),
    ("АСТАНА. КАЗИНФОРМ – Завод пустят к осени.", "Казинформ"),
]
OWNERS = [
    ("Использование материалов — при наличии гиперссылки на ruda-press.kz.", "ruda-press.kz"),
    ("Ранее на сайте ruda-press.kz писали, что рудник продан", "ruda-press.kz"),
    ("Ruda-Press.kz", "ruda-press.kz"),
    ("14.11.2025, Lada.kz", "lada.kz"),
    ("Контакты: info@ruda-press.kz", "ruda-press.kz"),
    ("Контакты: ruda@gmail.com", None),
    ("Иллюстрация: ruda-press.kz", None),
    ("Источник: ruda-press.kz", None),
    ("Страница в сети: facebook.com/ruda", None),
    ("Дизайн и разработка: studio-press.kz", None),
    ("Мин-Куш очистят к 2028 году   ruda-press.kz · 13 ноября", None),
    ("Подписывайтесь: t.me/ruda_press", None),
    ("Горный день | ruda-press.kz", "ruda-press.kz"),
    ("Деловой портал        ruda-press.kz", "ruda-press.kz"),
    ("Онлайн-версия: ruda-press.kz", "ruda-press.kz"),
    ("Газета «Руда», г. Риддер, www.ruda-press.kz", "ruda-press.kz"),
    ("Главный редактор: А. Ли, info@ruda-press.kz", "ruda-press.kz"),
    ("ruda-press.kz » Экономика » Онлайн", "ruda-press.kz"),
    ("© ЦентрАзия", None),
    ("ЦентрАзия   |", "centrasia.org"),
]


@pytest.mark.parametrize("text", NOT_CREDITED)
def test_nobody_is_credited(text: str) -> None:
    assert list(credited([text])) == []


@pytest.mark.parametrize(("text", "name"), CREDITED)
def test_credited(text: str, name: str) -> None:
    assert next(iter(credited([text])), None) == name


@pytest.mark.parametrize(("line", "domain"), OWNERS)
def test_owner(line: str, domain: str | None) -> None:
    lines = read_lines(line)
    assert owner(lines, lines) == domain


def test_a_prefix_credits_when_the_title_follows() -> None:
    assert prefixed("Ведомости: Рудник продан", "Рудник продан") == "Ведомости"
    assert prefixed("Рудник: продан", "Рудник: продан") is None


def test_publishers_are_known_in_any_case() -> None:
    assert [getattr(publisher(name), "domain", None) for name in ("Орду", "Ведомостей", "TASS", "Горняк")] == [
        "orda.kz",
        "vedomosti.ru",
        "tass.ru",
        None,
    ]
