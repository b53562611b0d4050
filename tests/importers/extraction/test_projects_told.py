"""Undertakings that no noun beside their name announces, and what firms are to them: refusals first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from importers.extraction import organisations, projects
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import read
from importers.records import Article, Dated, Project


def found(body: str, lexicon: Lexicon, title: str = "") -> tuple[Project, ...]:
    article = Article(title, body, published=Dated("2025-11-20", "byline"))
    return projects.find(organisations.add(read(article, lexicon)))


@pytest.mark.parametrize(
    "body",
    [
        "Запасы Шавката пополнились грибами.",
        "Данные по Рахматбоеву передали в суд.",
        "Заводы в Казахстане и Кыргызстане работают.",
        "Степинский ГОК отчитался о прибыли.",
        "Навоийский комбинат построит мощности на 2 млн т руды.",
        "Соглашение о Бучуке отложили на осень.\nНа площади Бучук пели песни.",
        "Кафе под Актогаем принимает гостей.",
        "Река Кумтор загрязнена отвалами рудной пыли.",
        "Кенжебаев: там начнут вынимать руду в мае.",
        "Кескен — посёлок у реки, руду там не ищут.",
        "Кескен запустят через год, туристы ждут.",
        "Кескен, Горка и другие посёлки ждут газа.",
        "Кумтор и Кескен сравнил эксперт.",
        "Полиция Кескена нашла тонну медной руды.",
        "Добыча Казахмыса выросла, руда дешевеет.",
        "«Степинский химический комбинат Бурат» вернул кредит.",
    ],
)
def test_refused(body: str, lexicon: Lexicon) -> None:
    names = [project.name for project in found(body, lexicon)]
    assert [name for name in names if name != "Бучук"] == []


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("На Степинском ГОКе запустили третью линию.", ["Степинский ГОК"]),
        ("«Казахмыс» возьмётся за Кумтор и Кескен.", ["Кумтор", "Кескен"]),
        ("Кескен, Сарыжон и Кумтор готовят к торгам.", ["Кескен", "Сарыжон", "Кумтор"]),
        ("Кескен и Сарыжон — два крупнейших рудника края.", ["Кескен", "Сарыжон"]),
        ("Кескен: осенью там откроют штольню и начнут добычу.", ["Кескен"]),
        ("Кескен запустят через два года, руду повезут к морю.", ["Кескен"]),
        ("Кескен законсервирован, рудник затоплен.", ["Кескен"]),
        ("Кескен дал первые 300 кг золота.", ["Кескен"]),
        ("Медь вымывают из отвалов Кескена.", ["Кескен"]),
        ("Горняки Кескены выдали 200 тыс. тонн руды.", ["Кескена"]),
        ("На золоторудном Кескене закончили бурение.", ["Кескен"]),
        ("Артель отрабатывает Кескен двадцать лет.", ["Кескен"]),
        ("Золото Кескена пойдёт на аффинаж.", ["Кескен"]),
        ("Соколиный, Степинский и Горнинский карьеры отгрузили руду.", ["Степинский карьер", "Горнинский карьер"]),
        ("Степинский фосфоритовый комплекс увеличил выпуск.", ["Степинский фосфоритовый комплекс"]),
        ("Завод ферросплавов «Казхрома» в Хромтау снизил выплавку.", ["Завод ферросплавов в Хромтау"]),
        ("Запасы Бучука оценили в 5 млн тонн руды.", ["Бучук"]),
        ("Ресурсы Узгородка насчитывают 208 млн т руды.", ["Узгородок"]),
        ("Соглашение о Северном Турбике даёт право добывать 2 млн тонн руды.", ["Северный Турбик"]),
        ("Нетронутым остаётся Шахрас: на его участках больше 75 тонн золота.", ["Шахрас"]),
        ("Руду возят с Ключевого и Синей Горки.", ["Ключевое", "Синяя Горка"]),
        ("На разведку Ахмедкино потратят 8 млн долларов.", ["Ахмедкино"]),
        ("Ходят слухи, что купят и Васильковское за 2 млрд долларов.", ["Васильковское"]),
        ("Основными месторождениями остаются «Зиддар», «Шурук» и «Сайрат».", ["Зиддар", "Шурук", "Сайрат"]),
        ("Возобновили работу Степинский сурьмяный и Горнинский ртутный комбинаты.", ["Степинский сурьмяный комбинат"]),
        ("Простаивают Бучукский, Горнинский и Степинский рудники.", ["Бучукский рудник", "Горнинский рудник"]),
        ("Почти всё обеспечил Ангрен, месторождение бурого угля в Ташкентской области.", ["Ангрен"]),
        ("Солнечные электростанции в Оше и Таласе запустили.", ["Солнечная электростанция в Оше"]),
        ("Карьер «Западный» выработан, технику перегоняют на «Дальний».", ["Западный", "Дальний"]),
        ("Новый Степинский завод ферросплавов рассчитан на 440 тыс. т.", ["Степинский завод"]),
        ("Уйдёт с молотка и Степинский ГОК.", ["Степинский ГОК"]),
        ("На шахте в Пахтачийском районе обвалился свод.", ["Шахта в Пахтачийском районе"]),
        ("Блок Степинской ГРЭС-2 построят. С деньгами на ГРЭС-2 бывало всякое.", ["Степинская ГРЭС-2"]),
    ],
)
def test_named_by_the_words_around(body: str, names: list[str], lexicon: Lexicon) -> None:
    assert [project.name for project in found(body, lexicon)][: len(names)] == names


@pytest.mark.parametrize(
    ("body", "whole", "parts"),
    [
        ("Речь об участках Тулкубай и Кызылтал золоторудного месторождения Чарат.", "Чарат", {"Тулкубай", "Кызылтал"}),
        ("Участок «Бремс № 9», гордость Степинской шахты, выдал 61 611 тонн.", "Степинская шахта", {"Бремс № 9"}),
        ("Изучили месторождение «Бучук» и подсчитали на участке «Чагыл» запасы.", "Бучук", {"Чагыл"}),
    ],
)
def test_a_part_is_an_alias_of_the_whole(body: str, whole: str, parts: set[str], lexicon: Lexicon) -> None:
    (project,) = found(body, lexicon)
    assert project.name == whole and parts <= set(project.aliases)


def test_a_nameless_works_is_called_after_who_builds_it_and_where(lexicon: Lexicon) -> None:
    (works,) = found("В Байганинском районе Sino Build Group и китайская Long Cement Ltd. ставят завод.", lexicon)
    assert works.name == "Завод в Байганинском районе" and "Завод Sino Build Group" in works.aliases


@pytest.mark.parametrize(
    ("body", "stage"),
    [
        ("Рудник Бучук выдал пять лицензий соседям.", "operating"),
        ("На руднике Бучук рассчитывают нарастить добычу.", "operating"),
        ("Месторождение Бучук изучили. Вопрос о строительстве карьера пока не рассматривается.", "unknown"),
        ("Компания взялась за месторождение Бучук.", "planned"),
        ("Комбинат «Бучук», простаивавший с 2009 года, был запущен весной.", "operating"),
    ],
)
def test_stage_of_what_is_denied_grown_or_on_paper(body: str, stage: str, lexicon: Lexicon) -> None:
    (project,) = found(body, lexicon)
    assert project.stage == stage


@pytest.mark.parametrize(
    ("body", "stakes"),
    [
        ("На руднике Бучук добыли тонну, рассказали в Kazakh Invest.", []),
        ("Рудник Бучук принадлежит ТОО «Алтын Тоо».", [("Алтын Тоо", "owner", None)]),
        (
            "Месторождение Бучук осваивает ТОО «Алтын Тоо», 70 процентов держит Silver Metals Inc.",
            [("Алтын Тоо", "operator", None), ("Silver Metals Inc.", "owner", Decimal(70))],
        ),
        ("На руднике Бучук подрядчиком стала Sino Build Group.", [("Sino Build Group", "contractor", None)]),
    ],
)
def test_stakes(body: str, stakes: list[tuple[str, str, Decimal | None]], lexicon: Lexicon) -> None:
    (project,) = found(body, lexicon)
    assert [(s.organisation, s.role, s.share) for s in project.stakes] == stakes


def test_the_promised_year_is_the_target(lexicon: Lexicon) -> None:
    (project,) = found("Фабрику «Восток-Ш» строят с 2020 года. К 2028 году её запустят.", lexicon)
    assert project.target == "2028"


def test_a_combine_named_as_whose_shaft_it_is_is_no_second_project(lexicon: Lexicon) -> None:
    for body in ("Достроена шахта «Заря» Степинского ГОКа.", "На Степинском ГОКе достроена шахта «Заря»."):
        assert [project.name for project in found(body, lexicon)] == ["Заря"]


def test_names_in_a_row_share_what_is_said_of_the_row(lexicon: Lexicon) -> None:
    (first, second) = found("Кумтор и Кескен — рудники «Казахмыса».", lexicon)
    assert first.organisations == second.organisations
