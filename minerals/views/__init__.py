"""The public pages of facts and of what they are about; they read only what is published."""

from minerals.views.facts import FactDetail, FactList
from minerals.views.home import Home
from minerals.views.search import Search
from minerals.views.things import CountryDetail, CountryList, MineralDetail, MineralList

__all__ = ["CountryDetail", "CountryList", "FactDetail", "FactList", "Home", "MineralDetail", "MineralList", "Search"]
