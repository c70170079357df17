"""Figures of the emulator's simulations, against the bare engines doing the same gates. `--large` adds 29 qubits, once.

Medians of interleaved rounds in one process and one thread; without qulacs only the numpy figures are shown.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np  # noqa: E402 - after the number of threads is set
from qcontract.emulator.simulation import engines, gates, ideal, ionq_json, noise  # noqa: E402
from run import interleaved, row, seconds  # noqa: E402

ROUNDS = 7
QUBITS = 20
LAYERS = 4
NOISY_QUBITS = 10
NOISY_LAYERS = 20
SHOTS = 1000
GIB = 1 << 30


def circuit(qubits: int, layers: int, *, pairs: bool) -> list[dict[str, Any]]:
    """A random circuit: in each layer one rotation on every qubit, an H on each if ``pairs``, and a row of CNOTs."""
    source = random.Random(1)
    found: list[dict[str, Any]] = []
    for layer in range(layers):
        for qubit in range(qubits):
            found.append({"gate": source.choice(["rx", "ry", "rz"]), "rotation": source.random(), "target": qubit})
            if pairs:
                found.append({"gate": "h", "target": qubit})
        found += [{"gate": "cnot", "control": q, "target": q + 1} for q in range(layer % 2, qubits - 1, 2)]
    return found


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Return a measure of the seconds that something takes."""

    def measure() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return measure


def bare_numpy(program: list[dict[str, Any]], qubits: int) -> Any:
    """What a page of numpy does: every gate on views of the state."""
    state = np.zeros(1 << qubits, dtype=complex)
    state[0] = 1
    for gate in program:
        target = gate["target"]
        if gate["gate"] == "cnot":
            high, low = max(target, gate["control"]), min(target, gate["control"])
            view = state.reshape(-1, 2, 1 << (high - low - 1), 2, 1 << low)
            view = view.swapaxes(1, 3) if gate["control"] == low else view
            zero = view[:, 1, :, 0].copy()
            view[:, 1, :, 0], view[:, 1, :, 1] = view[:, 1, :, 1], zero
            continue
        name = gate["gate"]
        m = gates.ROTATIONS[name](gate["rotation"]) if name in gates.ROTATIONS else gates.FIXED[name]
        view = state.reshape(-1, 2, 1 << target)
        zero, one = view[:, 0].copy(), view[:, 1].copy()
        view[:, 0] = m[0, 0] * zero + m[0, 1] * one
        view[:, 1] = m[1, 0] * zero + m[1, 1] * one
    return state


def bare_qulacs(program: list[dict[str, Any]], qubits: int, rates: noise.Model | None = None) -> Any:
    """The same by qulacs' own gates, with its own noise after each of them if there are rates."""
    from qulacs import QuantumCircuit
    from qulacs import gate as make

    found = QuantumCircuit(qubits)
    for gate in program:
        target = gate["target"]
        if gate["gate"] == "cnot":
            found.add_gate(make.CNOT(gate["control"], target))
            if rates:
                found.add_gate(make.TwoQubitDepolarizingNoise(gate["control"], target, 15 * rates.two / 16))
            continue
        found.add_gate(
            make.H(target) if gate["gate"] == "h" else getattr(make, gate["gate"].upper())(target, -gate["rotation"])
        )
        if rates:
            found.add_gate(make.DepolarizingNoise(target, 3 * rates.one / 4))
    return found


def run_qulacs(program: list[dict[str, Any]], qubits: int) -> Any:
    """Run by bare qulacs."""
    from qulacs import QuantumState

    state = QuantumState(qubits)
    bare_qulacs(program, qubits).update_quantum_state(state)
    return state.get_vector()


def sample_qulacs(program: list[dict[str, Any]], qubits: int, rates: noise.Model) -> list[int]:
    """Noisy shots by bare qulacs, one run each."""
    from qulacs import QuantumState

    state, noisy, found = QuantumState(qubits), bare_qulacs(program, qubits, rates), []
    for _ in range(SHOTS):
        state.set_zero_state()
        noisy.update_quantum_state(state)
        found += state.sampling(1)
    return found


def accelerator() -> engines.Engine | None:
    """qulacs, when it is installed."""
    if find_spec("qulacs") is None:
        return None
    from qcontract.emulator.simulation.qulacs_engine import QulacsEngine

    return QulacsEngine()


