"""What is mined where an agreement belongs: the minerals of the deposits and works that its paragraph names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from importers.extraction.text import Line, Text
from importers.records import Project

ABOVE = 6  # sentences of the paragraph


def mined(text: Text, projects: Sequence[Project]) -> dict[int, tuple[str, ...]]:
    """The minerals of the projects named in each line, by the line's index."""
    starts = [line.sentence.start for line in text.lines]
    found: dict[int, dict[str, None]] = {}
    for project in projects:
        for span in (project.span, *project.mentions):
            at = bisect_right(starts, span.start) - 1
            found.setdefault(at, {}).update(dict.fromkeys(project.minerals))
    return {at: tuple(keys) for at, keys in found.items() if keys}


def worked(text: Text, line: Line, by_line: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The minerals of the projects of the sentence, else of the nearest above it in its paragraph, else of the next."""
    for index in range(line.index, max(-1, line.index - ABOVE), -1):
        if text.lines[index].sentence.paragraph != line.sentence.paragraph:
            break
        if by_line.get(index):
            return by_line[index]
    after = text.lines[line.index + 1 : line.index + 2]
    same = after and after[0].sentence.paragraph == line.sentence.paragraph
    return by_line.get(line.index + 1, ()) if same else ()
