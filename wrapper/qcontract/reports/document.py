"""A report as JSON, and the JSON Schema of that."""

from __future__ import annotations

import json
from typing import Any

from qcontract.findings import report_schema
from qcontract.reports.dossier import Dossier

__all__ = ["render", "schema"]


def render(dossier: Dossier) -> str:
    """Return the report as JSON, with the migration table if there is one: the same text every time."""
    if dossier.migration is None:
        return dossier.report.to_json().decode()
    content = dossier.report.to_dict() | {"migration": dossier.migration.to_json()}
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of what ``render`` gives."""
    whole = report_schema("drift")
    whole["properties"] = whole["properties"] | {"migration": {"$ref": "#/$defs/migration"}}
    whole["$defs"] = whole["$defs"] | {"migration": _migration()}
    return whole


def _migration() -> dict[str, Any]:
    text, name = {"type": "string"}, {"type": ["string", "null"]}
    texts = {"type": "array", "items": text}
    row = {
        "kind": {"enum": ["operation", "path", "parameter", "request", "response", "value", "status", "security"]},
        "change": {"enum": ["renamed", "moved", "merged", "retyped", "gone", "new"]},
        "old": name,
        "new": name,
        "likeness": {"type": "number", "minimum": 0, "maximum": 1},
        "operations": texts,
        "old_pointer": name,
        "new_pointer": name,
        "types": {"anyOf": [{**texts, "minItems": 2, "maxItems": 2}, {"type": "null"}]},
    }
    rows = {"type": "array", "items": _closed(row)}
    return _closed({"schema": {"const": "qcontract.migration/1"}, "rows": rows})


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }
