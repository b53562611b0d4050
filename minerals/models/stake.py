"""Stakes: what an organisation is to a project, and the share it holds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from minerals.models.constraints import closed
from minerals.models.thing import Organisation
from minerals.vocabularies import StakeRole
from news.search import lemmas

WHOLE = 100  # percent


class Stake(models.Model):
    """One role of one organisation with its share in percent; projects that say the same share the row.

    `ref` spells it, as readings and reviews do: «owner:tau-ken-samruk:51», «operator:kazzinc:».
    """

    REF = "ref"

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="stakes", verbose_name=_("organisation")
    )
    role = models.CharField(_("role in the project"), max_length=20, choices=StakeRole)
    share = models.DecimalField(_("share, percent"), max_digits=9, decimal_places=6, null=True, blank=True)
    ref = models.CharField(max_length=160, unique=True, editable=False)
    lemmas = models.TextField(editable=False, default="", blank=True)

    class Meta:
        verbose_name = _("stake")
        verbose_name_plural = _("stakes")
        ordering = ["role", "-share", "ref"]
        constraints = [
            closed("role", StakeRole),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gt=0, share__lte=WHOLE), name="stake_share_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        share = f", {_plain(self.share)} %" if self.share is not None else ""
        return f"{self.organisation} ({self.get_role_display()}{share})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the spelling and the words to search."""
        self.ref = self._spelled()
        self.lemmas = lemmas(f"{self.organisation.name_ru} {self.organisation.name_en} {self.get_role_display()}")
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """One row for what is the same."""
        super().clean()
        if self.organisation_id and Stake.objects.filter(ref=self._spelled()).exclude(pk=self.pk).exists():
            raise ValidationError(_("This stake is there already: choose it."))

    @property
    def name_ru(self) -> str:
        """What a search in Russian finds it by."""
        return self.organisation.name_ru

    @property
    def name_en(self) -> str:
        """What a search in English finds it by."""
        return self.organisation.name_en

    @classmethod
    def of(cls, organisation: Organisation, role: str, share: Decimal | None) -> Stake:
        """The row that says so, made where there is none."""
        stake = cls(organisation=organisation, role=role, share=share)
        found = cls.objects.filter(ref=stake._spelled()).first()
        if found is None:
            stake.save()
        return found or stake

    @classmethod
    def from_ref(cls, ref: str) -> Stake:
        """The row of a spelling; raises Organisation.DoesNotExist where nobody knows the organisation."""
        role, slug, share = ref.split(":")
        return cls.of(Organisation.objects.get(slug=slug), role, Decimal(share) if share else None)

    def _spelled(self) -> str:
        return f"{self.role}:{self.organisation.slug}:{_plain(self.share) if self.share is not None else ''}"


def _plain(share: Decimal) -> str:
    return format(share.normalize() + 0, "f")
