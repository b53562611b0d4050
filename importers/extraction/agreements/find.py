"""Agreements of a body: what each sentence states, completed from around it, one record for what several tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from importers.extraction import lists, places
from importers.extraction.agreements import details, loans, parties, seats, sides
from importers.extraction.agreements.actors import with_actors
from importers.extraction.agreements.candidates import candidates
from importers.extraction.agreements.following import followed
from importers.extraction.agreements.found import Found
from importers.extraction.agreements.joining import Candidate, add, dated
from importers.extraction.agreements.mined import mined, worked
from importers.extraction.agreements.referents import Referents
from importers.extraction.agreements.targets import target
from importers.extraction.mentions import Mention
from importers.extraction.organisations import called
from importers.extraction.text import Line, Text
from importers.records import Agreement, Project

# Kinds that one side can hold alone, and kinds whose mineral the paragraph may tell.
ONE_SIDED = frozenset({"licence", "loan", "acquisition"})
COMPANY_KINDS = frozenset({"licence", "loan", "contract", "acquisition", "joint venture"})
FIRMS = lists.stems("agreements: firm or she")
SHORT_FIRMS = lists.words("agreements: short for a firm")
ANOTHER = lists.stems("agreements: another")
TOGETHER = lists.stems("agreements: together")
BARE = frozenset({"agreement", "contract"})  # «договор стороны подписали»: may settle what was told before
PAPERS = frozenset({"agreement", "contract", "memorandum", "framework agreement"})
THAT = frozenset({"этом", "чем", "том"})  # «об этом условились»: what was told before
PARAGRAPH = 12  # sentences on either side


def find(text: Text, projects: Sequence[Project]) -> tuple[Agreement, ...]:
    """Every agreement that the body states, each once, in order; talk of agreements and denials are none."""
    kept: list[Candidate] = []
    text = with_actors(text, projects)
    home, mineral = places.home(text), details.only_mineral(text.lines)
    referents, by_line = Referents(text), mined(text, projects)
    for line in text.lines:
        for found in candidates(text, line):
            candidate = _candidate(text, found, sides.nearest_home(text, line, home), mineral, referents, by_line)
            if candidate is not None:
                candidate = dated(kept, candidate)
                add(kept, candidate)
    return tuple(followed(text, candidate).agreement for candidate in kept if not candidate.takes_up)


def _candidate(
    text: Text,
    found: Found,
    home: str | None,
    mineral: tuple[str, ...],
    referents: Referents,
    projects: Mapping[int, tuple[str, ...]],
) -> Candidate | None:
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
    if found.kind in COMPANY_KINDS or (found.kind in PAPERS and len(bodies) + len(countries) < 2):
        taken_up = [m for m in referents.meant(line) if m.key not in {b.key for b in bodies}]
        bodies = sides.holder(text, line, [*bodies, *taken_up])
        if all(sides.is_office(text, m) for m in bodies):  # «соглашение компания подписала с Госкоминвестом»
            bodies = [*sides.meant(text, line), *bodies]
    if found.kind == "loan":
        bodies = loans.borrower(text, line, bodies)
    if not own and not bodies and found.rule == "signing":
        bodies = sides.gathered(text, line) or (sides.topic(text, line) if found.kind == "licence" else [])
        if not bodies and found.kind == "contract":
            bodies, told = sides.delivered(text, line)
            countries = tuple(told)
    if found.kind == "joint venture":
        bodies = sides.in_it(text, line, bodies)
    if found.kind == "licence":
        bodies = [m for m in bodies if not sides.is_office(text, m)] or [m for m in bodies if not found.plural][:0]
        holders = countries or seats.described(text, line, bodies)
        whole = sides.licensed(text, line, holders, bodies, home)
    else:
        whole = sides.complete(text, line, countries, bodies, home, firms=found.kind in COMPANY_KINDS)
    if found.kind == "acquisition" and whole:
        whole = tuple(dict.fromkeys((*whole, *sides.where_it_lies(text, line, found, home))))
    worth = _worth(found, countries, whole, bodies)
    if not worth and not (found.kind in BARE and found.rule == "signing" and found.status == "signed"):
        return None
    regions = [p.region for p in own if p.region] if found.rule == "enumerated" else []
    names = tuple(dict.fromkeys([_name(text, m) for m in target(text, line, found, bodies)] + regions))
    enumerated = found.rule == "enumerated"
    of_firms = found.kind in COMPANY_KINDS or bool(bodies and not own)
    after = None if found.status == "planned" else details.told_after(text, line)
    around = worked(text, line, projects) or _near_mineral(text, line) or mineral
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
        minerals=details.minerals(
            line, found.first, found.last, around if of_firms or found.rule == "in-force" else ()
        ),
        subject=details.subject(line, found.first if enumerated else found.noun),
    )
    before = [t.key for t in line.tokens[max(0, found.noun - 5) : found.noun]]
    counted = any(_counts_firms(line, q.last) for q in line.quantities if q.dimension == "count")
    another = enumerated or (counted and found.kind == "licence") or any(key.startswith(ANOTHER) for key in before)
    return Candidate(agreement, line, countries, another, found.takes_up or not worth, found.given)


def _counts_firms(line: Line, after: int) -> bool:
    """«35 компаний лишились лицензий» are others than the one named before."""
    return after < len(line.tokens) and line.tokens[after].key.startswith(FIRMS)


def _name(text: Text, body: Mention) -> str:
    """What the article calls an organisation; a union that signs is named as the lexicon names it."""
    return called(text, body.key) if body.kind == "organisation" else body.name


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
    if found.rule in {"agreed", "in-force", "standing"}:
        taken_up = found.rule == "agreed" and any(t.key in THAT for t in found.line.tokens)
        return (
            (taken_up and len(whole) >= 2)
            or len(explicit) + len(bodies) >= 2
            or (found.rule in {"in-force", "standing"} and len(whole) >= 2)
            or (bool(bodies) and len(whole) >= 2)
        )
    if found.rule == "founded":
        together = any(t.key.startswith(TOGETHER) for t in found.line.tokens)
        return len(whole) >= 2 and (len(explicit) >= 2 or (len(bodies) >= 2 and together))
    if found.plural and not explicit and not bodies:
        return found.kind == "licence" and _firm(found)
    if found.kind in ONE_SIDED:
        return bool(explicit or bodies) or _firm(found)
    if found.status == "planned" and not explicit and not bodies:
        return False
    return len(whole) >= 2 or bool(bodies)


def _firm(found: Found) -> bool:
    return any(t.key.startswith(FIRMS) or t.key in SHORT_FIRMS for t in found.line.tokens)
