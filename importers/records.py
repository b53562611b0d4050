"""The frozen records that travel from a page's bytes to the store; no Django, no clock, no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

EXTRACTOR_VERSION = "1"


class UnreadablePage(ValueError):
    """A page that gives no article; the message is the reason an operator reads."""


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """A piece of the article's body: code points `start` to `stop`, and the text that stands there.

    Nobody changes one; it is not frozen because that makes it three times as dear, and a megabyte has 20 thousand.
    """

    start: int
    stop: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop or len(self.quote) != self.stop - self.start:
            raise ValueError(f"not a span: {self.start}..{self.stop} {self.quote!r}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Page:
    """A file as received: its decoded text with chrome, and how it was decoded."""

    name: str
    sha256: str
    text: str
    encoding: str
    encoding_sure: bool = True


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in EDTF (`2025-11-17T17:08`, `2025-11`) with where it was found."""

    edtf: str
    basis: str  # byline, header, footer, dateline


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of another article that the page carries, with its date where one stands beside it."""

    title: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What the page published: metadata and the cleaned body that every span points into."""

    title: str
    body: str
    source: str | None = None  # domain of the outlet
    url: str | None = None
    published: Dated | None = None
    original_date: str | None = None  # the date of the text that was reprinted
    captured: str | None = None  # the day in the site's header
    authors: tuple[str, ...] = ()
    via: str | None = None
    section: str | None = None
    headlines: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """A country, region, mineral or organisation that the body names, with every place it does."""

    kind: str
    key: str
    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statistic:
    """One number: `value` in the base unit of `unit`; `value_max` closes a range.

    `converts` is the span of the statistic that this one gives in another unit: «3,156 млн унций, или 98,2 тонны».
    """

    value: Decimal
    unit: str
    measure: str
    rule: str
    span: Span
    value_max: Decimal | None = None
    qualifier: str = "exact"
    country: str | None = None
    region: str | None = None
    group: str | None = None
    mineral: str | None = None
    project: str | None = None
    period: str | None = None
    attributed_to: str | None = None
    converts: Span | None = None


@dataclass(frozen=True, slots=True)
class Stake:
    """What an organisation is to a project: its `role`, and the percent it holds where the text says so."""

    organisation: str
    role: str  # owner, operator, contractor, investor
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A mine, plant or other undertaking, named as a curator would title it.

    `start` is when it began or shall begin to work, `target` the time by which it is promised to.
    """

    name: str
    kind: str
    rule: str
    span: Span
    aliases: tuple[str, ...] = ()
    country: str | None = None
    region: str | None = None
    place: str | None = None
    minerals: tuple[str, ...] = ()
    stage: str = "unknown"
    organisations: tuple[str, ...] = ()
    stakes: tuple[Stake, ...] = ()
    start: str | None = None
    target: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who agreed what with whom; `parties` are country codes, `organisations` are names.

    `mentions` are further sentences that tell of the same agreement.
    """

    kind: str
    status: str
    rule: str
    span: Span
    parties: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    minerals: tuple[str, ...] = ()
    subject: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a named person said; `span` is the sentence that reports it."""

    speaker: str
    rule: str
    span: Span
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that ought to have given a fact and gave none: why, and the words that are in question."""

    span: Span
    reason: str  # owners, unmeasured, unbound, agreement, deed
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the machine read in one article."""

    article: Article
    subjects: tuple[Subject, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    projects: tuple[Project, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    unread: tuple[Unread, ...] = ()
    version: str = field(default=EXTRACTOR_VERSION)
