"""Undertakings of the press: what is none first, then names, titles, stages and what is told of them."""

from __future__ import annotations

import pytest

from importers.extraction import organisations, projects
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.projects.stages import signals
from importers.extraction.proper import words_of
from importers.extraction.segment import tokenise
from importers.extraction.text import read
from importers.records import Article, Dated, Project
from importers.reference import REFERENCE, rows


def found(body: str, lexicon: Lexicon, title: str = "") -> tuple[Project, ...]:
    article = Article(title, body, published=Dated("2025-11-20", "byline"))
    return projects.find(organisations.add(read(article, lexicon)))


@pytest.mark.parametrize(
    "body",
    [
        "Добыча на месторождениях страны выросла, новые заводы работают без остановок.",
        "Месторождений золота в республике много.",
        "Эксперты полагают, что одним из решений может стать создание перерабатывающего завода.",
        "Стране важно построить собственный литиевый завод.",
        "В республике нет ни одного литиевого завода.",
        "Руду возят на Степинский медеплавильный завод.",
        "Рядом с месторождением Сарыжаз живут триста человек.",
        "От столицы до месторождения сто километров.",
        "Стороны обсудили проект «Цифровая страна».",
        "Участники говорили о программе «Один пояс — один путь».",
        "Степинский комбинат отчитался о прибыли.",
        "Китайские компании участвуют в проектах по добыче золота.",
        "Помогут общие программы и создание регионального кластера по подготовке кадров.",
        "Многие месторождения критического сырья в Центральной Азии не разведаны.",
        "«Степинский машиностроительный завод» выпустил экскаватор.",
        "Любой рудник по закону обязан вести мониторинг.",
        "Автобус до Тенгиза идёт три часа.",
        "В Актогае живут двенадцать тысяч человек.",
        "Тенгиз и Кумтор сравнил эксперт.",
        "«Новая» стратегия горняков обсуждается.",
        "На Урале и на Алтае добыли больше руды.",
        "Вокзал долго был фабрикой слухов в Оше.",
        "Городской завод отметил юбилей.",
        "Лот № 2 остался без покупателя.",
    ],
)
def test_refused(body: str, lexicon: Lexicon) -> None:
    assert [project.name for project in found(body, lexicon)] == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("На золотом руднике «Карачат» добыли 2 тонны золота.", [("Карачат", "mine", "operating")]),
        ("Компания осваивает месторождение Ала-Таш.", [("Ала-Таш", "deposit", "construction")]),
        ("Фирма осваивает Верхний Сарыжаз на юге области.", [("Верхний Сарыжаз", "deposit", "construction")]),
        ("На месторождении золота Тегирмен ведётся разведка.", [("Тегирмен", "deposit", "exploration")]),
        ("Рудник Талды-Суу остановили в мае.", [("Талды-Суу", "mine", "suspended")]),
        ("Шахту «Восточная» закрыли.", [("Восточная", "mine", "closed")]),
        ("Степинскую ТЭЦ достроят к 2028 году.", [("Степинская ТЭЦ", "power plant", "planned")]),
        ("Весной дала ток солнечная электростанция Altyn Dala.", [("Altyn Dala", "power plant", "operating")]),
        ("Реализован проект ветровых электростанций «Ветер степи».", [("Ветер степи", "power plant", "operating")]),
        ("Главный рудник области, Карачат, работает с 1970 года.", [("Карачат", "mine", "operating")]),
        ("Половину руды даёт Карачат, самый глубокий карьер страны.", [("Карачат", "mine", "operating")]),
        (
            "Буровые работают на двух месторождениях, это Карачат и Ала-Таш.",
            [("Карачат", "mine", "operating"), ("Ала-Таш", "mine", "operating")],
        ),
        (
            "Министр был на месторождениях Карачат и Ала-Таш. Оба числятся за ОАО «Тоокомур».",
            [("Карачат", "mine", "operating"), ("Ала-Таш", "mine", "operating")],
        ),
        ("Строится горно-обогатительный комплекс ТОО «Сары Темир».", [("Сары Темир", "mine", "construction")]),
        ("На Степинском горно-обогатительном комбинате добыли руду.",
         [("Степинский горно-обогатительный комбинат", "mine", "operating")]),
        ("Запустили обогатительную фабрику № 2.", [("Обогатительная фабрика № 2", "processing plant", "operating")]),
        ("Кредит пойдёт на строительство медно-обогатительной фабрики-4.",
         [("Медно-обогатительная фабрика-4", "processing plant", "construction")]),
        ("На базе рудника создаётся литиевый кластер.", [("Литиевый кластер", "other", "construction")]),
        ("Дорогу в горы, железную дорогу Китай – Кыргызстан, строят с мая.",
         [("Железная дорога Китай – Кыргызстан", "logistics", "construction")]),
        ("Оператор месторождения Сарыжаз ТОО «Сары Темир» начал добычу.", [("Сарыжаз", "mine", "operating")]),
        ("Геологи открыли на месторождении Ала-Таш новые жилы.", [("Ала-Таш", "deposit", "exploration")]),
        ("На Кумторе добыли 12 тонн золота.", [("Кумтор", "mine", "operating")]),
        ("Добыча нефти на Тенгизе выросла.", [("Тенгиз", "deposit", "operating")]),
        ("Покупать долю в «Заречном» компания раздумала, рудник работает.", [("Заречное", "mine", "operating")]),
        ("На Кара-Бучуке нашли золото и бурят скважины.", [("Кара-Бучук", "deposit", "exploration")]),
        ("Институт ведёт поиски в соседнем Тегирменсае.", [("Тегирменсай", "deposit", "exploration")]),
        ("Шахт у них две. «Восточная» работает. «Южная» стоит затопленная с 2009 года.",
         [("Восточная", "mine", "operating"), ("Южная", "mine", "suspended")]),
        ("На заводах тихо: «Северный» приостановлен.", [("Северный", "processing plant", "suspended")]),
        ("СП «Бучук» ведёт добычу на одноимённом месторождении.", [("Бучук", "mine", "operating")]),
        ("Павлодарский электролизный завод выплавил алюминий.",
         [("Павлодарский электролизный завод", "processing plant", "operating")]),
        ("Степинский ртутный комбинат делает металл.",
         [("Степинский ртутный комбинат", "processing plant", "operating")]),
        ("Потребность одного только завода ТАЛКО оценили в 20 тонн.", [("Завод ТАЛКО", "processing plant", "unknown")]),
        ("Завод в Таразе остановлен.", [("Завод в Таразе", "processing plant", "suspended")]),
        ("Достроена шахта «20-летие Независимости».", [("20-летие Независимости", "mine", "operating")]),
        ("Площадка рудника Бучук заброшена.", [("Бучук", "mine", "closed")]),
        ("Комбинат на Кончоче обошёлся в 90 млн долларов.", [("Кончоч", "processing plant", "operating")]),
        ("Компания разрабатывает Тереккан и Карабучук.",
         [("Тереккан", "mine", "operating"), ("Карабучук", "mine", "operating")]),
        ("Лот № 2. Ак-Кыя\nПолезное ископаемое: медь", [("Ак-Кыя", "deposit", "unknown")]),
        ("Рудник Карачат и шахта «Южная» простаивают.",
         [("Карачат", "mine", "suspended"), ("Южная", "mine", "suspended")]),
        ("Аксуский завод ферросплавов работает.", [("Аксуский завод ферросплавов", "processing plant", "operating")]),
        ("На Макмале добыли золото. Макмальское месторождение известно давно.", [("Макмал", "mine", "operating")]),
        ("Газопровод Тараз – Ош строят с мая.", [("Газопровод Тараз – Ош", "logistics", "construction")]),
        ("Геологи доложили о проявлении Карабучук.", [("Карабучук", "deposit", "exploration")]),
        ("Начата отработка на шахте имени Каримова.", [("Шахта имени Каримова", "mine", "operating")]),
    ],
)  # fmt: skip
def test_named_and_described(body: str, expected: list[tuple[str, str, str]], lexicon: Lexicon) -> None:
    assert [(project.name, project.kind, project.stage) for project in found(body, lexicon)] == expected


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Освоят литиевое месторождение на востоке Казахстана.", "Литиевое месторождение на востоке Казахстана"),
        ("Там построят завод по выпуску хромовых солей.", "Завод хромовых солей"),
        ("Решили разрабатывать узбекское месторождение вольфрама.", "Вольфрамовое месторождение в Узбекистане"),
        ("Заработала ветровая электростанция компании Trelix на 50 МВт.", "Ветровая электростанция Trelix"),
        ("В 2024 году состоялся запуск солнечной электростанции на озере Иссык-Куль.",
         "Солнечная электростанция на озере Иссык-Куль"),
        ("В Актогае возводят медный завод на 300 тыс. тонн.", "Медный завод в Актогае"),
    ],
)  # fmt: skip
def test_titles_of_the_nameless(body: str, title: str, lexicon: Lexicon) -> None:
    assert [project.name for project in found(body, lexicon)] == [title]


