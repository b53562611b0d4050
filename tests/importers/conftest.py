"""All that the importers may have written, for tests that compare before and after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def rows(db: None) -> Callable[[], Rows]:
    """Gives every row of every table of ours, history included."""

    def all_rows() -> Rows:
        ours = [
            model for app in ("news", "minerals", "importers") for model in apps.get_app_config(app).get_models(True)
        ]
        return {model._meta.label: sorted(model._default_manager.values_list(), key=repr) for model in ours}

    return all_rows


@pytest.fixture
def pages(tmp_path: Path, seed_pages: Path) -> Path:
    """The five seed pages among files that are none."""
    for page in seed_pages.glob("*.txt"):
        (tmp_path / page.name).write_bytes(page.read_bytes())
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.txt").write_bytes(PNG)
    return tmp_path
