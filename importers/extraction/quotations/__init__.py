"""Whose words the body reports, sentence by sentence."""

from importers.extraction.quotations.find import find

__all__ = ["find"]
