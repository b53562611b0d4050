"""Annotated pages read as an import reads them: no score below its floor, every quote an exact span."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.evaluation.floors import below, figures, load, raised
from importers.evaluation.report import run
from importers.evaluation.tally import Score, Tally
from importers.extraction.lexicon import Lexicon

GOLDEN = Path(__file__).parent / "golden"
FLOORS = load(GOLDEN / "floors.json")


@pytest.mark.parametrize("title", sorted(FLOORS))
def test_no_score_is_below_its_floor(title: str, lexicon: Lexicon) -> None:
    assert below(run(GOLDEN / title, lexicon=lexicon), FLOORS[title], title) == []


def test_every_set_of_pages_has_floors() -> None:
    assert set(FLOORS) == {folder.name for folder in GOLDEN.iterdir() if folder.is_dir()}


def test_the_seeds_are_read_without_a_fault() -> None:
    """What was promised of the five seed pages stands in the file of floors."""
    seeds = FLOORS["seeds"]
    exact = ("title", "published", "captured", "authors", "source", "via", "body_starts", "body_ends", "chrome")
    assert all(seeds[f"article.{name}"] == 1 for name in exact)
    for kind in ("countries", "minerals", "speakers", "statistics", "projects", "agreements"):
        assert seeds[f"{kind}.precision"] == seeds[f"{kind}.recall"] == 1
    assert seeds["evidence.exact"] == 1


def test_floors_only_rise() -> None:
    score = Score(kinds={"statistics": Tally(right=1, missed=["one"])})
    floors = raised({"dev": {"statistics.recall": 0.9, "statistics.precision": 0.2}}, "dev", score)
    assert floors["dev"]["statistics.recall"] == 0.9
    assert floors["dev"]["statistics.precision"] == 1
    assert figures(score)["statistics.recall"] == 0.5
    assert below(score, floors["dev"], "dev") == ["dev statistics.recall 0.500, floor 0.900"]


def test_a_missing_page_is_named(tmp_path: Path) -> None:
    (tmp_path / "X01.json").write_text("{}", encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"X01\.txt is not in"):
        run(tmp_path)
