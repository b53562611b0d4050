"""The forms of the lexicon's phrases, kept from one start to the next: inflecting them is most of what a start costs.

The file is named after the code and the dictionary that made it, so that another version reads nothing of it; it may be
lost, unwritable, or written by several processes at once.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path

from importers.extraction import entry, fold, morph, segment
from importers.extraction.entry import Forms
from importers.extraction.lexicon import Lexicon

ROOT = Path(__file__).resolve().parent.parent
MADE_BY = (entry, fold, morph, segment)
MANY = 50_000  # phrases; names that were deleted long ago are forgotten at last


def compiled(given: Lexicon, folder: Path | None = None) -> Lexicon:
    """The lexicon with its tries built from the forms that are kept; those that are new are kept for the next start."""
    if given.is_compiled:
        return given
    path = (folder or Path(os.environ.get("VAR_DIR", ROOT / "var"))) / f"forms-{_made_by()}.json"
    known = _read(path)
    given.forms.update(known)
    gc.disable()  # nothing of it is garbage
    given.compile()
    gc.enable()
    gc.freeze()  # and it stays: looking through it again and again is a fifth of what reading costs
    if len(given.forms) > len(known):
        _write(path, given.forms)
    return given


def _made_by() -> str:
    """What the forms depend on, in sixteen letters."""
    digest = hashlib.sha256()
    for module in MADE_BY:
        digest.update(Path(str(module.__file__)).read_bytes())
    for package in ("pymorphy3", "pymorphy3-dicts-ru"):
        digest.update(version(package).encode())
    return digest.hexdigest()[:16]


def _read(path: Path) -> Forms:
    try:
        rows = json.loads(path.read_bytes())
        known = {
            (text, mark, bool(adjective)): frozenset(tuple(form.split(" ")) for form in forms)
            for text, mark, adjective, *forms in rows
        }
    except (OSError, ValueError, TypeError, AttributeError):  # absent, or no longer what was written
        return {}
    return known if len(known) <= MANY else {}


def _write(path: Path, forms: Forms) -> None:
    """Put the file in its place whole, and what earlier versions left behind away."""
    rows = [[*phrase, *(" ".join(form) for form in sorted(each))] for phrase, each in forms.items()]
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        draft.replace(path)
        for old in path.parent.glob("forms-*.json"):
            if old != path:
                old.unlink(missing_ok=True)
