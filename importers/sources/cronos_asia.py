"""cronos.asia: its description of the article, a collage, then the lead once more."""

from importers.sources.base import Layout

CRONOS_ASIA = Layout(
    domain="cronos.asia",
    recognised_by=("гиперссылки на cronos.asia", "Central Asia Cronos"),
    noise=(r"Мы в Телеграм$",),
    ends_at=(r"Любое использование материалов допускается", r"Свежие новости$"),
)
