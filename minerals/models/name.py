"""Names: every word by which the press calls a thing, as rows that feed the reading of the next page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from minerals.models.constraints import closed, exactly_one
from minerals.vocabularies import NameForm, NameMark, Origin
from news.search import fold, is_name

OWNERS = ("country", "group", "region", "unit", "mineral", "organisation", "project")


class NameQuerySet(models.QuerySet["Name"]):
    """Questions asked of names."""

    def in_use(self) -> NameQuerySet:
        """Names that are looked for in articles."""
        return self.filter(active=True)

    def spelled(self, text: str) -> NameQuerySet:
        """Names that read as the text does, whatever the case and look-alike letters."""
        return self.filter(folded=fold(text)[:300])


def _owner(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        model, on_delete=models.CASCADE, null=True, blank=True, related_name="names", verbose_name=_("name of")
    )


class Name(models.Model):
    """One name of one thing; an editor switches it off rather than deletes it, so that it does not come back."""

    text = models.CharField(_("name"), max_length=300, help_text=_("In the nominative."))
    form = models.CharField(_("form"), max_length=12, choices=NameForm, default=NameForm.NOUN)
    mark = models.CharField(
        _("how it is matched"),
        max_length=1,
        choices=NameMark,
        blank=True,
        help_text=_("Without a mark it is inflected."),
    )
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.EDITOR)
    active = models.BooleanField(_("in use"), default=True)
    folded = models.CharField(max_length=300, editable=False, db_index=True)
    country = _owner("minerals.Country")
    group = _owner("minerals.CountryGroup")
    region = _owner("minerals.Region")
    unit = _owner("minerals.Unit")
    mineral = _owner("minerals.Mineral")
    organisation = _owner("minerals.Organisation")
    project = _owner("minerals.Project")

    objects = NameQuerySet.as_manager()

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["text"]
        constraints = [
            exactly_one(*OWNERS),
            closed("form", NameForm),
            closed("mark", NameMark, blank=True),
            closed("origin", Origin),
            models.CheckConstraint(condition=~models.Q(text=""), name="name_is_not_empty"),
            *(models.UniqueConstraint(fields=[owner, "text", "form"], name=f"name_once_a_{owner}") for owner in OWNERS),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the spelling that comparisons use."""
        self.settle()
        super().save(*args, **kwargs)
        self.owner.know_names()

    def clean(self) -> None:
        """A word that stands in every article names nothing; a name that stands is not asked again."""
        super().clean()
        standing = Name.objects.filter(pk=self.pk, text=self.text)
        if self.text and not is_name(self.text) and not standing.exists():
            told = _("This is no name: it needs two letters, and a number or a preposition alone names nothing.")
            raise ValidationError({"text": told})

    @property
    def owner(self) -> models.Model:
        """The thing that bears the name."""
        return next(getattr(self, owner) for owner in OWNERS if getattr(self, f"{owner}_id") is not None)

    def settle(self) -> None:
        """Make the spelling that comparisons use."""
        self.folded = fold(self.text)[:300]
