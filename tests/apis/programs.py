"""Every program that the wrapper can express, and how to read it back from what was sent."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from qcontract.model.circuit import Circuit, Gate
from qcontract.model.gates import GATESETS
from qcontract.model.program import Batch, Qasm

_ANGLES = st.floats(-1e6, 1e6, allow_nan=False) | st.integers(-9, 9)
_TURNS = st.floats(-1, 1)


@st.composite
def _gates(draw: st.DrawFn, gateset: str, qubits: int) -> Gate:
    kinds = {name: kind for name, kind in GATESETS[gateset].items() if kind.targets <= qubits}
    name = draw(st.sampled_from(sorted(kinds)))
    kind = kinds[name]
    order = draw(st.permutations(range(qubits)))
    most = qubits if kind.broadcast or not kind.targets else kind.targets
    targets = draw(st.integers(kind.targets or 1, most))
    if name == "cnot":
        targets = min(targets, qubits - 1)
    free = qubits - targets if kind.controllable else 0
    controls = draw(st.integers(1 if name == "cnot" else 0, min(7, free)))
    parameters = [*kind.required, *(extra for extra in kind.optional if draw(st.booleans()))]
    values = tuple((parameter, _parameter(draw, parameter, targets)) for parameter in parameters)
    values = _same_length(dict(values))
    return Gate(name, tuple(order[:targets]), tuple(order[targets : targets + controls]), values)


def _parameter(draw: st.DrawFn, name: str, targets: int) -> Any:
    if name == "phases":
        return (draw(_TURNS), draw(_TURNS))
    if name == "phase":
        return draw(_TURNS)
    if name == "terms":
        return tuple(draw(st.lists(st.text("IXYZ", min_size=targets, max_size=targets), min_size=1, max_size=3)))
    if name == "coefficients":
        return tuple(draw(st.lists(_ANGLES, min_size=3, max_size=3)))
    if name == "angle":
        return draw(st.floats(0, 0.25))
    return draw(_ANGLES) if name != "time" else draw(st.floats(0, 1e3))


def _same_length(values: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    if "terms" in values:
        values["coefficients"] = values["coefficients"][: len(values["terms"])]
    return tuple(values.items())


@st.composite
def circuits(draw: st.DrawFn, gateset: str | None = None) -> Circuit:
    gateset = gateset or draw(st.sampled_from(sorted(GATESETS)))
    qubits = draw(st.integers(2, 9))
    circuit = Circuit(qubits, gateset, name=draw(st.none() | st.just("a circuit")))
    for gate in draw(st.lists(_gates(gateset, qubits), max_size=4)):
        circuit.add(gate)
    return circuit


batches = st.lists(circuits(), min_size=1, max_size=3).map(lambda found: Batch(tuple(found)))
qasm = st.builds(
    lambda version, rest: Qasm(f"OPENQASM {version}.0;\n{rest}", version), st.sampled_from([2, 3]), st.text(max_size=20)
)
programs = circuits() | batches | qasm


def read_circuit(body: dict[str, Any], inherited: str | None = None) -> Circuit:
    """The circuit that IonQ's JSON denotes, read without the wrapper's own reader."""
    circuit = Circuit(body["qubits"], body.get("gateset", inherited), name=body.get("name"))
    for entry in body["circuit"]:
        circuit.add(_read_gate(dict(entry)))
    return circuit


def _read_gate(entry: dict[str, Any]) -> Gate:
    name = entry.pop("gate")
    targets = [entry.pop("target")] if "target" in entry else entry.pop("targets")
    controls = [entry.pop("control")] if "control" in entry else entry.pop("controls", [])
    rest = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Gate(name, tuple(targets), tuple(controls), tuple(rest.items()))


def denotes(found: Circuit, meant: Circuit) -> bool:
    """Whether two circuits are the same; the order of a gate's parameters says nothing."""
    return (found.qubits, found.gateset, *map(_comparable, found.gates)) == (
        meant.qubits,
        meant.gateset,
        *map(_comparable, meant.gates),
    )


def _comparable(gate: Gate) -> tuple[Any, ...]:
    return gate.name, gate.targets, gate.controls, dict(gate.parameters)
