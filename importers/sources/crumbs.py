"""The trail of rubrics above an article («Главная › Рынки › Медь») and the rubric that a page files it under."""

from __future__ import annotations

import re

from importers.sources import names
from importers.sources.tables import DOMAIN, key, match, outlet_named

STEP = re.compile(r"\s*[›»→>]+\s*|\s+/\s+|\s*\\\s*|\s+::\s+")
DASHED = re.compile(r"\s[–—-]\s|\s[•·]\s")  # parts a trail only where it begins at the front page
FRONT = rf"главная(?: страница)?|домой|на главную|home|басты бет|башкы бет|{DOMAIN}"
FIRST = re.compile(rf"(?:{FRONT}|новости)$", re.IGNORECASE)
NO_STEP = re.compile(rf"(?:{FRONT}|(?:все )?новости|лента новостей|лента|№.*)$", re.IGNORECASE)
NO_RUBRIC = re.compile(
    rf"(?:{FRONT}|главная\s.*|(?:все )?новости|лента новостей|лента|№.*|.*\bвыпуск|официальный сайт|пресс-релиз"
    r"|.*(?:служба|отдел|телефон|редакция|номер|стр|корр|обновлен[оа]|сайт|выходит|эфир)\b.*|.*\s(?:от|в|на))$",
    re.IGNORECASE,
)
STATED = re.compile(
    r"(?:раздел|рубрик[аи]|категори[яи]|в рубрике|в разделе|опубликовано в(?: рубрике| разделе)?|размещено в)\s?:?\s"
    r"(?P<rubric>[«\"]?(?-i:[А-ЯЁӘІҢҒҮҰҚӨҺA-Z])[^|:;,.#•·/]{2,38})$",
    re.IGNORECASE,
)


def steps(text: str) -> list[str]:
    """The steps of a trail; empty for any other line («Бишкек / АКИpress / …» is no trail, nor a table's heading)."""
    if len(text) > 250:
        return []
    text = text.strip("›»→>/\\ ")
    parts = [part.strip() for part in STEP.split(text) if part.strip()]
    if len(parts) < 2:
        parts = [part.strip() for part in DASHED.split(text)]
        if len(parts) < 3 or not FIRST.match(parts[0]) or parts[0].lower() == "новости":
            return []
    home = bool(FIRST.match(parts[0]))
    short = all(
        len(part.split()) <= 3
        and (part[0].isupper() or part[0] == "№")
        and not re.search(r"[\d.,:;!?«»|]", part.lstrip("№ 0123456789"))
        for part in parts
    )
    if "|" in text or any(part.endswith(".") for part in parts[:-1]):
        return []
    if home:
        return parts
    named = len(max(parts, key=len)) > 30 or any(names.person(part) for part in parts)
    return parts if short and len(parts) <= 4 and not named else []


def rubric(parts: list[str], title: str) -> str | None:
    """The highest rubric of a trail that is neither the site's front page nor the article itself."""
    own = [part for part in parts[:5] if not NO_STEP.match(part) and not title.startswith(part.rstrip(".… "))]
    return plain(own[0]) if own else None


def stated(text: str) -> str | None:
    """«Экономика» in «Рубрика: Экономика»."""
    found = STATED.match(text)
    return plain(found["rubric"].strip('«»" ')) if found else None


def beside_name(text: str) -> str | None:
    """«Рынки» in «ruda.info | Рынки | Медь»: two rubrics and more, for one is the name of the site."""
    own = [part for part in text.split(" | ") if not FIRST.match(part)]
    return plain(own[0]) if len(own) >= 2 and all(is_rubric(part) for part in own) else None


def is_rubric(text: str) -> bool:
    """Whether a short line or a part of the date's line can be a rubric."""
    return (
        1 <= len(text.split()) <= 4
        and 3 <= len(text) <= 40
        and text[0].isupper()
        and not re.search(r"[\d.,:;!?«»©_@#+]|[а-яё][А-ЯЁ]", text)
        and not names.persons(text)
        and key(text).lower() not in outlet_named()
        and not NO_RUBRIC.match(text)
        and not names.town(text)
        and not match("views", text)
        and not match("head", text)
        and not names.has_verb(text)
    )


def plain(text: str) -> str:
    """A rubric in ordinary letters: «ОБЩЕСТВО» is printed so by the style sheet; «ЕАЭС» is a name."""
    return text.capitalize() if text.isupper() and len(text) >= 5 else text


def uncounted(text: str) -> str:
    """«Экономика» in «Экономика 12»: how many comments the article has."""
    return re.sub(r"(?<=[а-яё])\s{1,3}\d{1,3}$", "", text)
