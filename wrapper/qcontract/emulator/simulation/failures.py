"""A circuit that cannot be run, in the words of a failed job."""

from __future__ import annotations

__all__ = ["CircuitFailure"]


class CircuitFailure(Exception):
    """A job ends as failed because of its program.

    Args:
        code: Failure code of IonQ's API, such as ``UnsupportedGate``.
        message: What is wrong, in one sentence.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
