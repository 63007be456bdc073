"""The stand-in's page for a browser."""
