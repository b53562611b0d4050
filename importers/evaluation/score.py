"""Compare one reading with one annotation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from importers.evaluation.bodies import overlap
from importers.evaluation.gold import Gold
from importers.evaluation.tally import Score, Tally
from importers.extraction.fold import fold
from importers.extraction.lexicon import Lexicon
from importers.records import Agreement, Project, Reading, Span, Statistic

META = ("title", "published", "captured", "authors", "source", "via", "section", "url")


def score(gold: Gold, reading: Reading, lexicon: Lexicon) -> Score:
    """What the reading got right of the annotation, and what it missed and made up."""
    result = Score()
    _meta(gold, reading, result)
    _body(gold, reading, result)
    _names(gold, reading, result, lexicon)
    _match(result, gold, "statistics", reading.statistics, _same_statistic, reading.article.body)
    _match(result, gold, "projects", reading.projects, _same_project, reading.article.body)
    _match(result, gold, "agreements", reading.agreements, _same_agreement, reading.article.body)
    _spans(gold, reading, result)
    return result


def _meta(gold: Gold, reading: Reading, result: Score) -> None:
    article = reading.article
    said = {
        "title": article.title,
        "published": article.published.edtf if article.published else None,
        "captured": article.captured,
        "authors": list(article.authors),
        "source": article.source,
        "via": article.via,
        "section": article.section,
        "url": article.url,
    }
    for name in META:
        if name in gold.facts:
            wanted = gold.facts[name]
            right = said[name] == wanted if name == "authors" else _same_word(said[name], gold.accepted(wanted), name)
            result.attribute(f"article.{name}", right, f"{gold.name}: {said[name]!r}, not {wanted!r}")
    body = article.body
    for name, right in (
        ("body_starts", body.startswith(gold.facts.get("body_starts", ""))),
        ("body_ends", body.endswith(gold.facts.get("body_ends", ""))),
    ):
        if name in gold.facts:
            result.attribute(f"article.{name}", right, f"{gold.name}: {body[:60]!r} … {body[-60:]!r}")
    for chrome in gold.facts.get("not_in_body", ()):
        result.attribute("article.chrome", chrome not in body, f"{gold.name}: {chrome!r} is in the body")
    if "headlines" in gold.facts:
        dated = sum(h.published is not None for h in article.headlines)
        counts = {"dated": dated, "undated": len(article.headlines) - dated}
        result.attribute(
            "article.headlines",
            all(counts[kind] in gold.accepted(gold.facts["headlines"][kind]) for kind in counts),
            f"{gold.name}: {counts}, not {gold.facts['headlines']}",
        )


def _body(gold: Gold, reading: Reading, result: Score) -> None:
    """Of the machine's body, the characters that belong there; of the person's, those that the machine kept."""
    if gold.body is None:
        return
    shared = overlap(reading.article.body, gold.body)
    result.characters("article.body_precision", shared.right, shared.taken, gold.name)
    result.characters("article.body_recall", shared.right, shared.dropped, gold.name)


def _same_word(said: object, accepted: list[Any], name: str) -> bool:
    """Whether a value is among the accepted; a day of publication accepts the minute that the page adds."""
    return said in accepted or (name == "published" and any(a and str(said).startswith(f"{a}T") for a in accepted))


def _names(gold: Gold, reading: Reading, result: Score, lexicon: Lexicon) -> None:
    for kind, subject in (("countries", "country"), ("minerals", "mineral")):
        wanted = {str(name).replace(" ", "-") for name in gold.facts[kind]}
        _sets(result.tally(kind), wanted, {s.key for s in reading.subjects if s.kind == subject}, gold.name)
    speakers: dict[str, str] = {}
    for person in gold.facts["speakers"]:
        for name in (person["name"], *person.get("also", ())):
            speakers[fold(name)] = fold(person["name"])
    said = {speakers.get(fold(q.speaker), fold(q.speaker)): q for q in reading.quotations}
    _sets(result.tally("speakers"), set(speakers.values()), set(said), gold.name)


def _sets(tally: Tally, wanted: set[str], found: set[str], page: str) -> None:
    tally.right += len(wanted & found)
    tally.missed += [f"{page}: {name}" for name in sorted(wanted - found)]
    tally.extra += [f"{page}: {name}" for name in sorted(found - wanted)]


def _match(
    result: Score,
    gold: Gold,
    kind: str,
    facts: Sequence[Any],
    same: Callable[[Gold, dict[str, Any], Any, Score | None], bool],
    body: str,
) -> None:
    """Pair each annotated fact with one that stands on its words and says the same."""
    left = list(facts)
    tally = result.tally(kind)
    for wanted in gold.facts[kind]:
        places = [span for words in (wanted["quote"], *wanted.get("mentions", ())) for span in _places(body, words)]
        fit = [f for f in left if any(f.span.overlaps(place) for place in places) and same(gold, wanted, f, None)]
        fit = fit or [f for f in left if kind == "projects" and same(gold, wanted, f, None)]
        if not fit:
            tally.missed.append(f"{gold.name}: {_describe(wanted)} | {wanted['quote']}")
            continue
        best = max(fit, key=lambda fact: _agreeing(gold, wanted, fact, same))
        left.remove(best)
        tally.right += 1
        same(gold, wanted, best, result)
        result.rule(f"{kind}: {best.rule}", True)
    for fact in left:
        tally.extra.append(f"{gold.name}: {_describe_fact(fact)}")
        result.rule(f"{kind}: {fact.rule}", False)


def _agreeing(gold: Gold, wanted: dict[str, Any], fact: Any, same: Callable[..., bool]) -> int:
    trial = Score()
    same(gold, wanted, fact, trial)
    return sum(counter[True] for counter in trial.attributes.values())


def _places(body: str, words: str) -> Iterable[Span]:
    """Where the words stand; a body may have joined the lines that the page, and so the quote, breaks."""
    body, words = body.replace("\n", " "), words.replace("\n", " ")
    start = body.find(words)
    while start >= 0:
        yield Span(start, start + len(words), words)
        start = body.find(words, start + 1)


def _numbers(gold: Gold, wanted: Any) -> list[Decimal | None]:
    return [None if number is None else Decimal(str(number)) for number in gold.accepted(wanted)]


def _same_statistic(gold: Gold, wanted: dict[str, Any], fact: Statistic, result: Score | None) -> bool:
    if fact.value not in _numbers(gold, wanted["value"]) or fact.unit not in gold.accepted(wanted["unit"]):
        return False
    if fact.value_max not in _numbers(gold, wanted.get("value_max")):
        return False
    if result is not None:
        for name in ("qualifier", "measure", "country", "period"):
            _check(result, gold, "statistic", name, wanted, getattr(fact, name))
        mineral = [m.replace(" ", "-") if m else m for m in gold.accepted(wanted.get("mineral"))]
        result.attribute(
            "statistic.mineral",
            fact.mineral in mineral,
            f"{gold.name}: {fact.mineral}, not {mineral} | {wanted['quote']}",
        )
        projects = [_bare(p) if p else None for p in gold.accepted(wanted.get("project"))]
        right = (_bare(fact.project) if fact.project else None) in projects or _named_like(gold, fact.project, projects)
        result.attribute(
            "statistic.project", right, f"{gold.name}: {fact.project}, not {wanted.get('project')} | {wanted['quote']}"
        )
    return True


def _named_like(gold: Gold, name: str | None, wanted: Sequence[str | None]) -> bool:
    """Whether a project's name is another name of the wanted one in the same annotation."""
    for project in gold.facts["projects"]:
        known = {_bare(n) for n in (project["name"], *project["aliases"])}
        if name and _bare(name) in known and known & set(wanted):
            return True
    return False


