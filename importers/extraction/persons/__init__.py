"""The persons that a body names, every place it does, and what they are."""

from importers.extraction.persons.find import People, Person, PersonMention, find

__all__ = ["People", "Person", "PersonMention", "find"]
