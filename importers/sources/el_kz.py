"""el.kz: the bare text of the article, which credits the outlet itself («сообщает El.kz»)."""

from importers.sources.base import Layout

EL_KZ = Layout(domain="el.kz", recognised_by=("сообщает El.kz", "передает El.kz", "передаёт El.kz"))
