"""What a finding is about, and the names that ignore files and joins know it by.

>>> subject = Subject("ionq-v0.4", "response", "/components/schemas/Job", "/status", "enum", "quantum_paused")
>>> subject.id, fingerprint("enum-value-added", subject)
('3fd4345a826e', '587dadf8e653')
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

from attrs import asdict, frozen

__all__ = ["Exchange", "Subject", "fingerprint"]

Exchange = Literal["request", "response", "both"]
"""Which messages: those that the client sends, those that it receives, or the operation as a whole."""


@frozen
class Subject:
    """One aspect of one place of an API, free of the snapshot in which it was seen.

    Args:
        api: Name of the API, such as ``ionq-v0.4``; empty for documents that are not vendored.
        direction: Which messages.
        pointer: The nearest component around the place, or else the operation, as a JSON Pointer into the document;
            path parameters have no name there (``/paths/~1jobs~1{}/get``).
        path: From there to the place in the message: member names as a JSON Pointer, ``*`` for the entries of an
            array, ``{}`` for the members without a name of their own.
        aspect: What is said about the place, such as ``type``, ``enum`` or ``required``.
        value: Which one, where an aspect has several: the enum value, the property, the status. Any JSON value.
        change: What became of it, where that may be one thing or another: the new type, the new bound. Any JSON value;
            it tells findings apart, and not what they are about.
    """

    api: str
    direction: Exchange
    pointer: str
    path: str
    aspect: str
    value: Any = None
    change: Any = None

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits, equal in every report for what is about the same."""
        return _digest(_about(self))


def fingerprint(rule: str, subject: Subject) -> str:
    """The name of a finding in ignore files and baselines: twelve hexadecimal digits.

    Args:
        rule: Id of the rule.
        subject: What the finding is about.
    """
    became = {} if subject.change is None else {"change": subject.change}
    return _digest({"rule": rule, "subject": _about(subject), **became})


def _about(subject: Subject) -> dict[str, Any]:
    return {name: value for name, value in asdict(subject).items() if name != "change"}


def _digest(value: dict[str, Any]) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
