"""Where a figure belongs: the country, region or group that a part of a sentence speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from importers.extraction.mentions import Mention
from importers.extraction.morph import has
from importers.extraction.text import Line, Text

# After these a country is the other side of the affair: «с Китаем», «из России», «в сравнении с США».
PARTNER = frozenset({"с", "со", "из", "от", "для", "к", "на", "против", "у", "между", "через"})
RECEIVED = ("достал", "отошл", "перепал", "продал", "отдал", "поставил", "отгруз")  # «Узбекистану досталось 5 тонн»
HOME_STATES = ("KZ", "KG", "TJ", "TM", "UZ")
HOME_WEIGHT = 3
PARAGRAPH = 20  # sentences back
WORLD = ("все страны", "во всем мире", "мировая добыча", "мировое производство", "в мире добыто")
SELF = frozenset(
    {
        "республика",
        "республики",
        "республике",
        "республику",
        "республикой",
        "страна",
        "страны",
        "стране",
        "страну",
        "страной",
    }
)
REGION_WORDS = frozenset({"регион", "региона", "регионе", "регионом", "региону"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure belongs; `world` when the sentence speaks of all countries together."""

    country: str | None = None
    region: str | None = None
    group: str | None = None
    world: bool = False
    weak: bool = False  # only an adjective says so: «американской компании отойдёт 70 %»


def country_of(mention: Mention) -> str | None:
    """The country of a country or region mention."""
    if len(mention.keys) != 1:
        return None
    if mention.kind == "country":
        return mention.key
    return mention.key.split("-")[0] if mention.kind == "region" else None


def organisation_country(text: Text, mention: Mention) -> str | None:
    """Where an organisation of the lexicon sits: АГМК is at home in Uzbekistan."""
    row = text.lexicon.by_key.get((mention.kind, mention.key)) if mention.kind == "organisation" else None
    return (row.get("country") or None) if row else None


def home(text: Text) -> str | None:
    """The state the article is at home in: the one of the region it mostly speaks of, None where several compete."""
    counts: Counter[str] = Counter()
    for line in (*text.title, *text.lines):
        for mention in line.of("country", "region", "organisation"):
            country = country_of(mention) or organisation_country(text, mention)
            if country and not _partner(line, mention):
                counts[country] += HOME_WEIGHT if country in HOME_STATES else 1
    if not counts:
        return None
    ranked = counts.most_common()
    states = [key for key in counts if key in HOME_STATES]
    if len(states) > 2 and ranked[0][1] < sum(counts.values()) / 2:
        return _of_the_headline(text)
    return ranked[0][0]


def _of_the_headline(text: Text) -> str | None:
    """The one state of the region that the headline names: «Импорт цемента в Узбекистан упал»."""
    named = {country_of(m) for line in text.title for m in line.of("country", "region")} & set(HOME_STATES)
    return named.pop() if len(named) == 1 else None


def _partner(line: Line, mention: Mention) -> bool:
    if mention.form == "adjective" or line.inside_organisation(mention):
        return True
    after = line.tokens[mention.last].key if mention.last < len(line.tokens) else ""
    if after.startswith(RECEIVED) and has(line.tokens[mention.last - 1].text.lower(), "datv"):
        return True
    before = line.tokens[mention.first - 1].key if mention.first else ""
    if before == "и":  # «между Казахстаном и США»
        other = next((m for m in line.of("country", "region") if m.last == mention.first - 1), None)
        return other is not None and _partner(line, other)
    if before in {"в", "во"}:  # «во Францию» is where it goes, «во Франции» where it is
        word = line.tokens[mention.last - 1].text.lower()
        return has(word, "accs") and not has(word, "loct")
    if mention.kind == "region" and before == "на":  # «почти 2 млрд из этой суммы – на Алматинскую область»
        return False
    return before in PARTNER


def of(line: Line, first: int, last: int, text: Text) -> Place:
    """The place of the figure at tokens `first` up to `last`: what its own sentence says of it."""
    if _world(line):
        return Place(world=True)
    adjacent = _adjacent(line, first, last)
    if adjacent is not None:
        return _place(adjacent, None)
    strong = [m for m in line.of("country", "region") if not _partner(line, m) and country_of(m)]
    ahead = [m for m in strong if m.last <= first]
    group = _group(line, first, text)
    if group and not (ahead and ahead[-1].kind == "country"):
        return Place(group=group)
    if any(token.key in SELF and token.start < line.tokens[first].start for token in line.tokens) and not ahead:
        return Place()
    chosen = ahead[-1] if ahead else (strong[0] if strong else None)
    if chosen is None:
        owners = {
            country_of(m)
            for m in line.of("country")
            if not line.inside_organisation(m) and m.form == "adjective" and m.last <= first + 6
        }
        return Place(country=owners.pop(), weak=True) if len(owners) == 1 and not line.of("region") else Place()
    region = next((m for m in (reversed(ahead) if ahead else strong) if m.kind == "region"), None)
    return _place(chosen, region)


def _adjacent(line: Line, first: int, last: int) -> Mention | None:
    """«в Казахстане - 160», «Китай – 368,3 т», «(Казахстан)» after the number."""
    for mention in reversed(line.of("country")):
        gap = line.tokens[mention.last : first]
        if mention.last <= first and 1 <= len(gap) <= 2 and gap[0].key in {"-", ":"}:
            return mention
    return None


def _place(mention: Mention, region: Mention | None) -> Place:
    country = country_of(mention)
    key = mention.key if mention.kind == "region" else None
    if key is None and region is not None and country_of(region) == country:
        key = region.key
    return Place(country, key)


def _group(line: Line, first: int, text: Text) -> str | None:
    """A group that the clause speaks of: «в Центральной Азии»; in «пять стран региона» the group last named."""
    named = [m for m in line.of("group") if m.last <= first and not _partner(line, m)]
    if named:
        return named[-1].key
    anaphora = [i for i, token in enumerate(line.tokens[:first]) if token.key in REGION_WORDS]
    if not anaphora:
        return None
    for above in reversed(text.lines[max(0, line.index - PARAGRAPH) : line.index]):
        named = [m for m in above.of("group", "region") if m.kind in {"group", "region"}]
        if named:
            return named[-1].key if named[-1].kind == "group" else None
    return None


def above(text: Text, line: Line) -> str | None:
    """The one country that the sentences above in the paragraph speak of, nearest first; of several the home state."""
    here = {country_of(m) for m in line.of("country", "region")} & set(HOME_STATES)
    if len(here) == 1:
        return here.pop()
    for other in reversed(text.lines[max(0, line.index - PARAGRAPH) : line.index]):
        if other.sentence.paragraph != line.sentence.paragraph:
            break
        keys = {country_of(m) for m in other.of("country", "region") if not _partner(other, m)} - {None}
        keys = keys if len(keys) == 1 else keys & set(HOME_STATES)
        if len(keys) == 1:
            return keys.pop()
    return None


def _world(line: Line) -> bool:
    text = " ".join(line.sentence.keys)
    return any(phrase in text for phrase in WORLD)


def distinct(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The countries of mentions in order, each once."""
    return tuple(dict.fromkeys(country for m in mentions if (country := country_of(m))))
