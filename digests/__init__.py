"""The digest engine: what to tell, and when. Knows no chat platform and no database."""
