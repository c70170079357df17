"""Migration: what callers of one API have to call, send and read differently at its successor."""

from __future__ import annotations

from qcontract.drift.migration.table import Migration, Row, migration

__all__ = ["Migration", "Row", "migration"]
