"""Which article a page carries: identity is the cleaned body, then the page, then the address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from importers import records
from news.models import Article, Headline, Page, Revision, Source
from news.models.article import body_key

EARLIER = "an earlier text of a known article; --restore makes it current again"


@dataclass(frozen=True, slots=True)
class Placed:
    """The article of a page; `to_read` where its facts are read from this page; `why` tells the operator."""

    article: Article
    created: bool = False
    changed: bool = False
    to_read: bool = True
    why: str = ""


def place(read: records.Article, page: records.Page, restore: bool = False) -> Placed:
    """Find or make the article that the page carries, and keep what the page says about it.

    An earlier text of an article changes nothing, unless the operator restores it.
    """
    key = body_key(read.body)
    stored = Page.objects.filter(sha256=page.sha256).select_related("article").first()
    article = Article.objects.filter(body_key=key).first()
    if article is None:
        earlier = Revision.objects.filter(body_key=key).select_related("article").first()
        if earlier is not None:
            _keep_page(stored, page, earlier.article)
            if not restore:
                return Placed(earlier.article, to_read=False, why=EARLIER)
            earlier.delete()
            _revise(earlier.article, read, page)
            return Placed(earlier.article, changed=True, why="an earlier text is current again")
        article = (stored and stored.article) or (read.url and Article.objects.filter(url=read.url).first()) or None
    if article is None:
        article = _create(read, page)
        placed = Placed(article, created=True)
    elif article.body_key != key:
        _revise(article, read, page)
        placed = Placed(article, changed=True, why="the text has changed")
    elif article.page_key == page.sha256:
        placed = Placed(article, changed=_update(article, read))
    else:
        changed = _fill(article, read)
        placed = Placed(article, changed=changed, to_read=False, why="the same text on another page")
    _keep_page(stored, page, article)
    return placed


def relocate(quote: str, start: int, body: str) -> int | None:
    """Where the quote stands in a changed text, nearest to its old place; None where it is gone."""
    places = [found.start() for found in re.finditer(f"(?={re.escape(quote)})", body)]
    return min(places, key=lambda place: abs(place - start), default=None)


def _create(read: records.Article, page: records.Page) -> Article:
    article = Article(body=read.body, page_key=page.sha256, **_said(read))
    article.save()
    _keep_headlines(article, read)
    return article


def _said(read: records.Article, article: Article | None = None) -> dict[str, Any]:
    """The columns of what the page says about its article; empty ones, and another article's address, left out."""
    url = read.url
    if url and Article.objects.filter(url=url).exclude(pk=article and article.pk).exists():
        url = None
    source = read.source and Source.objects.get_or_create(domain=read.source, defaults={"name": read.source})[0]
    columns = {
        "source": source,
        "title": read.title,
        "url": url,
        "published": read.published.edtf if read.published else "",
        "published_basis": read.published.basis if read.published else "",
        "captured": read.captured,
        "original_date": read.original_date,
        "authors": list(read.authors),
        "via": read.via,
        "section": read.section,
    }
    for column, value in columns.items():
        if isinstance(value, str):
            columns[column] = value[: Article._meta.get_field(column).max_length]
    return {column: value for column, value in columns.items() if value}


def _update(article: Article, read: records.Article) -> bool:
    """Take what the page of record says now; whether anything changed."""
    said = {column: value for column, value in _said(read, article).items() if getattr(article, column) != value}
    if article.body != read.body:
        _move_evidence(article, read.body)
        said["body"] = read.body
    if said:
        for column, value in said.items():
            setattr(article, column, value)
        article.save()
    return _keep_headlines(article, read) or bool(said)


def _fill(article: Article, read: records.Article) -> bool:
    """Take from another page what the page of record did not say; whether there was anything."""
    said = {column: value for column, value in _said(read, article).items() if not getattr(article, column)}
    if "published" not in said:
        said.pop("published_basis", None)
    for column, value in said.items():
        setattr(article, column, value)
    if said:
        article.save()
    return bool(said)


def _revise(article: Article, read: records.Article, page: records.Page) -> None:
    """Keep the old text as a revision; evidence moves to where its quote stands now, or is marked as gone."""
    last = article.revisions.aggregate(last=Max("number"))["last"] or 0
    Revision.objects.create(article=article, number=last + 1, body=article.body, body_key=article.body_key)
    _move_evidence(article, read.body)
    article.body, article.page_key = read.body, page.sha256
    for column, value in _said(read, article).items():
        setattr(article, column, value)
    article.save()
    _keep_headlines(article, read)


def _move_evidence(article: Article, body: str) -> None:
    standing = list(article.evidence.standing())
    # First all give up their places, so that none collides with another's old one.
    article.evidence.standing().update(stale=True)
    taken = set()
    for evidence in standing:
        start = relocate(evidence.quote, evidence.start, body)
        place = (evidence.project_id, evidence.agreement_id, evidence.statistic_id, evidence.quotation_id, start)
        if start is not None and (*place, len(evidence.quote)) not in taken:
            taken.add((*place, len(evidence.quote)))
            evidence.start, evidence.stop, evidence.stale = start, start + len(evidence.quote), False
            evidence.save(update_fields=["start", "stop", "stale"])


def _keep_headlines(article: Article, read: records.Article) -> bool:
    """Headlines are replaced as a whole; whether they differ."""
    said = [(headline.title[:1000], (headline.published or "")[:40]) for headline in read.headlines]
    if said == list(article.headlines.order_by("position").values_list("title", "published")):
        return False
    article.headlines.all().delete()
    Headline.objects.bulk_create(
        Headline(article=article, position=position, title=title, published=published)
        for position, (title, published) in enumerate(said, 1)
    )
    return True


def _keep_page(stored: Page | None, page: records.Page, article: Article) -> None:
    if stored is None:
        Page.objects.create(
            sha256=page.sha256,
            name=page.name[:500],
            encoding=page.encoding,
            encoding_sure=page.encoding_sure,
            text=page.text,
            article=article,
        )
    elif stored.article_id != article.pk:
        stored.article = article
        stored.save(update_fields=["article"])
