"""Of which kind the keyword arguments of clients are; what is counted or priced is checked where it is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qcontract.flow.backoff import Backoff
from qcontract.flow.context import Context
from qcontract.model.fitting import Kinds, are_texts, optional
from qcontract.model.submission import NoiseModel
from qcontract.model.untyped import is_number
from qcontract.secret import Secret

__all__ = ["CLIENT", "FILTER", "SUBMIT"]

_TEXT: Final = (optional(str), "a text")
_CHOICE: Final = (optional(bool), "True or False")

CLIENT: Final[Kinds] = {
    "key": (optional(str, Secret), "a text"),
    "base_url": _TEXT,
    "profile": (optional(str), "the name of a section of the configuration file"),
    "timeout": (lambda value: value is None or is_number(value), "a number of seconds"),
    "retry": (optional(Backoff), "a Backoff"),
    "transport": (
        lambda value: value is None or hasattr(value, "handle_request") or hasattr(value, "handle_async_request"),
        "an httpx transport, such as emulator.transport()",
    ),
    "on_event": (lambda value: value is None or callable(value), "a function of one event"),
    "context": (optional(Context), "a Context"),
}
SUBMIT: Final[Kinds] = {
    "backend": _TEXT,
    "name": _TEXT,
    "metadata": (optional(Mapping), "texts by name, such as {'experiment': 'w'}"),
    "noise": (optional(str, NoiseModel), "the name of a noise model, or NoiseModel(name, seed)"),
    "dry_run": _CHOICE,
    "debias": _CHOICE,
    "session": (optional(str), "the id of a session"),
    "token": _TEXT,
}
FILTER: Final[Kinds] = {
    "status": (optional(str), "one of the service's own words for a status"),
    "backend": _TEXT,
    "ids": (are_texts, "a tuple of ids"),
    "parent": (optional(str), "the id of a job"),
}
