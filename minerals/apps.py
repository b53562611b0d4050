"""The app of facts."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class MineralsConfig(AppConfig):
    """Countries, minerals, projects, agreements, statistics, quotations."""

    name = "minerals"
    verbose_name = _("Minerals")

    def ready(self) -> None:
        """Give the roles their permissions whenever tables were made; each app's exist only after its own turn."""
        from minerals.roles import ensure_roles

        post_migrate.connect(ensure_roles, dispatch_uid="minerals.roles")
