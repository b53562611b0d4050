"""What people decided about facts, as data that another instance can take over; keyed by the machine's stable keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

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
        for review in sorted(given["facts"], key=lambda review: review["merged_into"] is not None):
            tally[_apply(review)] += 1
        for mention in given["mentions"]:
            tally[_reject_mention(mention)] += 1
    return tally


def _reviewed(model: type[Fact]) -> Iterator[Fact]:
    facts = model._default_manager.filter(reviewed_at__isnull=False).order_by("key")
    yield from facts.select_related("reviewed_by", "merged_into")


def _review(kind: str, fact: Fact) -> Review:
    live = fact.values()
    quote = fact.evidence.order_by("article__body_key", "start").values_list("quote", flat=True).first()
    return {
        "kind": kind,
        "key": fact.key,
        "state": fact.state,
        "corrected": {field: live[field] for field, (_, _) in sorted(fact.differences().items())},
        "preferred": isinstance(fact, Statistic) and fact.preferred,
        "merged_into": fact.merged_into.key if fact.merged_into else None,
        "by": fact.reviewed_by.get_username() if fact.reviewed_by else None,
        "at": fact.reviewed_at.isoformat() if fact.reviewed_at else None,
        "note": fact.note,
        # For people who read the file: what the fact is about.
        "quote": quote,
    }


def _apply(review: Review) -> str:
    fact = KINDS[review["kind"]]._default_manager.filter(key=review["key"]).first()
    if fact is None:
        return "without a fact here"
    at, state = datetime.fromisoformat(review["at"]), State(review["state"])
    if fact.reviewed_at is not None and fact.reviewed_at >= at:
        return "already here" if fact.reviewed_at == at else "decided later here"
    by = User.objects.filter(username=review["by"]).first()
    if review["merged_into"]:
        other = KINDS[review["kind"]]._default_manager.filter(key=review["merged_into"]).first()
        if other is None:
            return "without a fact here"
        fact.merge_into(other, by, review["note"], at)
    elif state == State.REJECTED:
        fact.put(review["corrected"])
        fact.reject(by, review["note"], at)
    elif state == State.PROPOSED:
        fact.restore(by, review["note"], at)
    elif review["corrected"]:
        fact.correct(by, review["corrected"], review["note"], at)
    else:
        fact.accept(by, review["note"], at)
    if review["preferred"] and not fact.preferred:
        fact.prefer(by, review["note"], at)
    return "applied"


def _reject_mention(given: Review) -> str:
    ref = given["ref"]
    for mention in Mention.objects.filter(article__body_key=given["article"], **{f"{given['kind']}__isnull": False}):
        if mention.subject.ref == ref:
            if mention.rejected:
                return "already here"
            mention.rejected = True
            mention.save(update_fields=["rejected"])
            return "applied"
    return "without a fact here"
