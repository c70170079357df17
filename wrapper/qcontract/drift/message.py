"""The messages of operations in which values travel."""

from __future__ import annotations

from attrs import frozen

from qcontract.drift.explain.walk import Unit

__all__ = ["Message"]


@frozen(eq=False)
class Message:
    """A body, a parameter or a header of an operation; or the operation as a whole.

    Args:
        operation: Name of the operation, as ``GET /jobs``; empty outside of all.
        part: Which part of its messages, as ``request body application/json``.
        unit: The schemas of that part; None for the operation as a whole.
    """

    operation: str = ""
    part: str = ""
    unit: Unit | None = None
