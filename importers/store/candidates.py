"""Readings as the store compares them: values by keys, with the rows that the keys name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from importers import records
from importers.records import Reading, Span
from importers.store.things import Things
from minerals.models import Agreement, Fact, Project, Quotation, Statistic
from minerals.models.fact import Json, plain


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of one fact: `values` by keys, `rows` where a key is a row, `names` that a project goes by.

    `further` are other places of the article that state it; `converts` is the place of the statistic that this one
    gives in another unit.
    """

    model: type[Fact]
    values: dict[str, Json]
    rows: dict[str, Any]
    span: Span
    rule: str
    names: tuple[str, ...] = ()
    further: tuple[Span, ...] = ()
    converts: Span | None = None

    @property
    def meaning(self) -> str:
        """The key of what is said."""
        return self.model.meaning_of(self.values)

    def point_at(self, original: Fact | None) -> None:
        """Name the fact that a conversion converts, once it is stored."""
        if self.model is Statistic:
            self.values["converts"] = original.key if original else None
            self.rows["converts"] = original

    def objects(self, names: Iterable[str]) -> dict[str, Any]:
        """The fields `names`, ready for `Fact.put`."""
        return {name: self.rows.get(name, self.values[name]) for name in names}


@dataclass(slots=True)
class Values:
    """Collects the fields of a candidate; a row is kept beside its key."""

    model: type[Fact]
    values: dict[str, Json] = field(default_factory=dict)
    rows: dict[str, Any] = field(default_factory=dict)

    def text(self, **fields: str | None) -> Values:
        """Plain values, cut to what their columns hold; nothing and the empty text are the same."""
        for name, value in fields.items():
            self.values[name] = (value or "")[: self.model._meta.get_field(name).max_length] or None
        return self

    def row(self, name: str, row: Any) -> Values:
        """One row, or none."""
        self.values[name] = row.ref if row is not None else None
        self.rows[name] = row
        return self

    def many(self, name: str, found: Iterable[Any]) -> Values:
        """Several rows, each once, in the order of their keys."""
        once = {row.ref: row for row in found}
        self.values[name] = sorted(once)
        self.rows[name] = [once[ref] for ref in sorted(once)]
        return self


def projects(reading: Reading, things: Things) -> list[Candidate]:
    """The projects of a reading."""
    return [_project(read, things) for read in reading.projects]


def others(reading: Reading, things: Things, project: Callable[[str], Project | None]) -> list[Candidate]:
    """The other facts of a reading; `project` gives the row of a project's name."""
    return [
        *(_agreement(read, things) for read in reading.agreements),
        *(_statistic(read, things, project) for read in reading.statistics),
        *(_quotation(read) for read in reading.quotations),
    ]


def _project(read: records.Project, things: Things) -> Candidate:
    said = Values(Project).text(name=read.name, kind=read.kind, place=read.place, stage=read.stage)
    said.text(start=read.start, target=read.target)
    said.row("country", things.country(read.country)).row("region", things.region(read.region))
    said.many("minerals", map(things.mineral, read.minerals))
    said.many("organisations", map(things.organisation, read.organisations))
    said.many("stakes", (things.stake(stake) for stake in read.stakes))
    return Candidate(Project, said.values, said.rows, read.span, read.rule, (read.name, *read.aliases))


def _agreement(read: records.Agreement, things: Things) -> Candidate:
    said = Values(Agreement).text(kind=read.kind, status=read.status, date=read.date, place=read.place)
    said.text(subject=read.subject)
    said.many("parties", map(things.country, read.parties)).many("minerals", map(things.mineral, read.minerals))
    said.many("organisations", map(things.organisation, read.organisations))
    return Candidate(Agreement, said.values, said.rows, read.span, read.rule, further=read.mentions)


def _statistic(read: records.Statistic, things: Things, project: Callable[[str], Project | None]) -> Candidate:
    low, high = sorted((read.value, read.value if read.value_max is None else read.value_max))
    said = Values(Statistic).text(value=plain(low), value_max=plain(high) if high != low else None)
    said.text(measure=read.measure, qualifier=read.qualifier, period=read.period, attributed_to=read.attributed_to)
    said.row("unit", things.unit(read.unit)).row("country", things.country(read.country))
    said.row("region", things.region(read.region)).row("group", things.group(read.group))
    said.row("mineral", things.mineral(read.mineral)).row("project", project(read.project) if read.project else None)
    return Candidate(Statistic, said.values, said.rows, read.span, read.rule, converts=read.converts)


def _quotation(read: records.Quotation) -> Candidate:
    said = Values(Quotation).text(speaker=read.speaker, role=read.role, text=read.span.quote).row("organisation", None)
    return Candidate(Quotation, said.values, said.rows, read.span, read.rule)
