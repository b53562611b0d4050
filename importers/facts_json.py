"""A reading as `extract_facts` prints it: plain dictionaries, spans as code points into `article.body`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from importers.records import Agreement, Article, Page, Project, Quotation, Reading, Span, Statistic, Subject

Row = dict[str, Any]


def facts_json(page: Page, reading: Reading) -> Row:
    """One page as one object."""
    return {
        "file": page.name,
        "sha256": page.sha256,
        "article": _article(reading.article),
        "countries": [{"code": each.key, "mentions": _mentions(each)} for each in _of("country", reading)],
        "regions": [{"code": each.key, "mentions": _mentions(each)} for each in _of("region", reading)],
        "minerals": [{"slug": each.key, "mentions": _mentions(each)} for each in _of("mineral", reading)],
        "organisations": [{"name": each.name, "mentions": _mentions(each)} for each in _of("organisation", reading)],
        "statistics": [_statistic(each) for each in reading.statistics],
        "projects": [_project(each) for each in reading.projects],
        "agreements": [_agreement(each) for each in reading.agreements],
        "speakers": [_speaker(each) for each in reading.quotations],
    }


def _of(kind: str, reading: Reading) -> list[Subject]:
    return [subject for subject in reading.subjects if subject.kind == kind]


def _mentions(subject: Subject) -> list[list[int]]:
    return [[span.start, span.stop] for span in subject.spans]


def _evidence(span: Span) -> Row:
    return {"start": span.start, "end": span.stop, "quote": span.quote}


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize() + 0, "f")


def _article(article: Article) -> Row:
    return {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published.edtf if article.published else None,
        "captured": article.captured,
        "authors": list(article.authors),
        "via": article.via,
        "section": article.section,
        "body": article.body,
        "headlines": [{"title": each.title, "published": each.published} for each in article.headlines],
    }


def _statistic(each: Statistic) -> Row:
    return {
        "value": _number(each.value),
        "value_max": _number(each.value_max),
        "unit": each.unit,
        "qualifier": each.qualifier,
        "measure": each.measure,
        "country": each.country,
        "region": each.region,
        "mineral": each.mineral,
        "project": each.project,
        "period": each.period,
        "attributed_to": each.attributed_to,
        "converts": _evidence(each.converts) if each.converts else None,
        "rule": each.rule,
        "evidence": _evidence(each.span),
    }


def _project(each: Project) -> Row:
    return {
        "name": each.name,
        "aliases": list(each.aliases),
        "kind": each.kind,
        "country": each.country,
        "region": each.region,
        "minerals": list(each.minerals),
        "stage": each.stage,
        "organisations": list(each.organisations),
        "stakes": [
            {"organisation": stake.organisation, "role": stake.role, "share": _number(stake.share)}
            for stake in each.stakes
        ],
        "start": each.start,
        "target": each.target,
        "rule": each.rule,
        "evidence": _evidence(each.span),
    }


def _agreement(each: Agreement) -> Row:
    return {
        "kind": each.kind,
        "parties": list(each.parties),
        "organisations": list(each.organisations),
        "date": each.date,
        "status": each.status,
        "place": each.place,
        "minerals": list(each.minerals),
        "rule": each.rule,
        "evidence": _evidence(each.span),
        "mentions": [_evidence(span) for span in each.mentions],
    }


def _speaker(each: Quotation) -> Row:
    return {"name": each.speaker, "role": each.role, "evidence": _evidence(each.span)}
