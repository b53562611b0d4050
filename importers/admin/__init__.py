"""The desk for imports: what each did, and the sentences that it could not read."""

from importers.admin import runs, unread

__all__ = ["runs", "unread"]
