"""``qcontract drift``: what a change of a contract does to those who rely on it."""

from __future__ import annotations

from qcontract.cli.drift.group import drift

__all__ = ["drift"]
