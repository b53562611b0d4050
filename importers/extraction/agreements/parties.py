"""Who agrees: countries and organisations that stand as parties, and where to look when too few are named."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from importers.extraction import places
from importers.extraction.lexicon import Lexicon
from importers.extraction.mentions import Mention
from importers.extraction.morph import parses
from importers.extraction.text import Line, Text

# After these a name says where or what about, not who.
ELSEWHERE = frozenset({"в", "во", "на", "из", "для", "через", "о", "об", "по", "к", "ко", "при", "под", "за", "до"})
WITH = frozenset({"с", "со", "между", "от", "у"})
ACTING_FOR = frozenset({"участии", "участием", "имени", "стороны", "лица", "лице", "посредничестве"})
RELATIONS = (
    "сотруднич",
    "взаимодейств",
    "партнерств",
    "отношени",
    "связ",
    "диалог",
    "групп",
    "правительств",
    "соглашени",
)
# Nouns that an adjective of a state must go with to name a party: «китайская сторона», not «китайский рынок».
ACTORS = (
    "компан",
    "сторон",
    "делегац",
    "правительств",
    "власт",
    "корпорац",
    "холдинг",
    "предприят",
    "фирм",
    "инвестор",
    "банк",
    "министерств",
    "служб",
    "партнер",
    "концерн",
    "завод",
    "комбинат",
    "фонд",
    "групп",
    "агентств",
    "коллег",
    "бизнес",
    "госкомпан",
    "производител",
    "недропользовател",
    "институт",
    "университет",
    "кабинет",
    "ведомств",
    "предпринимател",
    "президент",
    "министр",
    "сп",
    "осоо",
    "гок",
    "трейдер",
    "госхолдинг",
    "эксимбанк",
    "минист",
    "премьер",
    "консорциум",
    "оператор",
    "соглашени",
    "меморандум",
    "контракт",
    "договор",
    "диалог",
    "предпр",
    "покупател",
    "поставщик",
    "импортер",
)
BACK, AHEAD = 8, 4
MEDIA = frozenset(
    {"сообщает", "передает", "пишет", "узнало", "узнал", "агентство", "издание", "газета", "данным", "ссылкой"}
)
FIRMS = ("фирм", "компани", "предприяти", "комбинат", "консорциум")
REACH = 8  # sentences
LAST = ("последн",)
FIRST = ("перв",)


@dataclass(frozen=True, slots=True)
class Party:
    """A country that agrees, and the region through which it was named."""

    country: str
    region: str = ""


def members(mention: Mention, lexicon: Lexicon) -> tuple[str, ...]:
    """The countries that a mention stands for: a group's members, a region's state."""
    if mention.kind == "group":
        row = lexicon.by_key.get(("group", mention.key))
        return tuple(row.get("members").split()) if row else ()
    country = places.country_of(mention)
    return (country,) if country else ()


def preposition(line: Line, mention: Mention) -> str:
    """The preposition that governs a mention, through adjectives, genitives and «и»; empty where none does."""
    tokens = line.tokens
    for index in range(mention.first - 1, max(-1, mention.first - 1 - BACK), -1):
        token = tokens[index]
        if token.key in ACTING_FOR:
            return "с"
        if token.key in ELSEWHERE | WITH:
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
    return found


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
    for mention in line.of("organisation"):
        if not first <= mention.first < end or _through_media(line, mention):
            continue
        if not anywhere and preposition(line, mention) in ELSEWHERE - {"в", "на"}:
            continue
        found.setdefault(mention.key, mention)
    return list(found.values())


def meant(text: Text, line: Line) -> list[Mention]:
    """The organisation that «компания», «фирма» or «оно» in the sentence points to: the one named last before it."""
    if not any(t.key.startswith(FIRMS) or t.key in {"она", "оно", "он"} for t in line.tokens):
        return []
    for other in reversed(text.lines[max(0, line.index - REACH) : line.index]):
        bodies = organisations(other, anywhere=True)
        if bodies:
            return bodies[:1]
    return []


def gathered(text: Text, line: Line) -> list[Mention]:
    """The organisations of the nearest sentence of the paragraph that names two or more: who «стороны» are."""
    return next((bodies for other in _around(text, line) if len(bodies := organisations(other)) > 1), [])


def complete(
    text: Text, line: Line, parties: Sequence[str], owners: Sequence[Mention], home: str | None, domestic: bool
) -> tuple[str, ...]:
    """The parties with the other side found where it is not said: seats, the sentences around, the home state."""
    found = list(dict.fromkeys(parties))
    seats = _seats(text, owners)
    if not found:
        found.extend(_told_around(text, line, at_least=2))
    if len(found) < 2:
        found.extend(c for c in seats if c not in found)
    at_home = len(seats) > 1 and set(seats) == {home}
    stateless = len(owners) > 1 and len(seats) < len(owners)  # «АБР и Министерство финансов Таджикистана»
    if len(set(found)) >= 2 or domestic or at_home or (parties and stateless):
        return tuple(dict.fromkeys(found))
    if not found:
        found.extend(_told_around(text, line, at_least=1))
    near: list[list[str]] = [_venue(text, other) for other in _around(text, line, 1, cross=not parties)]
    for source in (named(line, text.lexicon), *near, [home] if home else []):
        other_side = [c for c in dict.fromkeys(source) if c and c not in found]
        if len(set(found)) >= 2:
            break
        if found and len(other_side) > 1:  # of several that may be the other side the home state, or none
            other_side = [home] if home in other_side else []
        found.extend(other_side)
    return tuple(dict.fromkeys(found))


def _seats(text: Text, bodies: Iterable[Mention]) -> list[str]:
    return [country for body in bodies if (country := places.organisation_country(text, body))]


def _told_around(text: Text, line: Line, at_least: int) -> list[str]:
    """The parties of the nearest sentence around that names so many, its organisations' seats included."""
    for other in _around(text, line):
        near = list(dict.fromkeys(p.country for p in explicit(other, text.lexicon)))
        if len(near) >= at_least:
            return [*near, *(c for c in dict.fromkeys(_seats(text, organisations(other))) if c not in near)]
    return []


