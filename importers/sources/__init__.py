"""From a page with its chrome to the article that it published."""

from __future__ import annotations

from importers.records import Article, Page, UnreadablePage
from importers.sources.alison_cms import ALISON_CMS
from importers.sources.centrasia_org import CENTRASIA_ORG
from importers.sources.cronos_asia import CRONOS_ASIA
from importers.sources.el_kz import EL_KZ
from importers.sources.fallback import FALLBACK
from importers.sources.pronedra_ru import PRONEDRA_RU

LAYOUTS = (ALISON_CMS, CENTRASIA_ORG, CRONOS_ASIA, EL_KZ, PRONEDRA_RU)


LONGEST = 300_000  # characters of a body; the longest article we know has 40 000


def read(page: Page, known: frozenset[str] = frozenset()) -> Article:
    """The article of a page, by its outlet's layout where one knows it; `known` are lines of chrome of its outlet.

    Raises UnreadablePage where there is no running text, or more of it than any article has.
    """
    layout = next((layout for layout in LAYOUTS if layout.knows(page)), FALLBACK)
    article = layout.read(page, known)
    if len(article.body) > LONGEST:
        raise UnreadablePage(
            f"Text of {len(article.body)} characters, the limit is {LONGEST}: split the file into its articles."
        )
    return article
