"""The measure of a body: which characters belong there, which line is told as wrong."""

import pytest

from importers.evaluation.bodies import overlap

GOLD = "Рудник пустил вторую линию.\n\nЗапасы: 12 т золота.\nИтого: 5"
CASES = [
    (GOLD, 55, (), ()),
    ("Запасы:  12 т\xa0золота.\nРудник пустил вторую линию.\nИтого: 5", 55, (), ()),
    ("Подписка на газету\n" + GOLD, 55, ("Подписка на газету",), ()),
    ("Рудник пустил вторую линию.", 27, (), ("Запасы: 12 т золота.", "Итого: 5")),
    (GOLD + "\nИтого: 5", 55, ("Итого: 5",), ()),
    ("Рудник пустил вторую линию. Фото: архив\nЗапасы: 12 т золота.\nИтого: 5", 55, ("Фото: архив",), ()),
    ("Рудник пустил\nЗапасы: 12 т золота.\nИтого: 5", 41, (), ("вторую линию.",)),
    ("Рудник пустил вторую линию. Запасы: 12 т золота. Итого: 5", 55, (), ()),
    ("", 0, (), ("Рудник пустил вторую линию.", "Запасы: 12 т золота.", "Итого: 5")),
]


@pytest.mark.parametrize(("body", "right", "taken", "dropped"), CASES)
def test_characters_of_a_body(body: str, right: int, taken: tuple[str, ...], dropped: tuple[str, ...]) -> None:
    found = overlap(body, GOLD)
    assert (found.taken, found.dropped) == (taken, dropped)
    assert found.right == right
