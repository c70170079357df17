"""Behaviour without IO: retry, submit once, wait, pages. Generators that yield effects; see ``effects``."""
