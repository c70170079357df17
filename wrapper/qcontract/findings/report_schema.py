"""The JSON Schema of a report, for programs that read one."""

from __future__ import annotations

from typing import Any

from qcontract.findings.finding import LEVELS

__all__ = ["report_schema"]

_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_DIGEST: dict[str, Any] = {"type": "string", "pattern": "^[0-9a-f]{12}$"}


def report_schema(kind: str = "drift") -> dict[str, Any]:
    """The JSON Schema (2020-12) of what ``Report.to_json`` writes.

    Args:
        kind: Kind of the report, which names its ``schema`` member.
    """
    findings = {"type": "array", "items": {"$ref": "#/$defs/finding"}}
    properties = {
        "schema": {"const": f"qcontract.{kind}/1"},
        "old": _TEXT,
        "new": _TEXT,
        "client": {"enum": ["wire", "sdk", "strict"]},
        "verdict": {"enum": ["breaking", "risky", "compatible", "equal"]},
        "semver": {"enum": ["major", "minor", "patch"]},
        "counts": _object({level: {"type": "integer", "minimum": 0} for level in LEVELS}),
        "findings": findings,
        "ignored": findings,
        "problems": {"type": "array", "items": _object(_UNREAD)},
        "notes": _TEXTS,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"qcontract {kind} report",
        **_object(properties),
        "$defs": {"finding": _finding(), "subject": _subject(), "location": _location(), "evidence": _evidence()},
    }


_SIDE: dict[str, Any] = {"enum": ["old", "new"]}
_UNREAD: dict[str, Any] = {"side": _SIDE, "pointer": _TEXT, "message": _TEXT, "compared": {"type": "boolean"}}


def _finding() -> dict[str, Any]:
    location = {"anyOf": [{"$ref": "#/$defs/location"}, {"type": "null"}]}
    return _object(
        {
            "rule": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "level": {"enum": list(LEVELS)},
            "fingerprint": _DIGEST,
            "subject": {"$ref": "#/$defs/subject"},
            "subject_id": _DIGEST,
            "message": _TEXT,
            "place": _TEXT,
            "verdict": {"enum": ["safe", "breaking", "unknown"]},
            "evidence": {"$ref": "#/$defs/evidence"},
            "basis": {"enum": ["documented", "inferred"]},
            "operations": _TEXTS,
            "old_pointer": _TEXT,
            "new_pointer": _TEXT,
            "old_location": location,
            "new_location": location,
            "advice": _TEXT,
            "impact": _TEXTS,
            "used": {"type": ["boolean", "null"]},
            "ignored": _TEXT,
        }
    )


def _subject() -> dict[str, Any]:
    texts = {"api": _TEXT, "pointer": _TEXT, "path": _TEXT, "aspect": _TEXT}
    return _object({**texts, "direction": {"enum": ["request", "response", "both"]}, "value": {}, "change": {}})


def _location() -> dict[str, Any]:
    count = {"type": "integer", "minimum": 1}
    caret = {"type": "integer", "minimum": 0}
    return _object({"file": _TEXT, "line": count, "column": count, "excerpt": _TEXT, "caret": caret})


def _evidence() -> dict[str, Any]:
    side = {"enum": ["old", "new", ""]}
    kind = {"enum": ["value", "request", "none"]}
    told = {"kind": kind, "witness": {}, "accepted_by": side, "refused_by": side, "path": _TEXT}
    way = {"enum": ["request", "response", "both", ""]}
    schema = {"type": ["string", "object", "boolean", "null"]}
    texts = {"operation": _TEXT, "part": _TEXT, "reason": _TEXT}
    return _object({**told, **texts, "direction": way, "old_schema": schema, "new_schema": schema})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }
