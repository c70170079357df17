"""What the effective contract says about requests and answers, as compiled validators.

Validators are made when an operation is first used, and shared by all emulators of a process.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from threading import Lock
from typing import Any, Protocol, cast

from attrs import frozen

from qcontract import errors
from qcontract.contract import Contract, ContractRef, Operation, compile_schema, effective, packaged, registry
from qcontract.contract.jsonvalue import is_array

from .extracts import beginning, without_gates
from .http import JSON, Fault

__all__ = ["Checks", "checks", "failure_codes", "shape"]


class _Problem(Protocol):
    message: str
    instance_path: list[str | int]
    kind: Any


class _Validator(Protocol):
    def is_valid(self, instance: object) -> bool: ...

    def iter_errors(self, instance: object) -> Iterable[_Problem]: ...


def shape(path: str) -> str:
    """Return a path template with all placeholders alike, so that templates can be compared."""
    return re.sub(r"\{[^}]*\}", "{}", path)


@cache
def checks(ref: str) -> Checks:
    """Return the checks of a contract, loaded once in a process."""
    return Checks(_contract(ContractRef.parse(ref)))


def failure_codes(ref: str) -> tuple[str, ...]:
    """Return the closed list of a contract of IonQ's v0.4 that a failed job's code is taken from."""
    failure = checks(ref).contract.document["components"]["schemas"]["Failure"]
    return tuple(failure["properties"]["code"]["enum"])


def _contract(ref: ContractRef) -> Contract:
    """Load a contract from its generated package, or from its YAML when no client is generated from it."""
    package = next(entry.package for entry in registry() if entry.ref == ref)
    return packaged(ref) if package else effective(ref)


@frozen
class _Query:
    """A declared query parameter, and how its text becomes a value."""

    name: str
    required: bool
    schema: Mapping[str, Any]
    validator: _Validator

    def read(self, sent: Sequence[str] | None) -> Any:
        if sent is None:
            if self.required:
                raise Fault(400, f"the query parameter '{self.name}' is required", source="query", keys=[self.name])
            return self.schema.get("default")
        value = _typed(self.schema, sent)
        if not self.validator.is_valid(value):
            raise Fault(400, f"the query parameter '{self.name}' is not valid", source="query", keys=[self.name])
        return value


class Checks:
    """Validators of one contract."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.operations: Mapping[tuple[str, str], Operation] = {
            (operation.method, shape(operation.path)): operation for operation in contract.operations
        }
        self.templates = _by_length(path for _, path in self.operations)
        self._lock = Lock()
        self._made: dict[object, _Validator | None] = {}
        self._parameters: dict[str, list[_Query]] = {}

    def body(self, operation: Operation, value: object) -> None:
        """Check a request's body; what is wrong inside a gate is left to the job, which then fails, as at the service.

        Raises:
            Fault: 400, naming the members that do not fit.
        """
        validator = self._validator(
            ("body", operation.operation_id), lambda: _json_schema(operation.request_body or {}), "request"
        )
        if validator is None:
            return
        # No contract takes an array: its beginning is refused as well, and to check a long one keeps threads waiting.
        value = beginning(value) if is_array(value) else without_gates(value)
        try:
            if validator.is_valid(value):
                return
            # To explain costs a thousand times as much as to decide, so that only so much is explained.
            explained, short = beginning(value)
            problems = [problem for top in validator.iter_errors(explained) for problem in _precise(top)]
        except ValueError:  # the validator's own limit of depth
            raise Fault(400, "the JSON body is nested too deeply", source="body") from None
        keys = list(dict.fromkeys(_key(problem) for problem in problems) if problems else short)
        where = _sentence(problems[0]) if problems else _unexplained(short)
        raise Fault(400, f"the body is not valid: {where}", source="body", keys=keys)

    def query(self, operation: Operation, sent: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """Return the declared query parameters as values, defaults filled in; others are ignored.

        Raises:
            Fault: 400, naming a parameter that is missing or does not fit.
        """
        values = {parameter.name: parameter.read(sent.get(parameter.name)) for parameter in self._queries(operation)}
        return {name: value for name, value in values.items() if value is not None}

    def _queries(self, operation: Operation) -> list[_Query]:
        with self._lock:
            if operation.operation_id not in self._parameters:
                self._parameters[operation.operation_id] = [
                    self._query(parameter) for parameter in operation.parameters if parameter["in"] == "query"
                ]
            return self._parameters[operation.operation_id]

    def _query(self, parameter: Mapping[str, Any]) -> _Query:
        schema = parameter.get("schema", {})
        plain = _resolved(compile_schema(self.contract.document, schema))
        validator = self._compile(schema, "request")
        return _Query(str(parameter["name"]), bool(parameter.get("required")), plain, validator)

    def response_schema(self, operation: Operation, status: int) -> Mapping[str, Any] | None:
        """Return what the contract says about an answer's body as a JSON Schema, None if it says nothing."""
        declared = _declared(operation, status)
        schema = None if declared is None else _json_schema(declared)
        return None if schema is None else compile_schema(self.contract.document, schema, direction="response")

    def validity(self, root: Mapping[str, Any]) -> Callable[[Any, Any], bool]:
        """Return a test whether a value fits a schema that is part of ``root``, or the whole of it."""
        definitions = {"$defs": root["$defs"]} if "$defs" in root else {}
        return lambda schema, value: _validator_for({**schema, **definitions}).is_valid(value)

    def declares(self, operation: Operation, status: int) -> bool:
        """Tell whether the contract knows an answer of a status."""
        return _declared(operation, status) is not None

    def answer(
        self, operation: Operation, status: int, value: object, media: str = JSON, *, missing: bool = False
    ) -> str | None:
        """Say how the body of a declared answer breaks the contract, or return None.

        Args:
            operation: What was asked.
            status: The answer's status.
            value: Its content.
            media: Its media type, which the contract may name with or without parameters.
            missing: Whether it may lack members.
        """
        content: Mapping[str, Any] = (_declared(operation, status) or {}).get("content", {})
        name = media if media in content else media.partition(";")[0]
        if content and name not in content:
            return f"the media type {media} is not declared"
        validator = self._validator(
            (operation.operation_id, status, name), lambda: content.get(name, {}).get("schema"), "response"
        )
        problems = () if validator is None else validator.iter_errors(value)
        return next((_sentence(_precise(one)[0]) for one in problems if not (missing and _is_missing(one))), None)

    def _validator(self, key: object, schema: Callable[[], Any], direction: Any) -> _Validator | None:
        with self._lock:
            if key not in self._made:
                found = schema()
                self._made[key] = None if found is None else self._compile(found, direction)
            return self._made[key]

    def _compile(self, schema: Any, direction: Any) -> _Validator:
        return _validator_for(compile_schema(self.contract.document, schema, direction=direction))


def _validator_for(schema: Mapping[str, Any]) -> _Validator:
    try:
        import jsonschema_rs
    except ImportError:
        raise errors.MissingExtra("emulator", "the emulator") from None
    return cast("_Validator", jsonschema_rs.validator_for(dict(schema), mask="the value"))


def _declared(operation: Operation, status: int) -> Mapping[str, Any] | None:
    declared = operation.responses
    return declared.get(str(status)) or declared.get(f"{status // 100}XX") or declared.get("default")


def _by_length(paths: Iterable[str]) -> dict[int, list[tuple[tuple[str, ...], str]]]:
    """Return path templates and their segments by the number of segments, those with most literals first."""
    found: dict[int, list[tuple[tuple[str, ...], str]]] = {}
    for path in dict.fromkeys(paths):
        parts = tuple(path.strip("/").split("/"))
        found.setdefault(len(parts), []).append((parts, path))
    for places in found.values():
        places.sort(key=lambda place: place[0].count("{}"))
    return found


def _json_schema(holder: Mapping[str, Any]) -> Any:
    media: Mapping[str, Any] = holder.get("content", {})
    return media.get(JSON, {}).get("schema")


def _resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references of a compiled schema to one that shows its type."""
    seen = 0
    while "$ref" in schema and seen < 20:
        reference = str(schema["$ref"])
        if not reference.startswith("#/$defs/"):
            break
        root = schema.get("$defs", {})
        schema = {**root[reference.removeprefix("#/$defs/").replace("~1", "/").replace("~0", "~")], "$defs": root}
        seen += 1
    return schema


def _typed(schema: Mapping[str, Any], sent: Sequence[str]) -> Any:
    """Read a query parameter as the type that its schema names; what cannot be read stays text and fails there."""
    if schema.get("type") == "array":
        items = _resolved({**schema.get("items", {}), "$defs": schema.get("$defs", {})})
        return [_scalar(items, part) for text in sent for part in text.split(",") if part]
    return _scalar(schema, sent[-1])


def _scalar(schema: Mapping[str, Any], text: str) -> Any:
    kind = schema.get("type")
    if kind == "integer" and re.fullmatch("-?[0-9]{1,18}", text):
        return int(text)
    if kind == "number" and re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,18})?", text):
        return float(text)
    if kind == "boolean" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    return text


def _is_missing(problem: _Problem) -> bool:
    return type(problem.kind).__name__ == "Required" and not len(problem.instance_path)


def _precise(problem: _Problem) -> list[_Problem]:
    """Replace 'fits none of these' by what is wrong with the alternative that was most likely meant."""
    branches: Sequence[Sequence[_Problem]] = getattr(problem.kind, "context", ())
    if not all(branches) or not branches:  # none was tried, or one fits and another does as well
        return [problem]
    here = len(problem.instance_path)
    likely = min(branches, key=lambda branch: (max(_distance(one, here) for one in branch), len(branch)))
    return [precise for one in likely for precise in _precise(one)]


def _distance(problem: _Problem, here: int) -> int:
    """Say how surely a problem shows that an alternative was not meant: a tag, then members, then what lies deeper."""
    kind, depth = type(problem.kind).__name__, len(problem.instance_path) - here
    if depth == 1 and kind in ("Enum", "Constant"):
        return 2
    return 1 if depth == 0 else 0


def _unexplained(short: Mapping[str, int]) -> str:
    """Say where something is wrong that nobody looked at."""
    reason = "does not fit, or they are too many"
    parts = [f"{path}: something behind the first {kept} {reason}" for path, kept in short.items()]
    return "; ".join(parts) or "something far behind its beginning does not fit"


def _sentence(problem: _Problem) -> str:
    where = ".".join(map(str, problem.instance_path))
    return f"{where + ': ' if where else ''}{problem.message[:300]}"


def _key(problem: _Problem) -> str:
    missing = re.match(r'"([^"]+)" is a required property', problem.message)
    extra = re.match(r"Additional properties are not allowed \('([^']+)'", problem.message)
    named = [found.group(1) for found in (missing, extra) if found]
    return ".".join(map(str, [*problem.instance_path, *named]))
