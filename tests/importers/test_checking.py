"""`check_reference`: the shipped files hold together; each way to break a copy of them is one clear line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from importers.checking import problems, read
from importers.checking.check import is_a_word_too
from importers.reference import REFERENCE

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(REFERENCE, tmp_path / "reference")


def edit(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the one place of a file that reads `old`; the line that it stands on."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} holds {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old) + 1].count("\n") + 1


def append(folder: Path, file: str, *cells: str) -> int:
    """Add a row at the end of a file; its line."""
    path = folder / file
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n" + "\t".join(cells) + "\n", encoding="utf-8")
    return text.count("\n") + 2


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in problems(folder)]


def test_the_shipped_files_hold_together() -> None:
    assert told(REFERENCE) == []


ROWS: list[tuple[str, tuple[str, ...], str]] = [
    (
        "projects.tsv",
        ("karachat-two", "Кумтор", "Kumtor", "mine", "KG", "", "gold"),
        "«Кумтор» of karachat-two clashes with «Кумтор» of kumtor at line",
    ),
    (
        "words/unit.tsv",
        ("kg", "центнер|тонна", "mass", "100", "5 центнеров", "центр города"),
        "«тонна» of kg clashes with «тонна» of t at line",
    ),
    (
        "words/unit.tsv",
        ("arshin", "аршин", "length", "0.71", "5 аршинов", "он как аршин проглотил"),
        "«arshin» under «key» stands in no units.tsv",
    ),
    (
        "words/measure.tsv",
        ("wonders", "чудо", "mass", "", "чудо весом 5 тонн", "чудной случай"),
        "no rule asks for the key «wonders»",
    ),
    (
        "words/agreement.tsv",
        ("memorandum", "меморандум", "document", "подписали меморандум", "подписали письмо"),
        "«меморандум» of memorandum stands at line",
    ),
    ("words/reach.tsv", ("reach", "дотянуть", "", ""), "reach «дотянуть» has no counterexample"),
    (
        "words/qualifier.tsv",
        ("about", "!этак", "before", "этак 5 тонн", "этак около 5 тонн"),
        "about «этак» is read in its counterexample «этак около 5 тонн»",
    ),
    (
        "lists.tsv",
        ("statistics: nobody", "word", "некто", "пришёл некто", "пришёл геолог", ""),
        "no rule asks for the list «statistics: nobody»",
    ),
    ("not_names.tsv", ("country", "зелёный попугай", "a bird"), "«зелёный попугай» holds no name of a country"),
    ("regions.tsv", ("KZ-99", "ZZ", "Карачатская область", "Karachat", "region"), "«ZZ» under «country» stands in no"),
    (
        "chrome.tsv",
        ("banner", "нажмите здесь", "Нажмите здесь", "Нажмите там"),
        "no rule drops chrome of the kind «banner»",
    ),
    ("minerals.tsv", ("unobtainium", "унобтаний"), "unobtainium «унобтаний» has no example"),
    ("sources.tsv", ("24.kg", "outlet", "24.kg", "24.kg"), "«24.kg» stands at line"),
    (
        "units.tsv",
        ("st", "mass", "стоун", "stone", "стоун|стоуна|стоунов"),
        "«5 стоунов», as st is printed, is not read",
    ),
]


# Rows that would stop the reader are told before anything else.
UNUSABLE = [
    ("chrome.tsv", ("line", "(нажмите", "Нажмите", "Там"), "«(нажмите» under «pattern» cannot be used"),
    ("words/scale.tsv", ("много", "уйма", "5 уйма", "умный"), "«много» under «key» cannot be used"),
    (
        "lists.tsv",
        ("statistics: way", "whole", "путь", "в пути", "на воде", ""),
        "«whole» under «match» cannot be used",
    ),
    ("minerals.tsv", ("", "уния"), "the row has no key"),
]


@pytest.mark.parametrize("broken", [ROWS, UNUSABLE])
def test_a_broken_row_is_one_line_that_says_where_and_what_to_do(
    folder: Path, broken: list[tuple[str, tuple[str, ...], str]]
) -> None:
    lines = [append(folder, file, *cells) for file, cells, _ in broken]
    found = told(folder)
    for (file, _, what), line in zip(broken, lines, strict=True):
        (only,) = [each for each in found if what in each]
        assert only.startswith(f"{file}:{line}: ")
        assert "; " in only


def test_a_row_with_too_many_cells(folder: Path) -> None:
    line = append(folder, "words/month.tsv", "13", "а", "б", "в", "г")
    (only,) = told(folder)
    assert only.startswith(f"words/month.tsv:{line}: 5 cells under 4 column names; ")


def test_a_file_that_a_spreadsheet_saved_in_another_encoding(folder: Path) -> None:
    path = folder / "minerals.tsv"
    path.write_text(path.read_text(encoding="utf-8"), encoding="cp1251", errors="replace")
    (only,) = told(folder)
    assert only.startswith("minerals.tsv:1: the file is not in UTF-8; ")


def test_a_file_that_a_spreadsheet_marked_and_ended_its_way(folder: Path) -> None:
    path = folder / "minerals.tsv"
    path.write_text("\ufeff" + path.read_text(encoding="utf-8"), encoding="utf-8", newline="\r\n")
    assert told(folder) == told(REFERENCE)


def test_an_empty_file(folder: Path) -> None:
    (folder / "words" / "hint.tsv").write_text("", encoding="utf-8")
    (only,) = told(folder)
    assert only.startswith("words/hint.tsv:1: the file has no head; ")


def test_a_name_that_is_a_word_too_needs_an_example(folder: Path) -> None:
    line = append(folder, "countries.tsv", "ZZ", "ZZZ", "Крапива", "Nettle")
    assert [each for each in told(folder) if "ZZ" in each] == [
        f"countries.tsv:{line}: ZZ «Крапива» has no counterexample; fill the column «counterexamples»",
        f"countries.tsv:{line}: ZZ «Крапива» has no example; fill the column «examples»",
    ]


def test_a_name_that_a_figure_of_speech_hides_is_dead(folder: Path) -> None:
    append(folder, "not_names.tsv", "mineral", "!скандий|!скандия|!скандию|!скандием|!скандии", "a test")
    row = next(row for row in read(folder) if row.kind == "mineral" and row.key == "scandium")
    edit(folder, "minerals.tsv", "скандиевый", "")
    assert f"minerals.tsv:{row.line}: no name of scandium is ever read" in "\n".join(told(folder))


def test_a_lost_column_is_named_with_its_file(folder: Path) -> None:
    edit(folder, "words/hint.tsv", "key\twords", "key\tsynonyms")
    (only,) = told(folder)
    assert only.startswith("words/hint.tsv:2: the file has no column 'words'; ")


def test_which_names_need_an_example() -> None:
    asked = {(row.kind, row.key) for row in read(REFERENCE) if row.kind == "country" and is_a_word_too(row)}
    assert {("country", "CU"), ("country", "TD")} <= asked
    assert ("country", "KZ") not in asked


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    nowhere = {**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:9/none"}
    command = [sys.executable, "manage.py", "check_reference", *arguments]
    return subprocess.run(command, cwd=ROOT, env=nowhere, capture_output=True, text=True)


def test_the_command_needs_no_database() -> None:
    done = run()
    assert (done.returncode, done.stdout, done.stderr) == (0, "The reference files hold together.\n", "")


def test_the_command_fails_with_a_line_for_each_problem(folder: Path) -> None:
    line = append(folder, "words/unit.tsv", "kg", "пуд", "mass", "16.38", "5 пудов", "")
    done = run(str(folder))
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert f"words/unit.tsv:{line}: kg «пуд» has no counterexample; fill the column «counterexample»" in lines
    assert done.stderr == f"CommandError: {len(lines)} to mend.\n"


def test_the_command_tells_a_folder_that_is_none(tmp_path: Path) -> None:
    done = run(str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: Reference files not checked: ")
    assert done.stderr.count("\n") == 1
