"""Quantities that are no statistic: ages, distances on the way, constants, years, moments of the day."""

from __future__ import annotations

from importers.extraction import lists
from importers.extraction.quantities import Quantity
from importers.extraction.text import Line

AWAY = frozenset({"через", "спустя", "возрасте", "после", "за"})
COUNTED_AFTER = lists.stems("statistics: counted after")
AGED = lists.stems("statistics: aged")  # «5-летний», «10-процентный»
SHORT_FOR_NUMBERED = lists.words("statistics: short for numbered")
BEFORE = lists.stems("statistics: time before")  # «вдвое больше, чем накануне»
LATELY = lists.stems("statistics: lately")  # «за последние десять лет»
BACKWARDS = lists.words("statistics: backwards")
# What is numbered rather than counted: «статья 12», «дом 4», «топ 10».
NUMBERED = lists.words("statistics: numbered")


def refused(line: Line, quantity: Quantity) -> bool:
    """Whether the quantity measures nothing a reader would look up."""
    return any(check(line, quantity) for check in (_moment, _constant, _year, _way, _age, _comparison, _legal, _code))


def _key(line: Line, index: int) -> str:
    return line.tokens[index].key if 0 <= index < len(line.tokens) else ""


def _moment(line: Line, quantity: Quantity) -> bool:
    """«три года назад», «через два года», «спустя полгода», «в течение двух дней», «в возрасте 50 лет»."""
    if quantity.dimension != "duration":
        return False
    ahead = {_key(line, i) for i in range(quantity.last, quantity.last + 2)}
    behind = {_key(line, i) for i in range(quantity.first - 2, quantity.first)}
    lately = any(key.startswith(LATELY) for key in behind)
    return quantity.unit != "year" or lately or bool(ahead & BACKWARDS) or bool(behind & AWAY)


def _constant(line: Line, quantity: Quantity) -> bool:
    """«тройская унция = 31,1 грамма»."""
    return _key(line, quantity.first - 1) == "=" or _key(line, quantity.last) == "="


def _year(line: Line, quantity: Quantity) -> bool:
    number = quantity.number
    plain = quantity.unit is None and number.scale == 1 and not number.worded
    text = line.tokens[number.first].text
    return (
        plain and text.isdigit() and len(text) == 4 and 1900 <= int(text) <= 2100 and not _counted_after(line, quantity)
    )


def _counted_after(line: Line, quantity: Quantity) -> bool:
    after = line.tokens[quantity.last : quantity.last + 3]
    return any(t.key.startswith(COUNTED_AFTER) for t in after)


def _way(line: Line, quantity: Quantity) -> bool:
    """«в 10 км от города», «до месторождения 355 км»: a distance on the way, unless it is a depth or a length."""
    if quantity.dimension != "length":
        return False
    return not any(
        entry.key == "other" and "length" in entry.get("dims")
        for match in line.saying("measure")
        for entry in match.entries
    )


def _age(line: Line, quantity: Quantity) -> bool:
    return _key(line, quantity.last) == "-" and _key(line, quantity.last + 1).startswith(AGED)


def _comparison(line: Line, quantity: Quantity) -> bool:
    """«в сто раз меньше импорта» compares two things; growth is said by a verb."""
    if quantity.unit != "times":
        return False
    after = [token.key for token in line.tokens[quantity.last : quantity.last + 7]]
    in_time = "чем" in after and any(key.startswith(BEFORE) for key in after)
    return not in_time and not any(entry.key == "growth" for match in line.saying("measure") for entry in match.entries)


def _legal(line: Line, quantity: Quantity) -> bool:
    """«статья 12», «пункта 5», «ст. 4», «№ 5»."""
    before = _key(line, quantity.first - 1)
    return before in NUMBERED or (before == "." and _key(line, quantity.first - 2) in SHORT_FOR_NUMBERED)


def _code(line: Line, quantity: Quantity) -> bool:
    """«5+1», «18+», «Starlink-2»."""
    return quantity.unit is None and "+" in {_key(line, quantity.number.last), _key(line, quantity.number.first - 1)}
