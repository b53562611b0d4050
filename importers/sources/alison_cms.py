"""Papers of the regions on the platform Alison CMS: title twice, rubric, signature in capitals, cards of other news."""

from importers.sources.base import Layout

ALISON_CMS = Layout(
    recognised_by=("Создано на платформе Alison CMS",),
    ends_at=(r"Другие новости$", r"Создано на платформе"),
)
