"""An emulator at one contract, and for each deviation from it a scene in which it happens."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema_rs
from attrs import frozen
from qcontract.contract import Operation, compile_schema
from qcontract.emulator import Emulator, Request, Response
from qcontract.emulator.checks import Checks, checks
from qcontract.emulator.control.counters import Counts
from qcontract.emulator.deviations import deviation, deviations
from qcontract.emulator.http import Fault

Scene = Callable[["World"], None]

SCENES: dict[str, Scene] = {}

CIRCUIT = {"gateset": "qis", "qubits": 2, "circuit": [{"gate": "x", "target": 0}]}
QASM3 = 'OPENQASM 3.0; include "stdgates.inc"; qubit[2] q; bit[2] c; x q[0]; c = measure q;'


def shows(name: str) -> Callable[[Scene], Scene]:
    """Let a function be the scene of a deviation."""

    def keep(scene: Scene) -> Scene:
        assert name not in SCENES
        SCENES[name] = scene
        return scene

    return keep


@frozen
class World:
    """What a scene happens in."""

    emulator: Emulator
    contract: str
    key: str

    @property
    def checks(self) -> Checks:
        return checks(self.contract)

    @property
    def api(self) -> str:
        return self.contract.partition("@")[0]

    @property
    def mount(self) -> str:
        return "/" + self.emulator.base_url(self.contract).split("/", 3)[3]

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Response:
        """Ask; the path may have a query."""
        sent = {"authorization": f"apiKey {self.key}", "x-api-key": self.key, "content-type": "application/json"}
        content = b"" if body is None else json.dumps(body).encode()
        place, _, query = path.partition("?")
        return self.emulator.handle(Request(method, self.mount + place, query, {**sent, **headers}, content))

    def get(self, path: str) -> Any:
        answer = self.ask("GET", path)
        assert answer.status == 200, answer.body
        return answer.json()["data"] if self.api == "qbraid-v2" else answer.json()

    def submission(self, **members: object) -> dict[str, Any]:
        """A job as the contract has it."""
        if self.api == "qbraid-v2":
            program = {"format": "qasm3", "data": QASM3}
            return {"deviceQrn": "qbraid:qbraid:sim:qir-sv", "shots": 20, "program": program, **members}
        if self.api == "ionq-v0.3":
            return {"target": "simulator", "input": CIRCUIT, **members}
        return {"type": "ionq.circuit.v1", "backend": "simulator", "input": CIRCUIT, **members}

    def machine(self, name: str = "qpu.forte-1", **members: object) -> dict[str, Any]:
        """A job for a machine of IonQ."""
        return self.submission(**{"target" if self.api == "ionq-v0.3" else "backend": name}, **members)

    def run(self, body: object) -> Any:
        """Submit, and return the ended job."""
        answer = self.ask("POST", "/jobs", body)
        assert answer.status in (200, 201), answer.body
        self.emulator.settle()
        created = answer.json().get("data", answer.json())
        return self.get(f"/jobs/{created.get('id') or created['jobQrn']}")

    def operation(self, name: str) -> Operation:
        return next(one for one in self.checks.contract.operations if one.operation_id == name)

    def allows(self, name: str, body: object = None, **query: str) -> bool:
        """Tell whether the contract allows a request, gates and all."""
        operation = self.operation(name)
        try:
            self.checks.query(operation, {member: [value] for member, value in query.items()})
        except Fault:
            return False
        if body is None:
            return True
        content = (operation.request_body or {}).get("content", {})
        schema = content.get("application/json", {}).get("schema", False)
        document = self.checks.contract.document
        return jsonschema_rs.validator_for(dict(compile_schema(document, schema, direction="request"))).is_valid(body)


def is_marked(answer: Response, name: str) -> None:
    """Hold an answer to say that it needed a deviation, and rests on it."""
    assert answer.headers.get("x-qcontract-deviation") == name, answer.body
    strengths = ["documented", "observed", "assumed"]
    told = answer.headers["x-qcontract-basis"]
    assert strengths.index(told) >= strengths.index(deviation(name).basis)


def is_assumed(answer: Response) -> Any:
    """Hold an answer to be a success that is marked as our choice, and return what it holds."""
    assert answer.status in (200, 201), answer.body
    assert answer.headers["x-qcontract-basis"] == "assumed"
    return answer.json()


def unlisted(counts: Counts) -> Iterator[str]:
    """Yield operations that rested on an assumption although no entry names them, given what ``basis()`` counted."""
    listed = [entry for entry in deviations() if entry.basis == "assumed" and entry.kind != "answers"]
    for contract, operations in counts.items():
        places = (contract, contract.partition("@")[0])
        named = {one for entry in listed for place in places for one in entry.where.get(place, ())}
        yield from (
            f"{contract} {name}" for name, bases in operations.items() if "assumed" in bases and name not in named
        )
