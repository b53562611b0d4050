"""Any page at all: refused with a reason or read into lines of its own, at a cost that grows with its length."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.encodings import decode
from importers.records import Page, UnreadablePage
from importers.sources import read
from importers.sources.lines import classify

PIECES = [
    "Комбинат за год выпустил на треть больше руды, чем обещал совету директоров.",
    "Цена упала: теперь за тонну дают 1 870 долларов, и заводы ждут весны.",
    "Рудник под горой ждёт хозяина",
    "Запасы",
    "14.11.2025",
    "17:08, 17 Ноя, 2025",
    "12:30  Завод пустил третью линию",
    "Александр ПОПОВ.",
    "Фото: архив рудника",
    "Читайте также",
    "Читайте по теме: Завод пустил третью линию",
    "Популярное",
    "Комментарии (3)",
    "© 2011–2026 Горняк",
    "Главная | Новости | Архив",
    "USD 86.50   EUR 91.18",
    "- медь: 7 тонн",
    "58,9",
    "",
    "",
]
UNREADABLE = [
    "",
    "Запасы",
    "Главная | Новости | Архив",
    "14.11.2025\n\nЧитайте также",
    "Рудник под горой ждёт хозяина\n" * 3,
]
KINDS = [
    ("Последние новости недели", "end"),
    ("Читайте также", "related"),
    ("Ташкент: +17, Навои: +19, Нукус: +12", "ticker"),
    ("$ 496.85", "rate"),
    ("12:02   USD 86.50   EUR 91.18   RUB 0.86", "ticker"),
    ("Архив | Страны | Персоны | Каталог", "menu"),
    ("20 мар. 2026  Инфляция в феврале — 0,7%", "dated"),
    ("20 ноября 2025 года      Экономика региона      Прочитано: 417 раз", "date"),
    ("Просмотров: 7 318    Время чтения: 8 минут", "views"),
    ("16:18  Саммит состоится осенью", "clocked"),
    ("58,9", "number"),
    ("10:40 Слово взял министр: он обещал разведке тридцать миллиардов тенге из бюджета.", "prose"),
    ("18.11 Комбинат пустил третью линию и снял карантин.", "prose"),
    ("Главное", "head"),
    ("22.07  Комбинат сменил директора", "dayed"),
    ("Главная / Сырьё / Итоги дня", "crumbs"),
    ("KASE 7 266 ▲0,39%   AIX QI 1 142 ▼0,2%", "ticker"),
    ("👍 45   🔥 12   👁 12.4K", "views"),
    ("Алия Ли, +7 714 200 00 00, press@zavod.kz", "line"),
    ("* * *", "line"),
    ("Глинозёмный завод", "short"),
    ("17 марта 2026 года комбинат пустил первую линию фабрики.", "prose"),
    ("• ниобий: 0,2 тыс. тонн", "short"),
]
REPEATED = [
    "(",
    "«",
    "а" + " " * 50,
    "1",
    "слово ",
    "01.02.2025 ",
    "а.",
    "Aa of ",
    "#а ",
    "telegram ",
    "а|",
    "а\n",
    "Автор: ",
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_page_without_prose_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePage, match="No article body found"):
        read(Page("page.txt", "", text, "utf-8"))


@pytest.mark.parametrize(("line", "kind"), KINDS)
def test_kind_of_line(line: str, kind: str) -> None:
    assert classify(line).kind == kind


def test_a_page_without_headline_is_titled_by_its_first_sentence() -> None:
    article = read(Page("page.txt", "", f"{PIECES[0]} Рабочим дали премию.\n{PIECES[1]}", "utf-8"))
    assert article.title == PIECES[0]
    assert article.body.startswith(PIECES[0])


def test_line_ends_change_nothing() -> None:
    text = "\n\n".join(["Рудник под горой ждёт хозяина", "14.11.2025", *PIECES[:2]])
    assert read(decode(text.encode(), "a")) == read(decode(text.replace("\n", "\r\n").encode(), "a"))


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=120)), max_size=40))
@settings(max_examples=200, deadline=None)
def test_only_lines_of_the_page_are_read(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    try:
        article = read(Page("page.txt", "", text, "utf-8"))
    except UnreadablePage:
        return
    own = {line.strip() for line in text.split("\n")}
    assert article.title and article.body
    assert all(line in own or text.lstrip().startswith("date ") for line in article.body.split("\n"))


@pytest.mark.parametrize("piece", REPEATED)
def test_cost_grows_with_length(piece: str) -> None:
    def cost(length: int) -> float:
        text = f"Рудник ждёт хозяина\n{PIECES[0]}\n{(piece * length)[:length]}\n{PIECES[1]}"
        started = process_time()
        read(Page("page.txt", "", text, "utf-8"))
        return process_time() - started

    cost(1000)
    assert cost(280_000) < 12 * cost(70_000) + 0.5


def test_many_different_lines_cost_no_more_a_line_than_few() -> None:
    def cost(first: int, count: int) -> float:
        numbers = range(first, first + count)  # no line twice: those seen before are remembered
        lines = [f"Цех номер {n} ждёт руды" if n % 3 else f"{PIECES[n % 2]} Номер {n}." for n in numbers]
        started = process_time()
        read(Page("page.txt", "", "\n".join(lines), "utf-8"))
        return process_time() - started

    cost(0, 100)
    assert cost(10_000, 6_000) < 12 * cost(1_000, 1_500) + 0.5


def test_an_archive_in_one_file_is_refused_with_its_size() -> None:
    lines = [f"Комбинат номер {n} добыл пять тонн руды, сообщил министр в пятницу." for n in range(6_000)]
    text = "Заголовок\n\n" + "\n".join(lines)
    with pytest.raises(UnreadablePage, match=r"the limit is 300000: split the file"):
        read(Page("archive.txt", "0" * 64, text, "utf-8"))
