"""Which stored fact a reading means: the one at the same place, else the one that says the same, else none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import F

from importers.store.candidates import Candidate
from minerals.models import Evidence, Fact, Name, Project
from news.models import Article
from news.search import fold

Places = dict[int, list[Evidence]]


def match(
    article: Article, candidates: Sequence[Candidate], facts: Sequence[Fact], places: Places
) -> list[Fact | None]:
    """For each candidate of one kind its fact; `facts` are those of the article, `places` their evidence in it.

    At the same place a fact takes one reading that says otherwise; readings that say the same share their fact.
    """
    found: list[Fact | None] = [None] * len(candidates)
    by_meaning: dict[str, Fact] = {}
    ordered = sorted(facts, key=lambda fact: (fact.merged_into_id is not None, fact.pk))
    # As the machine read it comes first: a correction may have made one fact look like another's reading.
    for meaning_of in (_as_read, _as_it_stands):
        for fact in ordered:
            by_meaning.setdefault(meaning_of(fact), fact)
    for index, candidate in enumerate(candidates):
        found[index] = by_meaning.get(candidate.meaning)
    taken = {fact.survivor.pk for fact in found if fact is not None}
    for score, index, fact in _overlaps(candidates, facts, places):
        if score and found[index] is None and fact.survivor.pk not in taken:
            found[index] = fact
            taken.add(fact.survivor.pk)
    for index, candidate in enumerate(candidates):
        if found[index] is None:
            found[index] = _elsewhere(candidate, article)
    return found


def _as_read(fact: Fact) -> str:
    return fact.meaning_of(fact.read)


def _as_it_stands(fact: Fact) -> str:
    return fact.meaning


def _overlaps(candidates: Sequence[Candidate], facts: Iterable[Fact], places: Places) -> list[tuple[float, int, Fact]]:
    """All pairs that share a place, those that share most of it, and say most alike, first."""
    pairs = []
    for index, candidate in enumerate(candidates):
        for fact in facts:
            shared = max((_shared(candidate, place) for place in places.get(fact.pk, ())), default=0.0)
            if shared:
                same = sum(fact.read.get(field) == value for field, value in candidate.values.items())
                pairs.append((shared + same / len(candidate.values), index, fact))
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2].pk))


def _shared(candidate: Candidate, place: Evidence) -> float:
    start, stop = max(candidate.span.start, place.start), min(candidate.span.stop, place.stop)
    whole = max(candidate.span.stop, place.stop) - min(candidate.span.start, place.start)
    return max(0, stop - start) / whole


def _elsewhere(candidate: Candidate, article: Article) -> Fact | None:
    """The fact of another article that says the same, where the words are specific enough to mean it."""
    model = candidate.model
    if model is Project:
        return _namesake(candidate)
    if not model.is_specific(candidate.values):
        return None
    return (
        model._default_manager.filter(meaning=candidate.meaning)
        .order_by(F("merged_into").asc(nulls_first=True), "pk")
        .first()
    )


def _namesake(candidate: Candidate) -> Fact | None:
    """The project of the same country that goes by one of the names; a name without a proper part tells nothing."""
    if candidate.values["country"] is None:
        return None
    spellings = {fold(name) for name in candidate.names if Project.is_specific(candidate.values | {"name": name})}
    names = Name.objects.in_use().filter(folded__in=spellings, project__country=candidate.values["country"])
    named = names.order_by("project").select_related("project").first()
    return named.project if named else None
