"""What programs of OpenQASM mean beyond their gates: operands on registers, aliases, loops, whole numbers."""

from __future__ import annotations

import random
import time

import numpy as np
import pytest
from qcontract.emulator.simulation import ideal, qasm
from qcontract.emulator.simulation.failures import CircuitFailure
from support.gate_matrices import PAULI as P
from support.gate_matrices import apart, applied, turn, under

HEAD = 'OPENQASM 3.0; include "stdgates.inc"; '
OLD = 'OPENQASM 2.0; include "qelib1.inc"; '


def flipped(text: str) -> set[int]:
    """The qubits that are 1 in the end, of a program that leaves each of them 0 or 1."""
    chances = np.asarray(ideal.probabilities(ideal.run(qasm.parse(text))))
    place = int(np.argmax(chances))
    assert chances[place] > 1 - 1e-9
    return {qubit for qubit in range(place.bit_length()) if place >> qubit & 1}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("qubit[2] a; qubit[2] b; x a; cx a, b;", {0, 1, 2, 3}),
        ("qubit[2] a; qubit[2] b; x a[1]; cx a, b[1];", {1, 3}),
        ("qubit[2] a; qubit[2] b; x a[1]; cx a[1], b;", {1, 2, 3}),
        ("qubit[2] a; qubit[2] b; x a; swap a, b;", {2, 3}),
        ("qubit[2] a; qubit[2] b; qubit[2] c; x a; x b; ccx a, b, c;", {0, 1, 2, 3, 4, 5}),
        ("qubit[2] a; qubit[2] b; x a; ctrl @ x a, b;", {0, 1, 2, 3}),
        ("qubit[2] a; qubit[2] b; x a[0]; negctrl @ x a, b;", {0, 3}),
        ("qubit[4] q; x q[0:1]; cx q[0:1], q[2:3];", {0, 1, 2, 3}),
        ("qubit[4] q; x q[0]; cx q[{0, 3}], q[{2, 1}];", {0, 2}),
        ("gate g a, b { cx b, a; } qubit[2] a; qubit[2] b; x b[0]; g a, b;", {0, 2}),
        ("def f(qubit[2] a, qubit[2] b) { cx a, b; } qubit[2] q; qubit[2] r; x q; f(q, r);", {0, 1, 2, 3}),
        ("def f(qubit[3] q) { x q[0]; } qubit[4] q; f(q[1:3]);", {1}),
        (
            "def f(qubit[2] q, qubit b) { cx q[0], b; } def g(qubit[2] q, qubit b) { f(q, b); x q[1]; } qubit[4] q;"
            " qubit b; x q[2]; g(q[2:3], b); g(q[0:1], q[2]);",
            {1, 2, 3, 4},
        ),
        (
            "def f(qubit[2] q, int n) { switch (n) { case 1 { x q[0]; } default { x q[1]; } } if (n == 2) { x q; } }"
            " qubit[4] q; f(q[1:2], 1); f(q[2:3], 2);",
            {1, 2},
        ),
        ("qubit[3] q; x q[-1];", {2}),
        ("qubit[4] q; x q[1:3][0]; x q[-2:-1];", {1, 2, 3}),
        ("qubit[4] q; x q[3:-2:0];", {1, 3}),
        ("qubit[2] a; qubit[2] b; let r = b ++ a; x r[0]; cx r[0:1], r[2:3];", {0, 2}),
        ("qubit[5] q; let r = q[0:2:3]; let s = r[{1}]; x s; x r[-2];", {0, 2}),
        ("qubit[3] q; let r = q[{2, 0}]; for int i in [0:1] { if (i == 0) { x r[i]; } }", {2}),
        ("qubit[2] q; reset q; x q[1];", {1}),
        ("qubit[2] q; x q[0]; end; x q[1];", {0}),
        ("qubit[3] q; for int i in [0:2] { x q[i]; if (i == 1) { end; } }", {0, 1}),
        ("qubit[3] q; barrier q; x q[1]; barrier q[0], q[2];", {1}),
        ("gate g a { barrier a; x a; } qubit[2] q; g q[1];", {1}),
        ("qubit[3] q; int n = 2; switch (n) { case 1 { x q[0]; } } x q[2];", {2}),
        ("gate h a { x a; } qubit q; h q;", {0}),
    ],
)
def test_operands(text: str, wanted: set[int]) -> None:
    assert flipped(HEAD + text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("x a; cx a,b;", {0, 1, 2, 3}),
        ("x a; swap a,b;", {2, 3}),
        ("x a[0]; cx a[0],b;", {0, 2, 3}),
        ("x a[0]; cx a,b[1];", {0, 3}),
        ("gate g(t) u,v { rx(t/2) u; rx(t*1/2) u; cx u,v; } g(pi) a,b;", {0, 1, 2, 3}),
    ],
)
def test_operands_of_openqasm_2(text: str, wanted: set[int]) -> None:
    head, _, calls = text.rpartition("} ")
    assert flipped(f"{OLD}{head}{'}' if head else ''} qreg a[2]; qreg b[2]; {calls}") == wanted


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ("[0:2:3]", {0, 2}),
        ("[0:3:4]", {0, 3}),
        ("[1:2:5]", {1, 3, 5}),
        ("[4:-3:0]", {4, 1}),
        ("[3:-2:0]", {3, 1}),
        ("[5:-1:3]", {3, 4, 5}),
        ("[1:0]", set()),
        ("[0:-1:2]", set()),
        ("[3:2:0]", set()),
        ("{5, 0}", {0, 5}),
        ("[0:n/2]", {0, 1, 2}),
        ("[n-1:n]", {4, 5}),
        ("[7%4:5]", {3, 4, 5}),
    ],
)
def test_loops_run_over_their_values(values: str, wanted: set[int]) -> None:
    assert flipped(f"{HEAD}const int n = 5; qubit[6] q; for int i in {values} {{ x q[i]; }}") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "const float t = 0; gate g(t) a { rx(2 * arcsin(t)) a; } g(1) q[1];",
        "const float t = 0; gate g(t) a { rx(float(t)) a; } gate f(t) a { inv @ g(t - sqrt(t) + t) a; } f(pi) q[0];"
        " g(sqrt(pi * pi) * sqrt(sqrt(1))) q[1]; inv @ f(pi) q[0];",
        "gate g(t) a { gphase(sqrt(t)); } gate f(t) a, b { h a; ctrl @ g(t * t) a, b; h a; } f(pi) q[1], q[0];",
    ],
)
def test_functions_of_parameters_are_computed_with_the_arguments(text: str) -> None:
    assert flipped(f"{HEAD}qubit[2] q; {text}") == {1}


