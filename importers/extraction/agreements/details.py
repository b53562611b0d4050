"""When, where and what about: the date, place, minerals and subject of an agreement from its clause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from importers.extraction import lists, morph
from importers.extraction.agreements.parties import explicit
from importers.extraction.dates import Period
from importers.extraction.segment import Token
from importers.extraction.text import Line, Text

DURATION = frozenset({"до", "на", "с", "к", "по", "через", "конца", "начала", "от"})
PAPER_OF = "от"  # «соглашение от 5 мая 2024 года»
TOLD_AFTER = lists.stems("agreements: dates the act")
OPENING = 5  # words of the next sentence among which it says what it dates
DAYS = {"сегодня": 0, "вчера": 1, "накануне": 1, "позавчера": 2}
WEEKDAYS = {
    "понедельник": 0,
    "вторник": 1,
    "среду": 2,
    "четверг": 3,
    "пятницу": 4,
    "субботу": 5,
    "воскресенье": 6,
}
SPOKEN = 8  # tokens around the act among which «вчера» stands
ABOUT_REACH = 12  # tokens after the noun within which «о …» begins
IN = frozenset({"в", "во"})
WHOLE_DAY = 10
DATES = (7, WHOLE_DAY)  # letters of a month and of a day
NEAR, LEAD = 3, 1  # sentences: how far above, and how many of the first, an event is looked for
EVENTS = lists.stems("agreements: event")
HAPPENED = lists.stems("agreements: event was")
EARLIER = lists.words("agreements: another day")


def when(text: Text, line: Line, at: int, planned: bool = False, within: tuple[int, int] = (0, 0)) -> str | None:
    """The date of the act at token `at`: the nearest period that is no term or deadline, one `within` first."""
    fitting = []
    for period in line.periods:
        before = [t.key for t in line.tokens[max(0, period.first - 2) : period.first]]
        if (
            "/" in period.edtf
            or (period.by and not planned)
            or (before and before[-1] in DURATION and not (before[-1] == PAPER_OF and len(period.edtf) == WHOLE_DAY))
            or "до" in before
        ):
            continue
        if _elsewhere(line, period, at):
            continue
        fitting.append(period)
    own = [p for p in fitting if within[0] <= p.first < within[1]] or fitting
    if own:
        return min(own, key=lambda p: min(abs(p.first - at), abs(p.last - at))).edtf
    return None if text.published is None or planned else _days_ago(line, at, date.fromisoformat(text.published))


def _days_ago(line: Line, at: int, published: date) -> str | None:
    """The day that «вчера» or «в понедельник» near token `at` means, counted back from the day of publication."""
    for index in range(max(0, at - SPOKEN), min(len(line.tokens), at + SPOKEN)):
        key = line.tokens[index].key
        if key in DAYS:
            return (published - timedelta(days=DAYS[key])).isoformat()
        if key in WEEKDAYS and index and line.tokens[index - 1].key in IN:
            return (published - timedelta(days=(published.weekday() - WEEKDAYS[key]) % 7)).isoformat()
    return None


def of_event(text: Text, line: Line, status: str) -> str | None:
    """The day of the meeting at which it happened, told before or, in news of it, in the lead."""
    if status == "planned" or any(t.key in EARLIER for t in line.tokens):
        return None
    above = text.lines[max(0, line.index - NEAR) : line.index]
    for other in (*reversed(above), *text.lines[: min(LEAD + 1, line.index)]):
        if not (
            any(t.key.startswith(EVENTS) for t in other.tokens)
            and any(t.key.startswith(HAPPENED) for t in other.tokens)
        ):
            continue
        near = other.sentence.paragraph == line.sentence.paragraph
        day = next((p.edtf for p in other.periods if len(p.edtf) in DATES[0 if near else 1 :] and not p.by), None)
        if day and (near or _is_news(text, day)):
            return day
    return None


def told_after(text: Text, line: Line) -> Line | None:
    """The next sentence where it only dates the signing: «Подписи поставили 16 января в Душанбе»."""
    if line.index + 1 >= len(text.lines):
        return None
    following = text.lines[line.index + 1]
    opens = any(t.key.startswith(TOLD_AFTER) for t in following.tokens[:OPENING])
    return following if opens and not explicit(following, text.lexicon) else None


def _is_news(text: Text, day: str) -> bool:
    """Whether the article came out within a week of that day."""
    if not text.published:
        return False
    passed = date.fromisoformat(text.published[:WHOLE_DAY]) - date.fromisoformat(day)
    return timedelta(0) <= passed <= timedelta(days=7)


def _elsewhere(line: Line, period: Period, at: int) -> bool:
    """Whether the period dates another verb: «создано в 2019 году, с тех пор получило лицензию»."""
    tokens = line.tokens
    first = next((i + 1 for i in range(period.first - 1, -1, -1) if tokens[i].text in ",;:"), 0)
    last = next((i for i in range(period.last, len(tokens)) if tokens[i].text in ",;:"), len(tokens))
    if first <= at < last:
        return False
    return any(
        morph.parses(t.text.lower())[0].tag.POS in {"VERB", "PRTS"}
        for t in tokens[first:last]
        if t.is_word and not t.capital
    )


def place(line: Line) -> str | None:
    """The city in which it happened, in the nominative: «в Нью-Йорке», «в Париже»."""
    for index in range(1, len(line.tokens)):
        token = line.tokens[index]
        if token.is_word and token.capital and line.tokens[index - 1].key in IN:
            city = _city(token.text)
            mention = next((m for m in line.mentions if m.first <= index < m.last), None)
            widens = mention is not None and (
                mention.last - mention.first > 1 or mention.kind not in {"region", "country"}
            )
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


def minerals(line: Line, first: int, last: int, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """The minerals of the clause, or of the sentence; `otherwise` where neither names any."""
    found = [m for m in line.of("mineral") if first <= m.first < last] or list(line.of("mineral"))
    return tuple(dict.fromkeys(m.key for m in found if len(m.keys) == 1)) or otherwise


def only_mineral(lines: Sequence[Line]) -> tuple[str, ...]:
    """The mineral of lines that name just one."""
    named = {m.key for line in lines for m in line.of("mineral") if len(m.keys) == 1}
    return tuple(named) if len(named) == 1 else ()


def _field(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].key in {"сфере", "области"}


def subject(line: Line, last: int) -> str | None:
    """What the agreement is about: the words after «о», «об» or «по», up to the end of the clause."""
    tokens = line.tokens
    near = range(last, min(len(tokens), last + ABOUT_REACH))
    start = next((i for i in near if tokens[i].key in {"о", "об"}), None)
    if start is None:
        start = next((i for i in near if tokens[i].key == "по" or (tokens[i].key == "в" and _field(tokens, i))), None)
    if start is None:
        return None
    end = start
    while end < len(tokens) and not (
        tokens[end].text in ",;:.!?" or (tokens[end].kind == "mark" and tokens[end].key == "-")
    ):
        if end > start and str(morph.parses(tokens[end].text.lower())[0].tag.POS) == "VERB" and not tokens[end].capital:
            break
        end += 1
    pointing = (
        end == start + 2 and str(morph.parses(tokens[start + 1].key)[0].tag.POS) == "NPRO"
    )  # «соглашение об этом»
    return line.span(start, end).quote if end > start + 1 and not pointing else None
