"""A file of drift events, one JSON object a line, that programs of every kind can follow."""

from __future__ import annotations

import json
from pathlib import Path

from qcontract.errors import ConfigurationError
from qcontract.flow.effects import Drift

__all__ = ["append", "check"]


def check(path: Path) -> None:
    """Make the file if it is missing, so that one that cannot be written is known before anything is sent.

    Raises:
        ConfigurationError: The file cannot be written.
    """
    _write(path, "")


def append(drift: Drift, path: Path) -> None:
    """Add one event to the end of a file, schema ``qcontract.drift-event/1``; a line is written at once.

    Args:
        drift: The event.
        path: The file; it is made when it is missing.

    Raises:
        ConfigurationError: The file cannot be written.
    """
    line = {
        "schema": "qcontract.drift-event/1",
        "operation": drift.operation,
        "kind": drift.kind,
        "path": drift.path,
        "value": drift.value,
    }
    _write(path, json.dumps(line, default=str) + "\n")


def _write(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise ConfigurationError(f"cannot write the drift log {path}: {error.strerror}") from None
