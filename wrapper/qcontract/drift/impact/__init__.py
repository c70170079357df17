"""What a change of a contract does to the client that is generated from it, and to the code that uses that client."""

from __future__ import annotations

from qcontract.drift.impact.modelling import surface
from qcontract.drift.impact.reporting import for_generated_code, with_impact
from qcontract.drift.impact.usage import Usage, uses, with_usage

__all__ = ["Usage", "for_generated_code", "surface", "uses", "with_impact", "with_usage"]
