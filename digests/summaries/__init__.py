"""Edge: language models over HTTP. Each gives its words for evidence and decides nothing."""
