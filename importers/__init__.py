"""How text becomes candidate facts, and candidates become rows."""
