"""The decision: whether every value that one side may send is a value that the other side takes."""

from __future__ import annotations

from qcontract.drift.schemas.decision import Relation, Schemas
from qcontract.drift.schemas.sharing import sharing
from qcontract.drift.schemas.views import Direction, View

__all__ = ["Direction", "Relation", "Schemas", "View", "sharing"]
