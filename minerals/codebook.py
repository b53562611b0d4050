"""The codebook: every field that readers, exports and editors meet, and every closed vocabulary, from the models."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

from django.db import models
from django.utils.translation import override

from minerals import vocabularies
from minerals.models import FACTS, THINGS, Evidence, Fact, Mention, Name
from news.models import Article, Headline, Page, Revision, Source

PATH = Path(__file__).resolve().parent.parent / "docs" / "codebook.md"
PUBLISHED = (Source, Article, Headline, Revision, Page)
# Columns that only comparisons and searches use.
INNER = {"id", "lemmas", "meaning", "folded", "subject_key", "body_key", "page_key"}
INTRODUCTION = """# Codebook

Every table and field, and every value of the closed vocabularies. Generated from the models by
`python manage.py write_codebook`; a test fails while it differs from them.

* Dates are EDTF (ISO 8601-2): `2025`, `2025-11`, `2025-11-17T17:08`, `2024-Q3`, `2024-01/2024-09`.
* Numbers are in the unit itself: 94 млрд тенге is 94000000000 `KZT`. Nothing is converted.
* Places in a text are code points from its start: the first character, and the one after the last.
* Countries are ISO 3166-1, regions ISO 3166-2 where one exists, currencies ISO 4217.
"""


def codebook() -> str:
    """The codebook in English, as Markdown."""
    with override("en"):
        return "\n".join([INTRODUCTION, *_parts()]).rstrip() + "\n"


def _parts() -> Iterator[str]:
    yield "## Facts\n\nAll four kinds share these fields.\n"
    yield from _table([field for field in FACTS[0]._meta.get_fields() if field.name in _shared()])
    for model in FACTS:
        yield from _model(model, without=_shared())
    yield "## Evidence, mentions and names\n"
    for model in (Evidence, Mention, Name):
        yield from _model(model)
    yield "## What facts are about\n"
    for model in THINGS:
        yield from _model(model)
    yield "## What was published\n"
    for model in PUBLISHED:
        yield from _model(model)
    yield "## Vocabularies\n"
    for name, vocabulary in inspect.getmembers(vocabularies, inspect.isclass):
        if issubclass(vocabulary, models.TextChoices) and vocabulary is not models.TextChoices:
            yield f"### {name}\n\n{inspect.getdoc(vocabulary)}\n"
            yield "| value | label |\n|---|---|"
            yield "\n".join(f"| `{value}` | {label} |" for value, label in vocabulary.choices) + "\n"


def _shared() -> set[str]:
    return {field.name for field in Fact._meta.get_fields()}


def _model(model: type[models.Model], without: frozenset[str] | set[str] = frozenset()) -> Iterator[str]:
    yield f"### {model.__name__}\n\n{inspect.getdoc(model)}\n"
    yield from _table([field for field in model._meta.get_fields() if field.name not in without])


def _table(fields: list[models.Field]) -> Iterator[str]:
    yield "| field | holds | kind | note |\n|---|---|---|---|"
    told = [field for field in fields if field.concrete and field.name not in INNER]
    yield "\n".join(f"| `{field.name}` | {field.verbose_name} | {_kind(field)} | {field.help_text} |" for field in told)
    yield ""


def _kind(field: models.Field) -> str:
    if field.related_model is field.model:
        return "another of its kind"
    if field.is_relation:
        many = "several of " if field.many_to_many else ""
        return f"{many}{field.related_model._meta.verbose_name}"
    vocabulary = next(
        (part for part in _vocabularies() if field.choices and list(field.flatchoices) == part.choices), None
    )
    if vocabulary is not None:
        return f"one of [{vocabulary.__name__}](#{vocabulary.__name__.lower()})"
    kind = field.get_internal_type().removesuffix("Field").lower()
    return {"char": "text", "url": "address", "slug": "text", "json": "list or table"}.get(kind, kind)


def _vocabularies() -> list[type[models.TextChoices]]:
    return [each for each in vars(vocabularies).values() if inspect.isclass(each) and hasattr(each, "choices")]
