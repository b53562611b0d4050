"""Things that change hands: whether a verb buys, passes or founds the mine or firm beside it, and what that makes."""

from __future__ import annotations

from importers.extraction import lists, morph
from importers.extraction.agreements.acts import Act
from importers.extraction.agreements.terms import THINGS, Term
from importers.extraction.persons.grammar import adjective_cases, noun_cases
from importers.extraction.text import Line

ADJECTIVES = 6  # words between a verb and the thing it takes
SALE_REACH = 8  # tokens between a thing and the verb after it that sells it
AUCTIONED = lists.stems("agreements: auctioned")
OWNED = lists.stems("agreements: owned")
TAKERS = lists.stems("agreements: takers")
TAKER_CASE = "datv"
FIRM = lists.stems("agreements: firm of two states")


def meaning(line: Line, noun: Term, act: Act) -> tuple[str, str]:
    """The kind and status of an agreement told by this noun with this verb."""
    if noun.kind == "document" and noun.last < len(line.tokens) and line.tokens[noun.last].key in {"о", "об"}:
        return "agreement", act.status  # «документ о финансировании» is one of its own
    if noun.kind == "firm" and "found" in act.acts:
        return "joint venture", act.status
    if noun.kind in THINGS:
        granted = noun.kind == "ground" and "purchase" not in act.acts
        sold = any(q.dimension == "money" for q in line.quantities)
        if granted and (_auctioned(line) or not sold):  # «участок достался A»: the state gives it
            return "licence", "approved" if act.status == "signed" else act.status
        return "acquisition", act.status
    if noun.kind == "licence" and not act.acts & {"licence", "document", "win", "auction"}:
        return "acquisition", act.status  # «уступила права на месторождение»
    return noun.kind, act.status


def changes_hands(line: Line, noun: Term, act: Act) -> bool:
    """Whether the mine or firm is what the verb is about: its object, or with «достался» its subject."""
    if "found" in act.acts & noun.acts:
        return _follows(line, noun, act, "accs", anywhere=True) or _inverted(line, noun, act)
    if noun.kind == "ground" and "stake" in act.acts and not _auctioned(line):
        return False  # only at an auction is «взяло участок» a licence
    if "pass" in act.acts:
        return _subject(line, noun, act) and _received(line, noun, act)
    if "hand" in act.acts and "purchase" not in act.acts:
        taken = _follows(line, noun, act, "accs") or _inverted(line, noun, act)
        return taken and _handed(line, noun, act)
    if act.loose:
        return _described(line, noun, act) or _follows(line, noun, act, "accs")
    return _follows(line, noun, act, "gent" if act.noun else "accs") or _inverted(line, noun, act)


def _described(line: Line, noun: Term, act: Act) -> bool:
    """Whether a participle after a comma tells who sold the thing: «рудник, проданный канадцами китайской X»."""
    tag = morph.parses(line.tokens[act.first].text.lower())[0].tag
    passive = tag.voice == "pssv" if tag.POS == "PRTF" else False
    return passive and act.first == noun.last + 1 and line.tokens[noun.last].text == ","


def _follows(line: Line, noun: Term, act: Act, case: str, anywhere: bool = False) -> bool:
    """Whether a mine or a company is the verb's object: «купила рудник», «приобретение рудника»."""
    if not act.last <= noun.first <= act.last + ADJECTIVES:
        return False
    between = line.tokens[act.last : noun.first]
    return case in noun_cases(line.tokens[noun.last - 1].text) and all(
        t.is_word
        and (
            not t.capital
            or any(
                m.first <= i < m.last for m in line.of("country", "region", *(("organisation",) if act.noun else ()))
            )
        )
        and (anywhere or t.key not in {"в", "на", "у", "с", "из", "для", "по", "от", "к"})
        for i, t in enumerate(between, act.last)
    )


