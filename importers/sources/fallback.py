"""Pages of outlets that nobody described."""

from importers.sources.base import Layout

FALLBACK = Layout()
