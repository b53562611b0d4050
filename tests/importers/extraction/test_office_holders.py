"""Well-known office holders whom the text names by surname alone; refusals first."""

from __future__ import annotations

from functools import lru_cache

import pytest

from importers.extraction import quotations
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import read
from importers.records import Article
from importers.reference import lexicon_entries


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon(lexicon_entries())


def speakers(body: str) -> dict[str, str | None]:
    """The role of every speaker by name."""
    return {q.speaker: q.role for q in quotations.find(read(Article("", body), lexicon()))}


# A surname alone is a well-known office holder only where no other office is said.
SURNAMES = (
    ("Аким Мирзиёев проверил мост. Аким сообщил о сроках.", {"Мирзиёев"}),
    ("Президент федерации бокса Жапаров сообщил о турнире.", {"Жапаров"}),
    ("Президент Казахстана Мирзиёев сообщил о визите.", {"Мирзиёев"}),
    ("Министр энергетики Лавров сообщил о тарифах.", {"Лавров"}),
    ("Вице-президент Токаев сообщил о планах.", {"Токаев"}),
    ("Глава ведомства Токаев сообщил о планах.", {"Токаев"}),
    ("По словам Алиева, в Азербайджане есть медь.", {"Алиев"}),
    ("Глава кабмина Кыргызстана Жапаров сообщил о визите.", {"Акылбек Жапаров"}),
    ("Президент Кыргызстана Жапаров сообщил о визите.", {"Садыр Жапаров"}),
    ("Россия продаст уран, сообщил Путин.", {"Владимир Путин"}),
    ("«Пошлин не будет», — заверил американский президент Трамп.", {"Дональд Трамп"}),
    ("По словам министра иностранных дел Таджикистана Мухриддина, сделка близка.", {"Сироджиддин Мухриддин"}),
)


@pytest.mark.parametrize(("body", "names"), SURNAMES)
def test_a_surname_alone(body: str, names: set[str]) -> None:
    assert set(speakers(body)) == names