def _inverted(line: Line, noun: Term, act: Act) -> bool:
    """Whether the thing before the verb is its object, not its subject: «рудник продали», «компанию купила X»."""
    if not act.finite or not 0 <= act.first - noun.last <= SALE_REACH:
        return False
    word = line.tokens[noun.last - 1].text.lower()
    tags = [p.tag for p in morph.parses(word)[:3] if p.tag.POS == "NOUN"]
    thing = next((t for t in tags if t.case in {"accs", "nomn"} and t.number == "sing"), None)
    if thing is None:
        return False
    if "nomn" not in noun_cases(word):
        return True
    verb = morph.parses(line.tokens[act.first].text.lower())[0].tag
    if verb.POS == "VERB" and "accs" not in noun_cases(word):
        return False  # «министерство и корпорация X оформили …»
    if verb.POS == "PRTS":
        return True  # «рудник продан»
    return verb.POS == "VERB" and not (verb.number == "sing" and verb.gender in {thing.gender, None})


def _subject(line: Line, noun: Term, act: Act) -> bool:
    """Whether the thing may be the subject of the verb: in the nominative, before it or after."""
    word = line.tokens[noun.last - 1].text.lower()
    verb = morph.parses(line.tokens[act.first].text.lower())[0].tag
    tags = [p.tag for p in morph.parses(word)[:4] if p.tag.POS == "NOUN" and p.tag.case == "nomn"]
    return any(t.number == verb.number and (t.number == "plur" or verb.gender in {t.gender, None}) for t in tags)


def _received(line: Line, noun: Term, act: Act) -> bool:
    """Whether somebody in particular receives it: an organisation or a state named beside the verb."""
    into = any(
        line.tokens[i].key in {"в", "во"} and line.tokens[i + 1].key.startswith(OWNED)
        for i in range(len(line.tokens) - 1)
    )
    if into:
        return True  # «перешёл в собственность немецкой компании»
    return any(
        m.first >= act.last or m.last <= min(noun.first, act.first)
        for m in line.of("organisation", "country")
        if not noun.first <= m.first <= noun.last + 1 and (m.kind == "organisation" or m.form != "adjective")
    )


def _handed(line: Line, noun: Term, act: Act) -> bool:
    """Whether a mine is given to somebody for good: to a firm or a buyer, not to «in the management of» anybody."""
    taker = any(TAKER_CASE in noun_cases(t.text) and t.key.startswith(TAKERS) for t in line.tokens)
    return taker or any(m.first >= min(noun.last, act.last) for m in line.of("organisation"))


def named_thing(line: Line, act: Act) -> str | None:
    """The kind of transfer where the thing is but a name: «поглотила «Восход»», «Карасу достался «Восходу»»."""
    ahead = next((m for m in line.of("organisation") if m.first >= act.last), None)
    if ahead is None or not _between(line, act.last, ahead.first):
        return None
    if "pass" in act.acts:
        if not _is_name(line, act.first - 1):
            return None
        granted = not any(q.dimension == "money" for q in line.quantities) or _auctioned(line)
        return "licence" if granted else "acquisition"
    if "buy" not in act.acts or any(q.dimension == "mass" for q in line.quantities):
        return None  # «купила «Восходу» 40 самосвалов», «купила 40 тонн меди»
    buyers = (m for m in line.of("organisation", "country") if m.kind == "organisation" or m.form != "adjective")
    goods = any(q.first >= ahead.last and q.dimension == "count" for q in line.quantities)
    return "acquisition" if not goods and any(m.last <= act.first for m in buyers) else None


def _between(line: Line, begin: int, end: int) -> bool:
    """Whether only adjectives, firm's nouns and quotation marks stand between a verb and a name."""
    between = line.tokens[begin:end]
    return len(between) <= ADJECTIVES and all(
        t.text in '«"“'
        or t.key in {"к", "ко"}
        or (t.is_word and (bool(adjective_cases(t.text)) or t.key.startswith(FIRM) or t.text.isupper()))
        for t in between
    )


def _is_name(line: Line, index: int) -> bool:
    """Whether a proper name that is no organisation's ends at the token: «Тоголок достался», ««Карасу» отошёл»."""
    if index > 0 and line.tokens[index].text in '»"”':
        index -= 1
    token = line.tokens[index] if index >= 0 else None
    if token is None or not token.is_word or not token.capital:
        return False
    return not any(m.first <= index < m.last for m in line.of("organisation", "country", "region", "group"))


def _auctioned(line: Line) -> bool:
    return any(t.key.startswith(AUCTIONED) for t in line.tokens)
