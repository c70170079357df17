"""Mutated documents, compared with what they were: what must never happen, and how long it took."""

from __future__ import annotations

import json
import random
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from qcontract.contract import yaml12
from qcontract.contract.source import Spec, open_spec
from qcontract.drift import compare
from qcontract.errors import ContractError
from qcontract.findings import CLIENTS, Client
from support.mutations import with_mutated_bytes, with_mutated_members

__all__ = ["SECONDS", "Outcome", "compared", "mutated"]

SECONDS = 5.0
"""Most that one comparison may take, of the processor: the machine may be busy."""


@frozen
class Outcome:
    """What came of one document; ``seconds`` is the processor time of the slowest comparison."""

    kind: str
    seconds: float = 0.0
    trace: str = ""


def mutated(document: dict[str, Any], chance: random.Random, folder: Path) -> Path:
    """Write a mutation of a document: three of four in its members, the others in its bytes."""
    members = chance.random() < 0.75
    document = with_mutated_members(document, chance) if members else document
    file = folder / chance.choice(("spec.json", "spec.yaml"))
    content = (json.dumps(document) if file.suffix == ".json" else yaml12.dumps(document)).encode()
    file.write_bytes(content if members else with_mutated_bytes(content, chance))
    return file


def compared(original: Spec, file: Path, *, backwards: bool, clients: Sequence[Client] = CLIENTS) -> Outcome:
    """Compare a document and its mutation for some clients, and write the reports."""
    slowest = 0.0
    try:
        mutation = open_spec(file)
        old, new = (mutation, original) if backwards else (original, mutation)
        for client in clients:
            start = time.process_time()
            compare(old, new, client).to_json()
            slowest = max(slowest, time.process_time() - start)
    except ContractError:
        return Outcome("refused")
    except Exception:
        return Outcome("crashed", slowest, traceback.format_exc())
    return Outcome("compared", slowest)
