"""Whom a page credits: the outlet that it belongs to, and the agency or outlet that it took the news from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from importers.sources.lines import Line
from importers.sources.tables import DOMAIN, Publisher, key, match, outlet_named, outlets

MEDIUM = (
    r"(?:информ|теле|радио|фото)?(?:агентств|издани|газет|портал|журнал|канал|корреспондент|ресурс|еженедельник|сайт)"
    r"[а-яё]{0,4}|ИА|МИА|НИА|РИА(?! Новости)|(?:информационн|новостн|делов|американск|британск"
    r"|казахстанск|российск|узбекск|кыргызск|киргизск|таджикск|китайск|местн|отраслев|наш)[а-я]{0,3}"
    r"|интернет-[а-я]{4,12}|медиа|сообщени[ея]|[Tt]elegram-канал[а-я]{0,2}|телеграм-канал[а-я]{0,2}"
)
LATIN = r"[A-Z][\w&.’'-]{0,25}(?:\s(?:of|the|and|[A-Z][\w&.’'-]{0,25})){0,4}"
PLAIN = r"[А-ЯЁ][\w-]{2,20}(?:\s[А-ЯЁ][\w-]{2,20}){0,2}"
NAMED = (
    rf"(?:(?P<domain>(?<![\w@.-])(?i:www\.)?(?i:{DOMAIN}))|[«\"“](?P<quoted>[^«»\"“”]{{2,50}})[»\"”]"
    rf"|(?P<latin>{LATIN})|(?P<plain>{PLAIN}))"
)
MEDIA = rf"(?P<medium>(?:(?:{MEDIUM})\s){{0,3}})"
# «передаёт Орда», «пишет Forbes»: verbs that the press keeps for the press; a company or a minister «сообщает» too.
PRESS_VERB = r"переда[её]т|передают|пишет|пишут|информирует|приводит|цитирует"
SAID_VERB = r"сообща[ею]т|уточняет|отмечает|(?:сообщил|узнал|передал|написал|выяснил)[аио]?"
CITED = re.compile(rf"(?i:со ссылкой на|цитата по|по сообщени[юям]{{1,2}})\s{MEDIA}{NAMED}")
PRESS_SAYS = re.compile(rf"(?i:\b(?:{PRESS_VERB}))\s{MEDIA}{NAMED}")
SAYS = re.compile(rf"(?i:\b(?:{SAID_VERB}))\s{MEDIA}{NAMED}")
WROTE_FOR = re.compile(
    r"(?i:\bв\s(?:стать|колонк|материал|интервью|комментари|публикаци|обзор|эфир)[а-яё]{0,3})\s(?:для\s)?"
    rf"{MEDIA}{NAMED}"
)
# «Душанбе. 21 января. «Азия-Плюс» - …», «АСТАНА. КАЗИНФОРМ – …», «БИШКЕК, 26 мар — РИА Новости/Прайм. …», «Tazabek - …»
DATELINES = (
    re.compile(
        rf"[А-ЯЁ][А-ЯЁа-яё-]{{2,20}}[.,]?\s(?:[^.«]{{0,30}}[.,]?\s)?"
        rf"[«\"]?(?P<name>{PLAIN}|[A-Z][\w.]{{2,20}})[»\"]?\s?[.:]?\s?[–—-]\s"
    ),
    re.compile(rf"[А-ЯЁ-]{{3,20}}, \d{{1,2}} [а-я]{{3,8}}\.?\s?[–—-] (?P<name>{PLAIN})[./]"),
    re.compile(r"(?P<name>[A-Z][\w.]{2,20}|[А-ЯЁ]{3,20}) [–—-] (?=[А-ЯЁ«])"),
)
# «Источник: собкор» credits nobody else.
OWN = re.compile(r"(?:соб|собственн|наш|редакци|открыт[ыа]|интернет|сми\b|соцсет|пресс-релиз)", re.IGNORECASE)
BESIDE_NAME = re.compile(r"[^,«]{5,60},\s(?:корреспондент |ИА |газета |журнал |портал )?«(?P<name>[^«»]{2,40})»\.?")
PREFIX = re.compile(r"(?P<name>[\w. -]{2,30}):\s\S")
# «со ссылкой на Kaz Minerals plc» credits a company.
COMPANY = re.compile(
    r"\b(?:ltd|inc|corp|plc|llc|group|mining|minerals|gold|resources|holding|capital|metals|energy|company|copper|bank)\b",
    re.IGNORECASE,
)
# Lines that tell an outlet's own address, and those that tell somebody else's.
PARTICULARS = re.compile(
    r"@|\bсайт\b|\bwww\.|газет|журнал|издани|редакци|вестник|еженедельник|портал|агентств|©|e-?mail|почт|архив",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"источник|фото|по материалам|по данным|разработ|дизайн|создан|powered|хостинг|читайте|подробн|реклама на|сообщает",
    re.IGNORECASE,
)
ADDRESS = re.compile(rf"(?<![\w.@-])(?:[\w.+-]{{1,40}}@)?(?:www\.)?{DOMAIN}(?![\w@.-]*@)", re.IGNORECASE)
COMMON = re.compile(
    r"^(?:gmail|mail|inbox|list|bk|yandex|ya|rambler|yahoo|hotmail|outlook|icloud|facebook|fb|instagram|twitter|x|vk|ok"
    r"|youtube|tiktok|linkedin|whatsapp|telegram|google|play\.google|apps\.apple|apple|dzen|zero|liveinternet|metrika)\."
)
WITH_DOMAIN = re.compile(r"[a-zA-Z0-9]\.[a-zA-Z]{2}|\.рф")
CASE_ENDINGS = re.compile(r"[аяуюыиейьъо]{1,2}$|ом$|ем$|ой$|ах$|ях$|ам$|ям$|ов$", re.IGNORECASE)


def publisher(name: str) -> Publisher | None:
    """The row of sources.tsv under a name, in the nominative or another case («Орду», «Ведомостей»)."""
    folded = key(name).lower().removeprefix("www.")
    if folded in outlet_named():
        return outlet_named()[folded]
    stem = _stem(folded)
    return _stems().get(stem) if len(stem) > 2 else None


@cache
def _stems() -> dict[str, Publisher]:
    """The outlets by their names without case endings, the first of a stem."""
    return {_stem(name): row for name, row in reversed(outlet_named().items())}


def _stem(name: str) -> str:
    return " ".join(CASE_ENDINGS.sub("", word) if re.search("[а-я]", word) else word for word in name.split())


def _credited(found: re.Match[str], loose: bool) -> str | None:
    """The name that a phrase credits; an unknown one counts beside «издание» or, `loose`, after a verb of the press."""
    groups = found.groupdict()
    if domain := groups["domain"]:
        return domain.removeprefix("www.")
    medium = bool(groups["medium"].strip())
    if name := groups["quoted"] or groups["latin"]:
        name = name.rstrip(".,")
        known = publisher(name)
        if known or medium or (loose and not COMPANY.search(name)):
            return _nominative(name, known)
        return None
    words = groups["plain"].split()
    for count in range(len(words), 0, -1):
        if known := publisher(" ".join(words[:count])):
            return _nominative(" ".join(words[:count]), known)
    return words[0] if medium and len(words) == 1 else None


def _nominative(name: str, known: Publisher | None) -> str:
    if not known or any(key(name).lower() == key(each).lower() for each in known.names):
        return name
    stem = _stem(key(name).lower())
    return next((each for each in known.names if _stem(key(each).lower()) == stem), name)


def credited(paragraphs: Sequence[str]) -> Iterable[str]:
    """Names that the text credits, the surest phrase first: the opening paragraphs, then the last."""
    edges = [*paragraphs[:3], *paragraphs[3:][-1:]]
    edges = [text.replace("РИА «Новости»", "РИА Новости") for text in edges]
    texts = [text[:2000] for text in edges] + [text[-600:] for text in edges if len(text) > 2000]
    for phrase, loose in ((CITED, True), (PRESS_SAYS, True), (SAYS, False), (WROTE_FOR, True)):
        for text in texts:
            yield from filter(None, (_credited(found, loose) for found in phrase.finditer(text)))
    for dateline in DATELINES:
        if texts and (found := dateline.match(texts[0][:160])) and (known := publisher(found["name"])):
            yield known.names[0]


def of_byline(lines: Sequence[Line], head: Sequence[Line]) -> Iterable[str]:
    """«Азия-Курьер» in «Нозим Шарипов, «Азия-Курьер»», unless the page's own masthead says so."""
    own = " ".join(line.text.lower() for line in head[:6])
    initials = {"".join(word[0] for word in line.text.lower().split()) for line in head[:6]}
    for line in lines:
        text = line.value if line.kind == "byline" else line.text if line.kind == "person" else None
        found = BESIDE_NAME.fullmatch(text.strip()) if text and len(text) <= 160 else None
        if found and found["name"].lower() not in own and found["name"].lower() not in initials:
            yield found["name"]


