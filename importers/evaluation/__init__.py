"""Measure a reading against an annotation: what was found, missed and invented, kind by kind."""
