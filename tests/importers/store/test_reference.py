"""Reference data is loaded once; what an editor changed, added or switched off stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.reference import REFERENCE, rows
from importers.store import load_reference
from importers.store.counted import counted
from importers.store.lexicon import name_entries
from minerals.models import Country, CountryGroup, Mineral, Name, Organisation, Region, Unit
from minerals.vocabularies import Measure, Origin, ProjectStage, Qualifier
from news.models import Source

FILES = {
    "countries": "code\talpha3\tname_ru\tname_en\tnouns\tadjectives\tabbreviations\tcapital_ru\tcapital_en"
    "\tcapital_acts\n"
    "KZ\tKAZ\tКазахстан\tKazakhstan\tРеспублика Казахстан\tказахстанский\t=РК\tАстана\tAstana\tyes\n",
    "groups": "code\tname_ru\tname_en\tnouns\tadjectives\tabbreviations\tmembers\ncis\tСНГ\tCIS\t\t\t=СНГ\tKZ\n",
    "regions": "code\tcountry\tname_ru\tname_en\tkind\tnouns\tadjectives\nKZ-ZHT\tKZ\tЖетысу\tJetisu\tregion\t\t\n",
    "minerals": "slug\tname_ru\tname_en\tsymbol\tnouns\tadjectives\tlists\ntin\tолово\ttin\tSn\t\tоловянный\tusgs\n",
    "organisations": "slug\tname_ru\tname_en\tkind\tcountry\tnouns\tabbreviations\nadb\tАБР\tADB\tbank\t\t\t=АБР\n",
    "units": "code\tkind\tname_ru\tname_en\tcounted_ru\nt\tmass\tтонна\ttonne\tт\n",
    "currencies": "code\tname_ru\tname_en\tnouns\tabbreviations\tsymbols\n"
    "KZT\tказахстанский тенге\ttenge\tтенге\t=KZT\t₸\n",
    "sources": "domain\tkind\tname_ru\tname_en\turl\tnames\n"
    "vesti.example\toutlet\tВести\tNews\thttps://vesti.example\t\n",
}

COUNTED = [
    ("тенге", "тенге"),
    ("доллар США", "доллар США|доллара США|долларов США"),
    ("канадский доллар", "канадский доллар|канадских доллара|канадских долларов"),
    ("₸", "₸"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reference files of one country."""
    for stem, text in FILES.items():
        (tmp_path / f"{stem}.tsv").write_text(text, encoding="utf-8")
    return tmp_path


def change(folder: Path, stem: str, old: str, new: str) -> None:
    """Edit a reference file."""
    path = folder / f"{stem}.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("name", "forms"), COUNTED)
def test_a_name_after_a_number(name, forms):
    assert counted(name) == forms


@pytest.mark.django_db
def test_rows_and_names_are_loaded(folder):
    load_reference(folder)
    country = Country.objects.get()
    assert (country.alpha3, country.capital_acts) == ("KAZ", True)
    assert {(name.text, name.form, name.mark) for name in country.names.all()} == {
        ("Казахстан", "noun", ""),
        ("Республика Казахстан", "noun", ""),
        ("казахстанский", "adjective", ""),
        ("РК", "abbreviation", "="),
        ("Астана", "capital", ""),
    }
    assert list(CountryGroup.objects.get().members.all()) == [country]
    assert (Region.objects.get().country_id, Mineral.objects.get().lists) == ("KZ", ["usgs"])
    assert (Organisation.objects.get().kind, Unit.objects.get(code="KZT").counted_ru) == ("bank", "тенге")
    assert str(Source.objects.get()) == "Вести"


@pytest.mark.django_db
def test_loading_again_writes_nothing(folder, make):
    load_reference(folder)
    before = make.all_rows()
    assert not load_reference(folder).total()
    assert make.all_rows() == before


@pytest.mark.django_db
def test_a_changed_file_changes_rows_and_takes_names_back(folder):
    load_reference(folder)
    change(folder, "countries", "Республика Казахстан", "Казахская Республика")
    load_reference(folder)
    assert set(Name.objects.filter(country="KZ", form="noun").values_list("text", flat=True)) == {
        "Казахстан",
        "Казахская Республика",
    }


@pytest.mark.django_db
def test_what_editors_did_stays(folder, make):
    load_reference(folder)
    country = Country.objects.get()
    country.name_ru, country.origin = "Казакстан", Origin.EDITOR
    country.save()
    Name.objects.create(text="Страна степей", country=country)
    Name.objects.filter(text="Астана").update(active=False, origin=Origin.EDITOR)
    change(folder, "countries", "Kazakhstan", "Qazaqstan")
    assert load_reference(folder) == {"left to the editors": 1}
    country.refresh_from_db()
    assert (country.name_ru, country.name_en) == ("Казакстан", "Kazakhstan")
    assert Name.objects.in_use().filter(text="Страна степей").exists()
    assert not Name.objects.in_use().filter(text="Астана").exists()


@pytest.mark.django_db
def test_the_lexicon_holds_what_people_vouch_for(folder):
    load_reference(folder)
    unchecked = Organisation.objects.create(slug="zerd", name_ru="Зерд", origin=Origin.MACHINE)
    Name.objects.create(text="Зерд", organisation=unchecked, origin=Origin.EDITOR)
    Name.objects.create(text="Страна степей", country_id="KZ")
    Name.objects.filter(text="Астана").update(active=False)
    found = {(entry.kind, entry.key, entry.text) for entry in name_entries()}
    assert ("country", "KZ", "Страна степей") in found
    assert not found & {("country", "KZ", "Астана"), ("organisation", "zerd", "Зерд")}


@pytest.mark.django_db
def test_the_database_gives_the_names_that_the_files_give():
    from importers.reference import lexicon_entries

    load_reference()
    things = {"country", "group", "region", "mineral", "organisation"}

    def told(entries):
        return {(e.kind, e.key, e.text, e.form, e.mark, e.name.lstrip("=!"), *sorted(e.props.items())) for e in entries}

    assert told(name_entries()) == told(entry for entry in lexicon_entries(REFERENCE) if entry.kind in things)


WORDS = [("measure", Measure), ("qualifier", Qualifier), ("stage", ProjectStage)]


@pytest.mark.parametrize(("stem", "vocabulary"), WORDS)
def test_words_of_the_language_speak_the_closed_vocabularies(stem, vocabulary):
    keys = {row["key"] for row in rows(REFERENCE / "words" / f"{stem}.tsv")}
    assert keys <= set(vocabulary.values)


def test_every_unit_that_is_read_can_be_stored():
    read = {row["key"] for row in rows(REFERENCE / "words" / "unit.tsv")}
    assert read <= {row["code"] for row in rows(REFERENCE / "units.tsv")}
