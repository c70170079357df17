"""What a real generated package offers, read from its files in the form in which the drift engine models it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from qcontract.drift.impact import surface
from qcontract.drift.impact.surface import CLOSED, OPEN, Slot

__all__ = ["modelled", "real"]

Offer = dict[str, Any]
"""By dotted name: the arguments or attributes with annotation, need and default; or the members with their values."""


def real(package: Path) -> Offer:
    """Read a generated package."""
    found: Offer = {}
    enums: dict[str, Any] = {}
    for path in sorted(package.glob("api/*/*.py")):
        if path.stem != "__init__":
            found[f"api.{path.parent.name}.{path.stem}"] = _function(path)
    for path in sorted(package.glob("models/*.py")):
        if path.stem not in {"__init__", "unknown_variant"}:
            made = next(node for node in _tree(path).body if isinstance(node, ast.ClassDef))
            found[f"models.{path.stem}.{made.name}"] = _members(made) if _is_enum(made) else _attributes(made)
            enums |= {f"{made.name}.{name}": value for name, value in _members(made).items() if _is_enum(made)}
    return {home: {name: _valued(part, enums) for name, part in parts.items()} for home, parts in found.items()}


def modelled(document: dict[str, Any]) -> Offer:
    """Model the package of a document."""
    side = surface(document)
    found: Offer = {}
    for function in side.functions.values():
        arguments = {name: _slot(slot) for name, slot in function.arguments.items()}
        found[str(function.element)] = {**arguments, "(path)": [*function.positional], "return": function.returns}
    for made in side.classes.values():
        attributes = {name: _slot(slot) for name, slot in made.attributes.items()}
        found[f"models.{made.module}.{made.name}"] = dict(made.members) if made.kind == "enum" else attributes
    return found


def _valued(part: Any, enums: dict[str, Any]) -> Any:
    """A declaration whose default is a member of an enumeration, with the value of the member."""
    is_named = isinstance(part, tuple) and isinstance(part[2], str)
    return (*part[:2], enums.get(part[2], part[2])) if is_named else part


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _function(path: Path) -> Offer:
    sync = next(node for node in _tree(path).body if getattr(node, "name", "") == "sync")
    assert isinstance(sync, ast.FunctionDef)
    several = sync.args
    first = [None] * (len(several.args) - len(several.defaults)) + [*several.defaults]
    pairs = [*zip(several.args, first, strict=True), *zip(several.kwonlyargs, several.kw_defaults, strict=True)]
    found: Offer = {argument.arg: _declared(argument.annotation, default) for argument, default in pairs}
    return {**found, "(path)": [argument.arg for argument in several.args], "return": _types(sync.returns)}


def _attributes(made: ast.ClassDef) -> Offer:
    found = {}
    for node in made.body:
        if (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and not node.target.id.startswith("__")
        ):
            is_rest = node.target.id in {OPEN, CLOSED}
            found[node.target.id] = _declared(node.annotation, ast.Constant({}) if is_rest else node.value)
    return found


def _members(made: ast.ClassDef) -> Offer:
    assigned = [node for node in made.body if isinstance(node, ast.Assign)]
    return {ast.unparse(node.targets[0]): ast.literal_eval(node.value) for node in assigned}


def _is_enum(made: ast.ClassDef) -> bool:
    return any("Open" in ast.unparse(base) for base in made.bases)


def _declared(annotation: ast.expr | None, default: ast.expr | None) -> tuple[frozenset[str], bool, Any]:
    """The annotation, whether callers must give a value, and the default as it stands in the contract."""
    if default is None or ast.unparse(default) == "UNSET":
        return _types(annotation), default is None, None
    return _types(annotation), False, default.value if isinstance(default, ast.Constant) else ast.unparse(default)


def _slot(slot: Slot) -> tuple[frozenset[str], bool, Any]:
    is_rest = slot.name in {OPEN, CLOSED} and not slot.key
    types = slot.types if slot.required or is_rest else slot.types | {"Unset"}
    return types, slot.is_needed, slot.default


def _types(node: ast.expr | None) -> frozenset[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _types(ast.parse(node.value, mode="eval").body)
    if isinstance(node, ast.BinOp):
        return _types(node.left) | _types(node.right)
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "list":
        return frozenset({f"list[{_written(node.slice)}]"})
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "dict" and isinstance(node.slice, ast.Tuple):
        return frozenset({f"dict[str, {_written(node.slice.elts[1])}]"})
    return frozenset() if node is None else frozenset({ast.unparse(node)})


def _written(node: ast.expr) -> str:
    return " | ".join(sorted(_types(node), key=str.lower))
