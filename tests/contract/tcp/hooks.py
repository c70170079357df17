"""Loaded by schemathesis: notes which operation was answered with which status."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import schemathesis

_NOTES = Path(os.environ["QCONTRACT_REACHED"])


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    with _NOTES.open("a") as notes:
        notes.write(f"{case.operation.definition.raw['operationId']} {response.status_code}\n")
