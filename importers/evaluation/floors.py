"""Floors of the score: a committed file that only rises (`tests/golden/floors.json`)."""

from __future__ import annotations

import json
from pathlib import Path

from importers.evaluation.tally import Score

Floors = dict[str, float]


def load(path: Path) -> dict[str, Floors]:
    """The floors by set of pages, then by figure: `statistics.f1`, `article.title`."""
    floors: dict[str, Floors] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def raised(floors: dict[str, Floors], title: str, total: Score) -> dict[str, Floors]:
    """The floors with those of one set of pages lifted to its score; none is lowered."""
    reached = figures(total)
    old = floors.get(title, {})
    new = {name: max(old.get(name, 0.0), reached.get(name, 0.0)) for name in sorted({*old, *reached})}
    return {**floors, title: new}


def save(path: Path, floors: dict[str, Floors]) -> None:
    """Write the floors, sorted, a figure a line."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def figures(total: Score) -> Floors:
    """Every figure of a score, rounded down to three places.

    An attribute of a fact counts against all annotated facts: one more found with a wrong attribute is no loss.
    """
    found: Floors = {}
    for kind, tally in total.kinds.items():
        for name in ("precision", "recall", "f1"):
            found[f"{kind}.{name}"] = int(getattr(tally, name) * 1000) / 1000
    for name, counter in total.attributes.items():
        kind = total.kinds.get(f"{name.partition('.')[0]}s")
        wanted = kind.right + len(kind.missed) if kind else counter.total()
        found[name] = int(counter[True] / wanted * 1000) / 1000
    return found


def below(total: Score, floors: Floors, title: str) -> list[str]:
    """The figures under their floor, each as a clear line."""
    reached = figures(total)
    return [
        f"{title} {name} {reached.get(name, 0.0):.3f}, floor {floor:.3f}"
        for name, floor in floors.items()
        if reached.get(name, 0.0) < floor
    ]
