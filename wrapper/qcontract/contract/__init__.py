"""Vendored contracts: found, loaded, overlaid, looked into, and compiled to JSON Schema.

>>> from qcontract.contract import ContractRef, effective
>>> ref = ContractRef.parse("ionq-v0.4")
>>> effective(ref).operation("GET", "/jobs/estimate").operation_id
'EstimateJobCost'
"""

from __future__ import annotations

from qcontract.contract.compile import compile_schema
from qcontract.contract.document import Contract
from qcontract.contract.loader import effective, load
from qcontract.contract.operations import Operation
from qcontract.contract.packaged import packaged
from qcontract.contract.registry import ContractRef, Entry, registry

__all__ = [
    "Contract",
    "ContractRef",
    "Entry",
    "Operation",
    "compile_schema",
    "effective",
    "load",
    "packaged",
    "registry",
]
