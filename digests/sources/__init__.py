"""Edges towards news sources: HTTP, parsing, addresses. No decisions about stories or digests."""
