"""Agreements of a body: what each sentence states, completed from around it, one record for what several tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.extraction import lists, morph, places
from importers.extraction.agreements import details, loans, parties, sides
from importers.extraction.agreements.candidates import candidates
from importers.extraction.agreements.found import Found
from importers.extraction.agreements.referents import Referents
from importers.extraction.mentions import Mention
from importers.extraction.text import Line, Text
from importers.records import Agreement, Project, Span

# Kinds that one side can hold alone, and kinds whose mineral the paragraph may tell.
ONE_SIDED = frozenset({"licence", "loan", "acquisition"})
COMPANY_KINDS = frozenset({"licence", "loan", "contract", "acquisition", "joint venture"})
FOUNDING = lists.words("agreements: founding")
FIRMS = lists.stems("agreements: firm or she")
SHORT_FIRMS = lists.words("agreements: short for a firm")
ANOTHER = lists.stems("agreements: another")
PARAGRAPH = 12  # sentences on either side
LOOK_BACK = 60  # agreements among which a new one may be known already
NEAR = 4  # sentences within which «документ» and «соглашение» take up what was named
STARTED = lists.stems("agreements: group works")
UNFINISHED = lists.words("agreements: unfinished")
SETTLED = frozenset({"joint venture", "agreement", "contract", "memorandum", "framework agreement"})
PAPERS = frozenset({"memorandum", "framework agreement", "contract", "declaration"})
SAME_TIME = ("тогда", "же")
GROUP_WORD = {"working group": "групп", "joint venture": "предприяти", "roadmap": "карт", "dialogue": "диалог"}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An agreement with the line that states it, and whether its parties were named by the sentence itself."""

    agreement: Agreement
    line: Line
    explicit: tuple[str, ...]
    another: bool
    takes_up: bool
    given: bool


def find(text: Text, projects: Sequence[Project]) -> tuple[Agreement, ...]:
    """Every agreement that the body states, each once, in order; talk of agreements and denials are none."""
    kept: list[_Candidate] = []
    home, mineral = places.home(text), details.only_mineral(text.lines)
    referents = Referents(text)
    for line in text.lines:
        for found in candidates(text, line):
            candidate = _candidate(text, found, home, mineral, referents)
            if candidate is not None:
                candidate = _dated(kept, candidate)
                _add(kept, candidate)
    return tuple(_followed(text, candidate).agreement for candidate in kept if not candidate.takes_up)


def _candidate(
    text: Text, found: Found, home: str | None, mineral: tuple[str, ...], referents: Referents
) -> _Candidate | None:
    line, found = found.line, loans.lent(text, found)
    begin, end = found.whole or (found.first, found.last)
    own = parties.explicit(line, text.lexicon, found.first, found.last)
    if found.rule == "enumerated":
        own = own if len({p.country for p in own}) > 1 else own + parties.explicit(line, text.lexicon, begin, end)
    elif (begin, end) != (found.first, found.last):
        beside = parties.partners(line, text.lexicon, found.first, found.last)
        others = parties.partners(line, text.lexicon, begin, end) - beside if beside else set()
        own = [p for p in parties.explicit(line, text.lexicon, begin, end) if p.country not in others]
    own = own or parties.explicit(line, text.lexicon)
    last = sides.last_named(text, line, found.at)
    countries = tuple(dict.fromkeys([*last, *(p.country for p in own)]))
    anywhere = found.kind in {"acquisition", "joint venture"}
    bodies = parties.organisations(
        line, found.first if found.rule == "enumerated" else begin, max(end, found.last), anywhere
    )
    if found.kind in COMPANY_KINDS and (not bodies or (begin, end) != (0, len(line.tokens))):
        bodies = parties.organisations(line, anywhere=True)
    elif not bodies and found.given:
        bodies = parties.organisations(line)  # «A и B договорились …; соглашение одобрили»
    if found.kind in COMPANY_KINDS:
        taken_up = [m for m in referents.meant(line) if m.key not in {b.key for b in bodies}]
        bodies = sides.holder(text, line, [*bodies, *taken_up]) or sides.meant(text, line)
    if found.kind == "loan":
        bodies = loans.borrower(text, line, bodies)
    if not own and not bodies and found.rule == "signing":
        bodies = sides.gathered(text, line)
    if found.kind == "licence":
        holders = countries or sides.described(text, line, bodies)
        whole = sides.licensed(text, line, holders, bodies, home)
    else:
        whole = sides.complete(text, line, countries, bodies, home)
    if not _worth(found, countries, whole, bodies):
        return None
    regions = [p.region for p in own if p.region] if found.rule == "enumerated" else []
    names = tuple(dict.fromkeys([m.name for m in bodies] + regions))
    enumerated = found.rule == "enumerated"
    of_firms = found.kind in COMPANY_KINDS or bool(bodies and not own)
    after = None if found.status == "planned" else details.told_after(text, line)
    around = _near_mineral(text, line) or mineral
    agreement = Agreement(
        kind=found.kind,
        status=found.status,
        rule=found.rule,
        span=line.span(found.first, found.last),
        parties=whole,
        organisations=names,
        date=details.when(text, line, found.at, found.status == "planned", (found.first, found.last))
        or (details.when(text, after, 0) if after else None)
        or details.of_event(text, line, found.status),
        place=details.place(line) or (details.place(after) if after else None),
        minerals=details.minerals(line, found.first, found.last, around if of_firms else ()),
        subject=details.subject(line, found.first if enumerated else found.noun),
    )
    before = [t.key for t in line.tokens[max(0, found.noun - 5) : found.noun]]
    another = enumerated or any(key.startswith(ANOTHER) for key in before)
    return _Candidate(agreement, line, countries, another, found.takes_up, found.given)


