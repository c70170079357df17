"""Recorded exchanges as values, read from a cassette's YAML without vcrpy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from attrs import field, frozen

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@frozen
class Exchange:
    """One request and its answer; header names are in lower case, and a header's values are joined."""

    method: str
    url: str
    request_headers: Mapping[str, str]
    request_body: bytes = field(repr=False)
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


def exchanges(path: Path) -> list[Exchange]:
    """Read a cassette."""
    return [_exchange(one) for one in yaml.load(path.read_bytes(), _LOADER)["interactions"]]


def _exchange(recorded: Mapping[str, Any]) -> Exchange:
    request, response = recorded["request"], recorded["response"]
    return Exchange(
        request["method"],
        request["uri"],
        _headers(request["headers"]),
        _bytes(request["body"]),
        response["status"]["code"],
        _headers(response["headers"]),
        _bytes(response["body"]["string"]),
    )


def _headers(recorded: Mapping[str, Any]) -> dict[str, str]:
    return {
        name.lower(): values if isinstance(values, str) else ", ".join(map(str, values))
        for name, values in recorded.items()
    }


def _bytes(recorded: Any) -> bytes:
    return recorded if isinstance(recorded, bytes) else (recorded or "").encode()
