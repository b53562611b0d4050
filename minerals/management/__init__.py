"""Commands of the app of facts."""
