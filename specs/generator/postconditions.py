"""What must be true of a finished package, whatever the generator said."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from naming import class_name, snake_case
from refusal import Refused
from walk import operations

_NEEDED = {"_get_kwargs", "_parse_response"}


def check_package(package: Path, document: dict[str, Any]) -> None:
    """Check that no operation and no component was lost.

    Raises:
        Refused: Names what is missing.
    """
    modules = {path.stem: path for path in package.glob("api/*/*.py")}
    for path, method, operation in operations(document):
        module = modules.get(snake_case(operation["operationId"]))
        if module is None or not _definitions(module) >= _NEEDED:
            raise Refused(f"the generator gave no usable module for {method.upper()} {path}")
    classes = {name for path in package.glob("models/*.py") for name in _definitions(path)}
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        if has_class(schema) and class_name(name) not in classes:
            raise Refused(f"the generator gave no class {class_name(name)} for the schema {name}")


def has_class(schema: dict[str, Any]) -> bool:
    """Whether a component becomes a class: an object of its own or an enumeration."""
    is_object = schema.get("type") == "object" or "properties" in schema
    return is_object or "enum" in schema


def _definitions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in tree.body if isinstance(node, kinds)}
