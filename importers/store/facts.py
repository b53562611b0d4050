"""Candidates into facts: match, merge, keep the evidence, suppress what a person rejected."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Q

from importers.records import Reading, Span
from importers.store import candidates, matching, merge
from importers.store.candidates import Candidate
from importers.store.things import Things
from minerals.models import Agreement, Evidence, Fact, Name, Project, Quotation, Statistic
from minerals.models.evidence import KINDS
from minerals.vocabularies import Origin, State
from news.models import Article
from news.search import fold


def keep(article: Article, reading: Reading) -> Counter[str]:
    """Store all facts of the reading; returns how many were new, changed, unchanged, disputed, stale, suppressed."""
    things = Things()
    work = Work(article, reading.version)
    found = candidates.projects(reading, things)
    rows = work.keep(Project, found)
    named = {fold(name): row for read, row in zip(found, rows, strict=True) for name in read.names}
    rest = candidates.others(reading, things, lambda name: named.get(fold(name)) or _project_called(name))
    for model in (Agreement, Statistic, Quotation):
        work.keep(model, [read for read in rest if read.model is model])
    work.mark_stale()
    return work.counts


def _project_called(name: str) -> Project | None:
    called = Name.objects.in_use().spelled(name).filter(project__isnull=False).select_related("project")
    found = called.order_by("project").first()
    return found.project if found else None


class Work:
    """One article's facts as stored, against one reading of it."""

    def __init__(self, article: Article, version: str) -> None:
        self.article, self.version = article, version
        self.counts: Counter[str] = Counter()
        self._evidence = list(article.evidence.select_related(*KINDS))
        self._read: set[int] = set()
        self._stood: dict[Span, Fact] = {}

    def keep(self, model: type[Fact], found: Sequence[Candidate]) -> list[Fact]:
        """Store the candidates of one kind; returns the fact of each."""
        kind = model._meta.model_name
        places: matching.Places = {}
        for evidence in self._evidence:
            fact = getattr(evidence, f"{kind}_id")
            if fact is not None:
                places.setdefault(fact, []).append(evidence)
        known = model._default_manager.filter(Q(pk__in=places) | Q(merged_into__in=places))
        rows = []
        for read, fact in zip(found, matching.match(self.article, found, list(known), places), strict=True):
            siblings = [other.span for other in found if other is not read]
            read.point_at(self._stood.get(read.converts) if read.converts else None)
            fact = fact or self._same_key(read)
            if fact is None:
                fact = self._create(read)
            else:
                self._merge(fact, read, siblings)
            rows.append(fact.survivor)
            self._stood[read.span] = fact.survivor
            self._keep_further(fact.survivor, read, siblings)
        return rows

    def mark_stale(self) -> None:
        """Mark the evidence that this reading no longer gives, and the facts that have none left."""
        for evidence in self._evidence:
            fact = evidence.fact
            gone = evidence.pk not in self._read and evidence.rule and fact.state != State.REJECTED
            if gone and fact.merged_into_id is None:
                if not evidence.stale:
                    evidence.stale = True
                    evidence.save(update_fields=["stale"])
                fact.refresh_from_db()
                if not fact.stale and not fact.evidence.standing().exists():
                    fact.stale = True
                    self._save(fact, "no longer read")
                    self.counts["stale"] += 1

    def _same_key(self, read: Candidate) -> Fact | None:
        """A reading that appears twice in one article is one fact."""
        made = read.model._default_manager.filter(meaning=read.meaning, evidence__article=self.article)
        return made.order_by("pk").first()

    def _create(self, read: Candidate) -> Fact:
        fact = read.model(key=self._free_key(read), read=read.values)
        fact.put(read.objects(read.values))
        self._save(fact, "read")
        self._keep_names(fact, read)
        self._add_evidence(fact, read)
        self.counts["new"] += 1
        return fact

    def _merge(self, fact: Fact, read: Candidate, siblings: Iterable[Span]) -> None:
        merged_away = fact.merged_into_id is not None
        fact = fact.survivor
        if fact.state == State.REJECTED:
            self.counts["suppressed"] += 1
            return
        place = self._place(fact, read, siblings)
        self._keep_names(fact, read)
        if merged_away:
            moved, changed, disputed = place is None, False, False
        else:
            changed, disputed = self._take(fact, read, place)
            moved = place is None
        if place is None:
            self._add_evidence(fact, read)
        else:
            moved = self._touch_evidence(place, read)
        if fact.stale:
            fact.stale, changed = False, True
        if changed or disputed:
            self._save(fact, "read otherwise" if disputed else "read again")
        self.counts["disputed" if disputed else "changed" if changed or moved else "unchanged"] += 1

    def _keep_further(self, fact: Fact, read: Candidate, siblings: Sequence[Span]) -> None:
        """The other sentences of the article that tell of the fact: «документ подписан», «соглашение рассчитано на»."""
        if fact.state == State.REJECTED:
            return
        for span in read.further:
            again = replace(read, span=span, further=())
            place = self._place(fact, again, siblings)
            if place is None:
                self._add_evidence(fact, again)
            else:
                self._touch_evidence(place, again)

    def _take(self, fact: Fact, read: Candidate, place: Evidence | None) -> tuple[bool, bool]:
        """Merge the reading into the fact, unsaved; whether anything changed, and whether it is newly disputed."""
        live, owned = fact.values(), fact.state == State.PROPOSED
        if place is not None:
            others = Evidence.objects.standing().filter(**{fact._meta.model_name: fact}).exclude(article=self.article)
            elsewhere = list(others.values_list("said", flat=True))
            merged = merge.reread(live, fact.read, place.said, read.values, owned, elsewhere)
        else:
            here = fact.evidence.filter(article=self.article).exists()
            merged = merge.another(live, fact.read, read.values, owned, here, fact.WORDING)
        if not merged.take and not merged.read:
            return False, False
        fact.put(read.objects(merged.take))
        before = fact.disputed
        fact.read = {**fact.read, **merged.read}
        fact.disputed = merged.disputed or (before and bool(fact.differences()))
        return True, merged.disputed

    def _place(self, fact: Fact, read: Candidate, siblings: Iterable[Span]) -> Evidence | None:
        """The evidence that this reading gave before: at the same span, else at an overlapping one that is free."""
        here = [e for e in self._evidence if e.fact.pk == fact.pk and type(e.fact) is type(fact)]
        span = (read.span.start, read.span.stop)
        exact = [evidence for evidence in here if (evidence.start, evidence.stop) == span]
        if exact:
            return min(exact, key=lambda evidence: evidence.stale)
        claimed = {(other.start, other.stop) for other in (*siblings, *read.further)}
        for evidence in here:
            free = evidence.pk not in self._read and (evidence.start, evidence.stop) not in claimed
            if free and evidence.start < read.span.stop and read.span.start < evidence.stop:
                return evidence
        return None

    def _touch_evidence(self, place: Evidence, read: Candidate) -> bool:
        """Bring known evidence up to date; whether it needed to be."""
        self._read.add(place.pk)
        span = read.span
        now = {"start": span.start, "stop": span.stop, "quote": span.quote, "rule": read.rule, "stale": False}
        now["said"] = read.values
        if all(getattr(place, column) == value for column, value in now.items()):
            return False
        for column, value in now.items():
            setattr(place, column, value)
        place.extractor_version = self.version
        place.save()
        return True

    def _add_evidence(self, fact: Fact, read: Candidate) -> None:
        span = read.span
        added = Evidence.objects.create(
            article=self.article,
            start=span.start,
            stop=span.stop,
            quote=span.quote,
            rule=read.rule,
            extractor_version=self.version,
            said=read.values,
            **{fact._meta.model_name: fact},
        )
        self._evidence.append(added)
        self._read.add(added.pk)

    def _keep_names(self, fact: Fact, read: Candidate) -> None:
        """A project is found again by every name that it was read under."""
        if not read.names:
            return
        known = set(fact.names.values_list("text", flat=True))
        fresh = [text for text in dict.fromkeys(name[:300] for name in read.names) if text not in known]
        for text in fresh:
            Name(text=text, project=fact, origin=Origin.MACHINE).save()

    def _free_key(self, read: Candidate) -> str:
        """The key of what is said; of this place, where the words alone are no identity or an older fact has it."""
        keys = [read.meaning] if read.model.is_specific(read.values) else []
        keys.append(_key(read.meaning, self.article.body_key))
        keys.append(_key(read.meaning, self.article.body_key, str(read.span.start)))
        taken = set(read.model._default_manager.filter(key__in=keys).values_list("key", flat=True))
        return next(key for key in keys if key not in taken)

    def _save(self, fact: Fact, reason: str) -> None:
        fact._history_user, fact._change_reason = None, f"{reason} ({self.version})"
        fact.save()


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
