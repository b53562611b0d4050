"""The lexicon finds what its rows name, in any case form, and nothing else."""

import pytest

from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.mentions import mentions
from importers.extraction.segment import tokenise
from importers.reference import names, rows

REFUSED = [
    "Для того чтобы начать.",  # «того» is no Togo
    "Того же мнения эксперт.",
    "Курс доллара США вырос.",  # a currency, no country
    "Он стал чемпионом и взял золотую медаль.",
    "В перу писателя принадлежит роман.",
    "Шоколад для китая в мифе.",  # lower case
]
FOUND = [
    ("В Казахстане добыли уран.", [("country", "KZ"), ("mineral", "uranium")]),
    ("Китайско-кыргызское сотрудничество.", [("country", "CN"), ("country", "KG")]),
    ("Власти КНР и РФ.", [("country", "CN"), ("country", "RU")]),
    ("Торговля с Поднебесной растёт.", [("country", "CN")]),
    ("Запасы свинцово-цинковых руд.", [("mineral", "lead"), ("mineral", "zinc")]),
    ("Редкоземельные металлы нужны всем.", [("mineral", "rare-earths")]),
    ("Молибденового концентрата больше.", [("mineral", "molybdenum")]),
    ("В Алматинской области Казахстана.", [("region", "KZ-19"), ("country", "KZ")]),
    ("Рынки Кореи и Японии.", [("country", "KR"), ("country", "JP")]),
    ("Страны Центральной Азии.", [("group", "central-asia")]),
]


def found(text: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    return [(m.kind, m.key) for m in mentions(tokenise(text), lexicon, ())]


@pytest.mark.parametrize("text", REFUSED)
def test_other_words_are_no_names(text: str, lexicon: Lexicon) -> None:
    assert found(text, lexicon) == []


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_in_any_case(text: str, expected: list[tuple[str, str]], lexicon: Lexicon) -> None:
    assert found(text, lexicon) == expected


def test_a_name_of_two_things_keeps_both_owners() -> None:
    lexicon = Lexicon([Entry("country", "CD", "Конго"), Entry("country", "CG", "Конго")])
    (mention,) = mentions(tokenise("Руда из Конго дорожает."), lexicon, ())
    assert mention.keys == ("CD", "CG")


def test_the_country_inside_an_organisation_is_named_too(lexicon: Lexicon) -> None:
    assert ("country", "US") in found("По данным Геологической службы США, запасы растут.", lexicon)


def mineral_rows() -> list[tuple[str, str, bool]]:
    from importers.reference import REFERENCE

    return [
        (row["slug"], phrase, column == "examples")
        for row in rows(REFERENCE / "minerals.tsv")
        for column in ("counterexamples", "examples")
        for phrase, _ in names(row[column])
    ]


@pytest.mark.parametrize(("slug", "phrase", "named"), mineral_rows())
def test_each_mineral_is_found_in_its_examples_only(slug: str, phrase: str, named: bool, lexicon: Lexicon) -> None:
    assert (("mineral", slug) in found(phrase, lexicon)) == named