def test_openqasm_3_1_is_read() -> None:
    assert flipped('OPENQASM 3.1; include "stdgates.inc"; qubit[2] q; x q[1];') == {1}


def test_a_reset_of_another_qubit_does_not_hide_one_that_would_change_the_state() -> None:
    with pytest.raises(CircuitFailure, match="reset after a gate"):
        qasm.parse(HEAD + "def f(qubit a) { reset a; x a; } qubit[2] q; x q[1]; f(q[0]); f(q[1]);")


def test_bounds_of_a_loop_may_be_variables_of_another() -> None:
    text = "qubit[4] q; for int i in [0:2] { for int j in [i+1:3] { x q[j]; } } for int i in [1:2] { x q[i-1]; }"
    assert flipped(HEAD + text) == {0, 3}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("const int n = 5; x q[n / 2];", {2}),
        ("const int n = 5; const int half = n / 2; x q[half];", {2}),
        ("int n = 7; int half = n / 2; x q[half];", {3}),
        ("rx(pi * (4 / 2) / 2) q[1];", {1}),
        ("rx(pi * (3.0 / 3)) q[1]; rx(2 * pi / 2) q[2];", {1, 2}),
        ("const int n = -7; x q[3 + n / 4]; x q[4 + n % 4];", {1, 2}),
        ("for int i in [0:5] { if (i % 2 == 0) { x q[i]; } }", {0, 2, 4}),
        ("for int i in [0:2] { pow(i) @ x q[i]; }", {1}),
        ("gate g(t) a { rx(t / 2) a; } g(2 * pi) q[3];", {3}),
        ("int n = 7; n = n / 2; x q[n];", {3}),
        ("uint[2] n = 1; for int i in [0:n] { x q[i]; }", {0, 1}),
        ("uint[2] n = 3; n += 2; x q[n];", {1}),
        # The root of -1 is i, on whichever side of it rounding leaves the entries of the matrix.
        ("x q[0]; h q[1]; pow(0.5) @ rz(2 * pi) q[1]; h q[1];", {0}),
    ],
)
def test_whole_numbers(text: str, wanted: set[int]) -> None:
    assert flipped(f"{HEAD}qubit[6] q; {text}") == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("qubit[2] q; cx q;", "'cx' has 2 operands here, not 1"),
        ("qubit[2] q; rx q;", "'rx' has 1 parameters, not 0"),
        ("qubit[2] a; qubit[3] b; cx a, b;", "different sizes"),
        ("qubit[2] q; x q[2];", "index 2 is not one of 2 qubits"),
        ("qubit[2] q; x r;", "'r' is no qubit"),
        ("qubit[2] q; foo q[0];", "'foo' is not defined"),
        ("qubit[2] q; ctrl @ cx q[0], q[1], q[0];", "uses a qubit twice"),
        ("qubit[2] q; x q[1:0];", "has no qubits"),
        ("nonsense", "line 1:"),
        ("qubit q; gphase(1.0) q;", "'gphase' has 0 operands"),
        ("qubit q; rx(1/2) q;", "rounds a division"),
        ("qubit q; pow(1/2) @ x q;", "rounds a division"),
        ("qubit q; for int i in [0:3] { rx(i/2) q; }", "rounds a division"),
        ("qubit q; int n = 3; n /= 2;", "on a whole number"),
        ("qubit q; for int i in [-3:3] { rx(i % 2) q; }", "remainder"),
        ("qubit[2] q; for int i in [0:1] { break; }", "'break'"),
        ("qubit[2] q; for int i in [0:1] { continue; }", "'continue'"),
        ("qubit[2] q; box { x q; }", "'box'"),
        ("qubit[2] q; delay[10ns] q;", "'delay'"),
        ("input float t; qubit q; rx(t) q;", "'input'"),
        ("gate g a { for int i in [0:1] { x a; } } qubit q; g q;", "consist of gates only"),
        ("gate g a { x b; } qubit q; g q;", "its own qubits only"),
        ("gate g a { x a; } qubit q; for int i in [0:1] { pow(i) @ g q; }", "must be a whole number"),
        ("qubit q; h q; gate h a { x a; }", "used before its definition"),
        ("qubit[2] a; qubit[2] b; let r = a ++ b; for int i in [0:1] { x r[i]; }", "index of 'r'"),
        ("qubit[3] q; for int i in [0:1] { cx q[i:i+1], q[2]; }", "numbers or constants as its ends"),
        ("qubit[3] q; for int i in [0:1] { let r = q[i:2]; }", "alias inside a block"),
        ("qubit[3] q; for int i in [0:2] { for int j in [0:2:i] { x q[j]; } }", "loop with a step"),
        ("qubit[3] q; int n = 2; for int i in [0:n] { x q[i]; }", "bounds of a loop"),
        ("qubit[3] q; for uint i in [-1:2] { x q[0]; }", "does not hold all of its values"),
        ("qubit[3] q; for uint[2] i in [0:5] { x q[0]; }", "does not hold all of its values"),
        ("qubit[3] q; for int i in {1, 0.5} { x q[0]; }", "not all of its values"),
        ("qubit[3] q; uint n = 1; rx(n - 2) q[0];", "may wrap around"),
        ("qubit[3] q; uint n = 1; rx(-n) q[0];", "may wrap around"),
        ("qubit[3] q; uint[4] n = 12; rx(n << 1) q[0];", "may wrap around"),
        ("qubit[3] q; int n = 12; rx(~n) q[0];", "'~'"),
        ("qubit[3] q; angle[4] a = pi/3; rx(a) q[0];", "angle of fewer than 32 bits"),
        ("const float t = pi; gate g(s) a { rx(sin(t)) a; } qubit q; g(1) q;", "function of 't'"),
        ("gate g(t) a { rx(sin(t)) a; } qubit q; g(1, 2) q;", "'g' has 1 parameters, not 2"),
        ("qubit q; xy(1, 2) q, q;", "'xy' has 1 parameters, not 2"),
        ("qubit[3] q; x q[0]; reset q[0];", "reset after a gate"),
        ("qubit[3] q; bit[2] c; c = measure q;", "measures 3 qubits into 2 bits"),
    ],
)
def test_what_is_refused_is_named(text: str, told: str) -> None:
    with pytest.raises(CircuitFailure, match=told) as caught:
        qasm.parse(HEAD + text)
    assert caught.value.code == "PreflightError"


