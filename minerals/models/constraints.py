"""Constraints that several models share, said once."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


def closed(field: str, vocabulary: type[models.TextChoices], blank: bool = False) -> models.CheckConstraint:
    """`field` holds a value of the vocabulary, or nothing where `blank`."""
    values = [*vocabulary.values, *([""] if blank else [])]
    return models.CheckConstraint(condition=Q(**{f"{field}__in": values}), name=f"%(class)s_{field}_is_known")


def exactly_one(*fields: str) -> models.CheckConstraint:
    """One of the foreign keys is set and the others are empty."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return models.CheckConstraint(condition=condition, name="%(class)s_has_one_owner")
