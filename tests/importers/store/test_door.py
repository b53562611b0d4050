"""Machine readings have one door to the tables of facts: nobody else writes there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FACTS = r"(?:Project|Agreement|Statistic|Quotation|Evidence|Mention|Article|Revision|Page)"
WRITES = re.compile(
    rf"\b{FACTS}(?:\._default_manager|\.objects)[\w.()=\"', ]*\.(?:create|bulk_create|update|bulk_update|get_or_create"
    rf"|update_or_create|delete)\(|\b{FACTS}\([^)]*\)\.save\("
)
# The store, and what people do to a fact: its own methods.
DOORS = ("importers/store/", "minerals/models/")

WRITING = [
    'Statistic.objects.create(key="a")',
    "Evidence.objects.bulk_create(rows)",
    'Project.objects.filter(state="proposed").update(state="published")',
    "Quotation(key=key).save()",
    "Article.objects.all().delete()",
]
READING = ["Statistic.objects.filter(pk=1).exists()", "Run.objects.create()", "Project.objects.published().accept(by)"]


@pytest.mark.parametrize("line", WRITING)
def test_a_write_is_seen(line):
    assert WRITES.search(line)


@pytest.mark.parametrize("line", READING)
def test_other_work_is_none(line):
    assert not WRITES.search(line)


def test_only_the_store_writes_facts():
    found = []
    for package in ("config", "importers", "minerals", "news"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(DOORS) and "/migrations/" not in name:
                found += [f"{name}: {hit[0]}" for hit in WRITES.finditer(path.read_text(encoding="utf-8"))]
    assert found == []
