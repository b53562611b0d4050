"""The app of import runs."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportersConfig(AppConfig):
    """Runs of the importer and what became of each page."""

    name = "importers"
    verbose_name = _("Imports")
