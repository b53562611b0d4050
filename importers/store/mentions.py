"""What an article names, and the sentences of it that could not be read, kept equal to the reading."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from importers.models import Unread, UnreadState
from importers.records import Reading, Subject
from importers.store.things import Things
from minerals.models import Mention, Thing
from news.models import Article

DETAIL = Unread._meta.get_field("detail").max_length


def keep_mentions(article: Article, subjects: tuple[Subject, ...]) -> bool:
    """One row a thing with all its places; a rejected mention stays rejected. Whether anything changed."""
    changed = False
    standing = {(type(mention.subject), mention.subject.pk): mention for mention in article.mentions.all()}
    for thing, (kind, spans) in _by_thing(subjects).items():
        mention = standing.pop((type(thing), thing.pk), None)
        if mention is None:
            Mention.objects.create(article=article, spans=spans, **{kind: thing})
            changed = True
        elif mention.spans != spans:
            mention.spans = spans
            mention.save(update_fields=["spans"])
            changed = True
    for mention in standing.values():
        if not mention.rejected:
            mention.delete()
            changed = True
    return changed


def _by_thing(subjects: tuple[Subject, ...]) -> dict[Thing, tuple[str, list[list[int]]]]:
    """Two spellings of one organisation are two subjects of the reading, and one thing here."""
    things = Things()
    places: dict[Thing, tuple[str, list[list[int]]]] = {}
    for subject in subjects:
        thing = things.of(subject.kind, subject.key, subject.name)
        _, spans = places.setdefault(thing, (subject.kind, []))
        spans += [[span.start, span.stop] for span in subject.spans]
    return {thing: (kind, sorted(spans)) for thing, (kind, spans) in places.items()}


def keep_unread(article: Article, reading: Reading) -> bool:
    """The unread sentences of the article are those of its last reading. Whether anything changed.

    A sentence is known again by its words and its reason wherever a changed text has it, so a decision goes with it.
    """
    rows = defaultdict(list)
    for row in article.unread.order_by("start"):
        rows[row.quote, row.reason].append(row)
    fresh, moved = [], []
    for each in reading.unread:
        known = rows[each.span.quote, each.reason]
        place = {"start": each.span.start, "stop": each.span.stop, "detail": each.detail[:DETAIL], "read_since": False}
        if not known:
            fresh.append(Unread(article=article, quote=each.span.quote, reason=each.reason, **place))
        elif _moves(row := known.pop(0), place):
            moved.append(row)
    left = [row for each in rows.values() for row in each]
    gone = [row.pk for row in left if row.state == UnreadState.WAITING]
    read = [row.pk for row in left if row.state != UnreadState.WAITING and not row.read_since]
    Unread.objects.filter(pk__in=read).update(read_since=True)
    # Sentences may change places: all leave before any comes to its new one.
    if leaving := [*gone, *(row.pk for row in moved)]:
        Unread.objects.filter(pk__in=leaving).delete()
    Unread.objects.bulk_create([*moved, *fresh])
    return bool(gone or read or moved or fresh)


def _moves(row: Unread, place: dict[str, Any]) -> bool:
    """Set the place; whether it was another."""
    before = {name: getattr(row, name) for name in place}
    for name, value in place.items():
        setattr(row, name, value)
    return before != place
