"""Reference files read as rows; a broken one says where."""

from pathlib import Path

import pytest

from importers.reference import REFERENCE, WORDS, lexicon_entries, names, rows


def test_a_row_with_too_many_cells_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "units.tsv"
    path.write_text("key\twords\n# a comment\n\nt\tтонна\textra\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"units\.tsv:4: 3 cells under 2"):
        list(rows(path))


def test_short_rows_are_filled_and_comments_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "units.tsv"
    path.write_text("# a comment\nkey\twords\tnote\nt\tтонна\n", encoding="utf-8")
    assert list(rows(path)) == [{"key": "t", "words": "тонна", "note": ""}]


def test_marks_are_told_from_names() -> None:
    assert list(names("доллар|=США| !тенге |")) == [("доллар", ""), ("США", "="), ("тенге", "!")]


@pytest.mark.parametrize("kind", WORDS)
def test_every_class_of_words_has_its_file(kind: str) -> None:
    path = REFERENCE / "words" / f"{kind}.tsv"
    assert path.exists(), f"{path.name} is named in importers.reference.WORDS and is not there"
    assert all(row["key"] and row["words"] for row in rows(path))


def test_no_file_of_words_is_forgotten() -> None:
    assert {path.stem for path in (REFERENCE / "words").glob("*.tsv")} == set(WORDS)


def test_the_whole_lexicon_loads_the_same_twice() -> None:
    assert lexicon_entries() == lexicon_entries()
