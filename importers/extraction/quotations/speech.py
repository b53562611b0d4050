"""Words of speech in a sentence: finite verbs that report («отметил, что»), and attributions («по словам»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.extraction import lists, morph
from importers.extraction.lexicon import Match
from importers.extraction.segment import Token
from importers.extraction.text import Line

REACH = 12  # tokens within which «надежду» must follow «выразил»
OUTLET_VERBS = lists.words("quotations: outlet's verb")
CLOSING = frozenset('»”"')
ATTRIBUTIONS = frozenset({"words", "his"})


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech word at tokens `first` up to `last`; gender and number are those of its subject, where it shows them."""

    key: str
    first: int
    last: int
    gender: str = ""
    plural: bool = False
    gerund: bool = False
    outlet: bool = False  # a verb that outlets are the subject of: «сообщает Орда»


def speech(line: Line) -> Iterator[Speech]:
    """All speech words of a sentence that have what their row asks for, and nothing that it refuses."""
    tokens = line.tokens
    for match in line.saying("speech"):
        for entry in match.entries:
            if not _allowed(tokens, match, entry.get("needs"), entry.get("refuses")):
                continue
            found = _word(tokens, match, entry.key)
            if found is not None:
                yield found
                break


def tags(tokens: Sequence[Token], known: Sequence[Speech]) -> Iterator[Speech]:
    """The verbs that stand after direct speech, whatever they mean: «— Ресурсы не запасы, — охлаждает пыл геолог»."""
    taken = {i for word in known for i in range(word.first, word.last)}
    direct = tokens[0].key == "-"
    for index in range(1, len(tokens)):
        if tokens[index - 1].key != "-" or index in taken or tokens[index].capital or not tokens[index].is_word:
            continue
        before = tokens[index - 2] if index > 1 else None
        after_speech = before is None or (direct and before.text in ",!?…") or _closes(tokens, index - 2)
        found = _word(tokens, Match(index, index + 1, ()), "tag") if after_speech else None
        if found is not None and not found.gerund:
            yield found


def _closes(tokens: Sequence[Token], index: int) -> bool:
    """Whether direct speech ends at the token: «…», with its comma, or a mark of its own within: «…!»."""
    if tokens[index].text == ",":
        return index > 0 and tokens[index - 1].text in CLOSING
    return index > 0 and tokens[index].text in CLOSING and tokens[index - 1].text[-1] in "!?…"


def _word(tokens: Sequence[Token], match: Match, key: str) -> Speech | None:
    if key in ATTRIBUTIONS or key == "opinion":
        return Speech(key, match.first, match.last)
    if match.first and tokens[match.first - 1].key == "не" and key != "think":
        return None  # «не сообщил»
    for parse in morph.parses(tokens[match.last - 1].text.lower()):
        tag = parse.tag
        if tag.POS == "GRND":
            return Speech(key, match.first, match.last, gerund=True)
        short = tag.POS in {"ADJS", "PRTS"} and key == "sure"
        if not short and (tag.POS != "VERB" or tag.mood == "impr" or (tag.person and tag.person != "3per")):
            continue
        gender = {"masc": "m", "femn": "f", "neut": "n"}.get(str(tag.gender), "") if tag.gender else ""
        outlet = parse.normal_form in OUTLET_VERBS
        return Speech(key, match.first, match.last, gender, tag.number == "plur", outlet=outlet)
    return None


def _allowed(tokens: Sequence[Token], match: Match, needs: str, refuses: str) -> bool:
    near = [t.key for t in tokens[max(0, match.first - REACH // 2) : match.last + REACH] if t.is_word]
    if needs and not any(key.startswith(tuple(needs.split("|"))) for key in near):
        return False
    after = [t.key for t in tokens[match.last : match.last + 4] if t.is_word]
    return not (refuses and any(key.startswith(tuple(refuses.split("|"))) for key in after))
