"""What an operator names is a list of pages, or a reason in one line."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from importers.inputs import Input, named
from importers.records import UnreadablePage

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages, a picture, a hidden file, a folder below."""
    for name in ("b.txt", "a.html", "notes.json", "c.png", ".hidden.txt", "below/d.TXT", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_pages_in_order(folder):
    assert [Path(each.name).name for each in named([str(folder)])] == ["a.html", "b.txt", "d.TXT"]


def test_a_file_that_is_named_is_read_whatever_its_ending(folder):
    assert named([str(folder / "notes.json")])[0].raw() == b"notes.json"


def test_a_page_named_twice_is_read_once(folder):
    assert len(named([str(folder / "b.txt"), str(folder), str(folder / "below" / ".." / "b.txt")])) == 3


def test_what_is_missing_is_told(tmp_path):
    (each,) = named([str(tmp_path / "нет")])
    assert each.problem == "No such file or folder."
    with pytest.raises(UnreadablePage, match="No such file"):
        each.raw()


def test_a_folder_without_pages_is_told(tmp_path):
    assert named([str(tmp_path)])[0].problem.startswith("No page in this folder")


ODD_NAMES = [
    (b"page-\xff.txt", r"page-\xff.txt"),
    (b"two\nlines\x1b[2J.txt", r"two\nlines\x1b[2J.txt"),
    ("нов\u2028ость.txt".encode(), r"нов\u2028ость.txt"),
    ("статья [1].txt".encode(), "статья [1].txt"),
]


@pytest.mark.parametrize(("name", "told"), ODD_NAMES)
def test_a_name_is_told_in_one_line_of_text_whatever_its_bytes(tmp_path, name, told):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("текст", encoding="utf-8")
    (each,) = named([str(tmp_path)])
    assert (each.name, each.raw().decode()) == (f"{tmp_path}/{told}", "текст")


def test_a_closed_standard_input_is_told(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(UnreadablePage, match="No standard input"):
        Input("-").raw()


def test_a_file_that_vanishes_is_told(tmp_path):
    with pytest.raises(UnreadablePage, match="No such file"):
        Input(str(tmp_path / "gone.txt")).raw()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A page in a folder where everybody may go; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        (folder / "below").mkdir()
        (folder / "below" / "page.txt").write_text("текст", encoding="utf-8")
        yield folder


def _as_nobody(path: str, told: Any) -> None:
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    for each in named([path]):
        try:
            each.raw()
        except UnreadablePage as error:
            told.put(str(error))


@pytest.mark.parametrize("closed", ["below/page.txt", "below", "."])
def test_a_page_or_folder_without_permission_is_told(open_folder, closed):
    (open_folder / closed).chmod(0)
    # Permissions do not bite root, so a child that is nobody looks.
    context = multiprocessing.get_context("fork")
    told = context.SimpleQueue()
    child = context.Process(target=_as_nobody, args=(str(open_folder / "below"), told))
    child.start()
    child.join()
    (open_folder / closed).chmod(0o755)
    assert child.exitcode == 0
    assert told.get() == "No permission to read it."
    assert told.empty()
