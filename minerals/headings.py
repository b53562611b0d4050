"""The heading of a fact's page: what it is about, in one line, in the language of the interface."""

from __future__ import annotations

from django.utils.text import Truncator, capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from minerals.figures import amount
from minerals.models import Agreement, Country, Fact, Project, Quotation, Statistic
from minerals.vocabularies import State, UnitKind
from news.datewords import spoken
from news.templatetags.reading import outlet


def heading(fact: Fact) -> str:
    """«Запасы: вольфрам, Казахстан» for a statistic; a project's name; who agreed with whom; who spoke."""
    match fact:
        case Statistic():
            project = public_project(fact)
            return _line(fact.get_measure_display(), fact.mineral, project.name if project else "", place(fact))
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


def public_project(statistic: Statistic) -> Project | None:
    """The project that the number is about, where the public may see it."""
    project = statistic.project
    return project if project and project.state == State.PUBLISHED and project.merged_into_id is None else None


def country(fact: Statistic | Project) -> Country | None:
    """The country itself, or the one that the region lies in."""
    return fact.country or (fact.region.country if fact.region else None)


def full_figure(statistic: Statistic) -> str:
    """The number with all its digits and its unit, without qualifier: «24 000 000 000 долларов»."""
    return amount(
        statistic.value,
        statistic.value_max,
        unit=statistic.unit_id,
        currency=statistic.unit.kind == UnitKind.CURRENCY,
        counted=statistic.unit.counted_ru,
        language=get_language() or "ru",
        scaled=False,
    )


def statement(fact: Fact) -> str:
    """The whole fact as one sentence: what, how much or how far, and when."""
    language = get_language() or "ru"
    match fact:
        case Statistic():
            return f"{heading(fact)} – {', '.join(filter(None, [fact.amount, spoken(fact.period, language)]))}"
        case Project():
            told = [str(fact.get_kind_display()), str(fact.get_stage_display()), place(fact)]
            return f"{fact.name} – {', '.join(part for part in told if part)}"
        case Agreement():
            told = [str(fact.get_status_display()), spoken(fact.date, language)]
            return f"{heading(fact)} – {', '.join(part for part in told if part)}"
        case Quotation():
            return f"{heading(fact)}: «{Truncator(fact.text).chars(160)}»"
    return str(fact)


def citation(fact: Fact, url: str) -> str:
    """The line by which others cite the fact: what it says, the article it is from, this site, the address."""
    parts = [statement(fact)]
    for evidence in fact.evidence.all()[:1]:
        article = evidence.article
        told = [f"«{article.title}»", outlet(article.source), spoken(article.published, get_language() or "ru")]
        parts.append(", ".join(part for part in told if part))
    return " ".join([*(f"{part.rstrip('.')}." for part in parts), f"{_('Minerals of Central Asia')}.", url])


def _line(what: str, *about: object) -> str:
    told = ", ".join(str(part) for part in about if part)
    return f"{capfirst(str(what))}: {told}" if told else capfirst(str(what))
