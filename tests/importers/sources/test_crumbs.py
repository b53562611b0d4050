"""Trails of rubrics and rubrics beside a title: what is none comes first."""

import pytest

from importers.sources.crumbs import beside_name, is_rubric, plain, rubric, stated, steps

NO_TRAIL = [
    "Медь подорожала / цинк подешевел на бирже за неделю",
    "Главная | Новости | Архив",
    "Асель Иманова / Марат Пак",
    "Завод пустили. Рудник → закрыли.",
    "12 / 14",
    "Медь",
    "Астана – Караганда – Балхаш",
]
TRAILS = [
    ("Главная / Сырьё / Итоги дня", "Сырьё"),
    ("Аукционы › Объявления", "Аукционы"),
    ("Главная → Разбор → № 28 (614)", "Разбор"),
    ("Главная – Пресс-центр – Новости компании", "Пресс-центр"),
    ("ruda.kz » Экономика » Онлайн", "Экономика"),
    ("Главная >> Новости >> Промышленность", "Промышленность"),
    ("Статьи :: Месторождения :: Сурьма", "Статьи"),
    ("Главная › Новости › Рудник закрыт", None),
]
NO_RUBRIC = [
    "Астана",
    "Усть-Каменогорск",
    "Асель Иманова",
    "Утренний выпуск",
    "Служба новостей",
    "Эфир от",
    "Рудник закрыт, цех стоит",
    "ruda.kz",
    "Выходит по пятницам",
]
NOT_STATED = ["Рубрики: Власть | Деньги | Люди", "Раздел имущества затянулся на год", "Рубрика"]
STATED = [
    ("Рубрика: Экономика", "Экономика"),
    ("Раздел: ЗАВОДЫ", "Заводы"),
    ("Опубликовано в Актуально", "Актуально"),
    ("Рубрики Экономика", "Экономика"),
]


@pytest.mark.parametrize("line", NO_TRAIL)
def test_no_trail(line: str) -> None:
    assert steps(line) == []


@pytest.mark.parametrize(("line", "first"), TRAILS)
def test_rubric_of_a_trail(line: str, first: str | None) -> None:
    assert rubric(steps(line), "Рудник закрыт до весны") == first


@pytest.mark.parametrize("text", NO_RUBRIC)
def test_no_rubric(text: str) -> None:
    assert not is_rubric(text)


@pytest.mark.parametrize("text", ["Экономика", "Казахстан", "Люди и судьбы", "НЕФТЬ И ГАЗ"])
def test_rubric(text: str) -> None:
    assert is_rubric(text)


@pytest.mark.parametrize("line", NOT_STATED)
def test_no_rubric_is_stated(line: str) -> None:
    assert stated(line) is None


@pytest.mark.parametrize(("line", "named"), STATED)
def test_stated_rubric(line: str, named: str) -> None:
    assert stated(line) == named


def test_rubrics_beside_the_name_of_a_site() -> None:
    assert beside_name("Горный день | ruda.info") is None
    assert beside_name("ruda.info | Рынки | Медь") == "Рынки"


def test_capitals_of_a_style_sheet() -> None:
    assert [plain(text) for text in ("ОБЩЕСТВО", "ЕАЭС", "Рынки")] == ["Общество", "ЕАЭС", "Рынки"]
