"""centrasia.org: a tape of the week before every reprint, the original's date and source under it."""

from importers.sources.base import Layout

CENTRASIA_ORG = Layout(
    domain="centrasia.org",
    recognised_by=("https://centrasia.org/news", "© CentrAsia"),
    noise=(r"(?:КРАСНЫЙ|ЖЕЛТЫЙ|ЗЕЛЕНЫЙ|СИНИЙ)\b", r"Новости и события$", r"Перейти на версию"),
)
