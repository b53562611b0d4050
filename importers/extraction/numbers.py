"""Numbers in digits and words, with scales and ranges, from tokens; decimals in, decimals out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from importers.extraction import morph
from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.segment import Token

SPACES = str.maketrans("", "", " \u00a0\u202f")
DASHES = frozenset({"-"})  # fold makes every dash this
WHOLE_LIMIT = Decimal("1e18")
LONGEST = 40  # characters; a row of a million digits counts nothing, and costs its square to reckon with
PIECES = {"с половиной": Decimal("0.5"), "с четвертью": Decimal("0.25")}


@dataclass(slots=True, unsafe_hash=True)
class Number:
    """A number at tokens `first` up to `last`; `scale` is what it was multiplied by, `worded` when in words.

    As a `Token`, it is not frozen because of their number; nobody changes one.
    """

    value: Decimal
    first: int
    last: int
    scale: Decimal = Decimal(1)
    worded: bool = False
    key: str = ""
    qualifier: str = ""  # said inside the number: «три с лишним десятка»


def digits(text: str) -> Decimal:
    """The value of a number written in digits: «3 478,1», «1,200,000», «12.5»."""
    text = text.translate(SPACES)
    if text.count(",") > 1:
        text = text.replace(",", "")
    elif text.count(".") > 1:
        text = text.replace(".", "")
    return Decimal(text.replace(",", "."))


def number_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    """The number that begins at token `index`, compound scales added up: «184 тысячи 23», «5 млн 300 тыс.»."""
    number = _simple(tokens, index, lexicon)
    if number is None:
        return None
    while number.scale > 1 and number.last < len(tokens):
        more = _simple(tokens, number.last, lexicon)
        if more is None or more.value >= number.scale or more.value != int(more.value):
            break
        if number.value % number.scale and not number.worded:
            break  # «1,5 млрд 200» are two numbers
        number = replace(number, value=number.value + more.value, last=more.last, scale=more.scale)
    return number


def _simple(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    token = tokens[index]
    if token.kind == "number" and len(token.text) <= LONGEST:
        number = Number(digits(token.text), index, index + 1)
    elif token.is_word:
        worded = _words(tokens, index, lexicon) or _thousand(tokens, index, lexicon)
        if worded is None:
            return None
        number = worded
    else:
        return None
    number = _softened(tokens, _and_a_half(tokens, number), lexicon)
    scale = scale_at(tokens, number.last, lexicon)
    if scale is None:
        return number
    factor, last = scale
    if number.value * factor > WHOLE_LIMIT:
        return number
    return replace(number, value=number.value * factor, last=last, scale=factor)


def _and_a_half(tokens: Sequence[Token], number: Number) -> Number:
    """«шесть с половиной лет», «три с половиной тысячи»."""
    at = number.last
    if at + 1 >= len(tokens) or tokens[at].key != "с":
        return number
    more = PIECES.get(f"с {tokens[at + 1].key}")
    return replace(number, value=number.value + more, last=number.last + 2) if more else number


def _softened(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """«три с лишним десятка», «двадцать с небольшим компаний»: the qualifier stands inside."""
    match = lexicon.only("qualifier").at(tokens, number.last)
    entry = next((e for e in match.entries if e.get("place") == "after"), None) if match else None
    return replace(number, last=match.last, qualifier=entry.key) if match and entry else number


def scale_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """The scale word at `index` with the token after it; «тыс. млн» does not occur."""
    if index >= len(tokens):
        return None
    match = lexicon.units.at(tokens, index)
    if match is None or match.entry.kind != "scale":
        return None
    return Decimal(match.entry.key), match.last


def _thousand(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    """«тысяча восемьсот мест», «порядка тысячи человек», «миллион тонн»: a scale in the singular is itself."""
    scale = scale_at(tokens, index, lexicon)
    if scale is None or not morph.has(tokens[index].text.lower(), "sing") or scale[0] == 1:
        return None
    if index and morph.has(tokens[index - 1].text.lower(), "Anum"):  # «вторая тысяча тонн»
        return None
    more = _words(tokens, scale[1], lexicon) if scale[1] < len(tokens) else None
    alone = index > 0 and lexicon.only("qualifier").at(tokens, index - 1) is not None
    one = not morph.has(tokens[index].text.lower(), "plur")  # «тысячу человек», but «тысячи людей»
    if more is None and not alone and not (one and _measures(tokens, scale[1], lexicon)):
        return None
    value, last = (scale[0] + more.value, more.last) if more else scale
    return Number(value, index, last, Decimal(1), True, tokens[index].key)


def _measures(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a unit, a currency or a noun that is counted stands at `index`."""
    unit = lexicon.units.at(tokens, index)
    return (unit is not None and unit.entry.kind != "scale") or lexicon.only("counted").at(tokens, index) is not None


ORDER = {"hundred": 3, "ten": 2, "unit": 1}


def _words(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    """«двадцать две», «триста», «полтора»; hundreds, tens and units must come in that order."""
    total = Decimal(0)
    rank = 4
    position = index
    while position < len(tokens):
        entry = number_word(tokens, position, lexicon)
        if entry is None:
            break
        kind = entry.get("class")
        if kind not in ORDER and kind not in {"whole", "scaled"}:
            break  # «вдвое», «половина» are quantities of their own
        if kind in {"whole", "scaled"}:
            if position > index:
                break
            value = Decimal(entry.key) * Decimal(entry.get("scale", "1"))
            return Number(value, index, index + 1, Decimal(entry.get("scale", "1")), True, tokens[index].key)
        if ORDER[kind] >= rank or (rank == 2 and Decimal(entry.key) > 9):
            break
        total, rank, position = total + Decimal(entry.key), ORDER[kind], position + 1
    if position == index:
        return None
    return Number(total, index, position, Decimal(1), True, tokens[index].key)


def number_word(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Entry | None:
    """The number-word row at `index`, if one stands there."""
    match = lexicon.only("number").at(tokens, index)
    return match.entry if match is not None and match.last == index + 1 else None
