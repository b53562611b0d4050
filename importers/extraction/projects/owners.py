"""Who owns, runs, builds or funds an undertaking: in its sentences, those that go on, its sub-heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from importers.extraction import lists, naming
from importers.extraction.fold import fold
from importers.extraction.mentions import Mention
from importers.extraction.projects.scope import Scope
from importers.extraction.projects.sightings import Sighting, Undertaking
from importers.extraction.proper import OPENING, quoted, surface
from importers.extraction.text import Line

# Bodies that regulate, report or lend an expert; never owners.
OFFICES = lists.stems("projects: no owner")
CREDITED = lists.stems("projects: credited")
REPORTING = lists.stems("projects: reporting")
SUBJECTS = lists.stems("projects: firm as subject")
HOLDING = lists.stems("projects: holding or building")
CLOSE = 3  # paragraphs after the last mention in which an article about one undertaking still tells whose it is
OFTEN = 3  # mentions that make a firm what the article is about
OPENS = 2  # tokens before the firm with which an article opens: a legal form and a quotation mark
LEADING = 2  # sentences before the first sighting that may say whose it is


def organisations(scope: Scope, one: Undertaking) -> tuple[str, ...]:
    """The keys of who owns, runs, builds or funds it, each once.

    Said in its own sentences; where the text goes on, by a word of holding or building. Where nobody is said there,
    the firm that its paragraph, its sub-heading or the whole article is about.
    """
    own = [m.key for line in one.lines.values() for m in _said(scope, one, line)]
    own += [name for line in one.lines.values() for name in _agents(scope, one, line)]
    own += [m.key for line in _going_on(scope, one) for m in _said(scope, one, line)]
    if scope.single or not own:
        own += [m.key for line in scope.before(one)[:LEADING] for m in _owners(line)]
    own = own or _subject_before(scope, one) or _leading(scope, one) or _section_owner(scope, one)
    return tuple(dict.fromkeys(own or _protagonist(scope, one)))


def told_in(scope: Scope, one: Undertaking) -> tuple[Line, ...]:
    """The sentences in which its firms are looked for, each once, in order."""
    lines = (*one.lines.values(), *_going_on(scope, one), *scope.paragraph(one.sightings[0].line))
    return tuple({line.index: line for line in sorted(lines, key=lambda line: line.index)}.values())


def _said(scope: Scope, one: Undertaking, line: Line) -> Iterator[Mention]:
    """The organisations of a sentence that stand nearest to this undertaking and are not the thing itself."""
    called = {s.key for s in one.sightings}  # СП «Инкай» digs Инкай and does not own it
    for mention in _owners(line):
        itself = any(_is_itself(s, mention) for s in scope.around(one, line))
        joint = mention.first and line.tokens[mention.first - 1 - (line.tokens[mention.first - 1].text in '«"')].key
        itself = itself or _own_name(mention.name) in called or (joint == "сп" and mention.key in called)
        if not itself and scope.is_nearest(one, line, mention.first):
            yield mention


def _going_on(scope: Scope, one: Undertaking) -> Iterator[Line]:
    """The sentences after it that speak of holding or building; only close ones, and none of what is over."""
    paragraphs = {line.sentence.paragraph for line in one.lines.values()}
    for line in scope.after(one):
        gone = min(abs(line.sentence.paragraph - p) for p in paragraphs)
        holding = any(t.key.startswith(HOLDING) for t in line.tokens)
        spoken = line.tokens[0].text in OPENING and not any(m.first == 1 for m in line.of("organisation"))
        follows = not gone and not spoken
        former = line.tokens[0].key == "до" and line.periods
        if follows or (holding and not former and gone <= (CLOSE if scope.single else 0)):
            yield line


def _agents(scope: Scope, one: Undertaking, line: Line) -> Iterator[str]:
    """«Бучук осваивает «Кичи-Алтын»»: an unknown name in quotes right after a verb of holding is a firm."""
    tokens = line.tokens
    named = {i for s in scope.around(one, line) for i in range(s.first, s.last)}
    for index in range(1, len(tokens)):
        if tokens[index].text not in OPENING or not tokens[index - 1].key.startswith(HOLDING):
            continue
        name = quoted(tokens, index)
        if name is None or name.first in named or naming.part_of_speech(tokens[index - 1].text) != "VERB":
            continue
        known = any(m.first < name.last and name.first < m.last for m in line.of("organisation", "project"))
        if not known and scope.is_nearest(one, line, index) and not scope.within(line, name.first):
            yield surface(tokens, name.first, name.last)


def _leading(scope: Scope, one: Undertaking) -> list[str]:
    """The firm that the sentences before it in the paragraph speak of first: «Восход» нарастил добычу. На Бучуке …»."""
    for line in reversed(scope.paragraph(one.sightings[0].line)):
        if line.index >= one.sightings[0].line.index:
            continue
        if firms := [m.key for m in _owners(line)]:
            return firms[:1]
    return []


def _protagonist(scope: Scope, one: Undertaking) -> list[str]:
    """The firm that the title names, or that the article names thrice and twice as often as any other."""
    counts = _tally(scope)
    titled = [m.key for m in scope.titled if m.kind == "organisation" and m.key in counts]
    if titled:
        return titled[:1]
    opening = scope.text.lines[0] if scope.text.lines else None
    if opening and (first := next((m for m in _owners(opening) if m.first <= OPENS), None)):
        if scope.is_named(opening, first.first):
            return []
        return [first.key]  # «ОсОО «Восход» впервые добыло тонну»
    ranked = counts.most_common(2)
    if scope.heading(one.sightings[0].line) is not None:
        return []  # an article in sections is about many firms
    if not ranked or ranked[0][1] < OFTEN or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return []
    return [ranked[0][0]]


@lru_cache(maxsize=1)
def _tally(scope: Scope) -> Counter[str]:
    """How often the article names each firm; counted once an article, not once an undertaking."""
    return Counter(m.key for line in scope.text.lines for m in _owners(line))


def _is_itself(sighting: Sighting, mention: Mention) -> bool:
    """Whether the organisation's name is the undertaking's own: «рудник «Восход»» is no owner, ГОК «Восход» may be."""
    anchor = sighting.anchor
    if anchor is None:
        return (sighting.first, sighting.last) == (mention.first, mention.last)
    if "/" in sighting.key:
        return sighting.first <= mention.first < sighting.last
    unowned = mention.form == "open" and anchor.group in {"pit", "station"}
    return unowned and any(name.first == mention.first for name in anchor.names)


def _own_name(organisation: str) -> str:
    """The folded name of a joint venture without «СП» and quotes."""
    joint, _, name = fold(organisation).partition(" ")
    return name.strip('«»"') if joint == "сп" else ""


def _subject_before(scope: Scope, one: Undertaking) -> list[str]:
    """Who «Предприятие осваивает …» speaks of: the organisations of the paragraph before."""
    line = one.sightings[0].line
    if not line.tokens[0].key.startswith(SUBJECTS):
        return []
    for earlier in scope.back(line):
        if earlier.sentence.paragraph < line.sentence.paragraph - 1:
            break
        if any(_owners(earlier)):
            return [m.key for other in scope.paragraph(earlier) for m in _owners(other)]
    return []


def _section_owner(scope: Scope, one: Undertaking) -> list[str]:
    """The organisation in the sub-heading above: «НГМК: чуть больше, гораздо дороже»."""
    heading = scope.heading(one.sightings[0].line)
    return [m.key for m in _owners(heading)][:1] if heading else []


def _owners(line: Line) -> Iterator[Mention]:
    for mention in line.of("organisation"):
        if len(mention.keys) <= 1 and not _is_credited(line, mention) and not mention.name.lower().startswith(OFFICES):
            yield mention


def _is_credited(line: Line, mention: Mention) -> bool:
    """«по данным Казахмыса», «рассказали в Kazakh Invest»: who brings the news."""
    before = [t.key for t in line.tokens[max(0, mention.first - 3) : mention.first] if t.text not in '«"']
    if before and before[-1].startswith(CREDITED):
        return True
    return len(before) > 1 and before[-1] in {"в", "во"} and before[-2].startswith(REPORTING)
