"""Reference files to lexicon rows; pure, so that tests and `extract_facts` need no database."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from importers.extraction.lexicon import Entry

REFERENCE = Path(__file__).resolve().parent.parent / "seeds" / "reference"
# Things of the world, kept as rows of the database too; the column that holds the key, and the display name.
THINGS = {"country": "code", "group": "code", "region": "code", "mineral": "slug", "organisation": "slug"}
FILES = {
    "country": "countries",
    "group": "groups",
    "region": "regions",
    "mineral": "minerals",
    "organisation": "organisations",
}
FORMS = {"name_ru": "noun", "nouns": "noun", "adjectives": "adjective", "abbreviations": "abbreviation"}
# Classes of the language: files with `key`, `words` and properties; never rows of the database.
WORDS = (
    "agreement",
    "comparison",
    "counted",
    "measure",
    "month",
    "number",
    "qualifier",
    "reach",
    "hint",
    "scale",
    "signing",
    "speech",
    "stage",
    "stake",
    "unit",
    "work",
    "role",
    "person_name",
    "office_holder",
    "legal_form",
    "nationality",
)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a reference file by column; `#` comments and empty lines are passed over.

    Raises ValueError naming file and line where a row has more cells than the header.
    """
    return (row for _, row in numbered(path))


def numbered(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a reference file, each with the number of its line."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        kept = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    header, *body = csv.reader((line for _, line in kept), delimiter="\t", quoting=csv.QUOTE_NONE)
    for (number, _), cells in zip(kept[1:], body, strict=True):
        if len(cells) > len(header):
            raise ValueError(f"{path.name}:{number}: {len(cells)} cells under {len(header)} column names")
        yield number, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def names(cell: str) -> Iterator[tuple[str, str]]:
    """The names in a cell, each with its mark (``=``, ``!`` or none)."""
    for text in cell.split("|"):
        text = text.strip()
        if text:
            mark = text[0] if text[0] in "=!" else ""
            yield text[len(mark) :], mark


def thing_entries(kind: str, row: dict[str, str]) -> Iterator[Entry]:
    """The lexicon rows of one country, group, region, mineral or organisation."""
    key, display = row[THINGS[kind]], row["name_ru"]
    props = MappingProxyType(
        {
            column: row[column]
            for column in ("country", "members", *(("kind",) if kind == "organisation" else ()))
            if row.get(column)
        }
    )
    for column, form in FORMS.items():
        for text, mark in names(row.get(column, "")):
            yield Entry(kind, key, text, form, mark, display.lstrip("=!"), props)
    if row.get("capital_acts") == "yes":
        for text, mark in names(row["capital_ru"]):
            yield Entry(kind, key, text, "capital", mark, display)


def currency_entries(row: dict[str, str]) -> Iterator[Entry]:
    """The lexicon rows of one currency, signs such as «$» included."""
    props = MappingProxyType({"unit": row["code"], "dimension": "money", "factor": "1"})
    for column, form in (*FORMS.items(), ("symbols", "symbol")):
        for text, mark in names(row.get(column, "")):
            mark = "!" if form == "symbol" else mark
            yield Entry("currency", row["code"], text, form, mark, row["name_ru"], props)


def word_entries(kind: str, row: dict[str, str]) -> Iterator[Entry]:
    """The lexicon rows of one word class row; all its other columns travel as properties."""
    props = MappingProxyType({k: v for k, v in row.items() if k not in {"key", "words"} and v})
    for text, mark in names(row["words"]):
        yield Entry(kind, row["key"], text, "word", mark, row["key"], props)


def project_entries(row: dict[str, str]) -> Iterator[Entry]:
    """The lexicon rows of a deposit or works that the press names without its noun; what stands there is a hint."""
    props = MappingProxyType({c: row[c] for c in ("kind", "country", "region", "minerals") if row[c]})
    for column in ("name_ru", "nouns"):
        for text, mark in names(row[column]):
            yield Entry("project", row["slug"], text, "noun", mark, row["name_ru"].lstrip("=!"), props)


def phrase_entries(row: dict[str, str]) -> Iterator[Entry]:
    """The lexicon rows of a figure of speech that holds a name and means no such thing."""
    for text, mark in names(row["phrase"]):
        yield Entry("not_name", row["kind"], text, "word", mark)


def entries(kind: str, row: dict[str, str]) -> Iterator[Entry]:
    """The lexicon rows of one row of any file that holds names or words."""
    if kind in THINGS:
        return thing_entries(kind, row)
    own = {"project": project_entries, "currency": currency_entries, "not_name": phrase_entries}.get(kind)
    return own(row) if own else word_entries(kind, row)


def language_files(folder: Path = REFERENCE) -> Iterator[tuple[str, Path]]:
    """Files that no editor curates: deposits of renown, currencies, figures of speech, and the word classes."""
    yield "project", folder / "projects.tsv"
    yield "currency", folder / "currencies.tsv"
    yield "not_name", folder / "not_names.tsv"
    words = ((kind, folder / "words" / f"{kind}.tsv") for kind in WORDS)
    yield from ((kind, path) for kind, path in words if path.exists())


def thing_files(folder: Path = REFERENCE) -> Iterator[tuple[str, Path]]:
    """Files of things that are rows of the database too."""
    return ((kind, folder / f"{stem}.tsv") for kind, stem in FILES.items())


def language_entries(folder: Path = REFERENCE) -> Iterator[Entry]:
    """The lexicon rows of the files that no editor curates."""
    return (entry for kind, path in language_files(folder) for row in rows(path) for entry in entries(kind, row))


def lexicon_entries(folder: Path = REFERENCE) -> tuple[Entry, ...]:
    """Everything the reference files say, ready for `Lexicon`."""
    things = (entry for kind, path in thing_files(folder) for row in rows(path) for entry in entries(kind, row))
    return (*things, *language_entries(folder))
