"""Statistics: quantities that measure something, each bound to what it measures."""

from importers.extraction.statistics.find import find

__all__ = ["find"]
