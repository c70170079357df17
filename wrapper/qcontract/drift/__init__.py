"""Drift: what a change of a contract does to the programs that rely on it.

>>> from qcontract.drift import compare
>>> compare("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-05-15").findings
()
"""

from __future__ import annotations

from qcontract.drift.comparison import compare

__all__ = ["compare"]
