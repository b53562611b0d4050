"""Every address of the site: Russian at `/`, English under `/en/`, the editors' desk at `/admin/`."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

admin.autodiscover()  # here, so that a command without addresses does not load the desk and its file formats

urlpatterns = i18n_patterns(
    path("admin/", admin.site.urls),
    path("", include("news.urls")),
    path("", include("minerals.urls")),
    prefix_default_language=False,
)
