"""The app of facts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MineralsConfig(AppConfig):
    """Countries, minerals, projects, agreements, statistics, quotations."""

    name = "minerals"
    verbose_name = _("Minerals")
