"""What stage a sentence tells of: rows of `stage.tsv` by the tense in which their word stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.extraction import lists, morph, naming
from importers.extraction.lexicon import Entry
from importers.extraction.text import Line

# «будет запущена», «должны построить»: what follows is yet to come.
AUXILIARY = lists.words("projects: yet to come")
MODAL = lists.words("projects: supposed")
PAPERS = lists.stems("projects: papers and money")
GROWING = lists.stems("projects: more of the same")
NEAR = 4  # words between an auxiliary and its verb


@dataclass(frozen=True, slots=True)
class Signal:
    """A word at token `at` that tells of a stage, and how much it weighs."""

    stage: str
    weight: int
    at: int
    starts: bool


def signals(line: Line, around: Sequence[tuple[int, int]] = ()) -> Iterator[Signal]:
    """The stage words of a sentence; a denied one tells nothing, nor a participle of what does not stand `around`."""
    for match in line.saying("stage"):
        phrase = match.last - match.first > 1
        if match.first and line.tokens[match.first - 1].key in {"не", "ни", "без"} and not phrase:
            continue
        tenses = {""} if phrase else tenses_of(line, match.first)
        fits: list[Entry] = [e for e in match.entries if not e.get("tense") or tenses & set(e.get("tense").split("|"))]
        if not phrase and _is_on_paper(line, match.first):
            continue
        if not phrase and _modifies_other(line, match.first, around):
            continue
        for entry in fits:
            if entry.key == "planned" and _is_growth(line, match.last):
                continue
            if "noun" in tenses and _is_denied(line, match.last):
                continue
            yield Signal(entry.key, int(entry.get("weight", "1")), match.first, entry.get("starts") == "yes")


def _is_on_paper(line: Line, index: int) -> bool:
    """«выдало пять лицензий», «встало на баланс»: the verb is of papers and money, not of ore."""
    beside = (*line.tokens[max(0, index - 2) : index], *line.tokens[index + 1 : index + NEAR])
    return line.tokens[index].key == "хотя" or any(token.key.startswith(PAPERS) for token in beside)


def _is_growth(line: Line, index: int) -> bool:
    """Whether what is planned is more of what is done: «рассчитывают нарастить добычу до 10 тонн»."""
    return any(token.key.startswith(GROWING) for token in line.tokens[index : index + NEAR])


def _is_denied(line: Line, index: int) -> bool:
    """«Строительство карьера пока не рассматривается»: the verb of the noun is denied."""
    ahead = line.tokens[index : index + 2 * NEAR]
    for position, token in enumerate(ahead[:-1]):
        if token.text in ",;:.":
            return False
        if token.key == "не":
            return naming.part_of_speech(ahead[position + 1].text) in {"VERB", "PRTS"}
    return False


def _modifies_other(line: Line, index: int, around: Sequence[tuple[int, int]]) -> bool:
    """Whether the word is a participle before another noun: «вдоль строящейся линии» builds no hub."""
    if morph.parses(line.tokens[index].text.lower())[0].tag.POS != "PRTF":
        return False
    after_comma = index > 0 and line.tokens[index - 1].text == ","
    return not any(first <= index < last or (after_comma and index - 3 <= last <= index) for first, last in around)


def tenses_of(line: Line, index: int) -> set[str]:
    """The tenses that a word may stand in; an auxiliary before it makes it the future."""
    tenses = set()
    for parse in morph.parses(line.tokens[index].text.lower()):
        tag = parse.tag
        if tag.POS == "INFN":
            tenses.add("infinitive")
        elif tag.POS in {"NOUN", "ADJF", "ADJS"}:
            tenses.add("noun")
        elif "past" in tag:
            tenses.add("past")
        elif "pres" in tag:
            tenses.add("present")
        elif "futr" in tag:
            tenses.add("future")
    ahead = {token.key for token in line.tokens[max(0, index - NEAR) : index]}
    if ahead & AUXILIARY and tenses & {"infinitive", "past"}:
        return {"future"}
    return tenses


def is_supposed(line: Line) -> bool:
    """Whether the sentence only supposes, wishes or proposes («могло бы стать создание хаба»)."""
    return any(token.key in MODAL for token in line.tokens)
