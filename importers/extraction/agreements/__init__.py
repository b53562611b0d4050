"""What was signed, founded, lent, granted or bought, between whom and when."""

from importers.extraction.agreements.find import find

__all__ = ["find"]
