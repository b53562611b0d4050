"""Chrome that an outlet's own pages teach: never an article's text, whatever the order of the pages."""

from itertools import permutations

import pytest

from importers.records import Article, Page
from importers.sources import read
from importers.sources.repeated import Carried, repeated

SOURCE = "kara-tau.kz"
SLOGAN = "Жизнь и недра Каратау каждый день"
PLEA = "Газету делают пять человек, и каждая тысяча тенге держит её на плаву."
OFFER = "Щебень с доставкой: 7 400 тенге за тонну, Жанатас и Шолаккорган."
REMINDER = "Напомним, что в 2019 году рудник остановили из-за обвала на втором горизонте."
TEXTS = {
    "Фосфориты повезут в Польшу": "Комбинат отгрузит за зиму 90 тысяч тонн фосфоритов.",
    "Печь погасла на неделю": "Печь номер три встала из-за нехватки кокса, его ждут к среде.",
    "Шахтёры получат вахту": "Вахтовый посёлок на 300 мест построят у рудника Чулактау.",
    "Вода пошла в карьер": "В карьер Кокжон прорвалась вода, насосы качают 800 кубометров в час.",
    "Директора проводили": "Директор комбината ушёл на пенсию после 41 года в цехах.",
}


def page(title: str, *, reminder: bool = False) -> str:
    text = [TEXTS[title], "В акимате подтвердили, что сроки согласованы с рабочими и с районом."]
    text.insert(1, OFFER)
    lines = [SOURCE, SLOGAN, "Экономика", title, "12.03.2025", "Сауле Ахметова", *text, *[REMINDER] * reminder]
    return "\n\n".join([*lines, PLEA])


def carried(title: str, **kept: bool) -> Carried:
    return Carried(SOURCE, title, page(title, **kept))


def article(title: str, known: frozenset[str], **kept: bool) -> Article:
    return read(Page("page.txt", "", page(title, **kept), "utf-8"), known)


def test_two_articles_teach_nothing() -> None:
    assert repeated(map(carried, list(TEXTS)[:2])) == {}


def test_many_pages_of_one_article_teach_nothing() -> None:
    assert repeated([carried("Вода пошла в карьер")] * 9) == {}


def test_another_outlet_counts_for_itself() -> None:
    pages = [Carried(f"{at}.kz", title, page(title)) for at, title in enumerate(TEXTS)]
    assert repeated(pages) == {}


def test_a_sentence_of_few_articles_is_no_chrome() -> None:
    others = [Carried(SOURCE, f"Новость {at}", f"Событие номер {at}.") for at in range(20)]
    told = repeated([*(carried(title, reminder=True) for title in list(TEXTS)[:3]), *others])[SOURCE]
    assert REMINDER not in told
    assert SLOGAN in told


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [carried(title) for title in list(TEXTS)[:4]]
    assert len({repeated(each)[SOURCE] for each in permutations(pages)}) == 1


@pytest.mark.parametrize("title", TEXTS)
def test_learned_lines_leave_the_body_and_nothing_else(title: str) -> None:
    known = repeated(map(carried, TEXTS))[SOURCE]
    assert {SLOGAN, PLEA, OFFER} <= known
    found = article(title, known - {"В акимате подтвердили, что сроки согласованы с рабочими и с районом."})
    assert found.body.split("\n") == [
        TEXTS[title],
        "В акимате подтвердили, что сроки согласованы с рабочими и с районом.",
    ]
    assert (found.title, found.section, found.authors) == (title, "Экономика", ("Сауле Ахметова",))
    assert found.published and found.published.edtf == "2025-03-12"


def test_without_other_pages_a_page_is_read_as_ever() -> None:
    assert OFFER in article("Вода пошла в карьер", frozenset()).body
