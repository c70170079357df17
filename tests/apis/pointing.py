"""Change one place in a payload, named by its JSON Pointer."""

from __future__ import annotations

import copy
from typing import Any

REMOVED = object()


def changed(payload: Any, pointer: str, value: Any) -> Any:
    """A copy of the payload in which `pointer` holds `value`, or nothing when that is REMOVED."""
    payload = copy.deepcopy(payload)
    *above, last = _parts(pointer)
    node = payload
    for part in above:
        node = node[int(part) if isinstance(node, list) else part]
    if value is REMOVED:
        del node[last]
    else:
        node[int(last) if isinstance(node, list) else last] = value
    return payload


def found(payload: Any, pointer: str) -> Any:
    for part in _parts(pointer):
        payload = payload[int(part) if isinstance(payload, list) else part]
    return payload


def _parts(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
