"""When, where and what about: the date, place, minerals and subject of an agreement from its clause."""

from __future__ import annotations

from datetime import date, timedelta

from importers.extraction import morph
from importers.extraction.dates import Period
from importers.extraction.text import Line, Text

DURATION = frozenset({"до", "на", "с", "к", "по", "через", "конца", "начала"})
DAYS = {"сегодня": 0, "вчера": 1, "накануне": 1, "позавчера": 2}
IN = frozenset({"в", "во"})
WHOLE_DAY = 10
OPENING = 6
OUTCOME = ("итог", "ход", "рамк", "пол", "результат", "завершени")
EVENTS = ("саммит", "встреч", "визит", "форум", "переговор", "церемони", "заседани", "конференци", "поездк")


def when(text: Text, line: Line, at: int, planned: bool = False) -> str | None:
    """The date of the act at token `at`: the nearest period of the sentence that is neither a term nor a deadline."""
    fitting = []
    for period in line.periods:
        before = [t.key for t in line.tokens[max(0, period.first - 2) : period.first]]
        if "/" in period.edtf or (period.by and not planned) or any(key in DURATION for key in before[-1:]) or "до" in before:
            continue
        if _elsewhere(line, period, at):
            continue
        fitting.append(period)
    if fitting:
        return min(fitting, key=lambda p: min(abs(p.first - at), abs(p.last - at))).edtf
    told = next((DAYS[t.key] for t in line.tokens[max(0, at - 8) : at + 8] if t.key in DAYS), None)
    if told is not None and text.published:
        return (date.fromisoformat(text.published[:WHOLE_DAY]) - timedelta(days=told)).isoformat()
    return None


def of_event(text: Text, line: Line) -> str | None:
    """The day of the meeting at which it happened: «по итогам переговоров», «в ходе визита» after a sentence that dates it."""
    opening = [t.key for t in line.tokens[:OPENING]]
    if not any(key.startswith(OUTCOME) for key in opening) or not any(key.startswith(EVENTS) for key in opening):
        return None
    for other in reversed(text.lines[max(0, line.index - 3) : line.index]):
        if any(t.key.startswith(EVENTS) for t in other.tokens):
            day = next((p.edtf for p in other.periods if len(p.edtf) == WHOLE_DAY), None)
            if day:
                return day
    return None


def _elsewhere(line: Line, period: Period, at: int) -> bool:
    """Whether the period dates another verb: «создано в 2019 году, с тех пор получило лицензию»."""
    low, high = min(period.first, at), max(period.last, at)
    commas = [i for i in range(low, high) if line.tokens[i].text in ",;:"]
    if not commas:
        return False
    clause = line.tokens[commas[-1] : high] if period.first > at else line.tokens[: commas[0]]
    return any(morph.parses(t.text.lower())[0].tag.POS in {"VERB", "PRTS"} for t in clause if t.is_word and not t.capital)


def place(line: Line) -> str | None:
    """The city in which it happened, in the nominative: «в Нью-Йорке», «в Париже»."""
    for index in range(1, len(line.tokens)):
        token = line.tokens[index]
        if token.is_word and token.capital and line.tokens[index - 1].key in IN:
            city = _city(token.text)
            mention = next((m for m in line.mentions if m.first <= index < m.last), None)
            widens = mention is not None and (mention.last - mention.first > 1 or mention.kind not in {"region", "country"})
            country = mention is not None and mention.kind == "country" and mention.form != "capital"
            if city and not widens and not country:
                return city
    return None


def _city(word: str) -> str | None:
    for parse in morph.parses(word.lower()):
        if "Geox" in parse.tag and parse.tag.case == "loct" and parse.tag.POS == "NOUN":
            named = parse.inflect({"nomn"})
            return "-".join(part.capitalize() for part in named.word.split("-")) if named else None
    return None


def minerals(text: Text, line: Line, first: int, last: int, widen: bool) -> tuple[str, ...]:
    """The minerals of the clause; with `widen`, the article's only mineral where the clause names none."""
    found = [m for m in line.of("mineral") if first <= m.first < last] or list(line.of("mineral"))
    keys = tuple(dict.fromkeys(m.key for m in found if len(m.keys) == 1))
    if keys or not widen:
        return keys
    for lines in (text.paragraph(line), text.lines):
        around = {m.key for other in lines for m in other.of("mineral") if len(m.keys) == 1}
        if len(around) == 1:
            return tuple(around)
    return ()


def subject(line: Line, last: int) -> str | None:
    """What the agreement is about: the words after «о», «об» or «по» that follow the noun, up to the end of the clause."""
    tokens = line.tokens
    start = next((i for i in range(last, min(len(tokens), last + 8)) if tokens[i].key in {"о", "об"}), None)
    if start is None:
        return None
    end = start
    while end < len(tokens) and not (tokens[end].text in ",;:.!?" or (tokens[end].kind == "mark" and tokens[end].key == "-")):
        if end > start and str(morph.parses(tokens[end].text.lower())[0].tag.POS) == "VERB" and not tokens[end].capital:
            break
        end += 1
    return line.span(start, end).quote if end > start + 1 else None
