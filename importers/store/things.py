"""The rows that a reading's keys and names mean, fetched once a page."""

from __future__ import annotations

import re
from typing import Any

from importers import records
from minerals.models import Country, CountryGroup, Mineral, Name, Organisation, Region, Stake, Thing, Unit
from minerals.models.stake import WHOLE
from minerals.vocabularies import Origin
from news.search import fold

LETTERS = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "iu",
    "я": "ia",
}
LONGEST = 90


class UnknownThing(LookupError):
    """A reading names a key that no row has; the message tells the operator what to do."""


class Things:
    """Countries, minerals and other rows by the keys of a reading; organisations by any of their names."""

    def __init__(self) -> None:
        self._rows: dict[tuple[type[Thing], str], Thing] = {}

    def country(self, code: str | None) -> Any:
        """The country by its ISO code."""
        return self._row(Country, code)

    def region(self, code: str | None) -> Any:
        """The region by its code."""
        return self._row(Region, code)

    def group(self, code: str | None) -> Any:
        """The group of countries by its code."""
        return self._row(CountryGroup, code)

    def mineral(self, slug: str | None) -> Any:
        """The mineral by its slug."""
        return self._row(Mineral, slug)

    def unit(self, code: str | None) -> Any:
        """The unit by its code."""
        return self._row(Unit, code)

    def organisation(self, name: str) -> Organisation:
        """The organisation by slug or name; one that nobody knows is made, to be checked by an editor."""
        found = self._rows.get((Organisation, name)) or _known(name)
        if found is None:
            found = Organisation(slug=_free_slug(name), name_ru=name[:300], origin=Origin.MACHINE)
            found.save()
            Name(text=name[:300], organisation=found, origin=Origin.MACHINE).save()
        self._rows[Organisation, name] = found
        return found

    def stake(self, read: records.Stake) -> Stake:
        """The role and share of an organisation in a project."""
        share = read.share if read.share is not None and 0 < read.share <= WHOLE else None
        return Stake.of(self.organisation(read.organisation), read.role, share)

    def of(self, kind: str, key: str, name: str) -> Any:
        """What a `Subject` of the reading means."""
        if kind != "organisation":
            return getattr(self, kind)(key)
        return Organisation.objects.filter(slug=key).first() or self.organisation(name)

    def _row(self, model: type[Thing], ref: str | None) -> Thing | None:
        if ref is None:
            return None
        if (model, ref) not in self._rows:
            row = model._default_manager.filter(**{model.REF: ref}).first()
            if row is None:
                raise UnknownThing(f"{model._meta.model_name} {ref} is not in the database: run load_reference.")
            self._rows[model, ref] = row
        return self._rows[model, ref]


def _known(name: str) -> Organisation | None:
    spelled = Name.objects.in_use().spelled(name).filter(organisation__isnull=False).order_by("pk")
    named = spelled.exclude(organisation__origin=Origin.MACHINE).first() or spelled.first()
    return named.organisation if named else Organisation.objects.filter(slug=name).first()


def _free_slug(name: str) -> str:
    letters = "".join(LETTERS.get(letter, letter) for letter in fold(name))
    stem = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:LONGEST] or "organisation"
    slug, number = stem, 1
    while Organisation.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug
