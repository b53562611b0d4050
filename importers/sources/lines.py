"""What each line of a page is: chrome by its words, a date, a name, a headline of the tape, prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from importers.sources import crumbs, names
from importers.sources.dates import AROUND, CLOCK_FIRST, DAY, Stamp, stamp
from importers.sources.tables import DOMAIN, key, match, matches, outlet_named

# The order decides: a line that closes the page is no advertisement, «Источник: …» is no caption.
CHROME = (
    "comments", "end", "footer", "related_line", "related", "poll", "address", "byline", "caption", "share", "views",
    "ticker", "ad", "line", "credit", "head",
)  # fmt: skip
LONGEST_CHROME = 600  # characters; a longer line is text, whatever it begins with
MONEY = re.compile(
    r"(?<![a-z])(?:usd|eur|rub|kzt|kgs|uzs|tjs|tmt|azn|cny|btc|eth|xau|brent|wti)(?![a-z])|[$€₽₸¥£]", re.IGNORECASE
)
MOVES = re.compile("[▲▼↑↓]")  # «KASE 7 266 ▲0,39%   AIX QI 1 142 ▼0,2%»
DEGREES = re.compile(r"(?<!\d)[+−–-]\s?\d{1,2}(?![\d%]|[.,]\d)")
WEATHER = re.compile(r"(?:^|\s)[+−–-]?\d{1,2}\s?°\s?[CС]?\b", re.IGNORECASE)  # «Бишкек: −3 °C, небольшой снег»
NUMBER = re.compile(r"[+−–-]?\d[\d\s.,]*%?")
RULE = re.compile(r"[-–—_=★☆*~#•.·\s]{3,}")  # «---», «* * *»
OWN_DOMAIN = re.compile(
    rf"(?:(?:онлайн-|электронная |интернет-)версия|(?:наш |веб-)?сайт|портал)\s?[:—–-]\s?(?:www\.)?({DOMAIN})",
    re.IGNORECASE,
)
# «Алия Сарсенова, +7 714 200 00 00, press@zavod.kz»
CONTACT = re.compile(r"(?<=[\w.-])@[a-z0-9-]{2,40}\.[a-z]{2,8}\b|\+\d[\d ()-]{8,16}\d")
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_]{2,}")
MENU = re.compile(r"\s*[|›→•·\t]\s*|\s+»\s*|\s{2,}")
# «Новости Экономика Общество Спецпроекты»
RUBRICS = re.compile(r"(?:[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ-]{2,20}(?: |$)){4,14}")
LIST_MARK = re.compile(r"(?:[•●▪■–—*-]|\d{1,2}[.)])\s*\S")
SENTENCE_END = re.compile(r"[.;:][»”\"')\]]*$")
LOUD_END = re.compile(r"(?:[!?…]|\.{3})[»”\"')\]]*$")
PARTED = re.compile(r"\s{2,}|\s[|/•·]\s|\t")
PICTURE = re.compile("[\u25a0-\u27bf\U0001f1e6-\U0001faff]")
# «👍 45   🔥 12   👁 12.4K»
REACTIONS = re.compile("(?:[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\\s{0,3}\\d[\\d.,]{0,7}[kKкК]?\\s{0,8}){1,12}")
TEASER = re.compile(r"(?:…|\.{3})$")
# A row of a tape without its year: «22.07  Комбинат …».
DAY_FIRST = re.compile(r"(?P<day>[0-3]\d\.[01]\d)(?:\s{2,}(?=[А-ЯЁA-Z«\d])|\s(?:[–—-]\s)?(?=[А-ЯЁA-Z«]))")
NAMED_DOMAIN = re.compile(rf"({DOMAIN})\s[—–-]\s[^.!?]{{3,60}}", re.IGNORECASE)  # «metall.kz — руда и рынок»
ONLY_DOMAIN = re.compile(rf"(?:https?://)?(?:www\.)?({DOMAIN})/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty: its text without outer white space, what it is, how many empty lines stand before."""

    text: str
    kind: str
    gap: int = 0
    stamp: Stamp | None = None
    title: str | None = None  # the headline of another article
    value: str | None = None  # what a pattern's group caught

    @property
    def words(self) -> int:
        """How many words of two letters and more."""
        return len(WORD.findall(self.text[:1000]))

    @property
    def listed(self) -> bool:
        """Whether it begins as an item of a list does."""
        return bool(LIST_MARK.match(self.text))

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence ends."""
        return bool(SENTENCE_END.search(self.text[-6:]) or LOUD_END.search(self.text[-6:]))


def read_lines(text: str) -> list[Line]:
    """The lines of a page that hold something."""
    lines: list[Line] = []
    gap = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if not lines:  # a crawler's own mark: « date 2026-02-10  КРАСНЫЙ …»
            stripped = re.sub(r"^date \d{4}-\d\d-\d\d\s*", "", stripped)
        if not stripped:
            gap += 1
            continue
        lines.append(classify(stripped, gap))
        gap = 0
    return lines


def classify(text: str, gap: int = 0) -> Line:
    """The line with its kind."""
    if text.count("20") + text.count("19") >= 3 and len(DAY.findall(text[:5000])) >= 3 and _is_tape(text[:5000]):
        return Line(text, "tape", gap)
    if len(text) > LONGEST_CHROME:
        return Line(text, "prose" if is_prose(text) else "short", gap)
    return replace(_short(text), gap=gap)


@lru_cache(maxsize=8192)  # the chrome of a host comes again with each of its pages
def _short(text: str) -> Line:
    if RULE.fullmatch(text):
        return Line(text, "line")
    for kind, found in matches(CHROME, text):
        if chrome := _chrome(kind, found, text):
            return chrome
    if len(text) > 250 and is_prose(text):
        return Line(text, "prose")
    if len(text) <= 160 and CONTACT.search(text) and not is_prose(text):
        return Line(text, "line")
    return _meta(text) or Line(text, "prose" if is_prose(text) else "short")


def _meta(text: str) -> Line | None:
    """What a line is by its shape: counts, a masthead, rates, a row of a tape, a date, a number, a menu, a name."""
    parts = PARTED.split(text)
    if 2 <= len(parts) <= 8 and all(
        match("views", each) or match("share", each) or match("line", each) for each in parts
    ):
        return Line(text, "views")
    if len(text) <= 100 and WEATHER.search(text) and not is_prose(text) and not names.has_verb(text):
        return Line(text, "ticker", stamp=stamp(text))
    if REACTIONS.fullmatch(text):
        return Line(text, "views")
    if ONLY_DOMAIN.fullmatch(text) or key(text).lower() in outlet_named():
        return Line(text, "masthead")
    if len(parts) == 2 and ONLY_DOMAIN.fullmatch(parts[1].strip()) and names.persons(parts[0]):
        return Line(text, "byline", value=parts[0])  # «Лейла Асанова / Kapital.Asia»
    labelled = OWN_DOMAIN.fullmatch(text) or NAMED_DOMAIN.fullmatch(text)
    if named := labelled[1] if labelled else _named_outlet(parts):
        return Line(text, "masthead", value=named)
    if crumbs.steps(text):
        return Line(text, "crumbs")
    if DIGIT.search(text):
        if rates := _rates(text):
            return Line(text, rates, stamp=stamp(text))
        if (short_day := DAY_FIRST.match(text)) and len(WORD.findall(text)) >= 2 and not is_prose(text):
            return Line(text, "dayed", title=text[short_day.end() :].strip(), value=short_day["day"])
        clock = CLOCK_FIRST.match(text)
        if clock and len(WORD.findall(text)) >= 2 and not DAY.match(text, clock.end()):
            told = text[clock.end() :]
            if len(told) >= 50 and is_prose(told) and told.endswith((".", ".»")):  # an entry of a live report
                return Line(text, "prose")
            return Line(text, "clocked", title=text[clock.end() :].strip(), value=clock["clock"])
        if dated := _dated(text):
            return dated
        if NUMBER.fullmatch(text):
            return Line(text, "number")
    if menu := _menu(text):
        return Line(text, menu)
    if RUBRICS.fullmatch(text) and not names.has_verb(text):
        return Line(text, "menu")
    return Line(text, "person") if len(text) <= 80 and text[0].isupper() and names.persons(text) else None


def _named_outlet(parts: list[str]) -> str | None:
    """The domain in a masthead of a few parts: «Горный день | gornyden.kz»."""
    found = [named[1] for part in parts if (named := ONLY_DOMAIN.fullmatch(part.strip()))]
    words = sum(len(part.split()) for part in parts)
    alone = (
        len(found) == 1 and 2 <= len(parts) <= 4 and words <= 12 and not re.search(r"\d{1,2}[ .:]\S", " ".join(parts))
    )
    return found[0] if alone and not DAY.search(" ".join(parts)) else None


def is_prose(text: str) -> bool:
    """Whether a line reads as sentences rather than as a headline."""
    words = len(WORD.findall(text[:1000]))
    tail = text[-6:]
    return words >= 5 and (
        len(text) >= 200
        or bool(PICTURE.match(text) and words >= 6)  # the items of a channel: «🇰🇿 Комбинат добыл …», no full stop
        or bool(SENTENCE_END.search(tail) and not TEASER.search(tail))
        or (len(text) >= 100 and bool(LOUD_END.search(tail)))
    )


def _chrome(kind: str, found: re.Match[str], text: str) -> Line | None:
    groups = found.groupdict()
    if kind == "related_line":
        return Line(text, kind, title=text.rstrip("*_ \t|")[-len(groups["title"]) :] if groups["title"] else None)
    if kind == "ticker":
        return Line(text, kind, stamp=stamp(text))
    if kind == "byline":
        authors = text[text.find(groups["author"][:12]) :] if groups["author"][:12] in text else groups["author"]
        return Line(text, kind, stamp=stamp(text), value=authors) if names.persons(authors) else None
    value = groups.get("via") or groups.get("url")
    return Line(text, kind, value=value)


def _rates(text: str) -> str | None:
    """`ticker` for rates and temperatures in a row, `rate` for a single one."""
    codes = {code.lower() for code in MONEY.findall(text)}
    degrees = len(DEGREES.findall(text))
    numbers = len(re.findall(r"\d[\d.,]*", text))
    others = len(WORD.findall(MONEY.sub(" ", text)))
    moves = len(MOVES.findall(text))
    if (
        (len(codes) >= 2 and numbers >= 2 and others <= max(3, numbers // 2))
        or (degrees >= 3 and others <= degrees + 1)
        or (moves >= 2 and numbers >= 2 and others <= 3 * moves)
    ):
        return "ticker"
    return "rate" if codes and numbers and others <= 1 and len(text) <= 30 else None


def _menu(text: str) -> str | None:
    """`menu` for words in a row; `spaced` where only spaces part them, which a table's row has too."""
    parts = [part for part in MENU.split(text) if part]
    if len(parts) < 3 or any(len(part) > 40 or part.endswith((".", ";")) for part in parts[:-1]):
        return None
    return "menu" if re.search(r"[|›→]", text) else "spaced"


