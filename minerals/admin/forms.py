"""The form of a fact: it knows which version it was opened with, and takes no other for it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from minerals.admin.evidence import in_words
from minerals.models import Fact
from minerals.models.fact import plain


class FactForm(forms.ModelForm):
    """The fields of a fact with the version that they show; two editors never overwrite each other unseen."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = version_of(self.instance)

    def clean(self) -> dict[str, Any]:
        """Refuse what was written upon another version than the one that stands."""
        cleaned = super().clean()
        if cleaned.get("version") != version_of(self.instance):
            raise ValidationError(self._both_values(cleaned), code="changed_meanwhile")
        return cleaned

    def _both_values(self, cleaned: dict[str, Any]) -> SafeString:
        """Why nothing was saved, and what the form says beside what stands."""
        fact = self.instance
        live = {**fact.values(), "note": fact.note}
        rows = [
            (self.fields[name].label, in_words(fact, name, _as_stored(cleaned.get(name))), in_words(fact, name, now))
            for name, now in live.items()
            if name in self.changed_data
        ]
        told = format_html(
            '{} <a href="">{}</a>',
            _("Nothing was saved: the fact has been changed since this form was opened."),
            _("Open it as it stands now and put your changes in again."),
        )
        row = "<br>{}: {} <b>{}</b>; {} <b>{}</b>"
        words = [(label, _("in your form"), given, _("in the record now"), now) for label, given, now in rows]
        return format_html("{}{}", told, format_html_join("", row, words))


def version_of(fact: Fact) -> str:
    """A text that is another one after each save of the fact."""
    return fact.updated_at.isoformat()


def _as_stored(value: Any) -> Any:
    """A cleaned value as the fact itself would name it."""
    if isinstance(value, models.QuerySet):
        return sorted(row.ref for row in value)
    if isinstance(value, models.Model):
        return value.ref
    return plain(value) if hasattr(value, "normalize") else value
