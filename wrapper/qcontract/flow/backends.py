"""Tell callers which backends there are when they name one that is not."""

from __future__ import annotations

from qcontract.errors import APIError, ConnectionFailed
from qcontract.flow.context import Context
from qcontract.flow.effects import Flow
from qcontract.flow.send import send
from qcontract.flow.service import Service
from qcontract.model.names import suggestion

__all__ = ["absence"]


def absence(service: Service, name: str, context: Context) -> Flow[str | None]:
    """Ask the service for its backends, and say which it lists if none has this name.

    Returns:
        None when it lists the backend or does not answer: another error has led here and must not be hidden.
    """
    try:
        found = yield from send(service.backends(), context)
    except (APIError, ConnectionFailed):
        return None
    names = [backend.name for backend in found]
    return None if name in names else f"backends.list() has no {str(name)[:60]!r}: {suggestion(name, names)}"
