"""Statistics: one number, of what, where and when."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from minerals.figures import amount
from minerals.models.constraints import closed
from minerals.models.fact import Fact, Json, Trail
from minerals.models.project import Project
from minerals.models.thing import Country, CountryGroup, Mineral, Region, Unit
from minerals.vocabularies import Measure, Qualifier, State, UnitKind
from news.edtf import first_day


class Statistic(Fact):
    """A value in the base unit; `value_max` closes a range. Rows that differ in value only stand side by side."""

    SUBJECT = ("measure", "unit", "country", "region", "group", "mineral", "project", "period")
    REF = "key"
    FIELDS = ("value", "value_max", "qualifier", *SUBJECT, "attributed_to", "converts")
    SENSE = ("value", "value_max", "qualifier", *SUBJECT)
    WORDING = ("attributed_to", "converts")
    DATES = ("period",)
    COUNTRY = ("country", "region__country")
    MINERAL = ("mineral__slug",)

    value = models.DecimalField(
        _("value"), max_digits=30, decimal_places=6, help_text=_("In the unit itself, no millions.")
    )
    value_max = models.DecimalField(
        _("upper value"), max_digits=30, decimal_places=6, null=True, blank=True, help_text=_("Where a range is given.")
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="statistics", verbose_name=_("unit"))
    qualifier = models.CharField(_("how exactly"), max_length=10, choices=Qualifier, default=Qualifier.EXACT)
    measure = models.CharField(_("measure"), max_length=20, choices=Measure)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, null=True, blank=True, related_name="statistics", verbose_name=_("country")
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="statistics", verbose_name=_("region")
    )
    group = models.ForeignKey(
        CountryGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statistics",
        verbose_name=_("group of countries"),
    )
    mineral = models.ForeignKey(
        Mineral, on_delete=models.PROTECT, null=True, blank=True, related_name="statistics", verbose_name=_("mineral")
    )
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="statistics", verbose_name=_("project")
    )
    period = models.CharField(_("period"), max_length=40, blank=True, help_text=_("2023, 2024-Q3 or 2024-01/2024-09"))
    period_day = models.DateField(null=True, blank=True, editable=False, db_index=True)
    attributed_to = models.CharField(_("according to"), max_length=300, blank=True)
    converts = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="conversions",
        verbose_name=_("the same in another unit"),
        help_text=_("The figure that this one converts: totals count one of them."),
    )
    subject_key = models.CharField(max_length=64, editable=False, db_index=True)
    preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("Of several values of one subject, the one that totals count.")
    )
    history = Trail(excluded_fields=["lemmas"])

    class Meta(Fact.Meta):
        verbose_name = _("statistic")
        verbose_name_plural = _("statistics")
        constraints = [
            *Fact.Meta.constraints,
            closed("measure", Measure),
            closed("qualifier", Qualifier),
            models.UniqueConstraint(
                fields=["subject_key"], condition=Q(preferred=True), name="one_preferred_a_subject"
            ),
            models.CheckConstraint(
                condition=Q(preferred=False) | Q(state=State.PUBLISHED), name="preferred_is_published"
            ),
            models.CheckConstraint(
                condition=Q(value_max__isnull=True) | Q(value_max__gt=F("value")), name="range_goes_upwards"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.amount}"

    @property
    def ref(self) -> str:
        """The key that readings and reviews use."""
        return self.key

    @property
    def about(self) -> str:
        """The subject in words: «запасы, вольфрам, KZ, 2023»."""
        place = self.region or self.group or self.country_id
        project = self.project.name if self.project else None
        parts = [self.get_measure_display(), self.mineral, project, place, self.period]
        return ", ".join(str(part) for part in parts if part)

    @property
    def amount(self) -> str:
        """The number as a reader expects it: «более 94 млрд тенге»."""
        return amount(
            self.value,
            self.value_max,
            unit=self.unit_id,
            currency=self.unit.kind == UnitKind.CURRENCY,
            counted=self.unit.counted_ru,
            qualifier=self.qualifier,
            language=get_language() or "ru",
        )

    @property
    def rivals(self) -> models.QuerySet[Statistic]:
        """Other published values of the same subject."""
        return Statistic.objects.published().filter(subject_key=self.subject_key).exclude(pk=self.pk)

    @property
    def same(self) -> models.QuerySet[Statistic]:
        """The same figure in other units, published: what this one converts and what converts it."""
        alike = Q(converts=self) | Q(pk=self.converts_id)
        if self.converts_id:
            alike |= Q(converts=self.converts_id)
        return Statistic.objects.published().filter(alike).exclude(pk=self.pk)

    @classmethod
    def is_specific(cls, values: Mapping[str, Json]) -> bool:
        """«100 млн долларов инвестиций в Казахстан» of two articles need not be the same hundred million."""
        place = values["country"] or values["region"] or values["group"]
        return bool(values["project"] or (place and (values["mineral"] or values["period"])))

    def settle(self) -> None:
        """Keep the day to sort by, the key of the subject, and at most one preferred value for it."""
        super().settle()
        values = self.values()
        self.period_day = first_day(self.period)
        if self.is_specific(values):
            said = json.dumps([values[field] for field in self.SUBJECT])
            self.subject_key = hashlib.sha256(said.encode()).hexdigest()
        else:
            self.subject_key = self.key
        standing = self.state == State.PUBLISHED and self.merged_into_id is None
        if not standing or self.rivals.filter(preferred=True).exists():
            self.preferred = False
        elif self._state.adding or not self.rivals.exists():
            self.preferred = True

    def prefer(self, by: Any, note: str = "", at: datetime | None = None) -> None:
        """A person chose this value of the subject; raises ValueError where it is not published."""
        if self.state != State.PUBLISHED or self.merged_into_id is not None:
            raise ValueError("only a published value can be preferred")
        with transaction.atomic():
            for rival in self.rivals.filter(preferred=True):
                rival.preferred = False
                rival._history_user, rival._change_reason = by, "another is preferred"
                rival.save()
            self.preferred = True
            self._decide(by, State.PUBLISHED, "preferred", note, at)
