"""Words of speech in a sentence: finite verbs that report («отметил, что»), and attributions («по словам»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from importers.extraction import lists, morph
from importers.extraction.lexicon import Match
from importers.extraction.segment import Token
from importers.extraction.text import Line, Text

REACH = 12  # tokens within which «надежду» must follow «выразил»
OUTLET_VERBS = lists.words("quotations: outlet's verb")
CLOSING = frozenset('»”"')
OPENING, CLOSED = "«“„", "»”"
SPEECH_SENTENCES = 40  # of a paragraph, in which quotation marks are counted
ATTRIBUTIONS = frozenset({"words", "believe", "his"})
SAID_OF_ITSELF = frozenset({"await", "see"})  # «Медь подорожает, ожидает аналитик»: the clause before is what he says
DENIABLE = frozenset({"think", "doubt", "slot"})  # «не верит», «не исключает», «…», — не унывает


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
            if not _allowed(tokens, match, entry.key, entry.get("needs"), entry.get("refuses")):
                continue
            found = _word(tokens, match, entry.key)
            if found is not None:
                yield found
                break


def tags(line: Line, text: Text, known: Sequence[Speech]) -> Iterator[Speech]:
    """The verbs that stand after direct speech, whatever they mean: «— Ресурсы не запасы, — охлаждает пыл геолог»."""
    tokens = line.tokens
    taken = {i for word in known for i in range(word.first, word.last)}
    slots = [i for i in range(1, len(tokens)) if tokens[i - 1].key == "-" and _lower(tokens[i])]
    for dash in slots:
        index = dash + (tokens[dash].key == "не" and dash + 1 < len(tokens))  # «— не теряет надежды директор»
        if index in taken or not _after_speech(line, text, dash):
            continue
        found = _word(tokens, Match(index, index + 1, ()), "slot")
        if found is not None and not found.gerund:
            yield found


def _lower(token: Token) -> bool:
    return token.is_word and not token.capital


def _after_speech(line: Line, text: Text, index: int) -> bool:
    """Whether the dash before the token ends or breaks direct speech: «Рекордов не будет, — остудил геолог. — …»."""
    tokens = line.tokens
    if index == 1 or _closes(tokens, index - 2):
        return True
    if tokens[index - 2].text[-1] not in ",!?…":
        return False
    return tokens[0].key == "-" or _open(line, text, index - 2)


def _open(line: Line, text: Text, end: int) -> bool:
    """Whether quotation marks opened in the sentence, or in the paragraph before it, are still open at the token."""
    depth = 0
    for token in reversed(line.tokens[:end]):
        depth += (token.text in OPENING) - (token.text in CLOSED)
        if depth > 0:
            return True
    if depth < 0:
        return False
    for earlier in reversed(text.paragraph(line)[:SPEECH_SENTENCES]):
        if earlier.index < line.index:
            depth += sum((t.text in OPENING) - (t.text in CLOSED) for t in earlier.tokens)
    return depth > 0


def _closes(tokens: Sequence[Token], index: int) -> bool:
    """Whether direct speech ends at the token: «…», with its comma, or a mark of its own within: «…!»."""
    if tokens[index].text == ",":
        return index > 0 and tokens[index - 1].text in CLOSING
    return index > 0 and tokens[index].text in CLOSING and tokens[index - 1].text[-1] in "!?…"


def _word(tokens: Sequence[Token], match: Match, key: str) -> Speech | None:
    if key in ATTRIBUTIONS or key == "opinion":
        return Speech(key, match.first, match.last)
    denied = bool(match.first) and tokens[match.first - 1].key == "не"
    if (denied and key not in DENIABLE) or (key == "doubt" and not denied):
        return None  # «не сообщил», «исключил из списка»
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


def _allowed(tokens: Sequence[Token], match: Match, key: str, needs: str, refuses: str) -> bool:
    after_comma = match.first > 0 and tokens[match.first - 1].text == ","
    near = [t.key for t in tokens[max(0, match.first - REACH // 2) : match.last + REACH] if t.is_word]
    if (
        needs
        and not (after_comma and key in SAID_OF_ITSELF)
        and not any(key.startswith(tuple(needs.split("|"))) for key in near)
    ):
        return False
    clause = takewhile(lambda t: t.text not in ",:;", tokens[match.last : match.last + 5])
    after = [t.key for t in clause if t.is_word]  # «отметил день рождения», but «отметил, что день удался»
    return not (refuses and any(key.startswith(tuple(refuses.split("|"))) for key in after))
