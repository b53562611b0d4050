"""Reference files to tables: countries, groups, regions, units, minerals, organisations, outlets, and their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from importers.extraction.lexicon import Entry
from importers.reference import FILES, REFERENCE, names, rows, thing_entries
from importers.store.counted import counted
from minerals.models import Country, CountryGroup, Mineral, Name, Organisation, Region, Thing, Unit
from minerals.vocabularies import Origin
from news.models import Source

MODELS: dict[str, type[Thing]] = {
    "country": Country,
    "group": CountryGroup,
    "region": Region,
    "mineral": Mineral,
    "organisation": Organisation,
}


def load_reference(folder: Path = REFERENCE) -> Counter[str]:
    """Bring the tables in line with the files; returns rows created, changed, removed, and left to the editors.

    Nothing that an editor changed or added is touched. Raises ValueError naming file and line of a malformed row.
    """
    tally: Counter[str] = Counter()
    with transaction.atomic():
        for kind, model in MODELS.items():
            given = list(rows(folder / f"{FILES[kind]}.tsv"))
            entries = [entry for row in given for entry in thing_entries(kind, row)]
            _load(model, {row[model.REF]: _columns(kind, row) for row in given}, entries, kind, tally)
            if kind == "group":
                _members(given, tally)
        _load(Unit, dict(_units(folder)), [], "unit", tally)
        _sources(folder / "sources.tsv", tally)
    return +tally


def _columns(kind: str, row: dict[str, str]) -> dict[str, Any]:
    columns: dict[str, Any] = {"name_ru": _unmarked(row["name_ru"]), "name_en": row["name_en"]}
    if kind == "country":
        columns |= {"alpha3": row["alpha3"], "capital_ru": _unmarked(row["capital_ru"])}
        columns |= {"capital_en": row["capital_en"], "capital_acts": row["capital_acts"] == "yes"}
    elif kind == "region":
        columns |= {"country_id": row["country"], "kind": row["kind"]}
    elif kind == "mineral":
        columns |= {"symbol": row["symbol"], "lists": [name for name in row["lists"].split("|") if name]}
    elif kind == "organisation":
        columns |= {"kind": row["kind"], "country_id": row["country"] or None}
    return columns


def _unmarked(name: str) -> str:
    return name.lstrip("=!")


def _units(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    undeclined = {}
    for row in rows(folder / "units.tsv"):
        if row["kind"] == "currency":
            undeclined[row["code"]] = row["counted_ru"]
        else:
            yield row["code"], {column: row[column] for column in ("kind", "name_ru", "name_en", "counted_ru")}
    for row in rows(folder / "currencies.tsv"):
        name = _unmarked(row["name_ru"])
        press = next((text for text, mark in names(row["nouns"]) if not mark), name)
        columns = {
            "kind": "currency",
            "name_ru": name,
            "name_en": row["name_en"],
            "counted_ru": undeclined.get(row["code"]) or counted(press),
        }
        yield row["code"], columns


def _load(
    model: type[Thing], wanted: dict[str, dict[str, Any]], entries: Iterable[Entry], kind: str, tally: Counter[str]
) -> None:
    """Create and change things, then their names; the editors' rows and names stay as they are."""
    spelled: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for entry in entries:
        spelled[entry.key][entry.text, entry.form] = entry.mark
    standing: dict[str, list[Name]] = defaultdict(list)
    for name in Name.objects.filter(**{f"{kind}__isnull": False}).select_related(kind):
        standing[getattr(name, kind).ref].append(name)
    things = {thing.ref: thing for thing in model._default_manager.all()}
    for ref, columns in wanted.items():
        thing = things.get(ref) or model(**{model.REF: ref}, origin=Origin.REFERENCE)
        spellings = {text for text, _ in spelled[ref]} | {name.text for name in standing[ref]}
        created = thing._state.adding
        if not created and thing.origin != Origin.REFERENCE:
            tally["left to the editors"] += 1
        elif _differs(thing, columns, spellings):
            thing.save_with(sorted(spellings))
            tally["created" if created else "changed"] += 1
        things[ref] = thing
    _load_names(kind, things, {ref: spelled[ref] for ref in wanted}, standing, tally)


def _differs(thing: Thing, columns: dict[str, Any], spellings: set[str]) -> bool:
    """Set the columns; whether anything, the words to search included, came out otherwise than it stood."""
    before = {column: getattr(thing, column) for column in (*columns, "lemmas")}
    for column, value in columns.items():
        setattr(thing, column, value)
    thing.settle(sorted(spellings))
    return thing._state.adding or before != {column: getattr(thing, column) for column in before}


def _load_names(
    kind: str,
    things: dict[str, Thing],
    wanted: dict[str, dict[tuple[str, str], str]],
    standing: dict[str, list[Name]],
    tally: Counter[str],
) -> None:
    fresh, gone = [], []
    for ref, marks in wanted.items():
        known = {(name.text, name.form): name for name in standing[ref]}
        for (text, form), mark in marks.items():
            name = known.pop((text, form), None)
            if name is None:
                fresh.append(Name(text=text, form=form, mark=mark, origin=Origin.REFERENCE, **{kind: things[ref]}))
                fresh[-1].settle()
            elif name.origin == Origin.REFERENCE and name.mark != mark:
                name.mark = mark
                name.save(update_fields=["mark"])
                tally["changed"] += 1
        gone += [name.pk for name in known.values() if name.origin == Origin.REFERENCE]
    Name.objects.bulk_create(fresh, batch_size=500)
    Name.objects.filter(pk__in=gone).delete()
    tally["created"] += len(fresh)
    tally["removed"] += len(gone)


def _members(given: list[dict[str, str]], tally: Counter[str]) -> None:
    groups = CountryGroup.objects.filter(origin=Origin.REFERENCE).prefetch_related("members").in_bulk()
    for row in given:
        group, codes = groups.get(row["code"]), set(row["members"].split())
        if group is not None and codes != {country.code for country in group.members.all()}:
            group.members.set(Country.objects.filter(code__in=codes))
            tally["changed"] += 1


def _sources(path: Path, tally: Counter[str]) -> None:
    """Outlets are created only: whatever stands is the editors'."""
    if not path.exists():
        return
    known = set(Source.objects.values_list("domain", flat=True))
    for row in rows(path):
        if row["domain"] not in known:
            name = row["name_ru"] or row["domain"]
            Source.objects.create(domain=row["domain"], name=name, name_en=row["name_en"], url=row["url"])
            known.add(row["domain"])
            tally["created"] += 1