@pytest.mark.parametrize(
    "text",
    [
        "qubit[6] q; gate g a { x a; } pow(-60000) @ g q[0];",
        "qubit[6] q; gate g a { x a; } pow(-100000000) @ g q[0];",
        "qubit[6] q; pow(-100000000) @ x q[0];",
        "qubit[6] q; for int i in [0:9] { pow(i*100000000) @ x q[0]; }",
        "qubit[6] q; ctrl(1000000000) @ x q;",
        "qubit[200] q; for int i in [0:999] { h q; }",
        "qubit[6] q; for int i in [0:300] { for int j in [0:i] { for int k in [0:j] { x q[0]; } } }",
        "qubit[6] q; for int i in [0:9] { for int j in [0:i*1000000000] { x q[0]; } }",
        "qubit[6] q; def f(qubit a) { for int i in [0:999] { x a; } } for int i in [0:999] { f(q[0]); }",
        "gate g0 a { x a; } "
        + " ".join(f"gate g{i + 1} a {{ pow(-9) @ g{i} a; }}" for i in range(14))
        + "qubit q; inv @ g14 q;",
        "gate g0 a { x a; } "
        + " ".join(f"gate g{i + 1} a {{ inv @ g{i} a; }}" for i in range(1500))
        + "qubit q; inv @ g1500 q;",
    ],
)
def test_hostile_modifiers_and_loops_end_at_once(text: str) -> None:
    start = time.monotonic()
    with pytest.raises(CircuitFailure):
        qasm.parse(HEAD + text)
    assert time.monotonic() - start < 30


