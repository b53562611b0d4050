"""One record for what several sentences tell: when two mean the same agreement, and what the second adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.extraction.text import Line
from importers.records import Agreement

ONE_SIDED = frozenset({"licence", "loan", "acquisition"})  # kinds that one side can hold alone
LOOK_BACK = 60  # agreements among which a new one may be known already
NEAR = 4  # sentences within which «документ» and «соглашение» take up what was named
SETTLED = frozenset({"joint venture", "agreement", "contract", "memorandum", "framework agreement"})
PAPERS = frozenset({"memorandum", "framework agreement", "contract", "declaration"})
OPEN = frozenset({"planned", "agreed", "announced"})
SAME_TIME = ("тогда", "же")
MANY = 100  # sentences that tell of one agreement; more prove nothing more


@dataclass(frozen=True, slots=True)
class Candidate:
    """An agreement with the line that states it, and whether its parties were named by the sentence itself."""

    agreement: Agreement
    line: Line
    explicit: tuple[str, ...]
    another: bool
    takes_up: bool
    given: bool


def add(kept: list[Candidate], new: Candidate) -> None:
    """Keep a candidate, or let it add to the record of the same agreement that stands already."""
    for index in range(len(kept) - 1, max(-1, len(kept) - 1 - LOOK_BACK), -1):
        old = kept[index]
        if _same(old, new):
            kept[index] = _joined(old, new)
            return
    if not new.takes_up:
        kept.append(new)


def dated(kept: Sequence[Candidate], new: Candidate) -> Candidate:
    """«Тогда же решили» has the date of what was told just before."""
    if new.agreement.date or not kept or new.line.sentence.keys[:2] != SAME_TIME:
        return new
    return replace(
        new,
        agreement=replace(
            new.agreement, date=kept[-1].agreement.date, place=new.agreement.place or kept[-1].agreement.place
        ),
    )


def _same(old: Candidate, new: Candidate) -> bool:
    first, second = old.agreement, new.agreement
    beside = old.line.index == new.line.index and first.kind == second.kind and first.rule != second.rule
    if second.kind != "deal" and (new.another or beside):
        return not new.another and first.kind == second.kind and first.span.overlaps(second.span)
    if first.date and second.date and not (first.date.startswith(second.date) or second.date.startswith(first.date)):
        return False
    near = new.line.index - old.line.index <= NEAR
    if _settles(old, new):
        return True
    if second.status == "planned" and first.status not in OPEN and second.kind in ONE_SIDED:
        return False  # «уступила одну долю. Другую намерена передать»
    if first.kind == "acquisition" and second.rule == "agreed" and near and second.subject is None and _alike(old, new):
        return True  # «продажа RG Gold. Стороны ударили по рукам»
    if second.kind == "deal":
        return first.kind == "acquisition" and near
    if new.takes_up and second.kind != "document":
        return False
    if new.takes_up:
        known = set(new.explicit) <= set(first.parties)
        return near and known and first.kind not in ONE_SIDED and old.line.index != new.line.index
    if old.line.index == new.line.index:  # «аукцион выиграла A, лицензию она получила в мае»
        return first.kind == second.kind == "licence" and first.organisations == second.organisations != ()
    bodies = set(first.organisations) & set(second.organisations) or not (first.organisations and second.organisations)
    if first.rule == "agreed" and second.kind in SETTLED and near and set(first.parties) >= set(new.explicit):
        return True  # «договорились разрабатывать вместе. В совместном предприятии …»
    general = second.kind == "agreement" and first.kind in PAPERS and second.rule != "agreed" and second.subject is None
    closer = first.kind == "agreement" and second.kind in PAPERS and new.given and bool(new.explicit)
    if first.kind != second.kind and not (near and (general or closer)):
        return False
    within = set(new.explicit) <= set(first.parties) or bool(
        set(old.explicit) and set(old.explicit) <= set(second.parties)
    )
    if not within or not bodies:
        return False
    return near or (bool(new.explicit) and set(new.explicit) == set(old.explicit))


def _joined(old: Candidate, new: Candidate) -> Candidate:
    """The record with what the new sentence adds; a mere «договорились» gives way to what was agreed."""
    first, second = old.agreement, new.agreement
    if first.rule == "agreed" and not new.takes_up:
        first, second = replace(second, parties=tuple(dict.fromkeys((*first.parties, *second.parties)))), first
    same = first.kind == second.kind or new.takes_up or _settles(old, new)
    if second.kind == "deal":
        same, stop = True, second.span.stop
        if old.line.index == new.line.index and stop > first.span.stop:
            first = replace(first, span=new.line.span(_at(new.line, first.span.start), None))
    done = same and first.status in OPEN and second.status in {"signed", "terminated"}
    ended = same and second.status == "terminated"
    stands = second if done and second.kind != "document" else first  # «намерена купить … Договор подписали 31 декабря»
    kind = second.kind if first.kind == "agreement" and second.kind in PAPERS and not new.takes_up else first.kind
    told = dict.fromkeys((*first.mentions, first.span, *second.mentions, second.span))
    return replace(
        old,
        agreement=replace(
            first,
            kind=kind,
            status=second.status if done or ended else first.status,
            span=stands.span,
            mentions=tuple(s for s in told if not s.overlaps(stands.span))[:MANY],
            date=first.date or second.date,
            place=first.place or second.place,
            minerals=first.minerals or second.minerals,
            subject=first.subject or second.subject,
            organisations=tuple(dict.fromkeys((*first.organisations, *(() if new.takes_up else second.organisations)))),
        ),
        explicit=tuple(dict.fromkeys((*old.explicit, *new.explicit))),
    )


def _alike(old: Candidate, new: Candidate) -> bool:
    return bool(set(old.agreement.organisations) & set(new.agreement.organisations))


def _at(line: Line, start: int) -> int:
    """The token of a line that begins at a place of the body."""
    return next(i for i, token in enumerate(line.tokens) if token.start >= start)


def _settles(old: Candidate, new: Candidate) -> bool:
    """Whether a paper between nobody in particular settles the sale told before: «договор стороны подписали»."""
    first, second = old.agreement, new.agreement
    near = 0 < new.line.index - old.line.index <= NEAR
    bare = not new.explicit and second.kind in {"agreement", "contract"} and second.subject is None
    known = first.status in OPEN and set(second.organisations) <= set(first.organisations)
    bare = bare and (new.takes_up or known)
    return near and bare and first.kind == "acquisition" and second.rule == "signing"
