"""What people decided about facts, as data that another instance can take over; keyed by the machine's stable keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from minerals.models import FACTS, Fact, Mention, Statistic
from minerals.models.mention import SUBJECTS
from minerals.vocabularies import State

Review = dict[str, Any]
KINDS: dict[str, type[Fact]] = {str(model._meta.model_name): model for model in FACTS}


def reviews() -> dict[str, list[Review]]:
    """All decisions, in a fixed order: about facts, and mentions that were rejected."""
    return {
        "facts": [_review(kind, fact) for kind, model in KINDS.items() for fact in _reviewed(model)],
        "mentions": [
            {"article": mention.article.body_key, "kind": kind, "ref": mention.subject.ref}
            for kind in SUBJECTS
            for mention in Mention.objects.filter(rejected=True, **{f"{kind}__isnull": False})
            .select_related("article", kind)
            .order_by("article__body_key", kind)
        ],
    }


def apply_reviews(given: dict[str, list[Review]]) -> Counter[str]:
    """Take the decisions over; returns how many were applied, already stood, were decided later here, or had no fact.

    Raises KeyError, ValueError or ObjectDoesNotExist where the data is malformed; nothing is applied then.
    """
    tally: Counter[str] = Counter()
    with transaction.atomic():
        # Merged ones last, in the order of their merging: each then points where it did.
        for review in sorted(given["facts"], key=lambda review: (review["merged_into"] is not None, _when(review))):
            tally[_apply(review)] += 1
        for mention in given["mentions"]:
            tally[_reject_mention(mention)] += 1
    return tally


def _reviewed(model: type[Fact]) -> Iterator[Fact]:
    facts = model._default_manager.filter(reviewed_at__isnull=False).order_by("key")
    yield from facts.select_related("reviewed_by", "merged_into")


def _review(kind: str, fact: Fact) -> Review:
    evidence = fact.evidence.select_related("article").order_by("article__body_key", "start")
    return {
        "kind": kind,
        "key": fact.key,
        "state": fact.state,
        "stands": {field: value for field, value in fact.values().items() if value not in (None, [])},
        "preferred": isinstance(fact, Statistic) and fact.preferred,
        "merged_into": fact.merged_into.key if fact.merged_into else None,
        "by": fact.reviewed_by.get_username() if fact.reviewed_by else None,
        "at": fact.reviewed_at.isoformat() if fact.reviewed_at else None,
        "note": fact.note,
        "evidence": [{"article": each.article.body_key, "quote": each.quote} for each in evidence],
    }


def _apply(review: Review) -> str:
    model, state, at = KINDS[review["kind"]], State(review["state"]), _when(review)
    fact = model._default_manager.filter(key=review["key"]).first()
    if fact is None and state == State.PUBLISHED:
        fact = _at_the_same_place(model, review)
    other = model._default_manager.filter(key=review["merged_into"]).first() if review["merged_into"] else None
    if fact is None or (review["merged_into"] and other is None):
        return "without a fact here"
    if fact.reviewed_at is not None and fact.reviewed_at >= at:
        return "already here" if fact.reviewed_at == at else "decided later here"
    _decide(fact, review, state, other, at)
    return "applied"


def _when(review: Review) -> datetime:
    return datetime.fromisoformat(review["at"])


def _decide(fact: Fact, review: Review, state: State, other: Fact | None, at: datetime) -> None:
    by, note = _reviewer(review["by"]), review["note"]
    if other is not None:
        fact.put(_changes(fact, review["stands"]))
        fact.state = state
        fact.merge_into(other, by, note, at)
    elif state == State.REJECTED:
        fact.reject(by, note, at)
    elif state == State.PROPOSED:
        fact.restore(by, note, at)
    elif changes := _changes(fact, review["stands"]):
        fact.correct(by, changes, note, at)
    else:
        fact.accept(by, note, at)
    if review["preferred"] and not fact.preferred:
        fact.prefer(by, note, at)


def _changes(fact: Fact, stands: dict[str, Any]) -> dict[str, Any]:
    """The fields in which the decision differs from what stands here.

    Another instance may not know the other fact that one points at: the project, the figure converted.
    """
    changes = {}
    for field, value in fact.values().items():
        wanted = stands.get(field, [] if isinstance(value, list) else None)
        if wanted != value and (wanted is None or _known(fact, field, wanted)):
            changes[field] = wanted
    return changes


def _known(fact: Fact, field: str, wanted: Any) -> bool:
    model = fact._meta.get_field(field).related_model
    pointed = isinstance(model, type) and issubclass(model, Fact)
    return not pointed or model._default_manager.filter(key=wanted).exists()


def _at_the_same_place(model: type[Fact], review: Review) -> Fact | None:
    """The one undecided fact in the same words: a newer version of the program reads them otherwise."""
    places = Q()
    for each in review["evidence"]:
        places |= Q(evidence__article__body_key=each["article"], evidence__quote=each["quote"])
    found = model._default_manager.filter(places, reviewed_at=None).distinct()[:2] if places else []
    return found[0] if len(found) == 1 else None


def _reviewer(name: str | None) -> User | None:
    """The account of that name; one that is not here is kept as a name that cannot log in."""
    if name is None:
        return None
    user, created = User.objects.get_or_create(username=name, defaults={"is_active": False})
    if created:
        user.set_unusable_password()
        user.save()
    return user


def _reject_mention(given: Review) -> str:
    ref = given["ref"]
    if given["kind"] not in SUBJECTS:
        raise ValueError(f"no kind of mention: {given['kind']}")
    for mention in Mention.objects.filter(article__body_key=given["article"], **{f"{given['kind']}__isnull": False}):
        if mention.subject.ref == ref:
            if mention.rejected:
                return "already here"
            mention.rejected = True
            mention.save(update_fields=["rejected"])
            return "applied"
    return "without a fact here"
