"""Organisations that no list knows: the refusals first, then what gives each away."""

from __future__ import annotations

import pytest

from importers.extraction import organisations
from importers.extraction.lexicon import Lexicon
from importers.extraction.proper import words_of
from importers.extraction.segment import tokenise
from importers.extraction.text import Text, read
from importers.records import Article
from importers.reference import REFERENCE, rows


def added(body: str, lexicon: Lexicon) -> Text:
    return organisations.add(read(Article("", body), lexicon))


def names(body: str, lexicon: Lexicon) -> set[str]:
    return {mention.name for _, mention in added(body, lexicon).of("organisation")}


@pytest.mark.parametrize(
    "body",
    [
        "Добыча выросла, сообщает Steppe.kz со ссылкой на ведомство.",
        "Об этом пишет издание «Степной вестник».",
        "Китайская компания вложит деньги в рудник.",
        "Заседание провёл гендиректор СП Анвар Каримов.",
        "На месторождении «Дальний Лог» нашли медь.",
        "Солнечная электростанция Altyn Dala дала ток.",
        "Слова «Так будет лучше» произнёс министр.",
        "Предприятие наймёт людей, а компания купит станки.",
        "Казахстанский комбинат продал руду.",
    ],
)
def test_refused(body: str, lexicon: Lexicon) -> None:
    assert names(body, lexicon) == set()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("ТОО «Восточный Кряж» купило лицензию.", {"Восточный Кряж"}),
        ("АО «НК «Дала Энерго» построит линию.", {"Дала Энерго"}),
        ('ОАО "Тоо-Кен" отчиталось за год.', {"Тоо-Кен"}),
        ("Лицензию получило ОсОО Bei Shan Mining Company.", {"Bei Shan Mining Company"}),
        ("Долю купила Northern Ridge Resources.", {"Northern Ridge Resources"}),
        ("Компания Trelix вложит средства.", {"Trelix"}),
        ("Оборудование поставит немецкая Kranwerk.", {"Kranwerk"}),
        ("Станки сделал российский «Горномаш».", {"Горномаш"}),
        ("«Аральская медная компания» пустила цех.", {"Аральская медная компания"}),
        ("Деньги дали «Кум-Алтын», французская Voltaire и японская Hoshino.", {"Кум-Алтын", "Voltaire", "Hoshino"}),
        ("Заявку подал Узеньский комбинат редких сплавов.", {"Узеньский комбинат редких сплавов"}),
    ],
)
def test_found(body: str, expected: set[str], lexicon: Lexicon) -> None:
    assert names(body, lexicon) == expected


def test_the_abbreviation_in_brackets_is_the_same_organisation(lexicon: Lexicon) -> None:
    text = added("Узеньский горно-металлургический комбинат (УзГМК) растёт. Прибыль УзГМК удвоилась.", lexicon)
    keys = [mention.key for _, mention in text.of("organisation")]
    assert len(keys) == 3 and len(set(keys)) == 1


def test_a_name_once_met_is_found_again_in_other_cases(lexicon: Lexicon) -> None:
    text = added("ОАО «Тоокомур» открыло разрез. Уголь Тоокомура дёшев.", lexicon)
    assert [mention.key for _, mention in text.of("organisation")] == ["тоокомур", "тоокомур"]


def test_a_deposit_that_bears_a_companys_name_is_no_company(lexicon: Lexicon) -> None:
    text = added(
        "Компания «Северный Лог» получила лицензию. На месторождении Северный Лог пробурили скважины.", lexicon
    )
    assert [line.index for line, _ in text.of("organisation")] == [0]


def test_the_lexicon_outranks_the_open_class(lexicon: Lexicon) -> None:
    text = added("АО «НАК «Казатомпром» увеличило добычу.", lexicon)
    assert [mention.form for _, mention in text.of("organisation")] != ["open"]


def test_called_as_the_article_calls_it(lexicon: Lexicon) -> None:
    text = added("Завод построит ERG.", lexicon)
    key = next(mention.key for _, mention in text.of("organisation"))
    assert organisations.called(text, key) == "ERG"


@pytest.mark.parametrize("row", list(rows(REFERENCE / "words" / "legal_form.tsv")), ids=lambda row: row["words"][:20])
def test_rows_find_their_example(row: dict[str, str], lexicon: Lexicon) -> None:
    def found(phrase: str) -> set[str]:
        tokens = tokenise(phrase)
        return {
            e.key for i in range(len(tokens)) if (m := words_of(lexicon, "legal_form").at(tokens, i)) for e in m.entries
        }

    assert row["key"] in found(row["example"])
    assert row["key"] not in found(row["counterexample"])
