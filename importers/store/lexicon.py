"""The lexicon as the curated tables give it, so that a name which an editor adds is found on the next page."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from importers.extraction.lexicon import Entry, Lexicon
from importers.reference import REFERENCE, language_entries
from minerals.models import CountryGroup, Name
from minerals.vocabularies import Origin

KINDS = ("country", "group", "region", "mineral", "organisation")


def lexicon(folder: Path = REFERENCE) -> Lexicon:
    """Names that a person or the reference files vouch for, and the files' language words."""
    return Lexicon((*name_entries(), *language_entries(folder)))


def name_entries() -> tuple[Entry, ...]:
    """The names in use, in a fixed order.

    Names that only a machine has read stay out: the next import would read otherwise than the one that made them.
    """
    found = []
    members = {group.pk: _members(group) for group in CountryGroup.objects.prefetch_related("members")}
    names = Name.objects.in_use().exclude(origin=Origin.MACHINE).select_related(*KINDS).order_by("pk")
    for name in names.filter(project=None, unit=None):
        kind = next(kind for kind in KINDS if getattr(name, f"{kind}_id") is not None)
        thing = getattr(name, kind)
        if thing.origin != Origin.MACHINE:
            props = {"country": getattr(thing, "country_id", None), "members": members.get(name.group_id)}
            if kind == "organisation":
                props["kind"] = thing.kind
            told = MappingProxyType({prop: value for prop, value in props.items() if value})
            found.append(Entry(kind, thing.ref, name.text, name.form, name.mark, thing.name_ru, told))
    return tuple(found)


def _members(group: CountryGroup) -> str:
    return " ".join(sorted(country.code for country in group.members.all()))
