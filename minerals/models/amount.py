"""Amounts in words: 94000000000 KZT is «94 млрд тенге»."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language, pgettext_lazy

from minerals.models.thing import Unit
from minerals.vocabularies import Qualifier

SCALES = (
    (Decimal(10) ** 12, pgettext_lazy("scale of a number", "trillion")),
    (Decimal(10) ** 9, pgettext_lazy("scale of a number", "billion")),
    (Decimal(10) ** 6, pgettext_lazy("scale of a number", "million")),
    (Decimal(10) ** 3, pgettext_lazy("scale of a number", "thousand")),
)
# Up to here a number is read faster in figures: «4500 т», «12 тыс. т».
PLAIN = 10_000
DECIMALS = 2


def amount(value: Decimal, value_max: Decimal | None, unit: Unit, qualifier: Qualifier) -> str:
    """The value, or the range, as a sentence would give it, in the language of the interface."""
    word = f"{qualifier.label} " if qualifier != Qualifier.EXACT else ""
    last = value if value_max is None else value_max
    numbers = _figures(value) if value_max is None else f"{_figures(value)} – {_figures(value_max)}"
    return f"{word}{numbers} {_counted(unit, last)}".strip()


def _figures(value: Decimal) -> str:
    for scale, word in SCALES:
        scaled = (value / scale).normalize()
        if abs(value) >= max(scale, PLAIN) and -scaled.as_tuple().exponent <= DECIMALS:
            return f"{_number(scaled)} {word}"
    return _number(value.normalize())


def _number(value: Decimal) -> str:
    return number_format(format(value + 0, "f"), force_grouping=abs(value) >= PLAIN)


def _counted(unit: Unit, value: Decimal) -> str:
    """«доллар», «доллара» or «долларов»; in English the code says it shorter."""
    if unit.code == "count":
        return ""
    if not (get_language() or "ru").startswith("ru"):
        return "%" if unit.code == "percent" else unit.code
    one, few, many = (unit.counted_ru.split("|") * 3)[:3] if unit.counted_ru else (unit.name_ru,) * 3
    value = abs(value)
    if value >= PLAIN and value % 1000 == 0:
        return many
    if value % 1:
        return few
    if value % 10 == 1 and value % 100 != 11:  # «21 доллар», «11 долларов»
        return one
    return few if 2 <= value % 10 <= 4 and not 12 <= value % 100 <= 14 else many
