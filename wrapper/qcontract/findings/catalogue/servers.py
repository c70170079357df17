"""Rules about where the service is reached."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, Example, by_view, define
from qcontract.findings.catalogue.fragments import JOBS

__all__ = ["RULES"]

_rule = partial(define, "access")
_show = partial(Example, "document")


def _served(*urls: str) -> dict[str, Any]:
    return {"paths": JOBS, "servers": [{"url": url} for url in urls]}


def _region(default: str) -> dict[str, Any]:
    variable = {"default": default, "enum": ["eu", "us"]}
    server = {"url": "https://{region}.example.test", "variables": {"region": variable}}
    return {"paths": JOBS, "servers": [server]}


RULES = (
    _rule(
        "server-removed",
        "server",
        "One server fewer",
        "the server {value} was removed",
        (
            "The service is not reached at this address any more.",
            "Programs that call it there.",
            "Replace {value} in the configuration of every client by an address that the new contract lists.",
        ),
        BREAKING,
        _show(_served("https://a.example.test", "https://b.example.test"), _served("https://a.example.test")),
        many="the servers {values} were removed",
    ),
    _rule(
        "server-added",
        "server",
        "One more server",
        "the server {value} is new",
        (
            "The service is reached at one more address.",
            "Nobody.",
            "Nothing needs to be done; {value} is one more address to choose from.",
        ),
        COMPATIBLE,
        _show(_served("https://a.example.test"), _served("https://a.example.test", "https://b.example.test")),
        many="the servers {values} are new",
    ),
    _rule(
        "server-default-changed",
        "server",
        "Another server comes first",
        "the first server went from {old} to {new}",
        (
            "The address that a client takes by itself is another one; the old one is still there.",
            "Programs that rely on being sent to the old one, such as its region.",
            "Name the server in your configuration if it matters which one answers: clients that take the first now "
            "reach {new} instead of {old}.",
        ),
        by_view("info", "risky", "risky"),
        _show(_region("eu"), _region("us")),
    ),
)
