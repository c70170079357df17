"""Every kind of drift, planted in the service and in the contract, and everything in the suite that could notice."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any

import httpx
import schemathesis
from attrs import frozen
from contract.test_emulator_conforms import CHECKS, HEADERS
from qcontract import Circuit, IonQ, QBraid
from qcontract.contract import packaged
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.emulator import Emulator
from qcontract.errors import QContractError

READ = {
    "ionq-v0.3": ("/jobs/{UUID}", "getJob"),
    "ionq-v0.4": ("/jobs/{UUID}", "GetJob"),
    "qbraid-v2": ("/jobs/{job_qrn}", "get_job_jobs__job_qrn__get"),
}
"""The operation in which drift is planted: reading a job, which every program does."""

CIRCUIT = Circuit(1).x(0)


@frozen
class Kind:
    """A kind of drift: how the emulator's fault is called, and what happens to a contract."""

    name: str
    fault: Mapping[str, Any]
    plant: Callable[[dict[str, Any], dict[str, Any]], None]
    """Gets the contract and the operation's success, both to be changed."""


class Subject:
    """An emulator that serves one contract and holds one finished job."""

    def __init__(self, contract: str) -> None:
        self.contract = contract
        self.api = contract.partition("@")[0]
        self.path, self.operation = READ[self.api]
        self._stack = ExitStack()
        self.emulator = self._stack.enter_context(Emulator(snapshots=[contract], seed=7))
        with self.client() as client:
            self.job = client.jobs.submit(CIRCUIT, shots=10).id
        self.emulator.settle()

    def close(self) -> None:
        self._stack.close()

    def answer(self) -> tuple[int, str, bytes]:
        """What the service says about the job now, as it says it."""
        url = f"{self.emulator.base_url(self.contract)}{self.path.partition('{')[0]}{self.job}"
        with httpx.Client(transport=self.emulator.transport(), headers=HEADERS) as client:
            said = client.get(url)
        return said.status_code, said.headers.get("content-type", ""), said.content

    def client(self, events: list[Any] | None = None) -> Any:
        kind = QBraid if self.api == "qbraid-v2" else IonQ
        return kind(
            self.contract,
            key="test-key",
            base_url=self.emulator.base_url(self.contract),
            transport=self.emulator.transport(),
            on_event=None if events is None else events.append,
        )


def service_breaks_contract(subject: Subject, document: Mapping[str, Any]) -> bool:
    """Whether schemathesis, reading the job, finds that service and contract disagree."""
    schema = schemathesis.openapi.from_dict(copy.deepcopy(dict(document)))
    schema.app = subject.emulator.app
    try:
        operation = schema[subject.path]["GET"]
    except LookupError:
        return True
    name = subject.path.rpartition("{")[2].rstrip("}")
    case = operation.Case(path_parameters={name: subject.job}, headers=dict(HEADERS))
    prefix = "/api/v1" if subject.api == "qbraid-v2" else f"/{subject.api.removeprefix('ionq-')}"
    try:
        case.call_and_validate(base_url=f"http://testserver{prefix}", headers=HEADERS, checks=CHECKS)
    except (BaseExceptionGroup, Exception):  # schemathesis raises groups of its own failures
        return True
    return False


def client_speaks(subject: Subject) -> bool:
    """Whether our client, reading the job, raises an error of ours or tells of drift."""
    events: list[Any] = []
    try:
        with subject.client(events) as client:
            client.jobs.get(subject.job)
    except QContractError:
        return True
    return any(type(event).__name__ == "Drift" for event in events)


def comparison_finds(subject: Subject, document: Mapping[str, Any]) -> bool:
    """Whether the drift engine finds a difference between the contract and the changed one."""
    old = Spec.of(packaged(subject.contract).document, name="old")
    return bool(compare(old, Spec.of(document, name="new"), client="strict").findings)


def package_differs(subject: Subject, document: Mapping[str, Any]) -> bool:
    """Whether the generated package no longer carries the contract."""
    return packaged(subject.contract).document != document


