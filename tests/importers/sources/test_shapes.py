"""The tops of pages as outlets lay them out, our own sentences: «T> » is the headline, «B> » and «E> » end the text."""

from pathlib import Path

import pytest

from importers.records import Article, Page
from importers.sources import read
from importers.sources.echo import Echo
from importers.sources.lines import read_lines

SHAPES = Path(__file__).parent / "shapes"
NAMES = sorted(path.stem for path in SHAPES.glob("*.txt"))
MARKS = ("T> ", "B> ", "E> ")
TEXT = "Отвалы\nКомбинат пустил в отработку медные отвалы под Балхашем. Меди в них мало."


def shape(name: str) -> tuple[str, dict[str, str], str]:
    """The expected day, the marked lines, the page."""
    day, *lines = (SHAPES / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    marked = {line[:3]: line[3:] for line in lines if line.startswith(MARKS)}
    return day[2:], marked, "\n".join(line[3:] if line.startswith(MARKS) else line for line in lines)


def article(text: str) -> Article:
    return read(Page("page.txt", "", text, "utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_shape_is_read(name: str) -> None:
    day, marked, text = shape(name)
    got = article(text)
    body = got.body.split("\n")
    assert got.title.lstrip("❗️") == marked["T> "].lstrip("❗️")
    assert (got.published.edtf if got.published else "") == day
    assert (body[0], body[-1]) == (marked["B> "], marked["E> "])


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("Экономика", None),  # a rubric
        ("Главная тема: итоги года", 0),  # a kicker
        ("В Шымкенте сгорел рынок", 0),  # news of others
        ("Балхаш берётся за медь", 2 / 3),
    ],
)
def test_headline_comes_again_in_the_text(line: str, share: float | None) -> None:
    lines = read_lines(f"{line}\n{TEXT}")
    got = Echo(lines, 2, 3).share(0)
    assert got == share if share is None else got == pytest.approx(share)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Степной день\nЧетверг, 16 октября 2025\n", None),  # the day on which the page was saved
        ("Степной день\nЧетверг, 16 октября 2025\nДобыча\nВторник, 14 октября 2025 г., 09:20\n", "2025-10-14T09:20"),
        ("Степной день\nДобыча\n14.10.2025\nЭксклюзив\n", "2025-10-14"),
    ],
)
def test_day_above_the_headline(head: str, day: str | None) -> None:
    got = article(f"{head}Медные отвалы Балхаша пошли в дело\n{TEXT.partition(chr(10))[2]}\nРуду возят на фабрику.")
    assert (got.published.edtf if got.published else None) == day
