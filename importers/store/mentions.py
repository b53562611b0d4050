"""What an article names, and the sentences of it that could not be read, kept equal to the reading."""

from __future__ import annotations

from importers.models import Unread
from importers.records import Reading, Subject
from importers.store.things import Things
from minerals.models import Mention, Thing
from news.models import Article


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
    """The unread sentences of the article are those of its last reading. Whether anything changed."""
    said = {(each.span.start, each.span.stop, each.reason[:300]): each for each in reading.unread}
    standing = {(row.start, row.stop, row.reason): row.pk for row in article.unread.all()}
    gone = [pk for place, pk in standing.items() if place not in said]
    fresh = [
        Unread(article=article, start=start, stop=stop, reason=reason, quote=each.span.quote)
        for (start, stop, reason), each in said.items()
        if (start, stop, reason) not in standing
    ]
    if gone:
        Unread.objects.filter(pk__in=gone).delete()
    Unread.objects.bulk_create(fresh)
    return bool(gone or fresh)