def _dated(text: str) -> Line | None:
    if len(text) > 250 or (is_prose(text) and len(PARTED.split(text)) < 3) or not (found := stamp(text)):
        return None
    tail = text[found.stop :].strip(" \t\xa0|/,–—-")
    rest = [part for part in found.rest if not match("views", part) and re.search(r"[^\W\d_]", part)]
    words = sum(len(part.split()) for part in rest)
    signed = any(names.persons(part) or ONLY_DOMAIN.fullmatch(part) for part in rest)
    lead = text[: found.start].strip(" \t\xa0|/,–—-·•")
    lead = AROUND.sub("", lead).strip(" :,|/")  # «Фируз Каримов Дата публикации: 11:02, 03 февраля, 2025»
    if DAY.search(lead):  # «Статья поступила 02.09.2025. Опубликована 15.10.2025»
        lead = ""
    # «Что решили в Астане 12 ноября 2025» is a headline, of this article or another.
    told = len(lead.split()) >= 4 and not match("byline", lead) and not lead.startswith("№")
    if told and not PARTED.search(lead) and not names.persons(lead.rpartition(" - ")[2]):
        return Line(text, "short", stamp=found, title=lead)
    alone = (
        not PARTED.search(tail)
        and not DAY.search(tail)
        and not any(match(kind, tail) for kind in ("views", "byline", "line"))
    )
    if found.start <= 1 and alone and len(tail.split()) >= 4 and not signed:
        return Line(text, "dated", stamp=found, title=tail)
    beside = tail if found.start <= 1 and alone else lead if found.stop >= len(text) - 1 else ""
    title = beside if len(WORD.findall(beside)) >= 2 else None  # in a list of other news, a headline
    return Line(text, "date", stamp=found, title=title) if words <= 7 and len(rest) <= 4 else None


def _is_tape(text: str) -> bool:
    """Headlines and dates run together: «… при ООН 08 Марта 2026 г., 00:35В Баку …»."""
    glued = sum(
        1 for hit in DAY.finditer(text) if re.match(r"[\s,]*(?:[012]?\d:[0-5]\d)?[А-ЯЁA-Z«]", text[hit.end() :][:12])
    )
    return glued >= 2
