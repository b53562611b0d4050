"""The heading of a fact's page: what it is about, in one line, in the language of the interface."""

from __future__ import annotations

from django.utils.text import capfirst

from minerals.models import Agreement, Country, Fact, Project, Quotation, Statistic


def heading(fact: Fact) -> str:
    """«Запасы: вольфрам, Казахстан» for a statistic; a project's name; who agreed with whom; who spoke."""
    match fact:
        case Statistic():
            project = fact.project.name if fact.project else ""
            return _line(fact.get_measure_display(), fact.mineral, project, place(fact))
        case Project():
            return fact.name
        case Agreement():
            countries = " – ".join(row.name for row in fact.parties.all())
            organisations = ", ".join(row.name for row in fact.organisations.all())
            return _line(fact.get_kind_display(), countries, organisations, fact.subject)
        case Quotation():
            return f"{fact.speaker}, {fact.role}" if fact.role else fact.speaker
    return str(fact)


def place(fact: Statistic | Project) -> str:
    """«Жетысу, Казахстан», or the group of countries; "" where none is known."""
    places = [fact.region, country(fact), getattr(fact, "group", None)]
    return ", ".join(row.name for row in places if row)


def country(fact: Statistic | Project) -> Country | None:
    """The country itself, or the one that the region lies in."""
    return fact.country or (fact.region.country if fact.region else None)


def _line(what: str, *about: object) -> str:
    told = ", ".join(str(part) for part in about if part)
    return f"{capfirst(str(what))}: {told}" if told else capfirst(str(what))