def test_an_agreement_on_two_deposits_is_one_undertaking(lexicon: Lexicon) -> None:
    body = "Подписано соглашение о разработке вольфрамовых месторождений Карачат и Ала-Таш. Проект стоит $1 млрд."
    (project,) = found(body, lexicon)
    assert (project.name, project.aliases) == ("Карачат и Ала-Таш", ("Карачат", "Ала-Таш"))


def test_a_second_name_in_brackets_and_the_noun_alone_join(lexicon: Lexicon) -> None:
    body = "Линию обогатительной фабрики № 3 (ЗИФ-3) запустили в марте. Фабрика даст 20 тыс. тонн медного концентрата."
    (project,) = found(body, lexicon)
    assert "ЗИФ-3" in project.aliases
    assert project.minerals == ("copper",)
    assert len(project.mentions) >= 2


def test_a_part_of_a_deposit_is_its_alias(lexicon: Lexicon) -> None:
    body = (
        "Добыча началась на участке Бурма месторождения Сарыжаз. Кроме Бурмы, в него входят участки Ак-Суу и Кок-Таш."
    )
    (project,) = found(body, lexicon)
    assert (project.name, "Бурма" in project.aliases) == ("Сарыжаз", True)


def test_one_spelling_apart_is_one_works(lexicon: Lexicon) -> None:
    body = "На Гарлинском горно-обогатительном комбинате добыли руду. Крупнее стройки, чем Горлинский комбинат, нет."
    (project,) = found(body, lexicon)
    assert project.aliases == ("Горлинский комбинат",)


