"""Names of authors as bylines and signatures print them: «Нурлан ЕСЕТОВ.», «С. Юнусов», «Татьяна Арестова»."""

from __future__ import annotations

import re
from functools import cache

import pymorphy3

LETTER = "А-ЯЁҚҒӘІҢӨҰҮҺЎҲҶӢӮ"
WORD = re.compile(rf"[{LETTER}][{LETTER.lower()}'’]{{1,25}}(?:-[{LETTER}][{LETTER.lower()}]{{1,25}})?")
CAPITALS = re.compile(rf"[{LETTER}'’]{{2,25}}(?:-[{LETTER}]{{2,25}})?")
INITIAL = re.compile(rf"[{LETTER}]\.")
# pymorphy3 knows few surnames of the region: «Рысмамбетов» comes out as a plural noun.
SURNAME = re.compile(
    r".{2,}(?:[оеё]ва?|ин(?:а|ов)?|ына?|[сц]кий|[сц]кая|енко|чук|ян|дзе|швили|улы|уулу|кызы|қызы|оглу|заде|ич|бай|бек|хан)",
    re.IGNORECASE,
)
# Places by which the press of the region files its news.
RUBRICS = (
    "Казахстан",
    "Узбекистан",
    "Кыргызстан",
    "Киргизия",
    "Таджикистан",
    "Туркменистан",
    "Россия",
    "Китай",
    "Азия",
)
SEPARATOR = re.compile(r"\s{0,3}[,/&;|]\s{0,3}|\s+и\s+")


@cache
def _morphology() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@cache
def _is_name(word: str) -> bool | None:
    """Whether a word can be a name; None where it is unknown and could be anything."""
    parses = _morphology().parse(word)
    if any({"Name", "Surn", "Patr"} & set(p.tag.grammemes) and "nomn" in p.tag for p in parses):
        return True
    if SURNAME.fullmatch(word):
        return True
    if word.endswith("е") and any("Name" in p.tag for p in parses):  # «Сауле» is no «Саул» in another case
        return None
    # «Фируз» is no genitive of many called Фируза.
    if any({"Name", "plur", "gent"} <= set(p.tag.grammemes) for p in parses):
        return None
    # «Ирина Хан», «Олег Пак»: the short surnames of Koreans are other words too.
    return False if _morphology().word_is_known(word) and len(word) > 4 else None


def town(text: str) -> bool:
    """Whether one word is the name of a place and no more: «Астана» before a date; «Казахстан» can be a rubric."""
    parses = _morphology().parse(text.rpartition("-")[2])
    return " " not in text and "Geox" in parses[0].tag and text not in RUBRICS


def known(word: str) -> bool:
    """Whether the dictionary has the word."""
    return bool(_morphology().word_is_known(word.lower()))


def has_verb(text: str) -> bool:
    """Whether one of the first words is, read alone, a verb: «Каратау вернётся к фосфоритам»."""
    return any(_is_verb(word.strip('«»"“”,.:;!?()').lower()) for word in text.split()[:12])


@cache
def means(word: str) -> bool:
    """Whether a word means something by itself, as «для», «который» and «если» do not."""
    return str(_morphology().parse(word)[0].tag.POS) not in ("PREP", "CONJ", "PRCL", "NPRO", "INTJ")


@cache
def _is_verb(word: str) -> bool:
    return len(word) > 2 and _morphology().parse(word)[0].tag.POS == "VERB"


def person(text: str) -> str | None:
    """The name in the nominative and in ordinary capitals, where the whole text is one person's name."""
    words = re.sub(r"(?<=\.)(?=\w)", " ", text.strip().strip(".").strip()).split()
    if not 2 <= len(words) <= 3 or not all(
        WORD.fullmatch(word) or CAPITALS.fullmatch(word) or INITIAL.fullmatch(word) for word in words
    ):
        return None
    full = [word for word in words if not INITIAL.fullmatch(word)]
    verdicts = [_is_name(word.lower()) for word in full]
    if not full or False in verdicts or True not in verdicts:
        return None
    return " ".join(word if INITIAL.fullmatch(word) else word.title() for word in words)


def persons(text: str) -> tuple[str, ...]:
    """The authors named in a byline; empty where its first part is no person's name."""
    if len(text) > 200:
        return ()
    named = [person(part) for part in SEPARATOR.split(_bare(text))]
    return tuple(name for name in named if name) if named and named[0] else ()


def _bare(text: str) -> str:
    """The text before «. Фото: …»; the point of an initial cuts nothing."""
    text = text.replace("\xa0", " ").strip()
    found = re.search(r"(?<!\b\w)\.\s|\s{2,}|\(|\s[|/–—-]\s|[.,]?\s?\b[Фф]ото\b", text)
    return text[: found.start()] if found else text