def _same_project(gold: Gold, wanted: dict[str, Any], fact: Project, result: Score | None) -> bool:
    known = {_bare(name) for name in (wanted["name"], *wanted["aliases"])}
    if not known & {_bare(name) for name in (fact.name, *fact.aliases)}:
        return False
    if result is not None:
        for name in ("kind", "country", "stage"):
            _check(result, gold, "project", name, wanted, getattr(fact, name))
        minerals = {m.replace(" ", "-") for m in wanted["minerals"]}
        result.attribute(
            "project.minerals",
            minerals == set(fact.minerals),
            f"{gold.name}: {fact.minerals}, not {minerals} | {fact.name}",
        )
        organisations = {_bare(o) for o in wanted["organisations"]} == {_bare(o) for o in fact.organisations}
        result.attribute(
            "project.organisations", organisations, f"{gold.name}: {fact.organisations}, not {wanted['organisations']}"
        )
    return True


def _same_agreement(gold: Gold, wanted: dict[str, Any], fact: Agreement, result: Score | None) -> bool:
    if fact.kind not in gold.accepted(wanted["kind"]) or set(wanted["parties"]) != set(fact.parties):
        return False
    if result is not None:
        for name in ("date", "status", "place"):
            _check(result, gold, "agreement", name, wanted, getattr(fact, name))
        minerals = {m.replace(" ", "-") for m in wanted["minerals"]}
        result.attribute(
            "agreement.minerals", minerals == set(fact.minerals), f"{gold.name}: {fact.minerals}, not {minerals}"
        )
        organisations = {_bare(o) for o in wanted["organisations"]} == {_bare(o) for o in fact.organisations}
        result.attribute(
            "agreement.organisations",
            organisations,
            f"{gold.name}: {fact.organisations}, not {wanted['organisations']}",
        )
    return True


def _check(result: Score, gold: Gold, kind: str, name: str, wanted: dict[str, Any], said: Any) -> None:
    accepted = gold.accepted(wanted.get(name))
    result.attribute(f"{kind}.{name}", said in accepted, f"{gold.name}: {said}, not {accepted} | {wanted['quote']}")


FORMS = frozenset(
    {"тоо", "ао", "оао", "осоо", "зао", "пао", "ооо", "гок", "нак", "рудник", "месторождение", "llc", "inc", "ltd"}
)


def _bare(name: str) -> str:
    """A name without legal form, quotes and case, so that «ТОО «Жетiсу Вольфрамы»» is «Жетісу Вольфрамы»."""
    words = [w.strip('«»"“”.,') for w in fold(name).split()]
    return " ".join(word for word in words if word and word not in FORMS)


def _spans(gold: Gold, reading: Reading, result: Score) -> None:
    body = reading.article.body
    facts = (*reading.statistics, *reading.projects, *reading.agreements, *reading.quotations)
    for span in (*(f.span for f in facts), *(s for subject in reading.subjects for s in subject.spans)):
        result.attribute("evidence.exact", body[span.start : span.stop] == span.quote, f"{gold.name}: {span}")


def _describe(wanted: dict[str, Any]) -> str:
    names = ("name", "kind", "parties", "value", "value_max", "unit", "measure")
    return " ".join(str(wanted[name]) for name in names if wanted.get(name) not in (None, []))


def _describe_fact(fact: Any) -> str:
    names = ("name", "kind", "parties", "value", "value_max", "unit", "measure", "country", "project")
    said = " ".join(str(getattr(fact, name)) for name in names if getattr(fact, name, None) not in (None, ()))
    return f"{said} | {fact.span.quote[:90]}"
