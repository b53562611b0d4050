"""Interviews: answers in lines with a dash belong to whom the lead brings in, though no line names the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.extraction import lists
from importers.extraction.persons import People, Person, PersonMention
from importers.extraction.text import Line, Text

ASKED = lists.stems("quotations: interview")
INTERVIEWER = lists.stems("quotations: interviewer")  # «Беседовала …», «Вопросы задавал …»
QUESTIONS = 2  # an exchange of fewer is no interview
LEAD = 12  # sentences before the first question in which the person is brought in


def answers(text: Text, people: People) -> dict[int, Person]:
    """The person who answers by the index of each answer's first sentence; empty where the body is no interview."""
    turns = [line for line in text.lines if _opens_paragraph(text, line) and line.tokens[0].key == "-"]
    asked = list(_questions(text, turns))
    if len(asked) < QUESTIONS or not turns or asked[0] is not turns[0]:
        return {}
    person = _interviewee(text, people, turns[0].index)
    if person is None:
        return {}
    questions = {line.index for line in asked}
    return {line.index: person for line in turns if line.index not in questions}


def paragraph_end(text: Text, line: Line) -> Line:
    """The last sentence of the paragraph that a line opens."""
    return text.paragraph(line)[-1]


def _questions(text: Text, turns: Sequence[Line]) -> Iterator[Line]:
    """The turns that ask: every second one, the first of them with a question mark."""
    asking = False
    for line in turns:
        asking = not asking
        marked = paragraph_end(text, line).tokens[-1].text.startswith("?")
        if asking and (marked or line is not turns[0]):
            yield line


def _opens_paragraph(text: Text, line: Line) -> bool:
    return not line.index or text.lines[line.index - 1].sentence.paragraph != line.sentence.paragraph


def _interviewee(text: Text, people: People, first: int) -> Person | None:
    """Whom the sentences before the first question bring in: beside a word of asking, or alone."""
    met: dict[int, Person] = {}
    for line in reversed(text.lines[max(0, first - LEAD) : first]):
        named = [m for m in people.of(line) if m.person.sure and not _asks(text, line, m)]
        if named and any(t.key.startswith(ASKED) for t in line.tokens):
            return named[0].person
        met.update((id(m.person), m.person) for m in named)
    return next(iter(met.values())) if len(met) == 1 else None


def _asks(text: Text, line: Line, mention: PersonMention) -> bool:
    """Whether the person is who asked: an author of the article, or named after «беседовала»."""
    before = line.tokens[: mention.first][-2:]
    return mention.person.name in text.article.authors or (
        mention.acts and any(t.key.startswith(INTERVIEWER) for t in before)
    )
