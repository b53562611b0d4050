"""`extract_facts`: what would be read, one page a line, without a database."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

from importers.inputs import Input
from importers.walk import walk_all

ROOT = Path(__file__).parents[2]
KINDS = ("statistics", "projects", "agreements", "speakers")


def extract(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `extract_facts` as an operator does, with no database to reach."""
    nowhere = {"DATABASE_URL": "postgres://nobody@127.0.0.1:9/nothing", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "extract_facts", *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **nowhere, **environment},
        cwd=ROOT,
        check=False,
    )


def test_facts_are_extracted_without_a_database(pages):
    done = extract(str(pages))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [line.split(": ")[0].rsplit("/", 1)[-1] for line in done.stderr.splitlines()[:2]] == [
        "empty.txt",
        "picture.txt",
    ]
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == 5
    for page in told:
        body = page["article"]["body"]
        for kind in KINDS:
            for fact in page[kind]:
                evidence = fact["evidence"]
                assert body[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_standard_input_is_read_beside_other_pages_by_several_workers(seed_pages, lexicon, monkeypatch):
    pages = sorted(seed_pages.glob("*.txt"))[:2]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pages[0].read_bytes())))
    walked = list(walk_all([Input("-"), Input(str(pages[1]))], lexicon, workers=2))
    assert [(each.name, each.reason) for each in walked] == [("-", ""), (str(pages[1]), "")]


def test_facts_come_as_one_list_too(seed_pages):
    page = str(min(seed_pages.glob("*.txt")))
    done = extract(page, "--format", "json")
    (told,) = json.loads(done.stdout)
    assert done.returncode == 0
    assert list(told) == [
        "file",
        "sha256",
        "article",
        "countries",
        "regions",
        "minerals",
        "organisations",
        "statistics",
        "projects",
        "agreements",
        "speakers",
    ]
    assert list(told["statistics"][0]) == [
        *("value", "value_max", "unit", "qualifier", "measure", "country", "region", "mineral", "project"),
        *("period", "attributed_to", "converts", "rule", "evidence"),
    ]


def test_no_page_is_an_empty_list(tmp_path):
    (tmp_path / "empty.txt").touch()
    done = extract(str(tmp_path), "--format", "json")
    assert (json.loads(done.stdout), done.returncode) == ([], 1)
