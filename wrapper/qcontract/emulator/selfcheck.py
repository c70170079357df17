"""Whether an answer keeps to the effective contract, but for what the list of deviations excuses."""

from __future__ import annotations

import json

from qcontract.contract import Operation

from .checks import Checks
from .deviations import deviation, excused
from .extracts import LONG, ends
from .http import JSON, Answer

__all__ = ["broken"]


def broken(contract: Checks, operation: Operation, answer: Answer) -> str | None:
    """Say how an answer breaks its contract in a way that is not listed, or return None."""
    ref, name = str(contract.contract.ref), operation.operation_id
    needed = [deviation(one) for one in answer.deviations]
    for one in needed:
        if not one.covers(ref, name):
            return f"the deviation {one.name} is not listed for it"
    if not contract.declares(operation, answer.status):
        return None if excused(ref, name, answer.status) else f"the status {answer.status} is not declared"
    media = answer.headers.get("content-type", JSON)
    value = json.loads(_text(answer)) if media == JSON else answer.content
    return contract.answer(operation, answer.status, value, media, missing=any(one.missing for one in needed))


def _text(answer: Answer) -> str | bytes:
    """Return what is checked of an answer: of a long result its ends, so that nobody else waits for the check."""
    return ends(answer.content) if answer.encoded and len(answer.content) > LONG else answer.body()
