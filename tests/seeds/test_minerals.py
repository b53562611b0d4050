"""The curated names of minerals and organisations: whole lists, sorted, one owner a name."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

REFERENCE = Path(__file__).resolve().parents[2] / "seeds" / "reference"
HEADERS = {
    "minerals": "slug name_ru name_en symbol nouns adjectives lists examples counterexamples",
    "organisations": "slug name_ru name_en kind country nouns abbreviations examples counterexamples",
    "not_names": "kind phrase reason",
}
KINDS = {
    "company", "state company", "ministry", "agency", "international", "fund", "bank", "institute", "association",
    "media", "authority",
}  # fmt: skip
LISTS = {"usgs", "us-critical", "eu-critical"}


def slugs(text: str) -> list[str]:
    """The slugs of a list written as words."""
    return text.split()


# Chapters of the USGS Mineral Commodity Summaries 2025, in its order. Where two chapters are one commodity in the press
# (sheet and scrap mica, titanium metal and its concentrates), both are read as one row.
USGS = slugs("""
    abrasives aluminium antimony arsenic asbestos barite bauxite beryllium bismuth boron bromine cadmium cement cesium
    chromium clays cobalt copper diamond diatomite feldspar fluorite gallium garnet gemstones germanium gold graphite
    gypsum helium indium iodine steel steel-scrap steel-slag iron iron-oxide-pigments kyanite lead lime lithium
    magnesite magnesium manganese mercury mica molybdenum nickel niobium ammonia peat perlite phosphate
    platinum-group-metals potash pumice quartz rare-earths rhenium rubidium salt sand-and-gravel silica-sand scandium
    selenium silicon silver soda-ash crushed-stone dimension-stone strontium sulfur talc tantalum tellurium thallium
    thorium tin titanium tungsten vanadium vermiculite wollastonite yttrium zeolites zinc zirconium hafnium
""")

US_CRITICAL_2022 = slugs("""
    aluminium antimony arsenic barite beryllium bismuth cerium cesium chromium cobalt dysprosium erbium europium
    fluorite gadolinium gallium germanium graphite hafnium holmium indium iridium lanthanum lithium lutetium magnesium
    manganese neodymium nickel niobium palladium platinum praseodymium rhodium rubidium ruthenium samarium scandium
    tantalum tellurium terbium thulium tin titanium tungsten vanadium ytterbium yttrium zinc zirconium
""")
ADDED_IN_2025 = slugs("boron copper lead coking-coal phosphate potash rhenium silicon silver uranium")

# Annex II of the Critical Raw Materials Act with the strategic ones (copper, nickel); its groups are written out below.
EU_CRITICAL = slugs("""
    antimony arsenic bauxite aluminium barite beryllium bismuth boron cobalt coking-coal copper feldspar fluorite
    gallium germanium hafnium helium rare-earths lithium magnesium manganese graphite nickel niobium phosphate
    phosphorus platinum-group-metals scandium silicon strontium tantalum titanium tungsten vanadium
""")
EU_GROUP_MEMBERS = slugs("""
    cerium lanthanum neodymium praseodymium samarium
    dysprosium erbium europium gadolinium holmium lutetium terbium thulium ytterbium yttrium
    iridium palladium platinum rhodium ruthenium
""")
FUELS = {"coal", "coking-coal", "gas", "oil", "oil-shale", "uranium"}


def table(stem: str) -> list[dict[str, str]]:
    """The rows of a reference file by column."""
    with (REFERENCE / f"{stem}.tsv").open(encoding="utf-8", newline="") as lines:
        kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def cell(text: str | None) -> list[str]:
    """The parts of a cell that is a list."""
    return text.split("|") if text else []


def plain(name: str) -> str:
    """A name as the reader sees it, without its mark."""
    return name.lstrip("=!")


def folded(name: str) -> str:
    """The name under which two spellings are one; exact-case abbreviations stay apart from words."""
    return name if name.startswith("=") else plain(name).lower().replace("ё", "е")


def listed(name: str) -> set[str]:
    """Slugs of the minerals that carry a list's tag."""
    return {row["slug"] for row in table("minerals") if name in cell(row["lists"])}


