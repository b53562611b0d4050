"""docs/extending.md is followed to the letter in a copy of the house: the row is added, and the fact is read."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from importers.checking import problems
from importers.reference import REFERENCE

ROOT = Path(__file__).parents[2]
LONGEST = 9  # lines of a recipe without the empty ones
FENCE = re.compile(r"`(seeds/reference/[\w/]+\.tsv)`(?:(?!`seeds).)*?```tsv\n(.+?)```", re.DOTALL)
PAGE = "Рудник ждёт хозяина третий год\n\n14.11.2025\n\n{}\n\nДорогу к посёлку обещают закончить к осени.\n"


@dataclass(frozen=True)
class Recipe:
    """A section of the page: the rows to add by file, and the sentence that is read from then on."""

    title: str
    text: str
    rows: tuple[tuple[str, str], ...]
    sentence: str


def recipes() -> dict[str, Recipe]:
    sections = re.split(r"^## ", (ROOT / "docs" / "extending.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    found = {}
    for section in sections:
        title, text = section.split("\n", 1)
        sentence = re.search(r"^Now «(.+)» is ", text, re.MULTILINE)
        assert sentence, title
        found[title] = Recipe(title, text, tuple(FENCE.findall(text)), sentence[1])
    return found


RECIPES = recipes()
Fact = Callable[[dict[str, Any]], bool]
READ: dict[str, Fact] = {
    "A new mineral": lambda page: any(
        (s["measure"], s["mineral"], s["value"]) == ("production", "tanzanite", "300") for s in page["statistics"]
    ),
    "A new outlet": lambda page: page["article"]["via"] == "Горный вестник",
    "A new unit": lambda page: any((s["unit"], s["value"]) == ("toe", "5000000") for s in page["statistics"]),
    "A new pattern": lambda page: any(
        (a["kind"], a["status"], sorted(a["parties"])) == ("memorandum", "signed", ["CN", "KZ"])
        for a in page["agreements"]
    ),
    "A word of one rule, a line of chrome": lambda page: "перевале" not in page["article"]["body"],
}


Pages = dict[str, dict[str, Any]]


def copy(folder: Path) -> Path:
    """The reader with its reference files and nothing else."""
    nothing = shutil.ignore_patterns("__pycache__", "articles", "reviews")
    for name in ("config", "importers", "minerals", "news", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=nothing)
    shutil.copy(ROOT / "manage.py", folder)
    return folder


def read(house: Path) -> Pages:
    """What the copy reads in the sentence of each recipe."""
    names = {f"{number}.txt": recipe for number, recipe in enumerate(RECIPES.values())}
    for name, recipe in names.items():
        (house / name).write_text(PAGE.format(recipe.sentence), encoding="utf-8")
    command = [sys.executable, "manage.py", "extract_facts", *names]
    done = subprocess.run(command, cwd=house, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    pages = (json.loads(line) for line in done.stdout.splitlines())
    return {names[Path(page["file"]).name].title: page for page in pages}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def before(house: Path) -> Pages:
    return read(house)


@pytest.fixture(scope="module")
def after(house: Path, before: Pages) -> Pages:
    for recipe in RECIPES.values():
        for file, row in recipe.rows:
            with (house / file).open("a", encoding="utf-8") as table:
                table.write(row)
    return read(house)


def test_every_recipe_is_followed() -> None:
    assert set(READ) == set(RECIPES)
    assert all(recipe.rows for recipe in RECIPES.values())


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_works_to_the_letter(title: str, before: Pages, after: Pages) -> None:
    assert not READ[title](before[title])
    assert READ[title](after[title])


def test_the_recipes_leave_nothing_to_mend(house: Path, after: Pages) -> None:
    assert set(problems(house / "seeds" / "reference")) <= set(problems(REFERENCE))


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_recipe_is_short(recipe: Recipe) -> None:
    assert sum(bool(line.strip()) for line in recipe.text.splitlines()) <= LONGEST
