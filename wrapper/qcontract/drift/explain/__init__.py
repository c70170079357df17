"""The explanation: two schemas side by side, and every difference by its rule with a decision of its own."""

from __future__ import annotations

from qcontract.drift.explain.explainer import Explainer

__all__ = ["Explainer"]
