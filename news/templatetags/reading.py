"""What every page needs to show text honestly: dates in words, quotes in their sentence, links that are safe."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import template
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from news.datewords import spoken
from news.models import Source
from news.sentences import around

register = template.Library()


@register.filter
def edtf(text: str | None) -> str:
    """The EDTF date in the words of the interface language."""
    return spoken(text, get_language() or "ru")


@register.filter
def outlet(source: Source | None) -> str:
    """The outlet's name in the language of the interface, as far as it has one there."""
    if source is None:
        return ""
    return str(source) if (get_language() or "ru").startswith("ru") else source.name_en or str(source)


@register.filter
def web_address(url: str | None) -> str:
    """The address where it is one of the web, else "": no page links to `javascript:` or `data:`."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return str(url) if parts.scheme in ("http", "https") and parts.netloc else ""


@register.simple_tag
def marked(evidence: Any) -> SafeString:
    """The sentence of the evidence, with the quoted span marked."""
    before, quote, after = around(evidence.article.body, evidence.start, evidence.stop, evidence.quote)
    return format_html("{}<mark>{}</mark>{}", before, quote, after)


@register.simple_tag(takes_context=True)
def page_in(context: dict[str, Any], language: str) -> str:
    """The address of the page that is shown, in another language."""
    request: HttpRequest | None = context.get("request")
    return translate_url(request.get_full_path(), language) if request else "/"


@register.simple_tag(takes_context=True)
def absolute(context: dict[str, Any], path: str = "") -> str:
    """The address that others can cite."""
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(path or request.path)
