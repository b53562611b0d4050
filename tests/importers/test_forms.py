"""The forms that are kept between starts: whatever becomes of the file, the lexicon is the same."""

import json
from pathlib import Path

import pytest

from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.segment import tokenise
from importers.forms import compiled

ENTRIES = (
    Entry("country", "KZ", "Казахстан", name="Казахстан"),
    Entry("region", "KZ-PAV", "Павлодарская область", name="Павлодарская область"),
    Entry("organisation", "kazakhmys", "ТОО", "abbreviation", "=", name="ТОО"),
    Entry("stage", "operating", "добывать", "word"),
    Entry("unit", "t", "тонна", "word"),
)
SENTENCE = "В Казахстане, в Павлодарской области ТОО добывало пять тонн."


def found(lexicon: Lexicon) -> list[tuple[str, int, int]]:
    tokens = tokenise(SENTENCE)
    tries = (lexicon.names, lexicon.units, lexicon.words)
    return [(match.entry.key, match.first, match.last) for trie in tries for match in trie.scan(tokens)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "var"


def test_a_second_start_finds_what_the_first_did(folder: Path) -> None:
    first = found(compiled(Lexicon(ENTRIES), folder))
    assert len(first) == 5
    (kept,) = folder.iterdir()
    written = kept.stat().st_mtime_ns
    assert found(compiled(Lexicon(ENTRIES), folder)) == first == found(Lexicon(ENTRIES))
    assert kept.stat().st_mtime_ns == written  # nothing new, nothing written


def test_a_new_row_is_inflected_and_kept(folder: Path) -> None:
    compiled(Lexicon(ENTRIES[:2]), folder)
    assert found(compiled(Lexicon(ENTRIES), folder)) == found(Lexicon(ENTRIES))
    (kept,) = folder.iterdir()
    assert {text for text, *_ in json.loads(kept.read_text())} == {entry.text for entry in ENTRIES}


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[[1]]", b"[1]", b'[["a"', b'[["\xff', b'[[["a"],"",0,"b"]]', b"null"]
)
def test_a_broken_file_is_made_anew(folder: Path, content: bytes) -> None:
    compiled(Lexicon(ENTRIES), folder)
    (kept,) = folder.iterdir()
    kept.write_bytes(content)
    assert found(compiled(Lexicon(ENTRIES), folder)) == found(Lexicon(ENTRIES))
    assert json.loads(kept.read_text())


def test_a_file_of_another_version_is_put_away(folder: Path) -> None:
    folder.mkdir()
    (folder / "forms-0123456789abcdef.json").write_text("[]")
    compiled(Lexicon(ENTRIES), folder)
    assert [path.name for path in folder.iterdir()] != ["forms-0123456789abcdef.json"]
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file")
    assert found(compiled(Lexicon(ENTRIES), tmp_path / "var")) == found(Lexicon(ENTRIES))


def test_a_compiled_lexicon_is_left_alone(folder: Path) -> None:
    lexicon = Lexicon(ENTRIES)
    lexicon.compile()
    assert compiled(lexicon, folder) is lexicon
    assert not folder.exists()
