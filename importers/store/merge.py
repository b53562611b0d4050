"""The three-way merge of one reading into one fact, field by field; pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Value = str | list[str] | None
Values = Mapping[str, Value]
# What a reading gives where the text says nothing.
SILENT: tuple[Value, ...] = (None, [], "unknown", "other")


@dataclass(frozen=True, slots=True)
class Merged:
    """What to change: fields that stand otherwise now, what the machine read last, and whether both disagree."""

    take: dict[str, Value]
    read: dict[str, Value]
    disputed: bool


def reread(live: Values, read: Values, before: Values, now: Values, owned: bool, elsewhere: Sequence[Values]) -> Merged:
    """The same place read again, which said `before` and says `now`.

    `owned` is the machine's right to the fact: nobody has decided about it. `elsewhere` is what other articles said.
    """
    take, heard, disputed = {}, {}, False
    for field, value in now.items():
        if before.get(field) == value:
            continue
        heard[field] = value
        denied = any(said.get(field) not in SILENT and said.get(field) != value for said in elsewhere)
        if value == live.get(field):
            continue
        if owned and live.get(field) == read.get(field) and not denied:
            take[field] = value
        elif value not in SILENT:
            disputed = True
    return Merged(take, heard, disputed)


def another(
    live: Values, read: Values, now: Values, owned: bool, same_article: bool, wording: Collection[str]
) -> Merged:
    """A further place that states the fact: it may fill what nobody said, and another article may contradict."""
    take, heard, disputed = {}, {}, False
    for field, value in now.items():
        if value in SILENT or value == live.get(field):
            continue
        if owned and live.get(field) == read.get(field) and _extends(live.get(field), value):
            take[field] = heard[field] = value
        elif not (same_article or field in wording or _within(value, live.get(field))):
            heard[field] = value
            disputed = disputed or live.get(field) not in SILENT
    return Merged(take, heard, disputed)


def _extends(old: Value, new: Value) -> bool:
    return old in SILENT or _within(old, new)


def _within(part: Value, whole: Value) -> bool:
    return isinstance(part, list) and isinstance(whole, list) and set(part) <= set(whole)
