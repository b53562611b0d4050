"""What we hold to be true: things and their names, facts, and the evidence that they stand on."""

from minerals.models.agreement import Agreement
from minerals.models.evidence import Evidence
from minerals.models.fact import Fact, FactQuerySet
from minerals.models.mention import Mention
from minerals.models.name import Name
from minerals.models.project import Project
from minerals.models.quotation import Quotation
from minerals.models.stake import Stake
from minerals.models.statistic import Statistic
from minerals.models.thing import Country, CountryGroup, Mineral, Organisation, Region, Thing, Unit

FACTS: tuple[type[Fact], ...] = (Project, Agreement, Statistic, Quotation)
THINGS: tuple[type[Thing], ...] = (Country, CountryGroup, Region, Unit, Mineral, Organisation)

__all__ = [
    "FACTS",
    "THINGS",
    "Agreement",
    "Country",
    "CountryGroup",
    "Evidence",
    "Fact",
    "FactQuerySet",
    "Mention",
    "Mineral",
    "Name",
    "Organisation",
    "Project",
    "Quotation",
    "Region",
    "Stake",
    "Statistic",
    "Thing",
    "Unit",
]
