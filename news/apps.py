"""The app of what was published."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Outlets and articles."""

    name = "news"
    verbose_name = _("News")
