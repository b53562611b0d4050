"""Template tags of the minerals pages."""
