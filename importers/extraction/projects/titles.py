"""What a curator would call an undertaking that the text gives no name."""

from __future__ import annotations

from dataclasses import dataclass

from importers.extraction import naming
from importers.extraction.projects.anchors import Anchor
from importers.extraction.proper import capitals, quoted, surface
from importers.extraction.text import Line

# Words of praise, order and age, which are no part of a title.
PASSING = (
    "нов",
    "круп",
    "главн",
    "больш",
    "сам",
    "совремн",
    "современ",
    "мощн",
    "будущ",
    "совместн",
    "собственн",
    "единственн",
    "перв",
    "втор",
    "трет",
    "очередн",
    "уникальн",
    "перспективн",
    "эт",
    "данн",
    "сво",
    "наш",
    "их",
    "его",
    "ее",
    "местн",
    "стар",
    "действующ",
    "известн",
    "знаменит",
    "отечественн",
    "зарубежн",
    "второ",
    "ещё",
    "еще",
    "целы",
    "огромн",
    "весь",
    "вс",
)
KEPT = ("верхн", "нижн", "обогатит", "перерабат", "золотоизвлек")  # «перерабатывающий завод» is what it is
PLACE = frozenset({"в", "во", "на", "близ", "под", "возле", "около", "вблизи"})
GEOGRAPHY = (
    "озер",
    "восток",
    "север",
    "юг",
    "запад",
    "район",
    "город",
    "сел",
    "посел",
    "центр",
    "территор",
    "базе",
    "баз",
    "берег",
    "побереж",
    "границ",
    "област",
    "окраин",
    "пригород",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the thing is: the phrase with its preposition at tokens `first` up to `last`, and the name alone."""

    first: int
    last: int
    phrase: str
    name: str


def of_anchor(anchor: Anchor, place: Place | None = None) -> str:
    """The title of an unnamed undertaking: «Литиевое месторождение на востоке Казахстана», «Завод хромовых солей»."""
    words = [*(anchor.line.tokens[i].text for i in telling(anchor)), anchor.noun]
    noun = naming.nominative(words[-1]) if " " not in anchor.noun else anchor.noun
    head = anchor.noun.split()[-1]
    described = " ".join([*(naming.agreeing(word, head) for word in words[:-1]), noun])
    if anchor.number:
        described += (
            f"-{anchor.number}"
            if described.isupper() or anchor.line.tokens[anchor.head_last - 1].text.endswith(anchor.number)
            else f" № {anchor.number}"
        )
    first, last = anchor.complement
    if last > first:
        described += " " + surface(anchor.line.tokens, first, last)
    country = _country(anchor)
    owner = owner_after(anchor)
    if place is None and owner is not None:
        described += " " + surface(anchor.line.tokens, *owner)
    elif place is None and country:
        described += " в " + country
    if place is not None:
        described += " " + place.phrase
    return naming.title(described)


def _country(anchor: Anchor) -> str:
    """The country of «казахстанское месторождение» in the locative."""
    named = next((m.name for m in anchor.line.of("country") if anchor.first <= m.first < anchor.head), "")
    form = next((p.inflect({"loct"}) for p in naming.morph.parses(named.lower()) if p.tag.POS == "NOUN"), None)
    return naming.cased(form.word, named) if form else named


def telling(anchor: Anchor) -> tuple[int, ...]:
    """The adjectives that say what it is: minerals and trades, not praise, order or participles."""
    return tuple(i for i in anchor.modifiers if _tells(anchor.line, i))


def _tells(line: Line, index: int) -> bool:
    word = line.tokens[index]
    if word.key.startswith(KEPT):
        return True
    if word.key.startswith(PASSING) or any(
        m.first == index and m.kind in {"country", "region", "group"} for m in line.mentions
    ):
        return False
    return naming.morph.parses(word.text.lower())[0].tag.POS != "PRTF"


def place_after(line: Line, index: int) -> Place | None:
    """The place said right after: «на озере Иссык-Куль», «на востоке Казахстана», «в Хромтау»."""
    tokens = line.tokens
    if index + 1 >= len(tokens) or tokens[index].key not in PLACE:
        return None
    begin = index + 1
    position = begin
    while position < len(tokens) and tokens[position].text.islower() and tokens[position].key.startswith(GEOGRAPHY):
        position += 1
    name = quoted(tokens, position)
    if name and any(tokens[position - 1].key.startswith(g) for g in GEOGRAPHY):
        return Place(index, name.after, surface(tokens, index, name.after), surface(tokens, name.first, name.last))
    last = capitals(tokens, position)
    if last == position:
        return None
    while (
        last < len(tokens) and tokens[last].key.startswith(("район", "област", "округ")) and tokens[last].text.islower()
    ):
        last += 1
    if any(m.first < last and position < m.last for m in line.of("organisation")):
        return None
    side = position > begin
    if (
        not side
        and all(m.kind == "country" and m.first <= position and last <= m.last for m in _over(line, position, last))
        and _over(line, position, last)
    ):
        return Place(index, last, surface(tokens, index, last), "")
    name_text = _name(line, begin, position, last)
    return Place(index, last, surface(tokens, index, last), name_text)


def _over(line: Line, first: int, last: int) -> list:  # type: ignore[type-arg]
    return [m for m in line.of("country", "region") if m.first < last and first < m.last]


def _name(line: Line, begin: int, capital: int, last: int) -> str:
    """«восток Казахстана» keeps its side of the world; «озеро Иссык-Куль» is told by the name alone."""
    tokens = line.tokens
    side = capital > begin and tokens[begin].key.startswith(("восток", "север", "юг", "запад", "центр"))
    if side:
        words = [t.text for t in tokens[begin:last]]
        return naming.noun_phrase(words, 0)
    words = [t.text for t in tokens[capital:last]]
    if len(words) > 1:
        return naming.noun_phrase(words, len(words) - 1)
    return naming.nominative(words[0])


def owner_after(anchor: Anchor) -> tuple[int, int] | None:
    """The organisation that owns a nameless undertaking, said right after: «электростанция компании ERG»."""
    index = max(anchor.head_last, anchor.complement[1])
    tokens = anchor.line.tokens
    for mention in anchor.line.of("organisation"):
        between = tokens[index : mention.first]
        if (
            mention.first >= index
            and len(between) <= 3
            and all(t.is_word and t.text.islower() or t.text in '«"' or t.text.isupper() for t in between)
        ):
            if not any(t.key in {"и", "в", "на", "для", "от", "с", "что", "как", "по"} for t in between):
                return mention.first, mention.last
    return None


def end(anchor: Anchor) -> int:
    """The end of the phrase that tells what a nameless undertaking is, its owner with it."""
    owner = owner_after(anchor)
    return max(anchor.last, anchor.complement[1], owner[1] if owner else 0)
