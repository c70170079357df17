"""The one error of the generator: what was refused, in a sentence that says what to do."""

from __future__ import annotations


class Refused(Exception):
    """Generation cannot go on; nothing was changed."""
