"""What we hold to be true about minerals, and the sentences it stands on; never imports importers."""
