"""What a curator would call an undertaking that the text gives no name."""

from __future__ import annotations

from collections.abc import Iterator

from importers.extraction import lists, naming
from importers.extraction.lexicon import Lexicon
from importers.extraction.projects.anchors import Anchor
from importers.extraction.projects.names import alias_after
from importers.extraction.projects.where import Place
from importers.extraction.proper import surface
from importers.extraction.text import Line

# Words of praise, order, age and ownership, which are no part of a title.
PASSING = lists.stems("projects: passing adjective")
KEPT = lists.stems("projects: kept adjective")  # participles and lookalikes that say what it is
MAKING = lists.stems("projects: making")  # «завод по выпуску солей» is a «Завод солей»
BUILDING = lists.stems("projects: builds")
BETWEEN = 3  # words between the noun and its owner: «электростанция компании «Восход»»
APART = frozenset(["и", "в", "на", "для", "от", "с", "что", "как", "по", "из", "к", "при", "не"])


def of_anchor(anchor: Anchor, lexicon: Lexicon, place: Place | None = None) -> str:
    """The title of an unnamed undertaking: «Литиевое месторождение на востоке Казахстана», «Завод хромовых солей»."""
    made = _made(anchor)
    mineral = _as_adjective(anchor, lexicon)
    words = [anchor.line.tokens[i].text for i in telling(anchor)] + ([mineral] if mineral else [])
    noun = naming.nominative(anchor.noun) if " " not in anchor.noun else anchor.noun
    described = [*(naming.agreeing(word, anchor.noun.split()[-1]) for word in words), noun + _number(anchor)]
    if made and not mineral:
        described.append(made)
    owner = owner_of(anchor)
    if place is not None:
        described.append(place.phrase)
    elif owner is not None:
        described.append(surface(anchor.line.tokens, *owner))
    elif country := _country(anchor):
        described.append("в " + country)
    return naming.title(" ".join(described))


def plain(anchor: Anchor) -> str:
    """The phrase as it stands, its noun in the nominative: a second name of what `of_anchor` titles."""
    words = [naming.agreeing(anchor.line.tokens[i].text, anchor.noun.split()[-1]) for i in telling(anchor)]
    return naming.title(" ".join([*words, anchor.noun + _number(anchor), *anchor.words(*anchor.complement)]))


def others(anchor: Anchor, place: Place | None) -> Iterator[str]:
    """What else it may be called: its noun with what it makes or is, and whose or where it is."""
    tails = [place.phrase] if place else []
    tails += [surface(anchor.line.tokens, *owner) for owner in owners(anchor)]
    tail = anchor.noun.split()[-1]
    words = [naming.agreeing(anchor.line.tokens[i].text, tail) for i in telling(anchor)]
    noun = anchor.noun + _number(anchor)
    heads = [" ".join([*words, noun]), " ".join([noun, *anchor.words(*anchor.complement)]), noun]
    whole = bool(anchor.complement[1])
    yield from (naming.title(f"{head} {end}") for head in dict.fromkeys(heads) for end in tails)
    if alias := alias_after(anchor.line, anchor.last):
        yield alias.text
    if whole:
        yield naming.title(heads[1])
    if (words or " " in anchor.noun) and tails:
        yield naming.title(heads[0])


def _number(anchor: Anchor) -> str:
    if not anchor.number:
        return ""
    joined = anchor.noun.isupper() or anchor.line.tokens[anchor.head_last - 1].text.endswith(anchor.number)
    return f"-{anchor.number}" if joined else f" № {anchor.number}"


def _made(anchor: Anchor) -> str:
    """What it digs or makes, without «по выпуску»."""
    words = anchor.words(*anchor.complement)
    if len(words) > 2 and words[0] == "по" and words[1].startswith(MAKING):
        words = words[2:]
    return " ".join(words)


def _as_adjective(anchor: Anchor, lexicon: Lexicon) -> str:
    """«вольфрамовое» for a deposit «вольфрама», so that both phrases give one title."""
    first, last = anchor.complement
    if anchor.group != "deposit" or last - first != 1:
        return ""
    key = next((m.key for m in anchor.line.of("mineral") if m.first == first and m.form == "noun"), None)
    rows = (e.text for e in lexicon.of_kind("mineral") if e.key == key and e.form == "adjective" and not e.mark)
    return next(rows, "") if key else ""


def _country(anchor: Anchor) -> str:
    """The country of «казахстанское месторождение» in the locative."""
    named = next((m.name for m in anchor.line.of("country") if anchor.first <= m.first < anchor.head), "")
    form = next((p.inflect({"loct"}) for p in naming.readings(named) if p.tag.POS == "NOUN"), None)
    return naming.cased(form.word, named) if form else named


def telling(anchor: Anchor) -> tuple[int, ...]:
    """The adjectives that say what it is: minerals and trades, not praise, order or participles."""
    return tuple(i for i in anchor.modifiers if _tells(anchor.line, i))


def _tells(line: Line, index: int) -> bool:
    word = line.tokens[index]
    if word.key.startswith(KEPT):
        return True
    placed = any(m.first == index and m.kind in {"country", "region", "group"} for m in line.mentions)
    if placed or word.key.startswith(PASSING):
        return False
    return naming.part_of_speech(word.text) != "PRTF"


def owner_after(anchor: Anchor) -> tuple[int, int] | None:
    """The organisation that owns a nameless undertaking, said right after: «электростанция компании ERG»."""
    index = max(anchor.head_last, anchor.complement[1])
    for mention in anchor.line.of("organisation"):
        between = anchor.line.tokens[index : mention.first]
        if mention.first < index or len(between) > BETWEEN or any(t.key in APART for t in between):
            continue
        if all((t.is_word and (t.text.islower() or t.text.isupper())) or t.text in '«"' for t in between):
            return mention.first, mention.last
    return None


def owner_of(anchor: Anchor) -> tuple[int, int] | None:
    """Whose a nameless undertaking is: the first that is said right after it or builds it."""
    return next(owners(anchor), None)


def owners(anchor: Anchor) -> Iterator[tuple[int, int]]:
    """«завод компании «Восход»», and both in «Восход» и китайская Sino ставят завод»."""
    if after := owner_after(anchor):
        yield after
        return
    found: list[tuple[int, int]] = []
    tokens, index = anchor.line.tokens, anchor.first
    for mention in reversed(anchor.line.of("organisation")):
        if mention.last > index:
            continue
        between = [t for t in tokens[mention.last : index] if t.text not in '«»"']
        if not found:
            builds = any(t.key.startswith(BUILDING) and naming.part_of_speech(t.text) == "VERB" for t in between)
            if not builds or len(between) > BETWEEN or any(t.text in ",;:." for t in between):
                return
        elif not (between and between[0].text in {"и", ","} and len(between) <= BETWEEN):
            break
        found.append((mention.first, mention.last))
        index = mention.first
    yield from reversed(found)


def end(anchor: Anchor) -> int:
    """The end of the phrase that tells what a nameless undertaking is, its owner with it."""
    owner = owner_after(anchor)
    return max(anchor.last, anchor.complement[1], owner[1] if owner else 0)