def _near_mineral(text: Text, line: Line) -> tuple[str, ...]:
    """The one mineral of the paragraph, else of the nearest lines above that name any."""
    before, after = sides.paragraph(text, line, PARAGRAPH)
    if any(other.of("mineral") for other in (*before, *after)):
        return details.only_mineral([*before, *after])
    above = text.lines[max(0, line.index - PARAGRAPH) : line.index]
    return next((details.only_mineral([other]) for other in reversed(above) if other.of("mineral")), ())


def _worth(found: Found, explicit: tuple[str, ...], whole: tuple[str, ...], bodies: Sequence[Mention]) -> bool:
    """Whether anybody in particular agreed: two sides, or a firm that got a licence, a loan or a share."""
    if found.takes_up:
        return True
    if found.rule in {"agreed", "in-force"}:
        return (
            len(explicit) + len(bodies) >= 2
            or (found.rule == "in-force" and len(whole) >= 2)
            or (bool(bodies) and len(whole) >= 2)
        )
    if found.plural and not explicit and not bodies:
        return found.kind == "licence" and _firm(found)
    if found.kind in ONE_SIDED:
        return bool(explicit or bodies) or _firm(found)
    if found.status == "planned" and not explicit and not bodies:
        return False
    return len(whole) >= 2 or bool(bodies)


def _firm(found: Found) -> bool:
    return any(t.key.startswith(FIRMS) or t.key in SHORT_FIRMS for t in found.line.tokens)


def _add(kept: list[_Candidate], new: _Candidate) -> None:
    """Keep a candidate, or let it add to the record of the same agreement that stands already."""
    for index in range(len(kept) - 1, max(-1, len(kept) - 1 - LOOK_BACK), -1):
        old = kept[index]
        if _same(old, new):
            kept[index] = _joined(old, new)
            return
    if not new.takes_up:
        kept.append(new)


def _dated(kept: Sequence[_Candidate], new: _Candidate) -> _Candidate:
    """«Тогда же решили» has the date of what was told just before."""
    if new.agreement.date or not kept or new.line.sentence.keys[:2] != SAME_TIME:
        return new
    return replace(
        new,
        agreement=replace(
            new.agreement, date=kept[-1].agreement.date, place=new.agreement.place or kept[-1].agreement.place
        ),
    )


def _same(old: _Candidate, new: _Candidate) -> bool:
    first, second = old.agreement, new.agreement
    if new.another or (old.line.index == new.line.index and first.kind == second.kind and first.rule != second.rule):
        return not new.another and first.kind == second.kind and first.span.overlaps(second.span)
    if first.date and second.date and not (first.date.startswith(second.date) or second.date.startswith(first.date)):
        return False
    near = new.line.index - old.line.index <= NEAR
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


def _joined(old: _Candidate, new: _Candidate) -> _Candidate:
    """The record with what the new sentence adds; a mere «договорились» gives way to what was agreed."""
    first, second = old.agreement, new.agreement
    if first.rule == "agreed" and not new.takes_up:
        first, second = replace(second, parties=tuple(dict.fromkeys((*first.parties, *second.parties)))), first
    status = (
        second.status
        if (first.status in {"planned", "agreed", "announced"} and second.status == "signed")
        else first.status
    )
    return replace(
        old,
        agreement=replace(
            first,
            kind=second.kind
            if first.kind == "agreement" and second.kind in PAPERS and not new.takes_up
            else first.kind,
            status=status if first.kind == second.kind or new.takes_up else first.status,
            date=first.date or second.date,
            place=first.place or second.place,
            minerals=first.minerals or second.minerals,
            subject=first.subject or second.subject,
            organisations=tuple(dict.fromkeys((*first.organisations, *second.organisations))),
        ),
        explicit=tuple(dict.fromkeys((*old.explicit, *new.explicit))),
    )


def _followed(text: Text, candidate: _Candidate) -> _Candidate:
    """What the next sentences say of it: «группа уже собиралась», «карта пока в проекте», «создано в 2019»."""
    agreement, stem = candidate.agreement, GROUP_WORD.get(candidate.agreement.kind)
    if stem is None:
        return candidate
    for line in text.lines[candidate.line.index + 1 : candidate.line.index + 3]:
        keys = line.sentence.keys
        at = next((i for i, key in enumerate(keys) if key.startswith(stem)), None)
        if at is None:
            continue
        end = next((i for i in range(at, len(keys)) if keys[i] in {",", ";", "."}), len(keys))
        status = _status_after(agreement.status, keys[at:end])
        if status != agreement.status:
            agreement = replace(
                agreement, status=status, span=_reaching(text, agreement.span, candidate.line, line, end)
            )
        if (
            agreement.kind == "joint venture"
            and agreement.date is None
            and any(_founded(t.text) for t in line.tokens[at : at + 4])
        ):
            agreement = replace(agreement, date=details.when(text, line, at))
    return replace(candidate, agreement=agreement)


def _status_after(status: str, words: Sequence[str]) -> str:
    """The status that a later clause gives to what was only agreed or planned."""
    if status in {"agreed", "planned"} and any(w.startswith(STARTED) for w in words) and "не" not in words:
        return "launched"
    return "planned" if status == "agreed" and any(w in UNFINISHED for w in words) else status


def _reaching(text: Text, span: Span, stated: Line, later: Line, end: int) -> Span:
    """The span drawn out to the next sentence, which gave the status; of a sentence farther away nothing is quoted."""
    if later.index != stated.index + 1 or later.sentence.paragraph != stated.sentence.paragraph:
        return span
    stop = later.tokens[end - 1].stop
    return Span(span.start, stop, text.article.body[span.start : stop])


def _founded(word: str) -> bool:
    return morph.parses(word.lower())[0].normal_form in FOUNDING
