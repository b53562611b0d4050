"""The life that all facts share: what the machine read, what stands, and what people decided about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from simple_history.models import HistoricalRecords

from minerals.models.constraints import closed
from minerals.vocabularies import State
from news.edtf import validate_edtf
from news.models import Article
from news.search import fold, lemmas, matching

Json = str | list[str] | None


class Trail(HistoricalRecords):
    """History that a fact writes once a change, after its many-to-many rows stand."""

    def contribute_to_class(self, cls: type[models.Model], name: str) -> None:
        """Stay reachable as `trail`; the attribute `name` becomes the manager of historical rows."""
        super().contribute_to_class(cls, name)
        cls.trail = self


class FactQuerySet(models.QuerySet["Fact"]):
    """Questions asked of facts, and the decisions that people take about several at once."""

    def live(self) -> FactQuerySet:
        """Facts that were not merged into another."""
        return self.filter(merged_into__isnull=True)

    def proposed(self) -> FactQuerySet:
        """Facts that wait for a person."""
        return self.live().filter(state=State.PROPOSED)

    def published(self) -> FactQuerySet:
        """Facts that the public sees."""
        return self.live().filter(state=State.PUBLISHED)

    def rejected(self) -> FactQuerySet:
        """Facts that a person said no to."""
        return self.live().filter(state=State.REJECTED)

    def disputed(self) -> FactQuerySet:
        """Facts of which a newer reading, or another article, says otherwise."""
        return self.live().filter(disputed=True).exclude(state=State.REJECTED)

    def stale(self) -> FactQuerySet:
        """Facts whose sentence no longer stands in any article."""
        return self.live().filter(stale=True).exclude(state=State.REJECTED)

    def about_country(self, code: str) -> FactQuerySet:
        """Facts about the country, or about a region of it."""
        return self._about(self.model.COUNTRY, code)

    def about_mineral(self, slug: str) -> FactQuerySet:
        """Facts about the mineral."""
        return self._about(self.model.MINERAL, slug)

    def in_article(self, article: Article) -> FactQuerySet:
        """Facts that the article says, in the order of its text."""
        said = self.filter(evidence__article=article, evidence__stale=False)
        return said.annotate(place_in_text=Min("evidence__start")).order_by("place_in_text", "pk")

    def search(self, text: str) -> FactQuerySet:
        """Facts that hold all words of the text, in any case form."""
        return matching(self, text)

    def accept(self, by: Any, note: str = "") -> int:
        """Publish each; returns how many."""
        return self._each(lambda fact: fact.accept(by, note))

    def reject(self, by: Any, note: str = "") -> int:
        """Reject each; returns how many."""
        return self._each(lambda fact: fact.reject(by, note))

    def restore(self, by: Any, note: str = "") -> int:
        """Propose each again; returns how many."""
        return self._each(lambda fact: fact.restore(by, note))

    def _about(self, paths: Iterable[str], ref: str) -> FactQuerySet:
        if not paths:
            return self.none()
        return self.filter(Q.create([(path, ref) for path in paths], connector=Q.OR)).distinct()

    def _each(self, decide: Callable[[Fact], None]) -> int:
        with transaction.atomic():
            facts = list(self)
            for fact in facts:
                decide(fact)
        return len(facts)


class Fact(models.Model):
    """A statement with its evidence; `FIELDS` are what a machine reads and a person corrects."""

    FIELDS: ClassVar[tuple[str, ...]] = ()
    # Readings that agree in these are one fact.
    SENSE: ClassVar[tuple[str, ...]] = ()
    # Two articles word these differently without contradicting each other.
    WORDING: ClassVar[tuple[str, ...]] = ()
    # What must be a date in EDTF where a person writes it.
    DATES: ClassVar[tuple[str, ...]] = ()
    COUNTRY: ClassVar[tuple[str, ...]] = ()
    MINERAL: ClassVar[tuple[str, ...]] = ()

    key = models.CharField(
        _("key"), max_length=64, unique=True, editable=False, help_text=_("The machine's own, the same for ever.")
    )
    meaning = models.CharField(max_length=64, editable=False, db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROPOSED, db_index=True)
    stale = models.BooleanField(
        _("stale"), default=False, help_text=_("The sentence no longer stands in the current text.")
    )
    disputed = models.BooleanField(
        _("disputed"), default=False, help_text=_("A newer reading, or another article, says otherwise.")
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    read = models.JSONField(_("as last read"), default=dict, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    reviewed_at = models.DateTimeField(_("reviewed at"), null=True, blank=True, editable=False)
    note = models.TextField(_("note"), blank=True, help_text=_("Why it was decided so."))
    lemmas = models.TextField(editable=False, default="", blank=True)
    created_at = models.DateTimeField(_("stored at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed at"), auto_now=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-pk"]
        constraints = [
            closed("state", State),
            models.CheckConstraint(condition=~Q(key=""), name="%(class)s_has_a_key"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")), name="%(class)s_not_into_itself"
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save row, many-to-many rows and one row of history together, with the columns that are made from others."""
        self.settle()
        adding = self._state.adding
        with transaction.atomic():
            if self._links or adding:
                self.skip_history_when_saving = True
                super().save(*args, **kwargs)
                for name, rows in self._links.items():
                    getattr(self, name).set(rows)
                del self.skip_history_when_saving
                self._links.clear()
                self.trail.create_historical_record(self, "+" if adding else "~")
            else:
                super().save(*args, **kwargs)

    def clean(self) -> None:
        """What a person writes: dates are dates."""
        super().clean()
        self.check_dates(self.DATES)

    def check_dates(self, fields: Iterable[str]) -> None:
        """Raise ValidationError by field where a text is no date."""
        wrong = {}
        for name in fields:
            try:
                validate_edtf(getattr(self, name))
            except ValidationError as error:
                wrong[name] = error
        if wrong:
            raise ValidationError(wrong)

    @property
    def survivor(self) -> Fact:
        """The fact that this one was merged into, at the end of the chain; itself where it was not."""
        return self.merged_into.survivor if self.merged_into_id else self

    def values(self) -> dict[str, Json]:
        """What stands, field by field, with things by their keys; as a reading says it and a review exports it."""
        return {field: self._value(field) for field in self.FIELDS}

    def differences(self) -> dict[str, tuple[Json, Json]]:
        """Fields in which the last reading and what stands differ: (as read, as it stands)."""
        live = self.values()
        return {
            field: (read, live[field]) for field, read in self.read.items() if field in live and read != live[field]
        }

    @classmethod
    def meaning_of(cls, values: Mapping[str, Json]) -> str:
        """The key of what is said: equal for readings that say the same."""
        said = [cls.__name__, *(fold(json.dumps(values.get(field), ensure_ascii=False)) for field in cls.SENSE)]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    @classmethod
    def is_specific(cls, values: Mapping[str, Json]) -> bool:
        """Whether the same words in another article would mean the same fact."""
        return True

    def put(self, values: Mapping[str, Any]) -> None:
        """Set fields from their keys or objects, unsaved; raises DoesNotExist for a key that no row has."""
        for name, value in values.items():
            field = self._meta.get_field(name)
            if field.many_to_many:
                self._links[name] = [_row(field.related_model, one) for one in value or []]
            elif field.is_relation:
                setattr(self, name, None if value is None else _row(field.related_model, value))
            else:
                setattr(self, name, field.to_python(value) if value is not None else None if field.null else "")

    def settle(self) -> None:
        """Make the columns that follow from others."""
        values = self.values()
        self.meaning = self.meaning_of(values)
        self.key = self.key or self.meaning
        self.lemmas = lemmas(" ".join(self._words()))

    def accept(self, by: Any, note: str = "", at: datetime | None = None) -> None:
        """A person found it right: publish it as it stands."""
        self._decide(by, State.PUBLISHED, "accepted", note, at)

    def correct(self, by: Any, changes: Mapping[str, Any], note: str = "", at: datetime | None = None) -> None:
        """A person knows better: publish it with these fields (keys or objects).

        Raises ValidationError for a date that is none, and DoesNotExist for a key that no row has.
        """
        self.put(changes)
        self.check_dates(name for name in self.DATES if name in changes)
        self._decide(by, State.PUBLISHED, f"corrected: {', '.join(changes)}", note, at)

    def reject(self, by: Any, note: str = "", at: datetime | None = None) -> None:
        """A person found it wrong: it is remembered, and the same reading never comes back."""
        self._decide(by, State.REJECTED, "rejected", note, at)

    def restore(self, by: Any, note: str = "", at: datetime | None = None) -> None:
        """A person takes a decision back: it is proposed again."""
        self._decide(by, State.PROPOSED, "restored", note, at)

    def merge_into(self, other: Fact, by: Any, note: str = "", at: datetime | None = None) -> None:
        """A person found that both are one: evidence moves to the other, this one points there.

        Raises ValueError where the other is this one or was merged into it.
        """
        survivor = other.survivor
        if survivor.pk == self.pk:
            raise ValueError("a fact cannot be merged into itself")
        kind = self._meta.model_name
        with transaction.atomic():
            known = set(survivor.evidence.standing().values_list("article", "start", "stop"))
            for evidence in self.evidence.all():
                if evidence.stale or (evidence.article_id, evidence.start, evidence.stop) not in known:
                    setattr(evidence, kind, survivor)
                    evidence.save(update_fields=[kind])
            self._handed_over(survivor)
            self.merged_into = survivor
            self._decide(by, State(self.state), f"merged into {survivor.key[:12]}", note, at)

    def _handed_over(self, survivor: Fact) -> None:
        """What else moves with a merge."""

    def _decide(self, by: Any, state: State, reason: str, note: str, at: datetime | None) -> None:
        self.state, self.disputed = state, False
        self.reviewed_by, self.reviewed_at = by, at or timezone.now()
        self.note = note or self.note
        self._history_user, self._change_reason = by, reason
        self.save()

    @property
    def _links(self) -> dict[str, list[models.Model]]:
        return self.__dict__.setdefault("_unsaved_links", {})

    def _linked(self, name: str) -> list[models.Model]:
        if name in self._links:
            return self._links[name]
        return [] if self._state.adding else list(getattr(self, name).all())

    def _value(self, name: str) -> Json:
        field = self._meta.get_field(name)
        if field.many_to_many:
            return sorted(row.ref for row in self._linked(name))
        value = getattr(self, name)
        if field.is_relation:
            return value.ref if value is not None else None
        if isinstance(value, Decimal):
            return plain(value)
        return str(value) if value not in (None, "") else None

    def _words(self) -> list[str]:
        """What a search should find the fact by: its own words, and the names of what it is about."""
        words = []
        for name in self.FIELDS:
            field = self._meta.get_field(name)
            value = self._linked(name) if field.many_to_many else getattr(self, name)
            for one in value if isinstance(value, list) else [value]:
                words += [one.name_ru, one.name_en, one.ref] if hasattr(one, "name_ru") else [str(one or "")]
            if field.choices:
                with override("ru"):
                    words.append(str(getattr(self, f"get_{name}_display")()))
        return words


def plain(number: Decimal) -> str:
    """The number without exponent and trailing zeros: one spelling a value."""
    return format(number.normalize() + 0, "f")


def _row(model: type[models.Model], given: Any) -> models.Model:
    if isinstance(given, models.Model):
        return given
    spelled = getattr(model, "from_ref", None)  # a stake is what its spelling says, on every instance
    return spelled(given) if spelled else model._default_manager.get(**{model.REF: given})