def exact() -> list[dict[str, Any]]:
    """20 qubits, from the JSON program to amplitudes."""
    program = circuit(QUBITS, LAYERS, pairs=True)

    def ours(engine: engines.Engine | None) -> Callable[[], float]:
        return timed(lambda: ideal.run(ionq_json.parse({"qubits": QUBITS, "circuit": program}), engine))

    measures = {"numpy": ours(engines.NumpyEngine()), "bare_numpy": timed(lambda: bare_numpy(program, QUBITS))}
    accelerated = accelerator()
    if accelerated:
        measures |= {"qulacs": ours(accelerated), "bare_qulacs": timed(lambda: run_qulacs(program, QUBITS))}
    reference = ideal.run(ionq_json.parse({"qubits": QUBITS, "circuit": program}))
    assert np.abs(bare_numpy(program, QUBITS) - reference).max() < 1e-9
    found = interleaved(ROUNDS, **measures)
    what = f"{QUBITS} qubits, {len(program)} gates"
    return [
        {**row(f"{what}, {name} / bare {name}", found[name] / found[f"bare_{name}"], 1.3), "seconds": found[name]}
        for name in ("numpy", "qulacs")
        if name in found
    ]


def noisy() -> list[dict[str, Any]]:
    """1,000 shots at the rates of aria-1 on 10 qubits."""
    program = circuit(NOISY_QUBITS, NOISY_LAYERS, pairs=False)
    rates = noise.MODELS["aria-1"]

    def ours(engine: engines.Engine) -> Callable[[], float]:
        parsed = ionq_json.parse({"qubits": NOISY_QUBITS, "circuit": program})
        return timed(lambda: noise.sample(parsed, rates, SHOTS, 1, engine))

    measures = {"numpy": ours(engines.NumpyEngine())}
    accelerated = accelerator()
    if accelerated:
        measures |= {
            "qulacs": ours(accelerated),
            "bare_qulacs": timed(lambda: sample_qulacs(program, NOISY_QUBITS, rates)),
        }
    found = interleaved(ROUNDS, **measures)
    peer = found.get("bare_qulacs")
    what = f"{SHOTS} noisy shots, {NOISY_QUBITS} qubits, {len(program)} gates"
    return [
        {
            **row(f"{what}, {name}" + (" / bare qulacs" if peer else ", seconds"), found[name] / (peer or 1), None),
            "seconds": found[name],
        }
        for name in ("numpy", "qulacs")
        if name in found
    ]


def order(qubits: int, program: list[dict[str, Any]]) -> bytes:
    """One line of a worker's standard input."""
    source = {"format": "ionq", "program": {"qubits": qubits, "circuit": program}}
    settings = {"mode": "exact", "shots": 1, "seed": 1, "max_qubits": 29, "memory": 12 * GIB}
    return json.dumps({**settings, "circuits": [source]}).encode() + b"\n"


def worker(line: bytes) -> float:
    """Return the seconds from the start of a worker to its answer."""
    start = time.perf_counter()
    command = [sys.executable, "-P", "-m", "qcontract.emulator.worker", str(13 * GIB)]
    done = subprocess.run(command, input=line, stdout=subprocess.PIPE, check=True)
    _, answer, _ = done.stdout.split(b"\n", 2)  # that it has begun, the answer, and the results themselves
    assert "failure" not in json.loads(answer)["outcomes"][0], answer[:300]
    return time.perf_counter() - start


def start_up() -> list[dict[str, Any]]:
    """A worker's start and first small job, against an interpreter that imports numpy."""
    small = order(2, circuit(2, 1, pairs=True))
    found = interleaved(ROUNDS, ours=lambda: worker(small), peer=lambda: seconds("-c", "import numpy"))
    ratio = found["ours"] / found["peer"]
    return [{**row("start of a worker and a first job / import numpy", ratio, None), "seconds": found["ours"]}]


def large() -> list[dict[str, Any]]:
    """A GHZ state of 29 qubits, once, in a worker of its own; the ratio is that of its memory to 12 GiB."""
    program = [{"gate": "h", "target": 0}, *({"gate": "cnot", "control": q, "target": q + 1} for q in range(28))]
    spent = worker(order(29, program))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return [{**row("29 qubits once, GHZ: peak memory / 12 GiB", peak / (12 * GIB), 1.0), "seconds": spent}]


def main() -> None:
    """Measure, print a table on stderr and JSON on stdout."""
    rows = [*exact(), *noisy(), *start_up(), *(large() if "--large" in sys.argv else ())]
    for figure in rows:
        goal = "" if figure["goal"] is None else f"  (goal: at most {figure['goal']})"
        print(f"{figure['what']:<62} {figure['ratio']:>7.3f} {figure['seconds']:>8.3f} s{goal}", file=sys.stderr)
    print(json.dumps({"schema": "qcontract.bench/1", "python": sys.version.split()[0], "figures": rows}, indent=2))


if __name__ == "__main__":
    main()
