"""The editors' desk: facts beside the sentences they stand on, things and the names they are known by."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from minerals.admin.evidence import EvidenceAdmin, MentionAdmin
from minerals.admin.facts import AgreementAdmin, ProjectAdmin, QuotationAdmin, StatisticAdmin
from minerals.admin.things import (
    CountryAdmin,
    GroupAdmin,
    MineralAdmin,
    NameAdmin,
    OrganisationAdmin,
    RegionAdmin,
    UnitAdmin,
)

admin.site.site_header = admin.site.site_title = _("Minerals of Central Asia: the editors' desk")
admin.site.index_title = _("What is to be checked, and what it is checked against")

__all__ = [
    "AgreementAdmin",
    "CountryAdmin",
    "EvidenceAdmin",
    "GroupAdmin",
    "MentionAdmin",
    "MineralAdmin",
    "NameAdmin",
    "OrganisationAdmin",
    "ProjectAdmin",
    "QuotationAdmin",
    "RegionAdmin",
    "StatisticAdmin",
    "UnitAdmin",
]