def test_details_come_from_the_sentences_about_it(lexicon: Lexicon) -> None:
    body = (
        "В Нарынской области работает рудник «Карачат».\n"
        "ТОО «Сары Темир» достроит в Карагандинской области рудник Ала-Таш к 2027 году. Здесь добудут вольфрам.\n"
    )
    first, second = found(body, lexicon)
    assert (first.country, first.region, first.organisations) == ("KG", "KG-N", ())
    assert (second.country, second.region, second.minerals) == ("KZ", "KZ-35", ("tungsten",))
    assert (second.organisations, second.start, second.stage) == (("Сары Темир",), "2027", "planned")


def test_an_old_stop_gives_way_to_what_is_said_of_today(lexicon: Lexicon) -> None:
    (project,) = found(
        "Рудник Карачат выдал 3 тонны золота. В 2019 году рудник останавливали: его остановили жители.", lexicon
    )
    assert project.stage == "operating"


def test_a_company_of_another_state_moves_no_mine_abroad(lexicon: Lexicon) -> None:
    body = "Белорусские компании строят Степинский горно-обогатительный комбинат. Открытие ждут в Ашхабаде."
    (project,) = found(body, lexicon, title="Белорусы построят комбинат в Туркменистане")
    assert project.country == "TM"


def test_a_row_of_a_flattened_table_takes_the_stage_of_the_prose(lexicon: Lexicon) -> None:
    body = "На 2027 год намечен пуск двух предприятий.\nСтоимость, млрд тенге\nЗавод керамической плитки\n58,9\n"
    (project,) = found(body, lexicon)
    assert (project.name, project.stage) == ("Завод керамической плитки", "planned")


