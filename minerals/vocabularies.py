"""The closed vocabularies: the only values that kinds, stages, states, measures and units may have."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """The life of a fact."""

    PROPOSED = "proposed", _("proposed")
    PUBLISHED = "published", _("published")
    REJECTED = "rejected", _("rejected")


class Origin(models.TextChoices):
    """Who a name or a thing comes from."""

    REFERENCE = "reference", _("reference files")
    EDITOR = "editor", _("editor")
    MACHINE = "machine", _("machine, not checked")


class NameForm(models.TextChoices):
    """How a name stands in a sentence."""

    NOUN = "noun", _("noun")
    ADJECTIVE = "adjective", _("adjective")
    ABBREVIATION = "abbreviation", _("abbreviation")
    CAPITAL = "capital", _("capital that stands for the government")


class NameMark(models.TextChoices):
    """How a name is matched; a name without a mark is inflected."""

    EXACT = "=", _("exactly as written")
    INDECLINABLE = "!", _("never inflected")


class UnitKind(models.TextChoices):
    """What a unit measures."""

    CURRENCY = "currency", _("currency")
    MASS = "mass", _("mass")
    RATE = "rate", _("mass per year")
    GRADE = "grade", _("grade of ore")
    POWER = "power", _("power")
    ENERGY = "energy", _("energy")
    AREA = "area", _("area")
    VOLUME = "volume", _("volume")
    LENGTH = "length", _("length")
    PERCENT = "percent", _("percent")
    TIMES = "times", _("multiple")
    DURATION = "duration", _("time")
    COUNT = "count", _("count")


class Qualifier(models.TextChoices):
    """How exactly a number is given."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    MORE_THAN = "more_than", _("more than")
    LESS_THAN = "less_than", _("less than")
    UP_TO = "up_to", _("up to")
    AT_LEAST = "at_least", _("at least")


class Measure(models.TextChoices):
    """What a statistic is a number of."""

    RESERVES = "reserves", _("reserves")
    RESOURCES = "resources", _("resources")
    PRODUCTION = "production", _("production")
    CAPACITY = "capacity", _("capacity")
    INVESTMENT = "investment", _("investment")
    COST = "cost", _("cost")
    DEAL_VALUE = "deal_value", _("value of the deal")
    JOBS = "jobs", _("jobs")
    SHARE = "share", _("share")
    DEPOSITS = "deposits", _("number of deposits")
    PROJECTS = "projects", _("number of projects")
    COMPANIES = "companies", _("number of companies")
    AREA = "area", _("area")
    GRADE = "grade", _("grade")
    TRADE = "trade", _("trade")
    EXPORT = "export", _("export")
    IMPORT = "import", _("import")
    REVENUE = "revenue", _("revenue")
    PRICE = "price", _("price")
    LOAN = "loan", _("loan")
    GROWTH = "growth", _("growth")
    DURATION = "duration", _("duration")
    OTHER = "other", _("other")


class ProjectKind(models.TextChoices):
    """What is being built or dug."""

    MINE = "mine", _("mine")
    DEPOSIT = "deposit", _("deposit")
    PROCESSING_PLANT = "processing plant", _("processing plant")
    POWER_PLANT = "power plant", _("power plant")
    EXPLORATION = "exploration", _("exploration project")
    LOGISTICS = "logistics", _("logistics")
    OTHER = "other", _("other")


class ProjectStage(models.TextChoices):
    """How far a project has come."""

    PLANNED = "planned", _("planned")
    EXPLORATION = "exploration", _("exploration")
    CONSTRUCTION = "construction", _("under construction")
    OPERATING = "operating", _("operating")
    SUSPENDED = "suspended", _("suspended")
    CLOSED = "closed", _("closed")
    UNKNOWN = "unknown", _("unknown")


class StakeRole(models.TextChoices):
    """What an organisation is to a project."""

    OWNER = "owner", _("owner")
    OPERATOR = "operator", _("operator")
    CONTRACTOR = "contractor", _("contractor")
    INVESTOR = "investor", _("investor")


class AgreementKind(models.TextChoices):
    """What was signed."""

    MEMORANDUM = "memorandum", _("memorandum")
    AGREEMENT = "agreement", _("agreement")
    FRAMEWORK_AGREEMENT = "framework agreement", _("framework agreement")
    CONTRACT = "contract", _("contract")
    JOINT_VENTURE = "joint venture", _("joint venture")
    WORKING_GROUP = "working group", _("working group")
    DIALOGUE = "dialogue", _("dialogue")
    DECLARATION = "declaration", _("declaration")
    ROADMAP = "roadmap", _("roadmap")
    LOAN = "loan", _("loan")
    LICENCE = "licence", _("licence")
    ACQUISITION = "acquisition", _("acquisition")
    OTHER = "other", _("other")


class AgreementStatus(models.TextChoices):
    """How far the parties have come."""

    SIGNED = "signed", _("signed")
    APPROVED = "approved", _("approved")
    ANNOUNCED = "announced", _("announced")
    AGREED = "agreed", _("agreed")
    PLANNED = "planned", _("planned")
    LAUNCHED = "launched", _("launched")
    TERMINATED = "terminated", _("terminated")


class OrganisationKind(models.TextChoices):
    """What sort of organisation it is."""

    COMPANY = "company", _("company")
    STATE_COMPANY = "state company", _("state company")
    MINISTRY = "ministry", _("ministry")
    AGENCY = "agency", _("agency")
    INTERNATIONAL = "international", _("international organisation")
    FUND = "fund", _("fund")
    BANK = "bank", _("bank")
    INSTITUTE = "institute", _("institute")
    ASSOCIATION = "association", _("association")
    MEDIA = "media", _("media outlet")
    AUTHORITY = "authority", _("authority")
    UNKNOWN = "unknown", _("not known yet")
