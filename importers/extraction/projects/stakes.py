"""What each firm is to an undertaking, owner, operator, contractor or investor, and the share that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from importers.extraction.lexicon import Match
from importers.extraction.mentions import Mention
from importers.extraction.projects.owners import told_in
from importers.extraction.projects.scope import Scope
from importers.extraction.projects.sightings import Undertaking
from importers.extraction.text import Line

ROLES = ("owner", "operator", "contractor", "investor")  # the first that is told of a firm stands
NEAR = 7  # words between a firm and the word of its role
BESIDE = 5  # words between a firm and its share
EVENLY = frozenset({"по"})  # «по 50%»: the share of each that is named before it
COMMA = 3  # words that a comma between them counts for
WHOLE = Decimal(100)
JOINED = frozenset({"и", ","})


def held(scope: Scope, one: Undertaking, keys: Iterable[str]) -> Iterator[tuple[str, str, Decimal | None]]:
    """Key, role and percent of those firms of which a role is told; a firm whose role is unsure is left out."""
    wanted = frozenset(keys)
    roles: dict[str, str] = {}
    shares: dict[str, Decimal] = {}
    for line in told_in(scope, one):
        firms = tuple(m for m in line.of("organisation") if m.key in wanted)
        for key, role in _roles(line, firms):
            known = roles.get(key)
            if known is None or ROLES.index(role) < ROLES.index(known):
                roles[key] = role
        for key, share in _shares(line, firms):
            shares.setdefault(key, share)
    for key in wanted & shares.keys():
        roles.setdefault(key, ROLES[0])
    yield from ((key, roles[key], shares.get(key)) for key in dict.fromkeys(keys) if key in roles)


def _roles(line: Line, firms: tuple[Mention, ...]) -> Iterator[tuple[str, str]]:
    """The role of each firm by the nearest word in its clause; firms joined by «и» share it."""
    words = tuple(line.saying("stake"))
    before: tuple[Mention, str] | None = None
    for firm in firms:
        near = sorted(
            (w for w in words if _gap(w, firm) <= NEAR and _is_open(line, w, firm)), key=lambda w: _gap(w, firm)
        )
        role = next((entry.key for w in near for entry in w.entries if entry.kind == "stake"), "")
        if not role and before and _is_joined(line, before[0], firm):
            role = before[1]
        if role:
            yield firm.key, role
            before = firm, role


def _gap(word: Match, firm: Mention) -> int:
    return word.first - firm.last if word.first >= firm.last else firm.first - word.last


def _is_open(line: Line, word: Match, firm: Mention) -> bool:
    """Whether no end of a clause parts the two."""
    first, last = (firm.last, word.first) if word.first >= firm.last else (word.last, firm.first)
    return not any(token.text in ";:.(" for token in line.tokens[first:last])


def _is_joined(line: Line, left: Mention, right: Mention) -> bool:
    between = [t for t in line.tokens[left.last : right.first] if t.text not in '«»"']
    return bool(between) and between[0].text in JOINED and len(between) <= 2 + (right.first - left.last > 2)


def _shares(line: Line, firms: tuple[Mention, ...]) -> Iterator[tuple[str, Decimal]]:
    """The percent that stands nearest to each firm; «по 50%» is of all of them, what is sold is nobody's here."""
    everybody = line.of("organisation")
    owned = any(entry.kind == "stake" and entry.key == ROLES[0] for w in line.saying("stake") for entry in w.entries)
    for quantity in line.quantities:
        if quantity.unit != "percent" or not 0 < quantity.low <= WHOLE or quantity.high is not None:
            continue
        if quantity.first and line.tokens[quantity.first - 1].key in EVENLY and len(firms) > 1:
            yield from ((firm.key, quantity.low) for firm in firms)
            continue
        near = [(_distance(line, m, quantity.first, quantity.last), m) for m in everybody]
        distance, nearest = min(near, key=lambda pair: pair[0], default=(BESIDE + 1, None))
        if nearest is None or distance > BESIDE or nearest.key not in {f.key for f in firms}:
            continue
        if (owned or _is_share(line, quantity.first, quantity.last)) and not _sells(line, nearest):
            yield nearest.key, quantity.low


def _distance(line: Line, firm: Mention, first: int, last: int) -> int:
    """The words between a firm and a percent; a comma parts them further."""
    left, right = (firm.last, first) if firm.last <= first else (last, firm.first)
    parted = any(token.text in ",;:" for token in line.tokens[left:right])
    return right - left + (COMMA if parted else 0)


def _is_share(line: Line, first: int, last: int) -> bool:
    """«получит 70 процентов в СП», «доля в 49 %»."""
    beside = (*line.tokens[max(0, first - 3) : first], *line.tokens[last : last + 3])
    return any(t.key.startswith(("дол", "акци", "пакет", "уставн")) or t.key == "сп" for t in beside)


def _sells(line: Line, firm: Mention) -> bool:
    """Whether a verb of selling follows the firm: its percent goes to another."""
    return any(
        0 <= w.first - firm.last <= NEAR and any(e.kind == "stake" and e.get("sells") for e in w.entries)
        for w in line.saying("stake")
    )
