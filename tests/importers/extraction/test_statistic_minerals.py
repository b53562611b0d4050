"""The mineral and the project of a figure, and what an article is said to name; the refusals first."""

from __future__ import annotations

import pytest

from importers.extraction import projects, statistics, subjects
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import Text, read
from importers.records import Article, Dated, Statistic

EMPTY = [
    ("Разрез дал 9 тонн угля. Вся отрасль прибавила 7 %.", "7 %"),
    ("Разрез дал 9 тонн угля. Бумаги компании подорожали на 7 %.", "7 %"),
    ("Разрез дал 9 тонн угля. Завод получил 5 тонн ферросплавов.", "5 тонн"),
    ("Добыча угля прибавила 34 %, металлических руд — 37 %.", "37 %"),
    ("Олово и медь подорожали. Рынок ждёт роста.\n\nИтоги года\nВыпущено 9 тонн продукта.", "9 тонн"),
]
MINERALS = [
    ("Золота вышло 61 тонна, на 3 % больше, а серебра 742 тонны, на 11 % меньше.", "3 %", "gold"),
    ("Золота вышло 61 тонна, на 3 % больше, а серебра 742 тонны, на 11 % меньше.", "11 %", "silver"),
    ("Запасы сурьмы оценены в 265 тонн, золота в 50 тонн.", "50 тонн", "gold"),
    ("Старатели намыли 9 кг золота. Оценено оно в 15 млрд сумов.", "15 млрд", "gold"),
    ("Урана добыли 19 тонн. Себестоимость фунта держат на 17 долларах.", "17 долл", "uranium"),
    ("Баррель Brent подешевел до 63 долларов.", "63 долл", "oil"),
    ("Угольщики выдали 9 млн тонн топлива, это больше на 590 тыс. тонн.", "590 тыс", "coal"),
]
PROJECTS = [
    ("Рудник «Аксай» в Мангистауской области расширяют. В Туркестанской области изъяли 6 кг золота.", "6 кг", None),
    ("Сырьё дадут месторождения Северный Катпар и Верхнее Кайрактинское. Золота в них 50 тонн.", "50 тонн", None),
    ("Рудник «Аксай» расширяют.\n\nСтоимость проекта 90 млн долларов.", "90 млн", "Аксай"),
    ("Рудник «Аксай» даёт 5 тонн золота.", "5 тонн", "Аксай"),
]


def text_of(body: str, lexicon: Lexicon) -> Text:
    return read(Article("", body, published=Dated("2025-11-20", "byline")), lexicon)


def figure(body: str, quote: str, lexicon: Lexicon) -> Statistic:
    text = text_of(body, lexicon)
    at = body.index(quote)
    return [s for s in statistics.find(text, projects.find(text)) if s.span.start <= at < s.span.stop][-1]


@pytest.mark.parametrize(("body", "quote"), EMPTY)
def test_a_figure_takes_no_mineral_of_another_subject(body: str, quote: str, lexicon: Lexicon) -> None:
    assert figure(body, quote, lexicon).mineral is None


@pytest.mark.parametrize(("body", "quote", "mineral"), MINERALS)
def test_a_figure_takes_the_mineral_of_its_clause_or_of_the_text(
    body: str, quote: str, mineral: str, lexicon: Lexicon
) -> None:
    assert figure(body, quote, lexicon).mineral == mineral


@pytest.mark.parametrize(("body", "quote", "project"), PROJECTS)
def test_a_figure_keeps_to_the_project_that_the_text_speaks_of(
    body: str, quote: str, project: str | None, lexicon: Lexicon
) -> None:
    assert figure(body, quote, lexicon).project == project


def named(body: str, kind: str, lexicon: Lexicon) -> set[str]:
    return {subject.key for subject in subjects.find(text_of(body, lexicon)) if subject.kind == kind}


def test_metals_of_sport_are_none(lexicon: Lexicon) -> None:
    match = "Форвард забил дважды. Тренер доволен, болельщики на трибунах ждут финала и золота турнира."
    assert named(match, "mineral", lexicon) == set()
    assert named("Рудник дал тонну золота, тренер команды доволен.", "mineral", lexicon) == {"gold"}


def test_what_a_state_receives_is_exported_by_another(lexicon: Lexicon) -> None:
    body = "Казахстан вывез 40 тонн меди. Узбекистану досталось 9 тонн меди."
    assert figure(body, "9 тонн", lexicon).country == "KZ"
    assert figure("Узбекистан вывез 9 тонн меди.", "9 тонн", lexicon).country == "UZ"
