"""Authors as bylines print them, in the nominative and in ordinary capitals."""

import pytest

from importers.sources.names import person, persons

NOT_NAMES = [
    "Центральная Азия",
    "Новости Казахстана",
    "Южный Казахстан",
    "Вестник Мугоджар",
    "Международные связи",
    "Александр",
    "Фото автора",
    "пресс-служба акимата",
    "Соб. корр.",
    "Редакция",
]
NAMES = [
    ("Александр ПОПОВ.", "Александр Попов"),
    ("Татьяна Арестова", "Татьяна Арестова"),
    ("Нурлан ЕСЕТОВ.", "Нурлан Есетов"),
    ("С. Юнусов", "С. Юнусов"),
    ("А.Б. Сапаров", "А. Б. Сапаров"),
    ("Ирина Хан", "Ирина Хан"),
    ("Расул Рысмамбетов", "Расул Рысмамбетов"),
    ("Әсел Қанатқызы", "Әсел Қанатқызы"),
    ("Анна САЛТЫКОВА-КИМ", "Анна Салтыкова-Ким"),
]
BYLINES = [
    ("С. Юнусов. Фото: архив рудника", ("С. Юнусов",)),
    ("Ирина Хан, Ерлан Сапаров", ("Ирина Хан", "Ерлан Сапаров")),
    ("Анна Ким и Марат Омаров", ("Анна Ким", "Марат Омаров")),
    ("Айгуль СМАГУЛОВА,", ("Айгуль Смагулова",)),
    ("Марат Омаров, Хромтау", ("Марат Омаров",)),
    ("Админ", ()),
    ("проекта предложил копать глубже", ()),
]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_no_person(text: str) -> None:
    assert person(text) is None


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_person(text: str, name: str) -> None:
    assert person(text) == name


@pytest.mark.parametrize(("text", "authors"), BYLINES)
def test_byline(text: str, authors: tuple[str, ...]) -> None:
    assert persons(text) == authors
