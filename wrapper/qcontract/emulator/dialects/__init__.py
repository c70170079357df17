"""The vendors' APIs, each a table of operations over the same jobs."""