class Writer:
    """Writes a random program and does itself what it says."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.qubits = 5
        self.state = np.zeros(1 << self.qubits, dtype=complex)
        self.state[0] = 1
        self.text = f"{HEAD}def f(qubit[2] q, float t) {{ ry(t) q[1]; cx q[1], q[0]; }} qubit[{self.qubits}] q;\n"
        self.text += "let r = q[{3, 0, 4}]; let s = q[1:2] ++ r[0:1];\n"
        self.aliases = {"q": [*range(5)], "r": [3, 0, 4], "s": [1, 2, 3, 0]}

    def turn(self, angle: float, qubit: int) -> None:
        self.state = applied(self.state, turn("y")(angle), [qubit])

    def join(self, first: int, second: int) -> None:
        self.state = applied(self.state, under(P["x"]), [first, second])

    def part(self) -> tuple[str, list[int]]:
        """A slice, a set, a name or one index, of a register or an alias."""
        name = self.random.choice([*self.aliases])
        qubits = self.aliases[name]
        size = len(qubits)
        kind = self.random.randrange(4)
        if kind == 0:
            return name, qubits
        if kind == 1:
            place = self.random.randrange(-size, size)
            return f"{name}[{place}]", [qubits[place]]
        if kind == 2:
            places = self.random.sample(range(size), self.random.randint(1, size))
            return f"{name}[{{{', '.join(map(str, places))}}}]", [qubits[place] for place in places]
        first, last = sorted(self.random.sample(range(size), 2))
        step = self.random.choice([1, 2, -1, -2])
        if step < 0:
            first, last = last, first
        reached = range(first, last + (1 if step > 0 else -1), step)
        return f"{name}[{first}:{step}:{last}]", [qubits[place] for place in reached]

    def flat(self) -> None:
        words, qubits = self.part()
        angle = round(self.random.uniform(-3, 3), 3)
        if self.random.random() < 0.4:
            self.text += f"ry({angle}) {words};\n"
            for qubit in qubits:
                self.turn(angle, qubit)
            return
        others, targets = self.part()
        pairs = len({len(qubits), len(targets)} - {1})
        if pairs > 1 or set(qubits) & set(targets):
            return
        self.text += f"cx {words}, {others};\n"
        for i in range(max(len(qubits), len(targets))):
            self.join(qubits[i % len(qubits)], targets[i % len(targets)])

    def loop(self) -> None:
        first, last = self.random.randint(0, 6), self.random.randint(0, 6)
        step, factor = self.random.choice([1, 2, 3, -1, -2, -3]), self.random.randint(1, 3)
        self.text += f"for int i in [{first}:{step}:{last}] {{ ry(0.3 * i + 0.1) q[({factor} * i + 1) % 5];\n"
        self.text += "for int j in [i:i+1] { cx q[j % 5], q[(j + 2) % 5]; } if (i % 2 == 1) { ry(0.2) r[i % 3]; }\n"
        self.text += "f(q[2:3], 0.1 * i); }\n"
        for i in range(first, last + (1 if step > 0 else -1), step):
            self.turn(0.3 * i + 0.1, (factor * i + 1) % 5)
            for j in (i, i + 1):
                self.join(j % 5, (j + 2) % 5)
            if i % 2:
                self.turn(0.2, self.aliases["r"][i % 3])
            self.turn(0.1 * i, 3)
            self.join(3, 2)


@pytest.mark.parametrize("seed", range(40))
def test_random_programs_do_what_they_say(seed: int) -> None:
    writer = Writer(seed)
    for _ in range(6):
        writer.flat()
        if writer.random.random() < 0.5:
            writer.loop()
    found = np.asarray(ideal.run(qasm.parse(writer.text)), dtype=complex)
    assert apart(found, writer.state) < 1e-9