def quoted(name: str, paragraphs: Sequence[str]) -> bool:
    """Whether the text quotes a name as another's («пишет Ruda.kz»); an outlet «сообщает» and «передаёт» of itself."""
    said = re.compile(
        r"(?:пишет|пишут|ссылк[а-яё]{1,2} на|приводит|цитирует|по данным|опубликован[а-яё]{0,2})"
        rf"\s(?:[а-яё-]{{2,20}}\s){{0,3}}[«\"]?{re.escape(name)}",
        re.IGNORECASE,
    )
    return any(said.search(text[:2000]) for text in [*paragraphs[:3], *paragraphs[3:][-1:]])


def nominative(name: str) -> str:
    """«Азия-Курьер» of «Азия-Курьером»: what «подготовлен» leaves in the instrumental."""
    return re.sub(r"(?<=[бвгджзйклмнпрстфхцчшщ])(?:ом|ем)$", "", name) if " " not in name else name


def prefixed(line: str, title: str) -> str | None:
    """«Ведомости» in «Ведомости: заголовок», on a line that repeats the title or in the title itself."""
    found = PREFIX.match(line)
    if not found or not (line == title or line.endswith(title)):
        return None
    if known := publisher(found["name"]):
        return _nominative(found["name"], known)
    return found["name"].strip() if line != title and len(found["name"].split()) <= 3 else None


