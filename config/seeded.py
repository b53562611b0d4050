"""Exit status 0 when the default database holds what today's code and seeds give; `--mark` says that it does."""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR", ROOT / "var"))
GIVEN = ("config", "importers", "minerals", "news", "seeds", "requirements.txt")


def fingerprint(paths: Iterable[Path]) -> int:
    """A positive 31-bit number (what SQLite's header holds) of the names and bytes of all files under `paths`."""
    digest = hashlib.sha256()
    files = {file for path in paths for file in (path, *path.rglob("*")) if file.is_file()}
    for file in sorted(file for file in files if "__pycache__" not in file.parts):
        digest.update(f"{file}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return 1 + int.from_bytes(digest.digest()[:4], "big") % (2**31 - 1)


def main(arguments: list[str]) -> int:
    """0 or 1. The mark is in the database file itself, so it goes where the file goes and is lost with it."""
    database = VAR_DIR / "db.sqlite3"
    # A database of one's own is asked each time: nothing here tells one server from another.
    if os.environ.get("DATABASE_URL") or not database.exists() or not (VAR_DIR / "static/staticfiles.json").exists():
        return 1
    today = fingerprint(ROOT / name for name in GIVEN)
    with closing(sqlite3.connect(database)) as connection:
        if arguments == ["--mark"]:
            connection.execute(f"PRAGMA user_version={today}")
        (marked,) = connection.execute("PRAGMA user_version").fetchone()
    return 0 if marked == today else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
