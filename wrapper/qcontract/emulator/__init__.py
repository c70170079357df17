"""The APIs on this machine: IonQ v0.3, IonQ v0.4 and qBraid v2 over one store, computing what they answer.

Nothing is imported before it is used, since the worker process begins here as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .control.control import Violation
    from .control.faults import FaultRule
    from .control.kinds import KINDS
    from .control.limits import Limit
    from .control.timing import Timing
    from .emulator import Emulator
    from .http import Request, Response
    from .server import Server, serve

__all__ = [
    "KINDS",
    "Emulator",
    "FaultRule",
    "Limit",
    "Request",
    "Response",
    "Server",
    "Timing",
    "Violation",
    "serve",
]

_HOMES = {
    "KINDS": "control.kinds",
    "Emulator": "emulator",
    "FaultRule": "control.faults",
    "Limit": "control.limits",
    "Request": "http",
    "Response": "http",
    "Server": "server",
    "Timing": "control.timing",
    "Violation": "control.control",
    "serve": "server",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
