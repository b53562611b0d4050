"""A quote is shown in its whole sentence, and in no more than that."""

import pytest

from news.sentences import LONGEST, around

BODY = (
    "Первая фраза ни о чём. Завод обойдётся в 5 млн. Долларов у фонда нет.\n"
    "На руднике им. Ленина в 2024 г. Добыли 53 тыс. т руды! «Это мало», — сказал А. Ким. Конец"
)
WHOLE = [
    ("Первая", "Первая фраза ни о чём."),
    ("53 тыс. т", "На руднике им. Ленина в 2024 г. Добыли 53 тыс. т руды!"),
    ("мало", "«Это мало», — сказал А. Ким."),
    ("Конец", "Конец"),
    ("фраза ни о чём. Завод обойдётся", "Первая фраза ни о чём. Завод обойдётся в 5 млн. Долларов у фонда нет."),
]


@pytest.mark.parametrize(("quote", "sentence"), WHOLE)
def test_a_quote_stands_in_its_sentence(quote: str, sentence: str) -> None:
    start = BODY.index(quote)
    shown = around(BODY, start, start + len(quote), quote)
    assert "".join(shown).strip() == sentence
    assert shown.quote == quote


def test_a_quote_that_the_text_lost_stands_alone() -> None:
    assert around("Совсем другой текст.", 0, 6, "прежние слова") == ("", "прежние слова", "")


def test_a_text_without_full_stops_is_cut_at_words() -> None:
    body = "слово " * 1000 + "ЦИТАТА" + " слово" * 1000
    shown = around(body, 6000, 6006, "ЦИТАТА")
    assert shown.before.startswith("… слово") and shown.after.endswith("слово …")
    assert max(len(shown.before), len(shown.after)) <= LONGEST + 2


def test_a_long_text_is_no_burden() -> None:
    body = "А. " * 200_000
    assert around(body, 0, 1, "А").quote == "А"