def owner(lines: Sequence[Line], around: Sequence[Line], top: Sequence[Line] = ()) -> str | None:
    """The outlet's domain by the page's own word: the clause on use, a masthead, the `top` lines, a footer's name."""
    for line in lines:
        if len(line.text) <= 600 and WITH_DOMAIN.search(line.text) and (found := match("owner", line.text)):
            return _domain(found["domain"])
    for line in around:
        if line.kind == "crumbs" and (found := re.match(DOMAIN, line.text, re.IGNORECASE)):
            return _domain(found[0])
        if line.kind == "masthead":
            known = outlet_named().get(key(line.text).lower())
            return known.domain if known else _domain(line.value or line.text)
        if line.kind == "date" and line.stamp:
            for part in line.stamp.rest:
                if (known := outlet_named().get(key(part).lower())) and known.kind == "outlet":
                    return known.domain
                if re.fullmatch(DOMAIN, part, re.IGNORECASE):
                    return _domain(part)
    for line in around:
        if domain := _stated(line, sure=line in top):
            return domain
    footer = " ".join(line.text for line in around if "©" in line.text)
    return next(
        (row.domain for row in outlets() for name in row.names if name.isascii() and len(name) > 4 and name in footer),
        None,
    )


def _stated(line: Line, sure: bool) -> str | None:
    """The one domain of a line with the outlet's particulars: «Газета «Горняк», www.gornyak.kz», «info@gornyak.kz»."""
    kinds = ("ad", "footer", "head", "line", "masthead", "short", *(("menu", "spaced") if sure else ()))
    if line.kind not in kinds or len(line.text) > 400:
        return None
    if not WITH_DOMAIN.search(line.text) or OTHERS.search(line.text):
        return None
    if not sure and line.kind not in ("footer", "ad") and not PARTICULARS.search(line.text):
        return None
    found = {_domain(each[0].rpartition("@")[2]) for each in ADDRESS.finditer(line.text)}
    own = {each for each in found if not COMMON.search(each)}
    return own.pop() if len(own) == 1 else None


def _domain(text: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", text.lower()).rstrip("/")