def last_named(text: Text, line: Line, before: int) -> list[str]:
    """«Последний подписал»: the last of the countries that the sentence before names side by side."""
    words = line.tokens[:before]
    which = next((t for t in words if t.key.startswith(LAST + FIRST) and adjective_cases_nominative(t.text)), None)
    if (
        which is None
        or line.index == 0
        or (words.index(which) + 1 < before and words[words.index(which) + 1].key.startswith(("год", "врем")))
    ):
        return []
    above = text.lines[line.index - 1]
    pair = [m for m in above.of("country") if m.form == "noun"]
    joined = [m for m, n in itertools.pairwise(pair) if n.first - m.last <= 2]
    if not joined:
        return []
    chosen = pair[-1] if which.key.startswith(LAST) else joined[0]
    return [chosen.key]


def adjective_cases_nominative(word: str) -> bool:
    """Whether an adjective may stand in the nominative singular."""
    return any(p.tag.POS == "ADJF" and p.tag.case == "nomn" and p.tag.number == "sing" for p in parses(word.lower()))


def paragraph(text: Text, line: Line, reach: int) -> tuple[list[Line], list[Line]]:
    """The sentences before (nearest first) and after a line in its paragraph, `reach` of each at most."""
    same = line.sentence.paragraph
    above = text.lines[max(0, line.index - reach) : line.index]
    below = text.lines[line.index + 1 : line.index + 1 + reach]
    before = [other for other in reversed(above) if other.sentence.paragraph == same]
    return before, [other for other in below if other.sentence.paragraph == same]


def _around(text: Text, line: Line, reach: int = 3, cross: bool = True) -> list[Line]:
    """The sentences around a line in its paragraph; with `cross`, the one above where the line begins it."""
    before, after = paragraph(text, line, reach)
    if not before and line.index and cross:
        before = [text.lines[line.index - 1]]  # one sentence a paragraph
    return [*before, *after[:1]]


def _venue(text: Text, line: Line) -> list[str]:
    """The countries of the capitals where the sentence says that something took place («на встрече в Вашингтоне»)."""
    capitals = [m for m in line.of("country") if m.form == "capital" and preposition(line, m) in {"в", "во"}]
    return [m.key for m in capitals] or [p.country for p in explicit(line, text.lexicon)]


def _shadowed(line: Line, mention: Mention) -> bool:
    """A capital is found as a city of its country too; the country speaks."""
    return mention.kind == "region" and any(
        m is not mention and m.kind == "country" and (m.first, m.last) == (mention.first, mention.last)
        for m in line.mentions
    )


def _through_media(line: Line, mention: Mention) -> bool:
    before = [t.key for t in line.tokens[max(0, mention.first - 3) : mention.first]]
    return any(key in MEDIA for key in before)


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
