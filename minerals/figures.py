"""Numbers as people read them: «более 24 млрд долларов», «5–7 млн т», "USD 24 billion"; never rounded."""

from __future__ import annotations

from decimal import Decimal

NBSP = "\N{NO-BREAK SPACE}"
RU_QUALIFIERS = {"about": "около", "more_than": "более", "less_than": "менее", "up_to": "до", "at_least": "не менее"}
EN_QUALIFIERS = {
    "about": "about",
    "more_than": "more than",
    "less_than": "less than",
    "up_to": "up to",
    "at_least": "at least",
}
Scale = tuple[Decimal, str, str, int]
# Scale, its word in both languages, and how many digits after the point still read well with it.
SCALES: tuple[Scale, ...] = (
    (Decimal(10) ** 12, "трлн", "trillion", 3),
    (Decimal(10) ** 9, "млрд", "billion", 3),
    (Decimal(10) ** 6, "млн", "million", 3),
    (Decimal(10) ** 3, "тыс.", "thousand", 1),
)
ONE: Scale = (Decimal(1), "", "", 99)
# «12 тыс. т», but «2500 т»: below ten thousand the press writes the figure out.
THOUSANDS_FROM = Decimal(10_000)
RU_UNITS = {
    "percent": "%",
    "pp": "п. п.",
    "count": "",
    "t": "т",
    "t/yr": "т/год",
    "kg": "кг",
    "kg/yr": "кг/год",
    "g/t": "г/т",
    "oz": "унция|унции|унций",
    "ct": "карат|карата|карат",
    "MW": "МВт",
    "kW": "кВт",
    "GWh": "ГВт·ч",
    "kWh": "кВт·ч",
    "ha": "га",
    "km": "км",
    "m": "м",
    "km2": "км²",
    "m2": "м²",
    "m3": "м³",
    "bbl": "баррель|барреля|баррелей",
    "times": "раз|раза|раз",
    "year": "год|года|лет",
    "month": "месяц|месяца|месяцев",
    "day": "день|дня|дней",
    "UZS": "сум|сума|сумов",
}
EN_UNITS = {
    "percent": "%",
    "count": "",
    "pp": "pp",
    "km2": "km²",
    "m2": "m²",
    "m3": "m³",
    "times": "time|times",
    "year": "year|years",
    "month": "month|months",
    "day": "day|days",
}


def amount(
    value: Decimal,
    value_max: Decimal | None = None,
    *,
    unit: str = "count",
    currency: bool = False,
    counted: str = "",
    qualifier: str = "exact",
    language: str = "ru",
    scaled: bool = True,
) -> str:
    """The number with unit and qualifier; `counted` are the Russian forms after 1, 2 and 5; `scaled` gives «5 млн»."""
    last = value if value_max is None else value_max
    russian = language.startswith("ru")
    digits, scale = _digits(value, value_max, russian, SCALES if scaled else ())
    word = EN_QUALIFIERS.get(qualifier, "") if not russian else RU_QUALIFIERS.get(qualifier, "")
    if not russian and currency:
        return _joined(word, unit, digits, scale)
    if russian:
        unit_word = _russian(
            last,
            counted if "|" in counted else RU_UNITS.get(unit, counted or unit),
            scaled=bool(scale),
            governed=bool(word),
        )
    else:
        forms = EN_UNITS.get(unit, unit).split("|")
        unit_word = forms[0] if abs(last) == 1 else forms[-1]
    # English sets the percent sign close: "38.6%", «38,6 %».
    if unit_word == "%" and not russian and not scale:
        return _joined(word, f"{digits}%")
    return _joined(word, digits, scale, unit_word)


def _joined(*parts: str) -> str:
    return NBSP.join(part for part in parts if part)


def _digits(value: Decimal, value_max: Decimal | None, russian: bool, scales: tuple[Scale, ...]) -> tuple[str, str]:
    """The digits and the word of their scale; a range whose ends differ in scale carries the first word inside."""
    word = 1 if russian else 2
    low = _scale(value, scales)
    if value_max is None:
        return _plain(value / low[0], russian), low[word]
    high = _scale(value_max, scales)
    if value == 0 or _fits(value, high):
        low = high
    first, last = _plain(value / low[0], russian), _plain(value_max / high[0], russian)
    if low is high:
        dash = "–" if value >= 0 and value_max >= 0 else " … "
        return f"{first}{dash}{last}", high[word]
    return f"{_joined(first, low[word])} – {last}", high[word]


def _scale(value: Decimal, scales: tuple[Scale, ...]) -> Scale:
    for scale in scales:
        least = THOUSANDS_FROM if scale[0] == 1000 else scale[0]
        if abs(value) >= least and _fits(value, scale):
            return scale
    return ONE


def _fits(value: Decimal, scale: Scale) -> bool:
    """Whether the number can be written in the scale without rounding and without a tail of digits."""
    if abs(value) * 10 < scale[0]:
        return False
    exponent = (value / scale[0]).normalize().as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= scale[3]


def _plain(number: Decimal, russian: bool) -> str:
    text = f"{abs(number):,f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    if russian:
        # «2500», but «25 000».
        whole = whole.replace(",", "" if len(whole) < 6 else NBSP)
    point = "," if russian else "."
    sign = "\N{MINUS SIGN}" if number < 0 else ""
    return f"{sign}{whole}{point}{fraction}" if fraction else f"{sign}{whole}"


def _russian(number: Decimal, forms: str, *, scaled: bool, governed: bool) -> str:
    """The word in the form that the number asks for: «24 млрд долларов», «1 доллар», «более 1 доллара»."""
    words = forms.split("|")
    if len(words) < 3:
        return words[0]
    if scaled:
        return words[2]
    if number != number.to_integral_value():
        return words[1]
    # «5 раз», but «1,5 раза»; after «более» the genitive: «более 2 лет», «более 1 года».
    tail, teens = abs(int(number)) % 10, 11 <= abs(int(number)) % 100 <= 14
    if tail == 1 and not teens:
        return words[1] if governed else words[0]
    if 2 <= tail <= 4 and not teens:
        return words[2] if governed else words[1]
    return words[2]