def test_names_of_the_database_need_no_noun() -> None:
    known = Lexicon([Entry("project", "karachat", "Карачат", name="Карачат")])
    (project,) = found("На Карачате идёт добыча.", known)
    assert (project.name, project.span.quote) == ("Карачат", "Карачате")


def test_every_span_quotes_the_body(lexicon: Lexicon) -> None:
    body = "Министр был на месторождениях Карачат и «Ала-Таш».\nВ Карачате строят ЗИФ «Восток», рядом — медный кластер."
    for project in found(body, lexicon):
        for span in (project.span, *project.mentions):
            assert body[span.start : span.stop] == span.quote


@pytest.mark.parametrize("name", ["work", "stage"])
def test_rows_find_their_example(name: str, lexicon: Lexicon) -> None:
    for row in rows(REFERENCE / "words" / f"{name}.tsv"):
        for phrase, expected in ((row["example"], True), (row["counterexample"], False)):
            if name == "stage":
                lines = read(Article("", phrase), lexicon).lines
                heard = {(s.stage, s.weight) for line in lines for s in signals(line, lexicon)}
                assert ((row["key"], int(row["weight"])) in heard) is expected, (row["words"][:40], phrase)
                continue
            tokens = tokenise(phrase)
            trie = words_of(lexicon, name)
            groups = {e.get("group") for i in range(len(tokens)) if (m := trie.at(tokens, i)) for e in m.entries}
            assert (row["group"] in groups) is expected, (row["words"][:40], phrase)


def test_what_the_reference_knows_of_a_deposit_fills_what_the_text_leaves_open(lexicon: Lexicon) -> None:
    (project,) = found("На Мурунтау добыли 40 тонн.", lexicon, title="Что едят в Бишкеке")
    assert (project.country, project.region, project.minerals) == ("UZ", "UZ-NW", ("gold",))


def test_goods_carried_abroad_and_a_neighbour_move_no_works(lexicon: Lexicon) -> None:
    body = "Степинский ртутный комбинат работает. Почти весь металл уходит в Турцию."
    (project,) = found(body, lexicon, title="Ртуть Кыргызстана")
    assert project.country == "KG"
    (abroad,) = found("Алюминиевый завод ТАЛКО в соседнем Таджикистане работает.", lexicon, title="Ртуть Кыргызстана")
    assert abroad.country == "TJ"


def test_a_works_adjective_tells_its_region(lexicon: Lexicon) -> None:
    (project,) = found("Атырауский НПЗ переработал 5 млн тонн нефти.", lexicon)
    assert (project.country, project.region) == ("KZ", "KZ-23")


def test_a_card_tells_of_the_lot_above_it(lexicon: Lexicon) -> None:
    body = "Лот № 1. Бучук\nПолезное ископаемое: золото\nЛот № 2. Ак-Кыя\nПолезное ископаемое: медь\n"
    assert [(p.name, p.minerals) for p in found(body, lexicon)] == [("Бучук", ("gold",)), ("Ак-Кыя", ("copper",))]


def test_a_joint_venture_of_its_own_name_owns_no_deposit(lexicon: Lexicon) -> None:
    (project,) = found("В СП «Инкай» сорок процентов у Cameco. Добычу на Инкае возобновили.", lexicon)
    assert project.organisations == ("Cameco",)
    (station,) = found("Достраивают ГЭС «Бала-Суу» мощностью 25 МВт.", lexicon)
    assert station.organisations == ()


def test_every_row_of_renown_is_found_by_its_name(lexicon: Lexicon) -> None:
    for row in rows(REFERENCE / "projects.tsv"):
        name = row["name_ru"].lstrip("!")
        match = lexicon.names.at(tokenise(name), 0)
        assert match is not None and row["slug"] in {e.key for e in match.entries}, name
        assert row["kind"] and row["country"], name
