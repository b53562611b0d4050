"""A country, minerals, units, and makers of facts that a machine might have read."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import User

from minerals.models import Agreement, Country, Evidence, Mineral, Organisation, Project, Region, Statistic, Unit
from news.models import Article

NUMBERS = count(1)


@pytest.fixture
def world(db: None) -> SimpleNamespace:
    """Kazakhstan with a region, tungsten and tin, the tenge and the tonne, an article, an editor."""
    kz = Country.objects.create(code="KZ", name_ru="Казахстан", name_en="Kazakhstan")
    Country.objects.create(code="UZ", name_ru="Узбекистан", name_en="Uzbekistan")
    Region.objects.create(code="KZ-ZHT", country=kz, name_ru="Жетысу", name_en="Jetisu")
    tungsten = Mineral.objects.create(slug="tungsten", name_ru="вольфрам", name_en="tungsten")
    Mineral.objects.create(slug="tin", name_ru="олово", name_en="tin")
    Unit.objects.create(code="KZT", kind="currency", name_ru="тенге", counted_ru="тенге")
    Unit.objects.create(code="t", kind="mass", name_ru="тонна", counted_ru="т")
    Organisation.objects.create(slug="zerd", name_ru="Зерд", origin="machine")
    article = Article.objects.create(title="Заголовок", body="Запасы оценили в 94 млрд тенге.", page_key="0" * 64)
    return SimpleNamespace(article=article, editor=User.objects.create_user("editor"), kz=kz, tungsten=tungsten)


@pytest.fixture
def statistic(world: SimpleNamespace) -> Callable[..., Statistic]:
    """Makes a statistic with its quote in the article."""

    def made(**fields: Any) -> Statistic:
        said = {"value": "94000000000", "unit": "KZT", "measure": "reserves", "country": "KZ", "mineral": "tungsten"}
        fact = Statistic(key=f"{next(NUMBERS):064}")
        fact.put(said | fields)
        fact.read = fact.values()
        fact.save()
        quote = "94 млрд тенге"
        start = world.article.body.index(quote)
        stop = start + len(quote)
        Evidence.objects.create(article=world.article, statistic=fact, start=start, stop=stop, quote=quote)
        return fact

    return made


@pytest.fixture
def project(world: SimpleNamespace) -> Project:
    """A deposit."""
    fact = Project(key=f"{next(NUMBERS):064}")
    fact.put({"name": "Верхнее Кайракты", "kind": "deposit", "country": "KZ", "minerals": ["tungsten"]})
    fact.save()
    return fact


@pytest.fixture
def agreement(world: SimpleNamespace) -> Agreement:
    """A memorandum."""
    fact = Agreement(key=f"{next(NUMBERS):064}")
    fact.put({"kind": "memorandum", "status": "signed", "parties": ["KZ", "UZ"], "date": "2025-11"})
    fact.save()
    return fact
