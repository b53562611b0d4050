"""How many published facts there are about each country and each mineral."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, F
from django.db.models.functions import Coalesce

from minerals.models import Agreement, Country, Fact, Mineral, Project, Statistic, Thing

COUNTRY = Coalesce("country_id", "region__country_id")


@dataclass
class Tally:
    """A thing and how many published facts of each kind are about it."""

    thing: Thing
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Facts of all kinds."""
        return sum(self.counts.values())


def countries() -> list[Tally]:
    """Countries with published facts, most facts first; a region counts for its country."""
    found = {Statistic: COUNTRY, Project: COUNTRY, Agreement: F("parties")}
    return _tallies({kind: _count(kind, about) for kind, about in found.items()}, Country)


def minerals() -> list[Tally]:
    """Minerals with published facts, most facts first."""
    found = {Statistic: F("mineral"), Project: F("minerals"), Agreement: F("minerals")}
    return _tallies({kind: _count(kind, about) for kind, about in found.items()}, Mineral)


def _count(kind: type[Fact], about: Coalesce | F) -> dict[str, int]:
    facts = kind.objects.published().order_by().annotate(about=about).exclude(about=None)
    return dict(facts.values("about").annotate(facts=Count("pk", distinct=True)).values_list("about", "facts"))


def _tallies(found: dict[type[Fact], dict[str, int]], model: type[Thing]) -> list[Tally]:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for kind, numbers in found.items():
        for about, number in numbers.items():
            counts[about][f"{kind._meta.model_name}s"] = number
    things = model.objects.defer("lemmas").in_bulk(list(counts))
    tallies = [Tally(things[about], numbers) for about, numbers in counts.items()]
    return sorted(tallies, key=lambda tally: (-tally.total, tally.thing.name))
