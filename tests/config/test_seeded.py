"""The second start skips what the first one did, and only that."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from config import seeded


@pytest.fixture
def var(tmp_path: Path, monkeypatch) -> Path:
    """A folder with an empty database and collected static files, in place of `var/`."""
    monkeypatch.setattr(seeded, "VAR_DIR", tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "static").mkdir()
    (tmp_path / "static/staticfiles.json").touch()
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as connection:
        connection.execute("CREATE TABLE anything (id)")
    return tmp_path


def test_an_unmarked_database_is_not_seeded(var: Path) -> None:
    assert seeded.main([]) == 1


def test_a_marked_database_is_seeded_until_something_changes(var: Path, monkeypatch) -> None:
    assert seeded.main(["--mark"]) == 0
    assert seeded.main([]) == 0
    monkeypatch.setattr(seeded, "GIVEN", (*seeded.GIVEN, "Makefile"))
    assert seeded.main([]) == 1


@pytest.mark.parametrize("lost", ["db.sqlite3", "static/staticfiles.json"])
def test_a_lost_file_is_made_again(var: Path, lost: str) -> None:
    seeded.main(["--mark"])
    (var / lost).unlink()
    assert seeded.main([]) == 1
    assert not (var / lost).exists()


def test_another_database_is_always_asked(var: Path, monkeypatch) -> None:
    seeded.main(["--mark"])
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@elsewhere/house")
    assert seeded.main([]) == 1


def test_fingerprint_sees_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("уран")
    first = seeded.fingerprint([tmp_path])
    (tmp_path / "a.tsv").write_text("уран\n")
    second = seeded.fingerprint([tmp_path])
    (tmp_path / "a.tsv").rename(tmp_path / "b.tsv")
    third = seeded.fingerprint([tmp_path])
    assert len({first, second, third}) == 3
    assert all(0 < mark < 2**31 for mark in (first, second, third))
