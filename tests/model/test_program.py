"""Programs as they stand in files."""

from __future__ import annotations

import contextlib
import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract import Batch, Circuit, InvalidCircuit, Qasm, read_program
from support.strategies import json_values

X = {"gate": "x", "target": 0}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        (" \ufeff\n", "is empty"),
        ("{", "not valid JSON"),
        ("[1]", "must be a JSON object, got list"),
        ("{}", "'circuit' is missing"),
        ('{"circuit": {}}', "must be a JSON list"),
        ('{"circuit": [5]}', "gate 0 must be a JSON object"),
        ('{"circuit": [], "circuit": []}', "occurs twice"),
        ('{"circuit": [], "more": 1, "also": 2}', "unknown member(s) also, more"),
        ('{"circuit": [], "gateset": "qiskit"}', "unknown gateset"),
        ('{"circuit": [], "gateset": ["qis"]}', "unknown gateset"),
        ('{"circuit": [], "qubits": 0}', "number of qubits"),
        ('{"circuit": [], "qubits": "2"}', "number of qubits"),
        ('{"circuit": [], "name": 5}', "name must be a text"),
        ('{"circuits": []}', "'circuits' is empty"),
        ('{"circuits": {}}', "must be a JSON list"),
        ('{"circuits": [5]}', "circuit 0 must be a JSON object"),
        ('{"circuits": [{"circuit": []}, {"circuit": [{"gate": "x"}]}]}', "circuit 1: gate 0 (x)"),
        ('{"circuits": [], "name": "n"}', "unknown member(s) name beside 'circuits'"),
        ('{"input": []}', "member 'input' must be a JSON object"),
        ('{"circuit": [' + "[" * 100_000, "not valid JSON"),
        ("qubit[2] q;", "OPENQASM"),
        ("OPENQASM 4.0;", "OPENQASM"),
        ("OPENQASM;", "OPENQASM"),
        ("openqasm 3.0;", "OPENQASM"),
        ("// OPENQASM 3.0;\nqubit q;", "OPENQASM"),
        ("/* OPENQASM 3.0;", "OPENQASM"),
        ("PK\x03\x04", "OPENQASM"),
    ],
    ids=lambda text: ascii(text)[:40],
)
def test_what_is_no_program_says_why(text: str, said: str) -> None:
    with pytest.raises(InvalidCircuit) as caught:
        read_program(text, "the file x.json")
    assert said in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("OPENQASM 2.0;\nqreg q[1];", 2),
        ("OPENQASM 3;\nqubit q;", 3),
        ("OPENQASM 3.1;", 3),
        ("OPENQASM\t3.0 ;", 3),
        ("// a comment\n/* and\nanother OPENQASM 2.0; */ OPENQASM 3.0;", 3),
        ("\ufeff\n  OPENQASM 2.0;", 2),
        ("/**/OPENQASM 2.0;", 2),
        ("//\nOPENQASM 2.0;", 2),
    ],
    ids=ascii,
)
def test_qasm_is_known_by_its_first_statement(text: str, version: int) -> None:
    program = read_program(text)
    assert isinstance(program, Qasm)
    assert program.version == version
    assert program.text.endswith(text.lstrip("\ufeff \n"))
    assert text not in repr(program) or not text


@pytest.mark.parametrize("part", ["/*", "//", "/**/", " ", "\n", "/", "//\n", "/*/"])
def test_a_hostile_text_is_refused_quickly(part: str) -> None:
    began = time.process_time()
    with pytest.raises(InvalidCircuit):
        read_program("/" + part * 300_000)
    assert time.process_time() - began < 1


def test_a_member_named_format_is_allowed() -> None:
    body = {"format": "ionq.circuit.v0", "gateset": "qis", "qubits": 1, "circuit": [X]}
    assert read_program(json.dumps(body)) == Circuit(1).x(0)
    assert read_program(json.dumps({"input": body})) == Circuit(1).x(0)
    assert read_program(json.dumps({"format": "f", "circuits": [{"circuit": [X]}]})) == Batch((Circuit(1).x(0),))


NAMES = ["gateset", "qubits", "circuit", "circuits", "gate", "target", "targets", "control", "name", "input"]


@settings(max_examples=50)
@given(json_values(NAMES), json_values(NAMES), json_values(NAMES))
def test_any_json_is_a_program_or_an_error(whole: Any, part: Any, gate: Any) -> None:
    gates = {"gate": "rx", "target": 0, "rotation": 1} | (gate if isinstance(gate, dict) else {})
    for body in (whole, {"circuit": part}, {"circuit": [gates]}, {"circuits": [part, {"circuit": [gates]}]}, [whole]):
        with contextlib.suppress(InvalidCircuit):
            assert isinstance(read_program(json.dumps(body)), Circuit | Batch)


@given(st.text())
def test_any_text_is_a_program_or_an_error(text: str) -> None:
    with contextlib.suppress(InvalidCircuit):
        read_program(text)
