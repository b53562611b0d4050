"""The one door between readings and the database: `save`, `lexicon`, `carried`, `load_reference`."""

from importers.store.lexicon import lexicon
from importers.store.outcome import Outcome
from importers.store.pages import carried
from importers.store.reference import load_reference
from importers.store.runs import RunLog
from importers.store.save import save

__all__ = ["Outcome", "RunLog", "carried", "lexicon", "load_reference", "save"]
