"""Typed clients generated from the contracts in force, one dated package per contract; see README.md."""