def changed(subject: Subject, kind: Kind) -> dict[str, Any]:
    """Return the contract with one kind of drift planted in the operation's success."""
    document = copy.deepcopy(dict(packaged(subject.contract).document))
    operation = document["paths"][subject.path]["get"]
    shared = document["components"].get("responses", {})
    operation["responses"] = {
        status: copy.deepcopy(shared[answer["$ref"].rpartition("/")[2]]) if "$ref" in answer else answer
        for status, answer in operation["responses"].items()
    }
    kind.plant(document, operation)
    return document


def _job(document: dict[str, Any], operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every description of an object with a status that the success can be."""
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    waiting, seen = [schema], set[str]()
    while waiting:
        schema = waiting.pop()
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if name not in seen:
                seen.add(name)
                waiting.append(document["components"]["schemas"][name])
            continue
        waiting += [part for word in ("allOf", "anyOf", "oneOf") for part in schema.get(word, ())]
        waiting += [one for name, one in schema.get("properties", {}).items() if name == "data"]
        if "status" in schema.get("properties", {}):
            yield schema


def _each(change: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, Any], dict[str, Any]], None]:
    def plant(document: dict[str, Any], operation: dict[str, Any]) -> None:
        for schema in list(_job(document, operation)):
            change(schema)

    return plant


def _grow(schema: dict[str, Any]) -> None:
    schema["properties"]["status"] = {"type": "string", "enum": ["submitted", "ready", "completed", "reviewed"]}


def _rename(schema: dict[str, Any]) -> None:
    schema["properties"]["state"] = schema["properties"].pop("status")
    schema["required"] = ["state", *(name for name in schema.get("required", ()) if name != "status")]


def _remove_member(schema: dict[str, Any]) -> None:
    del schema["properties"]["status"]
    schema["required"] = [name for name in schema.get("required", ()) if name != "status"]


def _retype(schema: dict[str, Any]) -> None:
    schema["properties"]["status"] = {"type": "integer"}


def _only_null(schema: dict[str, Any]) -> None:
    schema["properties"]["status"] = {"enum": [None]}


def _add_required(schema: dict[str, Any]) -> None:
    schema["properties"]["priority"] = {"type": "integer"}
    schema["required"] = [*schema.get("required", ()), "priority"]


def _close(schema: dict[str, Any]) -> None:
    schema["properties"]["priority"] = {"type": "integer"}
    schema["additionalProperties"] = False


def _other_status(_: dict[str, Any], operation: dict[str, Any]) -> None:
    operation["responses"]["206"] = operation["responses"].pop("200")


def _other_type(_: dict[str, Any], operation: dict[str, Any]) -> None:
    content = operation["responses"]["200"]["content"]
    content["application/cbor"] = content.pop("application/json")


def _remove_operation(document: dict[str, Any], operation: dict[str, Any]) -> None:
    for item in document["paths"].values():
        for method in [method for method, one in item.items() if one is operation]:
            del item[method]


def _demand(_: dict[str, Any], operation: dict[str, Any]) -> None:
    parameter = {"name": "view", "in": "query", "required": True, "schema": {"type": "string"}}
    operation["parameters"] = [*operation.get("parameters", ()), parameter]


KINDS = (
    Kind("status enum grown", {"change": "new-value"}, _each(_grow)),
    Kind("field added to an open object", {"change": "new-field", "where": "open"}, _each(_add_required)),
    Kind("field added to a closed object", {"change": "new-field", "where": "closed"}, _each(_close)),
    Kind("field missing", {"change": "missing-field"}, _each(_remove_member)),
    Kind("type changed", {"change": "wrong-type"}, _each(_retype)),
    Kind("null where it is not allowed", {"change": "null"}, _each(_only_null)),
    Kind("undocumented status", {"change": "status"}, _other_status),
    Kind("undocumented content type", {"change": "content-type"}, _other_type),
    Kind("property renamed", {"change": "renamed"}, _each(_rename)),
    Kind("operation removed", {"change": "removed"}, _remove_operation),
    Kind("required parameter added", {"change": "required-parameter"}, _demand),
)
