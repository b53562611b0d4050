"""From a page with its chrome to the article that it published."""

from __future__ import annotations

from importers.records import Article, Page
from importers.sources.alison_cms import ALISON_CMS
from importers.sources.centrasia_org import CENTRASIA_ORG
from importers.sources.cronos_asia import CRONOS_ASIA
from importers.sources.el_kz import EL_KZ
from importers.sources.fallback import FALLBACK
from importers.sources.pronedra_ru import PRONEDRA_RU

LAYOUTS = (ALISON_CMS, CENTRASIA_ORG, CRONOS_ASIA, EL_KZ, PRONEDRA_RU)


def read(page: Page) -> Article:
    """The article of a page, by its outlet's layout or the fallback; raises UnreadablePage where there is no text."""
    layout = next((layout for layout in LAYOUTS if layout.knows(page)), FALLBACK)
    return layout.read(page)
