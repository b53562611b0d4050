"""Names of persons in the nominative, and what is no person; every word row proved by its example."""

from __future__ import annotations

from functools import lru_cache

import pytest

from importers.extraction import persons
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.persons.declension import readings
from importers.extraction.segment import tokenise
from importers.extraction.text import read
from importers.records import Article
from importers.reference import REFERENCE, lexicon_entries, rows, word_entries

WORDS = ("agreement", "signing", "speech", "role", "person_name")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon(lexicon_entries())


def named(body: str) -> list[str]:
    text = read(Article("", body), lexicon())
    people = persons.find(text)
    return [mention.person.name for line in text.lines for mention in people.of(line) if mention.person.sure]


NOBODY = {
    "a country": "Центральная Азия растёт.",
    "a region": "Алматинская область строит завод.",
    "a deposit": "На месторождениях Северный Катпар и Верхнее Кайракты бурят.",
    "a quoted thing": "Рудник «Иван Петров» закрыт.",
    "a place named after somebody": "Улица имени Ивана Петрова перекрыта.",
    "an ordinary word first": "Рудников в области девять.",
    "an office": "Президент и Премьер-министр прибыли.",
    "capitals": "МИД РК и ТОО ждут.",
    "a plant's adjective": "На Горлыкском комбинате добыли руду.",
    "a commission": "Государственная комиссия приняла запасы.",
}


@pytest.mark.parametrize("body", NOBODY.values(), ids=NOBODY.keys())
def test_no_person(body: str) -> None:
    assert named(body) == []


NOMINATIVES = {
    "Визит Касым-Жомарта Токаева завершён.": "Касым-Жомарт Токаев",
    "Встреча с Шавкатом Мирзиёевым прошла.": "Шавкат Мирзиёев",
    "Письмо Эмомали Рахмону отправлено.": "Эмомали Рахмон",
    "Доклад Марии Захаровой опубликован.": "Мария Захарова",
    "Слова Сергея Петровского услышаны.": "Сергей Петровский",
    "Отчёт Бауыржана Нурланбека готов.": "Бауыржан Нурланбек",
    "По данным президента КНР Си Цзиньпина, торговля растёт.": "Си Цзиньпин",
    "Речь премьер-министра Никола Пашиняна длилась час.": "Никол Пашинян",
    "Мнение аналитика Джона Смита известно.": "Джон Смит",
    "Интервью Марко Рубио вышло.": "Марко Рубио",
    "Встречу с Айгуль Сапаровой отменили.": "Айгуль Сапарова",
    "Доклад Ивана Ивановича Громова длинный.": "Иван Иванович Громов",
    "Токаев Касым-Жомарт Кемелевич родился в Алма-Ате.": "Токаев Касым-Жомарт Кемелевич",
}


@pytest.mark.parametrize(("body", "name"), NOMINATIVES.items())
def test_nominative(body: str, name: str) -> None:
    assert named(body) == [name]


def test_a_surname_is_joined_to_the_full_name_wherever_it_stands() -> None:
    assert named("Сатов ждёт. Ерлан Сатов приехал. Видели Сатова. Е. Сатов уехал.") == ["Ерлан Сатов"] * 4


def test_of_two_bearers_the_one_named_last_is_meant() -> None:
    body = "Садыр Жапаров прибыл. Акылбек Жапаров встретил. Жапаров ждёт. А. Жапаров и С. Жапаров ушли."
    full = ["Садыр Жапаров", "Акылбек Жапаров", "Акылбек Жапаров", "Акылбек Жапаров", "Садыр Жапаров"]
    assert named(body) == full


def test_a_slip_of_the_pen_is_the_same_person() -> None:
    assert set(named("Самат Курманов спорит. Самат Кумранов ушёл.")) == {"Самат Курманов"}
    assert set(named("Самат Курманов спорит. Самат Карымов ушёл.")) == {"Самат Курманов", "Самат Карымов"}


def test_a_word_that_does_not_change_is_kept() -> None:
    assert {reading.nominative for reading in readings("Рубио")} == {"Рубио"}


@pytest.mark.parametrize("kind", WORDS)
def test_every_row_finds_its_example_and_not_its_counterexample(kind: str) -> None:
    for row in rows(REFERENCE / "words" / f"{kind}.tsv"):
        trie = Lexicon(word_entries(kind, row)).only(kind)
        assert row["example"] and row["counterexample"], row["key"]
        assert any(trie.scan(tokenise(row["example"]))), row["example"]
        assert not any(trie.scan(tokenise(row["counterexample"]))), row["counterexample"]


@pytest.mark.parametrize("kind", WORDS)
def test_no_row_hides_another_of_the_same_key(kind: str) -> None:
    seen: set[Entry] = set()
    for row in rows(REFERENCE / "words" / f"{kind}.tsv"):
        for entry in word_entries(kind, row):
            assert entry not in seen, (entry.key, entry.text)
            seen.add(entry)
