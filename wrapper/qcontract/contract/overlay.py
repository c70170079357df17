"""Overlays: the known deviations of the live service from its snapshot, each with a reason and a source."""

from __future__ import annotations

from typing import Any, Literal, cast

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object, is_same, is_true
from qcontract.errors import ContractError

__all__ = ["Action", "Overlay", "apply", "merge_patch", "parse"]

Kind = Literal["merge", "set", "remove"]
_KINDS: tuple[Kind, ...] = ("merge", "set", "remove")


@frozen
class Action:
    """One change of the document at ``target``, a JSON Pointer."""

    target: str
    kind: Kind
    value: Any
    reason: str
    source: str


@frozen
class Overlay:
    """What one overlay file says; ``origin`` is the file's name in messages."""

    origin: str
    contract: str
    actions: tuple[Action, ...]


def parse(value: Any, *, origin: str) -> Overlay:
    """Read an overlay from its parsed YAML.

    Raises:
        ContractError: It is not an overlay of version 1, or an action is incomplete; names file, index and target.
    """
    if not is_object(value) or value.get("overlay") != 1 or set(value) != {"overlay", "contract", "actions"}:
        raise ContractError(
            f"{origin} is not an overlay: it needs 'overlay: 1', 'contract' and 'actions', nothing else"
        )
    actions = value["actions"]
    if not is_array(actions):
        raise ContractError(f"{origin}: 'actions' is not a list")
    parsed = tuple(_action(action, f"{origin}, action {index}") for index, action in enumerate(actions))
    return Overlay(origin, str(value["contract"]), parsed)


def apply(document: JsonObject, overlay: Overlay) -> JsonObject:
    """The document after every action of the overlay, in order; the one given stays as it is.

    Raises:
        ContractError: An action has no target or no effect; names file, index and target.
    """
    for index, action in enumerate(overlay.actions):
        where = f"{overlay.origin}, action {index} at {action.target or 'the root'}"
        try:
            document = _replaced(document, pointer.parts(action.target), action)
        except ContractError as error:
            raise ContractError(f"{where}: {error.message}", hint=error.hint) from None
    return document


def merge_patch(target: Any, patch: Any) -> Any:
    """Apply a JSON merge patch (RFC 7396): objects merge, null removes, anything else replaces."""
    if not is_object(patch):
        return patch
    result = dict(target) if is_object(target) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merge_patch(result.get(name), value)
    return result


def _action(value: Any, where: str) -> Action:
    if not is_object(value):
        raise ContractError(f"{where} is not an object")
    kinds: list[Kind] = [kind for kind in _KINDS if kind in value]
    if len(kinds) != 1:
        raise ContractError(f"{where} needs exactly one of merge, set, remove")
    if unknown := sorted(set(value) - {"target", kinds[0], "reason", "source"}):
        raise ContractError(f"{where} has the unknown key {unknown[0]!r}")
    for key in ("target", "reason", "source"):
        if not isinstance(value.get(key), str) or (key != "target" and not value[key].strip()):
            raise ContractError(f"{where} lacks a {key}")
    if kinds[0] == "remove" and not is_true(value["remove"]):
        raise ContractError(f"{where}: write 'remove: true'")
    return Action(value["target"], kinds[0], value[kinds[0]], value["reason"], value["source"])


def _replaced(node: Any, path: tuple[str, ...], action: Action) -> Any:
    """A copy of ``node`` with the change made at ``path`` below it; what is not on the way is shared."""
    if len(path) > 1 or (path and action.kind == "merge"):
        return _with_member(node, path[0], _replaced(_member(node, path[0]), path[1:], action))
    if action.kind == "merge":
        return _effective(node, merge_patch(node, action.value))
    if not path:
        raise ContractError(f"'{action.kind}' cannot be used on the whole document")
    if action.kind == "remove":
        return _without_member(node, path[0])
    return _effective(node, _with_member(node, path[0], action.value))


def _member(node: Any, name: str) -> Any:
    return pointer.find(node, pointer.join(name))


def _with_member(node: Any, name: str, value: Any) -> Any:
    if is_object(node):
        return {**node, name: value}
    if is_array(node) and name == "-":
        return [*node, value]
    if is_array(node):
        _member(node, name)
        return [value if index == int(name) else entry for index, entry in enumerate(node)]
    raise ContractError(f"{name!r} has no object or array above it")


def _without_member(node: Any, name: str) -> Any:
    _member(node, name)
    if is_object(node):
        return {key: value for key, value in node.items() if key != name}
    return [entry for index, entry in enumerate(cast("list[Any]", node)) if index != int(name)]


def _effective(before: Any, after: Any) -> Any:
    if is_same(before, after):
        raise ContractError("the action changes nothing", hint="remove it if the snapshot has caught up")
    return after
