"""pronedra.ru: «17:08, 17 Ноя, 2025» and the author under the title, «Ранее на сайте …» as the last line."""

from importers.sources.base import Layout

PRONEDRA_RU = Layout(
    domain="pronedra.ru",
    recognised_by=("на сайте pronedra.ru",),
    ends_at=(r"Поделитесь этой новостью", r"Комментарии \(\d+\)"),
)
