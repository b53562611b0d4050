"""What the sentences after an agreement say of it: «группа уже собиралась», «карта пока в проекте»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction import lists, morph
from importers.extraction.agreements import details
from importers.extraction.agreements.joining import Candidate
from importers.extraction.text import Line, Text
from importers.records import Span

FOUNDING = lists.words("agreements: founding")
STARTED = lists.stems("agreements: group works")
UNFINISHED = lists.words("agreements: unfinished")
GROUP_WORD = {"working group": "групп", "joint venture": "предприяти", "roadmap": "карт", "dialogue": "диалог"}


def followed(text: Text, candidate: Candidate) -> Candidate:
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