@pytest.mark.parametrize("stem", HEADERS)
def test_header_is_the_agreed_one(stem: str) -> None:
    lines = (REFERENCE / f"{stem}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == HEADERS[stem].split()
    width = len(lines[0].split("\t"))
    wrong = [line for line in lines if line and not line.startswith("#") and line.count("\t") != width - 1]
    assert not wrong


@pytest.mark.parametrize("stem", ["minerals", "organisations"])
def test_keys_are_unique_and_sorted(stem: str) -> None:
    slugs = [row["slug"] for row in table(stem)]
    assert slugs == sorted(set(slugs))
    assert all(slug == slug.lower() and slug.replace("-", "").isalnum() and slug.isascii() for slug in slugs)


def test_not_names_are_unique_and_sorted() -> None:
    keys = [(row["kind"], row["phrase"]) for row in table("not_names")]
    assert keys == sorted(set(keys))
    assert {kind for kind, _ in keys} <= {"country", "mineral", "organisation"}
    assert all(row["reason"] for row in table("not_names"))


def test_not_names_silence_no_name() -> None:
    """A phrase that is a name itself («Персидский залив» is a group) would never be found again."""
    phrases = {folded(row["phrase"]) for row in table("not_names")}
    for stem in ("countries", "groups", "regions", "currencies", "minerals", "organisations"):
        for row in table(stem):
            for column in ("name_ru", "nouns", "adjectives", "abbreviations", "capital_ru"):
                assert not phrases & {folded(name) for name in cell(row.get(column, ""))}, (stem, row["name_ru"])


@pytest.mark.parametrize("stem", HEADERS)
def test_cells_are_tidy(stem: str) -> None:
    for row in table(stem):
        for column, text in row.items():
            assert text is not None, row
            assert text == text.strip() and "  " not in text, (column, text)
            parts = text.split("|")
            assert all(part and part == part.strip() for part in parts) or not text, (column, text)
            assert len(parts) == len(set(parts)), (column, text)


@pytest.mark.parametrize("stem", ["minerals", "organisations"])
def test_every_name_has_one_owner(stem: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in table(stem):
        for column in ("name_ru", "nouns", "adjectives", "abbreviations"):
            for name in cell(row.get(column, "")):
                owners[folded(name)].add(row["slug"])
    assert {name: slugs for name, slugs in owners.items() if len(slugs) > 1} == {}


@pytest.mark.parametrize("stem", ["minerals", "organisations"])
def test_every_row_has_both_display_names(stem: str) -> None:
    rows = table(stem)
    assert all(plain(row["name_ru"]) and row["name_en"] for row in rows)
    english = [row["name_en"].lower() for row in rows]
    assert len(english) == len(set(english))


def test_mineral_lists_are_known_and_examples_given() -> None:
    for row in table("minerals"):
        assert set(cell(row["lists"])) <= LISTS, row["slug"]
        assert cell(row["examples"]), row["slug"]
        assert row["lists"] or row["slug"] in FUELS | {"bentonite", "kaolin", "osmium", "sodium-sulfate"}, row["slug"]
        assert row["name_en"] == row["name_en"].lower(), row["slug"]


def test_usgs_list_is_whole() -> None:
    assert listed("usgs") == set(USGS)


def test_us_critical_lists_are_whole() -> None:
    assert len(US_CRITICAL_2022) == 50
    assert len(ADDED_IN_2025) == 10
    # The American list names the rare earths one by one; the row of the group carries the tag for them.
    assert listed("us-critical") == {*US_CRITICAL_2022, *ADDED_IN_2025, "rare-earths"}


def test_eu_critical_list_is_whole() -> None:
    assert listed("eu-critical") == {*EU_CRITICAL, *EU_GROUP_MEMBERS}


def test_fuels_of_the_press_have_rows() -> None:
    assert {row["slug"] for row in table("minerals")} >= FUELS


# Names that are other words in another case or number: only the forms that cannot be misread are listed.
@pytest.mark.parametrize(
    ("slug", "misread"),
    [
        ("boron", "бор"),  # «Нильс Бор»
        ("diamond", "алмаз"),  # Алмаз is a first name in Kyrgyzstan
        ("gas", "газа"),  # «сектор Газа»
        ("germanium", "германия"),
        ("indium", "индия"),
        ("samarium", "самария"),  # «Иудея и Самария»
        ("steel", "стали"),  # «стали партнёрами»
        ("sulfur", "серой"),  # «с серой крышей»
        ("titanium", "титаны"),  # «титаны рынка»
    ],
)
def test_forms_that_are_other_words_are_not_listed_in_any_case(slug: str, misread: str) -> None:
    row = next(row for row in table("minerals") if row["slug"] == slug)
    names = {*cell(row["name_ru"]), *cell(row["nouns"])}
    assert not names & {misread, f"!{misread}"}


def test_organisation_kinds_and_countries_exist() -> None:
    codes = {row["code"] for row in table("countries")}
    for row in table("organisations"):
        assert row["kind"] in KINDS, row["slug"]
        assert not row["country"] or row["country"] in codes, row["slug"]
        assert row["country"] or row["kind"] in {"international", "bank", "fund", "association", "company"}, row["slug"]


def test_abbreviations_are_exact_case() -> None:
    for row in table("organisations"):
        assert all(name.startswith("=") for name in cell(row["abbreviations"])), row["slug"]
        short = [name for name in cell(row["nouns"]) if len(name) <= 6 and name.isupper() and name.isalpha()]
        assert not short, row["slug"]
