"""Every message of the interface has its Russian text, and the compiled files say what the written ones do."""

from __future__ import annotations

import gettext
import json
import re
from pathlib import Path

import pytest
from django.utils import translation

ROOT = Path(__file__).parent.parent
WRITTEN = sorted(ROOT.glob("*/locale/ru/LC_MESSAGES/django.po"))
LINE = re.compile(r'^(msgid|msgid_plural|msgstr|msgstr\[\d\]) ((?:"(?:[^"\\]|\\.)*"\n?)+)', re.M)
IN_TEMPLATES = re.compile(r'{% translate "((?:[^"])+)"')
IN_CODE = re.compile(r'(?<![\w.])_\(\s*"((?:[^"\\]|\\.)+)"\s*\)')
HOLES = re.compile(r"%\(\w+\)s|%[ds]")


def messages(path: Path) -> list[dict[str, str]]:
    """The entries of a catalogue without its header."""
    found: list[dict[str, str]] = []
    for name, quoted in LINE.findall(path.read_text()):
        if name == "msgid":
            found.append({})
        found[-1][name] = "".join(json.loads(line) for line in quoted.splitlines())
    return [entry for entry in found if entry["msgid"]]


def test_each_app_has_its_catalogue():
    assert [path.parts[-5] for path in WRITTEN] == ["config", "importers", "minerals", "news"]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.parts[-5])
def test_no_message_lacks_its_russian_text(path):
    assert "fuzzy" not in path.read_text()
    for entry in messages(path):
        texts = [text for name, text in entry.items() if name.startswith("msgstr")]
        assert all(texts), entry
        for text in texts:
            assert set(HOLES.findall(text)) == set(HOLES.findall(entry["msgid"])), entry


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.parts[-5])
def test_the_compiled_file_says_the_same(path):
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for entry in messages(path):
        if "msgid_plural" in entry:
            assert compiled.ngettext(entry["msgid"], entry["msgid_plural"], 5) == entry["msgstr[2]"]
        else:
            assert compiled.gettext(entry["msgid"]) == entry["msgstr"]


def test_every_message_in_code_and_templates_is_in_a_catalogue():
    known = {entry["msgid"] for path in WRITTEN for entry in messages(path)}
    for app in ("config", "importers", "minerals", "news"):
        for path in (ROOT / app).rglob("*"):
            pattern = {".html": IN_TEMPLATES, ".py": IN_CODE}.get(path.suffix)
            if pattern:
                missing = {json.loads(f'"{text}"') for text in pattern.findall(path.read_text())} - known
                assert not missing, (path, missing)


@pytest.mark.parametrize(
    ("number", "word"), [(1, "показатель"), (2, "показателя"), (5, "показателей"), (21, "показатель")]
)
def test_russian_counts_are_right(number, word):
    with translation.override("ru"):
        assert translation.ngettext("statistic", "statistics", number) == word
    with translation.override("en"):
        assert translation.ngettext("statistic", "statistics", number) == ("statistic" if number == 1 else "statistics")
