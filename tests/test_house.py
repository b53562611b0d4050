"""The house keeps its own rules: layers, purity, locked packages, small files."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("config", "importers", "minerals", "news")
PURE = ("records", "encodings", "reference", "checking", "sources", "extraction")
LOCKS = ("requirements.txt", "requirements-test.txt")
LONGEST = 300
# Files that may be longer, each with its reason.
LONGER = {
    "minerals/models/fact.py": "the life that all kinds of facts share",
    "tests/minerals/test_admin.py": "one desk, tried by one set of editors",
}

WITHOUT_DJANGO = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"django", "psycopg", "sqlite3", "news", "minerals", "config"}:
            raise ImportError(f"reading reached for {name}")
sys.meta_path.insert(0, Refuse())
import importlib
for name in sys.argv[1:]:
    importlib.import_module(f"importers.{name}")
"""


def test_reading_imports_where_django_cannot_be_imported() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_DJANGO, *PURE], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("room", "sentence"),
    [
        ("news/apps.py", "import minerals.apps"),
        ("minerals/apps.py", "import importers.apps"),
        ("importers/apps.py", "import config.urls"),
        ("importers/records.py", "import django.db"),
        ("importers/extraction/__init__.py", "from importers import store"),
        ("importers/sources/__init__.py", "import importers.models"),
    ],
)
def test_layers_refuse_an_import_that_turns_back(room: str, sentence: str, tmp_path: Path) -> None:
    for name in ROOMS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    linter = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    assert subprocess.run(linter, cwd=tmp_path, capture_output=True).returncode == 0
    with (tmp_path / room).open("a") as file:
        file.write(f"\n{sentence}\n")
    done = subprocess.run(linter, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert "BROKEN" in done.stdout


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    entries = re.split(r"\n(?=\w)", text)[1:] if text.startswith("#") else re.split(r"\n(?=\w)", text)
    assert len(entries) > 20
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_direct_package_has_a_reason_and_a_version(lock: str) -> None:
    wanted = [line for line in (ROOT / lock).with_suffix(".in").read_text().splitlines() if re.match(r"\w", line)]
    assert [line for line in wanted if not re.search(r"\s# \w+", line)] == []
    names = [re.match(r"[\w-]+", line)[0] for line in wanted]
    locked = (ROOT / lock).read_text()
    assert [name for name in names if not re.search(rf"^{name}==", locked, re.MULTILINE)] == []


def test_no_file_outgrows_a_reader() -> None:
    files = [
        path for room in (*ROOMS, "tests") for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts
    ]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in files}
    assert {name: n for name, n in lengths.items() if n > LONGEST and name not in LONGER} == {}


def test_readme_names_every_command_and_both_verbs() -> None:
    readme = (ROOT / "README.md").read_text()
    commands = {path.stem for room in ROOMS for path in (ROOT / room).glob("management/commands/[a-z]*.py")}
    assert "import_articles" in commands
    assert {name for name in commands if f"`{name}" not in readme} == set()
    assert {verb for verb in ("make run", "make test") if verb not in readme} == set()


def test_make_help_lists_every_verb() -> None:
    makefile = (ROOT / "Makefile").read_text()
    verbs = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split()
    # Run by `make test`, a make inside make would also tell which folder it enters.
    alone = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    told = subprocess.run(["make", "help"], cwd=ROOT, env=alone, capture_output=True, text=True, check=True).stdout
    assert [line.split()[0] for line in told.splitlines()] == verbs
