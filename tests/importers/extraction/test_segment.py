"""Sentences and tokens: cuts are marked in the phrase itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.segment import LONGEST, sentences, tokenise

# `|` where a sentence ends; refusals first.
CUTS = [
    "Завод им. Сатпаева стоит у г. Алматы и дал 5 тыс. тонн.",
    "Контракт на 3 млн долл. США подписал К. Токаев.",
    "Об этом сообщает El.kz, а не Vlast.kz.",
    "«Это прорыв!» — сказал министр.",
    "Руда идёт на т. н. третью линию.",
    "Площадь 1,6 кв. км (по данным ИА «Рудник». Уточнено) велика.",
    "Проект начат в 2025 г.|Рудник откроют позже.",
    "Добыли 5 тонн.|Это рекорд!|Что дальше?|Увидим…",
    "Он сказал: «Мы готовы».|Договор подписан.",
    "Заголовок без точки|\nПервая строка.|\nВторая.",
]
TOKENS = [
    ("Жетiсу", ["Жетiсу"]),
    ("С5+1", ["С5+1"]),
    ("ГРЭС-1", ["ГРЭС-1"]),
    ("3 478,1 т", ["3 478,1", "т"]),
    ("в 2023 100 шахт", ["в", "2023", "100", "шахт"]),
    ("1,200,000", ["1,200,000"]),
    ("53тыс. тонн", ["53", "тыс", ".", "тонн"]),
    ("2018-го", ["2018-го"]),
    ("14.11.2025, 09:19", ["14.11.2025", ",", "09:19"]),
    ("$500", ["$", "500"]),
    ("38,6%", ["38,6", "%"]),
    ("китайско-кыргызский", ["китайско-кыргызский"]),
]


@pytest.mark.parametrize("marked", CUTS)
def test_sentences_end_where_marked(marked: str) -> None:
    body = marked.replace("|", " ").replace(" \n", "\n")
    assert [s.text for s in sentences(body)] == [piece.strip() for piece in marked.split("|")]


@pytest.mark.parametrize(("text", "tokens"), TOKENS)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == tokens


@given(st.text(alphabet=st.sampled_from("аБв1 .,!?«»()-\nёi²\u00a0\U0001f600e\u0301"), max_size=80))
def test_every_token_and_sentence_knows_its_place(body: str) -> None:
    for sentence in sentences(body):
        assert body[sentence.start : sentence.stop] == sentence.text
        for token in sentence.tokens:
            assert body[token.start : token.stop] == token.text


def test_a_line_that_no_person_wrote_is_cut() -> None:
    """Finders look at pairs of words in a sentence: 100 000 brackets or names in one would cost hours."""
    assert max(len(s.tokens) for s in sentences("(" * 10_000)) == LONGEST
    assert max(len(s.tokens) for s in sentences("Иван Петров " * 5_000)) == LONGEST


def test_a_bracket_that_never_closes_swallows_no_paragraph() -> None:
    body = "Рудник (он же шахта дал руду. " + "Потом открыли завод и ещё один завод в городе. " * 30
    assert len(sentences(body)) > 20
