"""Quantities that are no statistic: ages, distances on the way, constants, years, moments of the day."""

from __future__ import annotations

from decimal import Decimal

from importers.extraction import lists, morph
from importers.extraction.quantities import Quantity
from importers.extraction.statistics import durations
from importers.extraction.text import Line

COUNTED_AFTER = lists.stems("statistics: counted after")
AGED = lists.stems("statistics: aged")  # «5-летний», «10-процентный»
SHORT_FOR_NUMBERED = lists.words("statistics: short for numbered")
BEFORE = lists.stems("statistics: time before")  # «вдвое больше, чем накануне»
DIRECTIONS = lists.words("statistics: directions")  # «в 10 км от города», «25 км севернее»
TRAVELS = lists.stems("statistics: travels")  # «проехали 120 километров»
HEIGHTS = lists.stems("statistics: heights")  # «на отметке 5 тыс. метров»
PRICED = ("цен", "стоимост", "себестоимост", "тариф", "производств")
AWAY = frozenset({"в", "за", "через", "каждые"})  # «в 30 км, за посёлком», «через 500 метров»; «в 200 метрах»
ON_THE_WAY = 8  # tokens
IDIOMS = frozenset({Decimal(100), Decimal(1000)})
# What is numbered rather than counted: «статья 12», «дом 4», «топ 10».
NUMBERED = lists.words("statistics: numbered")


def refused(line: Line, quantity: Quantity) -> bool:
    """Whether the quantity measures nothing a reader would look up."""
    return any(
        check(line, quantity) for check in (_moment, _constant, _year, _way, _age, _comparison, _legal, _code, _score)
    )


def _key(line: Line, index: int) -> str:
    return line.tokens[index].key if 0 <= index < len(line.tokens) else ""


def _moment(line: Line, quantity: Quantity) -> bool:
    """«три года назад», «через два года», «в возрасте 50 лет»."""
    return quantity.dimension == "duration" and durations.passing(line, quantity)


def _constant(line: Line, quantity: Quantity) -> bool:
    """«тройская унция = 31,1 грамма», «цена 1 кг галлия», «расход на 1 тонну»: what a unit is told of."""
    if quantity.low == 1 and quantity.high is None and quantity.dimension in {"mass", "volume", "energy"}:
        before = _key(line, quantity.number.first - 1)
        return quantity.qualifier == "exact" and (before in {"за", "на"} or before.startswith(PRICED))
    return _key(line, quantity.first - 1) == "=" or _key(line, quantity.last) == "="


def _year(line: Line, quantity: Quantity) -> bool:
    number = quantity.number
    plain = quantity.unit is None and number.scale == 1 and not number.worded
    text = line.tokens[number.first].text
    return (
        plain and text.isdigit() and len(text) == 4 and 1900 <= int(text) <= 2100 and not _counted_after(line, quantity)
    )


def _counted_after(line: Line, quantity: Quantity) -> bool:
    """«2014 лицензий», «1900 рабочих мест»: a year has no plural genitive behind it."""
    following = _key(line, quantity.last)
    after = line.tokens[quantity.last : quantity.last + 3]
    many = any({"NOUN", "gent", "plur"} <= p.tag.grammemes for p in morph.parses(following)[:1]) if following else False
    return many or any(t.key.startswith(COUNTED_AFTER) for t in after)


def _way(line: Line, quantity: Quantity) -> bool:
    """«в 10 км от города», «до месторождения 355 км»: a distance on the way; a depth, a height, a length is none."""
    if quantity.dimension != "length":
        return False
    if _key(line, quantity.last) in DIRECTIONS:
        return True
    measured = any(e.key == "other" and "length" in e.get("dims") for m in line.saying("measure") for e in m.entries)
    near = line.tokens[max(0, quantity.first - ON_THE_WAY) : quantity.first]
    if measured:
        return False
    if any(token.key.startswith(HEIGHTS) for token in near):
        return False
    before = _key(line, quantity.first - 1)
    if before in AWAY and not morph.has(_key(line, quantity.last), "NOUN", "gent", "plur"):
        return True
    return any(token.key in DIRECTIONS or token.key.startswith(TRAVELS) for token in near)


def _age(line: Line, quantity: Quantity) -> bool:
    return _key(line, quantity.last) == "-" and _key(line, quantity.last + 1).startswith(AGED)


def _comparison(line: Line, quantity: Quantity) -> bool:
    """«в сто раз меньше импорта» compares two things; «в 2,5 раза больше прошлогоднего» tells of a growth."""
    if quantity.unit != "times":
        return False
    if quantity.number.worded and quantity.number.value in IDIOMS:  # «во сто раз лучше»
        return True
    occurrences = line.tokens[quantity.last - 1].key.startswith("раз")
    if occurrences and _key(line, quantity.number.first - 1) not in {"в", "во"}:  # «пять раз продавали»
        return True
    match = line_comparison(line, quantity)
    following = line.tokens[match] if match is not None and match < len(line.tokens) else None
    return (
        following is not None
        and following.is_word
        and morph.has(following.key, "NOUN", "gent")
        and not following.key.startswith(BEFORE)
    )


def line_comparison(line: Line, quantity: Quantity) -> int | None:
    """The token behind «больше», «меньше», «выше» that follows the quantity."""
    for match in line.saying("comparison"):
        if quantity.last <= match.first <= quantity.last + 1:
            return match.last
    return None


def _legal(line: Line, quantity: Quantity) -> bool:
    """«статья 12», «пункта 5», «ст. 4», «№ 5»."""
    before = _key(line, quantity.first - 1)
    return before in NUMBERED or (before == "." and _key(line, quantity.first - 2) in SHORT_FOR_NUMBERED)


def _code(line: Line, quantity: Quantity) -> bool:
    """«5+1», «18+», «Starlink-2»."""
    return quantity.unit is None and "+" in {_key(line, quantity.number.last), _key(line, quantity.number.first - 1)}


def _score(line: Line, quantity: Quantity) -> bool:
    """«уступил со счётом 1:2», «4,7 из 5», «8 из 10»: neither of the two counts anything."""
    if quantity.unit is not None or quantity.number.worded:
        return False
    if quantity.number.last == quantity.number.first + 1 and (
        _of_number(line, quantity, 1) or _of_number(line, quantity, -1)
    ):
        return True
    before, after = _key(line, quantity.number.first - 1), _key(line, quantity.number.last)
    return ":" in {before, after} and (
        _kind(line, quantity.number.first - 2) == "number" or _kind(line, quantity.number.last + 1) == "number"
    )


def _of_number(line: Line, quantity: Quantity, step: int) -> bool:
    """Whether «из» and another number stand right behind (or before) the number: «8 из 10»."""
    beside = quantity.number.last if step > 0 else quantity.number.first - 1
    return _key(line, beside) == "из" and _kind(line, beside + step) == "number"


def _kind(line: Line, index: int) -> str:
    return line.tokens[index].kind if 0 <= index < len(line.tokens) else ""
