"""Statistics: what is counted and what is talk, and what each figure is bound to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from importers.extraction import statistics
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import read
from importers.records import Article, Dated, Statistic
from importers.reference import REFERENCE, rows

# Sentences of ours in the words of the press; none states a figure that a reader would look up.
REFUSED = [
    "Две стороны обсудили три вопроса.",
    "Пять стран региона договорились о встрече.",
    "Успех зависит от двух факторов.",
    "Три года назад открыли рудник.",
    "Через два года начнётся добыча.",
    "До месторождения от Бишкека 355 км.",
    "Тройская унция = 31,10348 грамма.",
    "Экспорт руды в сто раз меньше импорта.",
    "Статья 12 закона о недрах изменена.",
    "Встреча началась в 15:30.",
    "Саммит С5+1 прошёл в Астане.",
    "В 2025 году добыча продолжится.",
    "Один из проектов уже начат.",
    "Геологу 45 лет.",
    "За последние десять лет республика изменилась.",
    "Ни одна из них не построена.",
    "Участок № 7 передан инвестору.",
    "Горняки проиграли со счётом 2:4.",
    "Он проработал на руднике двадцать лет.",
    "Спустя пять лет рудник закрыли.",
    "Три года подряд добыча падает.",
    "Руду везли за 80 километров от рудника.",
    "Перебрали десять фактов о руднике.",
    "Оба совета одобрили сделку.",
    "Двое министров обсудили поставки.",
    "Рудник пять раз пытались продать.",
    "Найдётся двадцать миллионов поводов.",
    "В сети писали, будто рудник продали за 3 млрд долларов. Компания слух опровергла.",
    "В прошлом выпуске мы сообщили, что рудник даст 12 тонн золота. Это ошибка.",
]
# phrase: value, unit, measure of each statistic
FOUND = [
    ("В стране более 150 горнодобывающих проектов.", [("150", "count", "projects")]),
    ("Обнаружено 384 месторождения редких металлов.", [("384", "count", "deposits")]),
    ("Работают двадцать две компании.", [("22", "count", "companies")]),
    ("Создадут больше тридцати рабочих мест.", [("30", "count", "jobs")]),
    ("Рабочих мест на фабрике 5600.", [("5600", "count", "jobs")]),
    ("Стоимость проекта 94 млрд тенге.", [("94000000000", "KZT", "cost")]),
    ("Компания вложила в рудник 12 млрд сомов.", [("12000000000", "KGS", "investment")]),
    ("Банк выдал кредит на 712 млн евро.", [("712000000", "EUR", "loan")]),
    ("Товарооборот составил 24 млрд долларов.", [("24000000000", "USD", "trade")]),
    ("Экспорт меди достиг 2 млрд долларов.", [("2000000000", "USD", "export")]),
    ("Мощность станции 100 МВт.", [("100", "MW", "capacity")]),
    ("Завод занял 300 га.", [("300", "ha", "area")]),
    ("Содержание золота 2,27 г/т.", [("2.27", "g/t", "grade")]),
    ("Запасы урана оценены в 365 тыс. тонн.", [("365000", "t", "reserves")]),
    ("За год добыли 978 тысяч 584 тонны угля.", [("978584", "t/yr", "production")]),
    ("Добыча выросла на 5,4 %.", [("5.4", "percent", "growth")]),
    ("Импорт сократился на 6,1 процента.", [("-6.1", "percent", "growth")]),
    ("Это на 8,5 процента больше прошлогоднего.", [("8.5", "percent", "growth")]),
    ("Производство выросло вдвое.", [("2", "times", "growth")]),
    ("Долю в мировой добыче поднимут с 2% до 5,1%.", [("2", "percent", "share"), ("5.1", "percent", "share")]),
    ("Цена унции поднялась до 2700 долларов.", [("2700", "USD", "price")]),
    ("Медь торговалась по 9400 долларов за тонну.", [("9400", "USD", "price")]),
    ("Доходы бюджета составили 12,3 трлн тенге.", [("12300000000000", "KZT", "revenue")]),
    (
        "Добыча нефти 88 млн тонн (+1,2% к прошлому году).",
        [("88000000", "t", "production"), ("1.2", "percent", "growth")],
    ),
    ("Создадут 500 постоянных и 1200 временных рабочих мест.", [("500", "count", "jobs"), ("1200", "count", "jobs")]),
    ("Кредит выдан под 5 процентов годовых.", [("5", "percent", "other")]),
    ("Ему принадлежит 50 процентов, банку 30.", [("50", "percent", "share"), ("30", "percent", "share")]),
    ("Сделок прошло вдвое больше, чем накануне.", [("2", "times", "growth")]),
    (
        "В 2022 году рудник дал 14 тонн золота, в 2023-м — 11, а годом позже только 9.",
        [("14", "t", "production"), ("11", "t", "production"), ("9", "t", "production")],
    ),
    (
        "Фабрика перерабатывает 6 млн тонн руды, к зиме дойдёт до восьми.",
        [("6000000", "t", "capacity"), ("8000000", "t", "capacity")],
    ),
    ("В каждой тонне руды 3,2 грамма золота.", [("3.2", "g/t", "grade")]),
    ("На складе 14 тонн золота и 35 граммов на тонну серебра.", [("14", "t", "other"), ("35", "g/t", "grade")]),
    ("Подсчёт займёт два-три года.", [("2", "year", "duration")]),
    # The README names what is no statistic, and victims are not among it: the first annotators of people agreed.
    ("В шахте погибли три человека.", [("3", "count", "other")]),
    ("Авария застала сорок шахтёров, семеро не спаслись.", [("40", "count", "other"), ("7", "count", "other")]),
    ("Следователи опросили больше трёхсот очевидцев.", [("300", "count", "other")]),
    ("На рудник возьмут ещё 120 местных.", [("120", "count", "jobs")]),
    ("Коллектив вырастет до двух тысяч.", [("2000", "count", "jobs")]),
    ("Монтажников нанять обещают семьсот.", [("700", "count", "jobs")]),
    ("Лицензий за квартал выдали 90, отозвали 12.", [("90", "count", "other"), ("12", "count", "other")]),
    ("Работают 1950 предприятий.", [("1950", "count", "companies")]),
    ("Урана в стране хватит лет на сорок.", [("40", "year", "duration")]),
    ("Лицензию дали на 18 месяцев.", [("1.5", "year", "duration")]),
    ("Рудник обещают построить за три года.", [("3", "year", "duration")]),
    ("Забой лежит на высоте 4100 метров.", [("4100", "m", "other")]),
    ("Выпуск меди решено утроить.", [("3", "times", "growth")]),
    ("Запасов хватит на 50 лет.", [("50", "year", "duration")]),
    ("Пробурено более 200 тысяч метров.", [("200000", "m", "other")]),
    ("Мощность парка 60 мВт с перспективой расширения до 300.", [("60", "MW", "capacity"), ("300", "MW", "capacity")]),
    (
        "Построят завод за $1,1 млрд, или свыше 600 млрд тенге инвестиций.",
        [("1100000000", "USD", "investment"), ("600000000000", "KZT", "investment")],
    ),
]
# phrase, field, value of the first statistic
BOUND = [
    ("В Казахстане добыли 5 т золота.", "country", "KZ"),
    ("Месторождений 224: в Казахстане - 160, в Узбекистане - 64.", "country", "KZ"),
    ("Страны вместе владеют запасами хрома (31%).", "mineral", "chromium"),
    ("Там насчитали вольфрама 5 тонн и 947 тыс. тонн редкоземельных металлов.", "mineral", "tungsten"),
    ("В 2023 году добыли 24 тонны.", "period", "2023"),
    ("К 2028 году добычу доведут до 400 тыс. тонн.", "period", "2028"),
    ("За девять месяцев 2024 года экспорт меди дал 2 млрд долларов.", "period", "2024-01/2024-09"),
    ("По данным Геологической службы США (USGS), найдено 384 месторождения.", "attributed_to", "USGS"),
    ("Запасы сырья в Карагандинской области — 5 млн тонн.", "region", "KZ-35"),
]
LEFT_EMPTY = [
    ("Проектов 150, они охватывают золото, уран и медь.", "mineral"),
    ("Все страны извлекли из недр 3 478,1 тонны золота.", "country"),
    ("Найдено 384 месторождения.", "attributed_to"),
    ("Мощность завода 100 МВт, его запустили 17 марта 2026 года.", "period"),
]


def found(body: str, lexicon: Lexicon, published: str = "2026-03-20") -> tuple[Statistic, ...]:
    return statistics.find(read(Article("", body, published=Dated(published, "byline")), lexicon), ())


@pytest.mark.parametrize("body", REFUSED)
def test_talk_is_no_statistic(body: str, lexicon: Lexicon) -> None:
    assert found(body, lexicon) == ()


@pytest.mark.parametrize(("body", "expected"), FOUND)
def test_figures(body: str, expected: list[tuple[str, str, str]], lexicon: Lexicon) -> None:
    said = [(s.value, s.unit, s.measure) for s in found(body, lexicon)]
    assert said == [(Decimal(value), unit, measure) for value, unit, measure in expected]


@pytest.mark.parametrize(("body", "field"), LEFT_EMPTY)
def test_what_the_text_does_not_say_stays_empty(body: str, field: str, lexicon: Lexicon) -> None:
    assert getattr(found(body, lexicon)[0], field) is None


@pytest.mark.parametrize(("body", "field", "value"), BOUND)
def test_figures_are_bound(body: str, field: str, value: str, lexicon: Lexicon) -> None:
    assert getattr(found(body, lexicon)[0], field) == value


def test_a_conversion_takes_everything_but_the_unit_from_its_figure(lexicon: Lexicon) -> None:
    ounces, tonnes = found("В 2025 году в Узбекистане произвели 3,156 млн унций золота (98,2 тонны).", lexicon)
    assert (ounces.unit, tonnes.unit) == ("oz", "t")
    assert all(getattr(ounces, f) == getattr(tonnes, f) for f in ("measure", "country", "mineral", "period"))


def test_sub_counts_borrow_their_noun(lexicon: Lexicon) -> None:
    body = "Работают двадцать две компании. Семь из них шьют одежду, 14 – обувь и одна – сумки."
    assert [(s.value, s.measure) for s in found(body, lexicon)] == [
        (22, "companies"), (7, "companies"), (14, "companies"), (1, "companies"),
    ]  # fmt: skip


def test_an_amount_borrows_its_currency_from_the_sentence_before(lexicon: Lexicon) -> None:
    trade, part = found("Товарооборот составил 24 млрд долларов. Почти 2 млрд из этой суммы – на область.", lexicon)
    assert (part.unit, part.measure, part.qualifier) == ("USD", trade.measure, "about")


def test_one_fact_counts_once_and_keeps_the_fuller_sentence(lexicon: Lexicon) -> None:
    body = "Завод за 5 млрд тенге\nСтоимость завода в Казахстане составит 5 млрд тенге."
    (statistic,) = found(body, lexicon)
    assert statistic.span.start > body.index("\n")


def test_a_flattened_table_gives_a_figure_a_row(lexicon: Lexicon) -> None:
    body = "Рудник отчитался в Узбекистане.\nДобыча золота, тонн\n2023\n90,2\n2024\n96,1\nИтоги хорошие."
    assert [(s.value, s.unit, s.period, s.mineral) for s in found(body, lexicon)] == [
        (Decimal("90.2"), "t", "2023", "gold"),
        (Decimal("96.1"), "t", "2024", "gold"),
    ]


def test_a_list_of_years_takes_its_unit_from_the_header(lexicon: Lexicon) -> None:
    body = "Экспорт золота Узбекистана, $ млрд:\n2022 — 4,1\n2023 — 8,15"
    assert [(s.value, s.unit, s.measure, s.period) for s in found(body, lexicon)] == [
        (Decimal("4100000000"), "USD", "export", "2022"),
        (Decimal("8150000000"), "USD", "export", "2023"),
    ]


def measure_rows() -> list[tuple[str, str]]:
    return [(row["key"], row["example"]) for row in rows(REFERENCE / "words" / "measure.tsv") if row["example"]]


@pytest.mark.parametrize(("measure", "example"), measure_rows())
def test_each_row_of_measures_reads_its_example(measure: str, example: str, lexicon: Lexicon) -> None:
    assert measure in {s.measure for s in found(example, lexicon)}


@pytest.mark.parametrize(
    ("measure", "phrase"),
    [(r["key"], r["counterexample"]) for r in rows(REFERENCE / "words" / "measure.tsv") if r["counterexample"]],
)
def test_no_row_of_measures_reads_its_counterexample(measure: str, phrase: str, lexicon: Lexicon) -> None:
    assert measure not in {s.measure for s in found(phrase, lexicon)}
