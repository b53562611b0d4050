"""Quantities to statistics: refuse, name the measure, bind, and keep each fact once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from importers.extraction.quantities import Quantity
from importers.extraction.statistics import (
    binding,
    borrowing,
    counts,
    measures,
    piped,
    refusals,
    retracted,
    tables,
    yearly,
)
from importers.extraction.statistics.reading import Around, Found
from importers.extraction.text import Line, Text
from importers.records import Project, Span, Statistic

SUBHEADING = 15  # tokens
IDENTITY = ("value", "value_max", "unit", "measure", "country", "region", "mineral", "project", "period")
Identity = tuple[object, ...]
LYING = frozenset({"reserves", "resources"})  # what lies there has no year
YEARLY = {"t": "t/yr", "kg": "kg/yr"}


def find(text: Text, projects: Sequence[Project]) -> tuple[Statistic, ...]:
    """Every number of the body that is a fact, bound as far as the text says so; a repeated one counts once."""
    context = binding.Context(text, tuple(projects))
    kept: dict[Identity, Statistic] = {}
    converted: dict[Identity, Identity] = {}
    original: Identity = ()
    listed = {**{index: (row,) for index, row in tables.rows(text).items()}, **piped.rows(text)}
    decked: dict[Identity, bool] = {}
    alike: dict[str, Found] = {}
    paragraph = -1
    for line in text.lines:
        if line.sentence.paragraph != paragraph:
            paragraph, alike = line.sentence.paragraph, {}
        cells = [(row.found, context.bind_row(row)) for row in listed.get(line.index, ())]
        for found, bound in cells or _measured(line, context, alike):
            statistic = _statistic(found, line, bound)
            identity = tuple(getattr(statistic, name) for name in IDENTITY)
            if identity not in kept or decked.get(identity):
                kept[identity] = statistic
                decked[identity] = _headline(line)
            if found.echo:
                converted.setdefault(identity, original)
            else:
                original = identity
    linked = [replace(kept[this], converts=_place(kept.get(converted.get(this, ())))) for this in kept]
    return tuple(_without_echoes(linked))


def _place(statistic: Statistic | None) -> Span | None:
    return statistic.span if statistic else None


def _headline(line: Line) -> bool:
    """Whether a line ends without a full stop, as sub-headings do: the sentence below is better evidence."""
    return line.tokens[-1].text not in ".!?…»)" and len(line.tokens) < SUBHEADING


def _measured(line: Line, context: binding.Context, alike: dict[str, Found]) -> Iterator[tuple[Found, binding.Bound]]:
    previous = context.before(line)
    for quantity in line.quantities:
        if refusals.refused(line, quantity):
            continue
        found = _read(Around(line, context.text, previous, alike), quantity)
        if found is not None:
            previous, bound = found, context.bind(line, found)
            if found.measure != "growth":
                alike[found.quantity.dimension] = found
            if not retracted.retracted(line, quantity, context.text):  # «уточняем: их 1800» leans on it all the same
                yield found, bound


def _read(around: Around, quantity: Quantity) -> Found | None:
    if quantity.unit is not None:
        return measures.measured(around, quantity)
    counted = counts.counted(around.line, quantity, around.previous, around.text)
    return counted or borrowing.unit(around, quantity)


def _statistic(found: Found, line: Line, bound: binding.Bound) -> Statistic:
    unit = found.unit
    if unit in YEARLY and found.measure not in LYING and yearly.yearly(line, found.quantity):
        unit = YEARLY[unit]
    sign = Decimal(found.sign)
    return Statistic(
        value=(found.quantity.low * sign).normalize() + 0,
        value_max=(found.quantity.high * sign).normalize() + 0 if found.quantity.high is not None else None,
        unit=unit,
        qualifier=found.qualifier,
        measure=found.measure,
        country=bound.country,
        region=bound.region,
        group=bound.group,
        mineral=bound.mineral,
        project=bound.project,
        period=bound.period,
        attributed_to=bound.attributed_to,
        rule=found.rule,
        span=line.span(found.first, found.last),
    )


def _without_echoes(statistics: list[Statistic]) -> Iterator[Statistic]:
    """Drop a statistic that says less of the same number elsewhere: «892 миллиарда за десять месяцев»."""
    same: dict[tuple[object, ...], list[int]] = {}
    for index, statistic in enumerate(statistics):
        same.setdefault((statistic.value, statistic.value_max, statistic.unit), []).append(index)
    for index, statistic in enumerate(statistics):
        others = same[statistic.value, statistic.value_max, statistic.unit]
        fuller = abs(statistic.value) > 1 and any(
            _covers(statistics[other], statistic, other < index) for other in others if other != index
        )
        if not fuller:
            yield statistic


def _covers(other: Statistic, this: Statistic, earlier: bool) -> bool:
    """Whether `other` says all that `this` does and more, or the same and earlier."""
    if other.measure != this.measure and this.measure != "other":
        return False
    fields = ("country", "mineral", "project", "period")
    if any(getattr(this, name) not in {None, getattr(other, name)} for name in fields):
        return False
    return _said(other) > _said(this) or (_said(other) == _said(this) and earlier)


def _said(statistic: Statistic) -> int:
    """How much a statistic tells beside its number."""
    told = (statistic.country, statistic.mineral, statistic.project, statistic.period)
    return sum(value is not None for value in told) + (statistic.measure != "other")
