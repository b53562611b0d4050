"""A small world and hand-made readings: what a machine might read in a text of ours."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User

from importers import records
from importers.store import Outcome, save
from minerals.models import Country, Mineral, Name, Organisation, Region, Unit

BODY = """Казахстан и США подписали меморандум о вольфраме в ноябре 2025 года.
Запасы вольфрама на месторождении «Верхнее Кайракты» оценили в 94 млрд тенге.
Добыча меди достигла 53 тыс. тонн.
«Мы начнём весной», – сказал министр Ерлан Омаров."""


def span(quote: str, body: str = BODY) -> records.Span:
    """Where the quote stands in the body."""
    start = body.index(quote)
    return records.Span(start, start + len(quote), quote)


def page(text: str = BODY, name: str = "page.txt") -> records.Page:
    """A page as received; other text around the article makes other bytes."""
    return records.Page(name, hashlib.sha256(text.encode()).hexdigest(), text, "utf-8")


def statistic(
    value: str = "94000000000", quote: str = "94 млрд тенге", body: str = BODY, **said: Any
) -> records.Statistic:
    """Reserves worth so many tenge."""
    fields = {"unit": "KZT", "measure": "reserves", "rule": "money", "country": "KZ", "mineral": "tungsten"} | said
    return records.Statistic(value=Decimal(value), span=span(quote, body), **fields)


def project(body: str = BODY, **said: Any) -> records.Project:
    """The deposit of the second sentence."""
    fields = {"name": "Месторождение Верхнее Кайракты", "kind": "deposit", "country": "KZ", "stage": "planned"} | said
    fields |= {"aliases": ("Верхнее Кайракты",), "minerals": ("tungsten",), "rule": "named"}
    return records.Project(span=span("месторождении «Верхнее Кайракты»", body), **fields)


def agreement(body: str = BODY, **said: Any) -> records.Agreement:
    """The memorandum of the first sentence."""
    fields = {"kind": "memorandum", "status": "signed", "parties": ("KZ", "US"), "date": "2025-11"} | said
    return records.Agreement(span=span("подписали меморандум о вольфраме", body), rule="signed", **fields)


def quotation(body: str = BODY) -> records.Quotation:
    """The words of the last sentence."""
    sentence = span("«Мы начнём весной», – сказал министр Ерлан Омаров.", body)
    return records.Quotation("Ерлан Омаров", "said", sentence, role="министр")


def reading(*facts: Any, body: str = BODY, **said: Any) -> records.Reading:
    """A reading of these facts, the country and the mineral named."""
    article = records.Article(**{"title": "Меморандум о вольфраме", "body": body, "source": "vesti.example"} | said)
    kinds = {records.Statistic: "statistics", records.Project: "projects"}
    kinds |= {records.Agreement: "agreements", records.Quotation: "quotations", records.Unread: "unread"}
    found: dict[str, list[Any]] = {}
    for fact in facts:
        found.setdefault(kinds[type(fact)], []).append(fact)
    subjects = (
        records.Subject("country", "KZ", "Казахстан", (span("Казахстан", body),)),
        records.Subject("mineral", "tungsten", "вольфрам", (span("вольфрам", body),)),
    )
    return records.Reading(article, subjects, **{kind: tuple(rows) for kind, rows in found.items()})


def everything(body: str = BODY, **said: Any) -> records.Reading:
    """A reading with a fact of each kind."""
    number = statistic(body=body, project="Верхнее Кайракты")
    return reading(project(body), agreement(body), number, quotation(body), body=body, **said)


def all_rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of ours, history included."""
    ours = [model for app in ("news", "minerals", "importers") for model in apps.get_app_config(app).get_models(True)]
    return {model._meta.label: sorted(model._default_manager.values_list(), key=repr) for model in ours}


@pytest.fixture
def world(db: None) -> SimpleNamespace:
    """Two countries, a region, two minerals, an organisation, units, an editor."""
    for code, name in (("KZ", "Казахстан"), ("US", "США"), ("UZ", "Узбекистан")):
        Country.objects.create(code=code, name_ru=name, name_en=code)
    Region.objects.create(code="KZ-ZHT", country_id="KZ", name_ru="Жетысу")
    for slug, name in (("tungsten", "вольфрам"), ("copper", "медь")):
        Mineral.objects.create(slug=slug, name_ru=name, name_en=slug)
    for code, kind, counted in (("KZT", "currency", "тенге"), ("t", "mass", "т"), ("count", "count", "")):
        Unit.objects.create(code=code, kind=kind, name_ru=code, counted_ru=counted)
    known = Organisation.objects.create(slug="tau-ken", name_ru="Тау-Кен Самрук", origin="reference")
    Name.objects.create(text="Тау-Кен Самрук", organisation=known, origin="reference")
    return SimpleNamespace(editor=User.objects.create_user("editor"))


@pytest.fixture
def make() -> SimpleNamespace:
    """The makers of this file, for tests that live beside it."""
    return SimpleNamespace(
        BODY=BODY,
        agreement=agreement,
        all_rows=all_rows,
        everything=everything,
        page=page,
        project=project,
        quotation=quotation,
        reading=reading,
        replace=replace,
        span=span,
        statistic=statistic,
    )


@pytest.fixture
def keep(world: SimpleNamespace) -> Callable[..., Outcome]:
    """Stores the facts as read in our text, on a page of its own bytes."""

    def kept(*facts: Any, page_text: str = BODY, body: str = BODY, **said: Any) -> Outcome:
        return save(reading(*facts, body=body, **said), page(page_text))

    return kept
