"""What given Python code uses of a generated client, found by reading it."""

from __future__ import annotations

from qcontract.drift.impact.usage.reporting import with_usage
from qcontract.drift.impact.usage.usage import Usage, uses

__all__ = ["Usage", "uses", "with_usage"]
