"""Annotations as files: a page and what a person read in it (the words are those of `tests/golden/README.md`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Gold:
    """One annotated page: the annotation and the page's file."""

    name: str
    facts: dict[str, Any]
    page: Path
    body: str | None = None  # the text that a person cut out of the page

    def accepted(self, value: Any) -> list[Any]:
        """The acceptable answers: a list where one value is expected names several."""
        return value if isinstance(value, list) else [value]


def load(folder: Path, pages: Path | None = None) -> Iterator[Gold]:
    """The annotations of a folder in order; a page stands beside its annotation or in `pages`.

    Raises FileNotFoundError naming the annotation whose page is in neither.
    """
    annotations = sorted(folder.glob("*.json"))
    if not annotations:
        raise FileNotFoundError(f"{folder}: no annotation (*.json) in this folder")
    for path in annotations:
        facts = json.loads(path.read_text(encoding="utf-8"))
        places = [p / f"{path.stem}.txt" for p in (folder, pages) if p is not None]
        page = next((place for place in places if place.exists()), None)
        if page is None:
            raise FileNotFoundError(
                f"{path}: its page {path.stem}.txt is not in {', '.join(str(p.parent) for p in places)}"
            )
        body = path.with_suffix(".body.txt")
        yield Gold(path.stem, facts, page, body.read_text(encoding="utf-8") if body.exists() else None)
