"""Who agrees: the countries and organisations that a sentence itself names as parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from importers.extraction import lists, places
from importers.extraction.lexicon import Lexicon
from importers.extraction.mentions import Mention
from importers.extraction.morph import parses
from importers.extraction.persons.grammar import adjective_cases, noun_cases
from importers.extraction.text import Line

# After these a name says where or what about, not who.
ELSEWHERE = frozenset({"в", "во", "на", "из", "для", "через", "о", "об", "по", "к", "ко", "при", "под", "за", "до"})
WITH = frozenset({"с", "со", "между", "от", "у"})
ACTING_FOR = lists.words("agreements: acting for")
RELATIONS = lists.stems("agreements: relations")
# Nouns that an adjective of a state must go with to name a party: «китайская сторона», not «китайский рынок».
ACTORS = lists.stems("agreements: acting noun")
CHILD = lists.stems("agreements: daughter")
PASSES = lists.stems("agreements: passes to")
STATE_NOUNS = lists.stems("agreements: called a state")
TO = frozenset({"к", "ко"})
WHICH = "котор"
PASS_REACH = 8  # tokens from «перешло» to «к»
BACK, AHEAD = 8, 4
SPOKEN = 4  # tokens back from a name to the verb that only reports it
UNIONS = frozenset({"eu"})  # groups that sign as one body, in whose name no member signs
MEDIA = lists.words("agreements: press")


@dataclass(frozen=True, slots=True)
class Party:
    """A country that agrees, and the region through which it was named."""

    country: str
    region: str = ""


def members(mention: Mention, lexicon: Lexicon) -> tuple[str, ...]:
    """The countries that a mention stands for: a group's members, a region's state."""
    if mention.kind == "group":
        if mention.key in UNIONS:
            return ()
        row = lexicon.by_key.get(("group", mention.key))
        return tuple(row.get("members").split()) if row else ()
    country = places.country_of(mention)
    return (country,) if country else ()


def preposition(line: Line, mention: Mention) -> str:
    """The preposition that governs a mention, through adjectives, genitives and «и»; empty where none does."""
    tokens = line.tokens
    if _stands_free(line, mention):
        return ""
    for index in range(mention.first - 1, max(-1, mention.first - 1 - BACK), -1):
        token = tokens[index]
        if token.key in ACTING_FOR:
            return "с"
        if token.key in ELSEWHERE | WITH:
            if tokens[index + 1].key.startswith(WHICH):
                return ""  # «…, в которой Казахстан и ЕС обязались»
            if token.key in ELSEWHERE and _ungoverned(line, mention, index):
                return ""
            if token.key in TO and any(t.key.startswith(PASSES) for t in tokens[max(0, index - PASS_REACH) : index]):
                return "от"
            related = tokens[mention.first - 1].key.startswith(RELATIONS) and token.key in {"о", "об", "по"}
            return "с" if related else token.key
        if token.kind == "mark" and token.text not in '«»"“”()–—-':
            return ""
        if (
            token.is_word
            and token.key != "и"
            and not token.capital
            and str(parses(token.text.lower())[0].tag.POS) in {"VERB", "PRTS", "GRND"}
        ):
            return ""
    return ""


def _ungoverned(line: Line, mention: Mention, at: int) -> bool:
    """Whether a noun between a preposition and a name takes the preposition alone: «в области сырья Узбекистан …».

    What depends on that noun would be in the genitive; «республику Узбекистан» is in the noun's own case.
    """
    tokens = line.tokens
    word, lead = mention, mention
    if mention.first and tokens[mention.first - 1].key == "и":
        lead = next((m for m in line.of("country", "group") if m.last == mention.first - 1), mention)
        if lead is mention:
            return False
        word = lead if lead.form == "noun" else mention
    elif mention.form == "abbreviation" and mention.last < len(tokens) and tokens[mention.last].key == "и":
        word = next((m for m in line.of("country") if m.first == mention.last + 1), mention)
    if word.form != "noun" or word.last - word.first > 1 or lead.first <= at:
        return False
    cases = noun_cases(tokens[word.first].text)
    nouns = [t for t in tokens[at + 1 : lead.first] if t.is_word and noun_cases(t.text) and not adjective_cases(t.text)]
    return bool(nouns and cases) and "gent" not in cases and not nouns[-1].key.startswith(STATE_NOUNS)


def _stands_free(line: Line, mention: Mention) -> bool:
    """Whether a name is a subject after a place: «на саммите в Париже Казахстан и ЕС», not «в столице Казахстана»."""
    beside = next((m for m in line.of("country") if m.last == mention.first - 1 and m.form == "noun"), None)
    first = beside if beside and line.tokens[beside.last].key == "и" else mention
    if not first.first or first.form != "noun" or first.last - first.first > 1:
        return False
    before, word = line.tokens[first.first - 1], line.tokens[first.first]
    place = before.is_word and before.capital and noun_cases(before.text) and "nomn" not in noun_cases(before.text)
    return bool(place) and noun_cases(word.text) <= {"nomn", "accs"} and "nomn" in noun_cases(word.text)


def explicit(line: Line, lexicon: Lexicon, first: int = 0, last: int | None = None) -> list[Party]:
    """The countries that tokens `first` up to `last` name as parties, in order."""
    found: list[Party] = []
    end = len(line.tokens) if last is None else last
    for mention in line.of("country", "region", "group"):
        if not first <= mention.first < end or len(mention.keys) > 1:
            continue
        if _shadowed(line, mention) or preposition(line, mention) in ELSEWHERE or _through_media(line, mention):
            continue
        if mention.form == "adjective" and not _acts(line, mention):
            continue
        region = mention.name if mention.kind == "region" and mention.form == "noun" else ""
        found.extend(Party(country, region) for country in members(mention, lexicon))
    found.extend(Party(m.key) for m in people(line) if first <= m.first < end)
    return found


def people(line: Line) -> Iterator[Mention]:
    """The states whose people the sentence names for their firms: «купили канадцы из Borealis», «у США с китайцами»."""
    for match in line.saying("nationality"):
        row = next((e for e in match.entries if e.get("kind") == "people"), None)
        if row is not None:
            mention = Mention("people", row.key, match.first, match.last, "people", row.text)
            subject = "nomn" in noun_cases(line.tokens[match.first].text)  # «в «Восходе» немцы продали долю»
            if subject or preposition(line, mention) not in ELSEWHERE:
                yield mention


def partners(line: Line, lexicon: Lexicon, first: int, last: int) -> set[str]:
    """The countries that tokens name with «с» or «между»: the other side of what stands there, of nothing else."""
    return {
        country
        for mention in line.of("country", "region")
        if first <= mention.first < last and preposition(line, mention) in WITH
        for country in members(mention, lexicon)
    }


def named(line: Line, lexicon: Lexicon) -> list[str]:
    """Every country that the sentence names in any place, except on the way («через Россию»)."""
    found: list[str] = []
    for mention in line.of("country", "region"):
        if len(mention.keys) == 1 and preposition(line, mention) != "через":
            found.extend(members(mention, lexicon))
    return found


def organisations(line: Line, first: int = 0, last: int | None = None, anywhere: bool = False) -> list[Mention]:
    """The organisations that tokens name as parties; the outlet that reports is none."""
    end = len(line.tokens) if last is None else last
    found: dict[str, Mention] = {}
    for mention in line.of("organisation", "group"):
        if not first <= mention.first < end or _through_media(line, mention) or _told(line, mention):
            continue
        if mention.kind == "group" and (mention.key not in UNIONS or preposition(line, mention) in ELSEWHERE):
            continue
        if not anywhere and preposition(line, mention) in ELSEWHERE - {"в", "на"}:
            continue
        found.setdefault(mention.key, mention)
    return list(found.values())


def _shadowed(line: Line, mention: Mention) -> bool:
    """A capital is found as a city of its country too; the country speaks."""
    return mention.kind == "region" and any(
        m is not mention and m.kind == "country" and (m.first, m.last) == (mention.first, mention.last)
        for m in line.mentions
    )


def _through_media(line: Line, mention: Mention) -> bool:
    before = [t.key for t in line.tokens[max(0, mention.first - 3) : mention.first]]
    return any(key in MEDIA for key in before)


def _told(line: Line, mention: Mention) -> bool:
    """Whether an organisation only reports or is whose daughter acts: «сообщил «Казатомпром»», «дочка «Росатома»»."""
    index = mention.first - 1
    while index > 0 and line.tokens[index].text in '«"“':
        index -= 1
    if index < 0:
        return False
    before = line.tokens[index]
    if before.key.startswith(CHILD) and index and line.tokens[index - 1].text in {",", "»", '"', "(", "-"}:
        return True
    behind = line.tokens[max(0, index + 1 - SPOKEN) : index + 1]
    if any(t.key.startswith("котор") for t in behind) and behind[-1].key in {"стоит", "стоят"}:
        return True  # «…, за которой стоит CGN»
    spoken = (m for m in line.saying("speech") if 0 <= index + 1 - m.last < SPOKEN and m.first)
    return any(  # «…, сообщил во вторник «Казатомпром»»
        line.tokens[m.first - 1].text in {",", "»"}
        and str(parses(line.tokens[m.first].text.lower())[0].tag.POS) != "PRTF"  # «…, заключённое между A и B»
        and all(t.text != "," for t in line.tokens[m.last : index + 1])
        for m in spoken
    )


def _acts(line: Line, mention: Mention) -> bool:
    for other in line.of("organisation"):
        if other.first <= mention.first < other.last or 0 <= other.first - mention.last <= 2:
            return True
    for token in line.tokens[mention.last : mention.last + AHEAD]:
        if token.key.startswith(ACTORS):
            return True
        if not token.is_word:
            return token.text in '«"“'
    return line.tokens[mention.first].key.count("-") == 1 and mention.last < len(line.tokens)
