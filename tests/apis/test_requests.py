"""Everything that the wrapper sends is allowed by the effective contract, and means what the caller asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from apis.asking import HOST, ask, said
from apis.cases import CASES, CHILD_1, DEVICE, IONQ_V04, JOB, MAY, OCTOBER, QBRAID, V03, Case
from apis.judging import judge
from apis.programs import batches, circuits, denotes, programs, read_circuit
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.contract import ContractRef, effective
from qcontract.emulator.simulation import ideal, ionq_json, qasm
from qcontract.errors import ConfigurationError, NotInThisSnapshot
from qcontract.model.circuit import Circuit, Gate
from qcontract.model.program import Batch, Qasm
from qcontract.model.qasm import to_qasm3
from qcontract.model.submission import NoiseModel
from support.scripted import ScriptedServer

quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)
CIRCUIT = Circuit(2).x(0)

texts = st.text(max_size=8)
options = st.fixed_dictionaries(
    {},
    optional={
        "name": st.text("abc -_", min_size=1, max_size=9),
        "shots": st.integers(1, 1_000_000),
        "metadata": st.dictionaries(texts.filter(lambda name: name != "qcontract_token"), texts, max_size=3),
        "noise": st.sampled_from(["ideal", "aria-1", NoiseModel("forte-1", 7), NoiseModel("harmony", 2**31 - 1)]),
        "dry_run": st.booleans(),
        "debias": st.booleans(),
        "session": st.just(CHILD_1),
        "token": st.text("0123456789abcdef", min_size=1, max_size=32),
    },
)


class Sender:
    """Submits to a service that takes everything, and returns the one request that this made."""

    def __init__(self, case: Case) -> None:
        self.server = ScriptedServer(lambda _: said(case.receipt, case.created))
        self.client = case.client(case.contract, key="test-key", base_url=HOST, transport=self.server.transport)

    def __call__(self, program: Any, **given: Any) -> Any:
        self.server.requests.clear()
        self.client.jobs.submit(program, **given)
        [asked] = self.server.requests
        return asked


@pytest.fixture(scope="module")
def senders() -> dict[Case, Sender]:
    return {case: Sender(case) for case in CASES}


def refused(case: Case, program: Any, given: dict[str, Any]) -> list[str]:
    """What of a submission the contract cannot express: the whole list."""
    reasons = []
    if case is QBRAID:
        reasons += [name for name in ("noise", "debias", "session") if given.get(name) is not None]
        reasons += ["dry_run"] if given.get("dry_run") else []
        reasons += ["batch"] if isinstance(program, Batch) else []
    if case is V03:
        reasons += ["session"] if given.get("session") else []
    if case in (V03, MAY) and isinstance(program, Qasm):
        reasons.append("OpenQASM")
    if case is OCTOBER and isinstance(program, Qasm) and program.version == 2:
        reasons.append("OpenQASM 2")
    return reasons


ALONE = [
    {"name": "a name"},
    {"shots": 7},
    {"metadata": {"a": "b"}},
    {"noise": "aria-1"},
    {"noise": NoiseModel("forte-1", 7)},
    {"dry_run": True},
    {"debias": True},
    {"debias": False},
    {"session": CHILD_1},
    {"token": "0123abcd"},
]


@pytest.mark.parametrize("given", ALONE, ids=str)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_option_alone_is_sent_or_refused(case: Case, senders, given):
    _check_submission(senders[case], case, CIRCUIT, given)


@pytest.mark.parametrize("case", CASES, ids=str)
@quick
@given(program=programs, given=options)
def test_a_submission_fits_the_contract_or_is_refused_before_it_is_sent(case: Case, senders, program, given):
    _check_submission(senders[case], case, program, given)


def _check_submission(sender: Sender, case: Case, program: Any, given: dict[str, Any]) -> None:
    if refused(case, program, given):
        with pytest.raises(NotInThisSnapshot) as caught:
            sender(program, **given)
        assert case.contract in str(caught.value)
        assert sender.server.requests == []
    else:
        asked = sender(program, **given)
        assert judge(case, asked).method == "POST"
        _check_options(case, asked.json, given)


def _check_options(case: Case, body: dict[str, Any], given: dict[str, Any]) -> None:
    """Every option stands where the API reads it, and nothing stands there that was not asked for."""
    attached = body["tags" if case is QBRAID else "metadata"]
    token = attached.pop("qcontract_token")
    assert len(token) == 32 if "token" not in given else token == given["token"]
    assert attached == given.get("metadata", {})
    assert body.get("name") == given.get("name")
    assert body.get("shots") == given.get("shots", 1000 if case is QBRAID else None)
    if case is QBRAID:
        assert body["deviceQrn"] == DEVICE
        assert set(body) == {"tags", "shots", "deviceQrn", "program"} | ({"name"} & given.keys())
        return
    noise = given.get("noise")
    model = NoiseModel(noise) if isinstance(noise, str) else noise
    seed = {} if model is None or model.seed is None else {"seed": model.seed}
    assert body.get("noise") == (model and {"model": model.model} | seed)
    assert body.get("dry_run", False) == given.get("dry_run", False)
    assert body.get("session_id") == given.get("session")
    if case is V03:
        assert body.get("error_mitigation", {}).get("debias") == given.get("debias")
        assert body["target"] == "simulator"
    else:
        assert body.get("settings", {}).get("error_mitigation", {}).get("debiasing") == given.get("debias")
        assert body["backend"] == "simulator"


@pytest.mark.parametrize("case", [V03, *IONQ_V04], ids=str)
def test_what_a_contract_lists_is_what_is_sent(case: Case, senders):
    """What the contract leaves open is sent as it is: it is the service's to judge."""
    document = effective(ContractRef.parse(case.contract)).document
    schemas = document["components"]["schemas"]
    noise = schemas["noise"]["properties"]["model"] if case is V03 else schemas["NoiseModel"]
    for word in {*noise.get("enum", ()), "aria-1", "aria-2", "harmony-2", "brand-new"}:
        if word in noise.get("enum", (word,)):
            assert senders[case](CIRCUIT, noise=word).json["noise"] == {"model": word}
        else:
            _is_not_sent(senders[case], word)


def _is_not_sent(sender: Sender, noise: str) -> None:
    sender.server.requests.clear()
    with pytest.raises(NotInThisSnapshot):
        sender.client.jobs.submit(CIRCUIT, noise=noise)
    assert sender.server.requests == []


@pytest.mark.parametrize("case", [V03, *IONQ_V04], ids=str)
@quick
@given(circuit=circuits())
def test_ionq_gets_the_same_circuit(case: Case, senders, circuit):
    sent = senders[case](circuit).json
    assert denotes(read_circuit(sent["input"]), circuit)
    kind = {"ionq.circuit.v0": sent["input"].get("format")} if case is V03 else {"ionq.circuit.v1": sent["type"]}
    assert all(name == found for name, found in kind.items())


@pytest.mark.parametrize("case", [V03, *IONQ_V04], ids=str)
@quick
@given(batch=batches)
def test_ionq_gets_the_same_circuits_with_their_names(case: Case, senders, batch):
    sent = senders[case](batch).json
    found = [read_circuit(entry, sent["input"]["gateset"]) for entry in sent["input"]["circuits"]]
    assert len(found) == len(batch.circuits)
    assert all(map(denotes, found, batch.circuits))
    assert [circuit.name for circuit in found] == [circuit.name for circuit in batch.circuits]
    assert sent["input"]["qubits"] == max(circuit.qubits for circuit in batch.circuits)
    if case is not V03:
        assert sent["type"] == "ionq.multi-circuit.v1"


@quick
@given(circuit=circuits())
def test_qbraid_gets_the_same_circuit(senders, circuit):
    program = senders[QBRAID](circuit).json["program"]
    if circuit.gateset == "native" or any(gate.name == "pauliexp" for gate in circuit.gates):
        assert program["format"] == "ionq.circuit.v0"
        assert denotes(read_circuit(program["data"]), circuit)
    else:
        assert program == {"format": "qasm3", "data": to_qasm3(circuit).text}


@pytest.mark.parametrize(("case", "version"), [(OCTOBER, 3), (QBRAID, 2), (QBRAID, 3)], ids=str)
def test_openqasm_travels_unchanged(case: Case, version, senders):
    text = f'OPENQASM {version}.0;\ninclude "x.inc"; // \u03b8\n'
    sent = senders[case](Qasm(text, version)).json
    if case is QBRAID:
        assert sent["program"] == {"format": f"qasm{version}", "data": text}
    else:
        assert (sent["type"], sent["input"]) == ("ionq.qasm3.v1", {"data": text})


@pytest.mark.parametrize("case", [V03, *IONQ_V04], ids=str)
def test_no_parameter_is_lost_on_the_way(case: Case, senders):
    """The gates whose members were once missing in the generated classes, written out."""
    qis = Circuit(9)
    terms = (("terms", ("XIZ", "YYI")), ("coefficients", (0.5, -1)), ("time", 0.25))
    qis.add(Gate("pauliexp", (2, 0, 1), (), terms))
    qis.add(Gate("z", (0,), (1,), (("rotation", 0.5),)))
    qis.add(Gate("x", (8,), tuple(range(7)))).add(Gate("swap", (0, 1), (2,))).xx(-0.5, 0, 1)
    assert senders[case](qis).json["input"]["circuit"] == [
        {"gate": "pauliexp", "targets": [2, 0, 1], "terms": ["XIZ", "YYI"], "coefficients": [0.5, -1], "time": 0.25},
        {"gate": "z", "target": 0, "control": 1, "rotation": 0.5},
        {"gate": "x", "target": 8, "controls": [0, 1, 2, 3, 4, 5, 6]},
        {"gate": "swap", "targets": [0, 1], "control": 2},
        {"gate": "xx", "targets": [0, 1], "rotation": -0.5},
    ]
    native = Circuit(2, "native").ms((0.25, -1), 0, 1, angle=0.125).gpi(0.5, 1).gpi2(-0.5, 0).zz(0.125, 1, 0)
    assert senders[case](native).json["input"] == {
        **({"format": "ionq.circuit.v0"} if case is V03 else {}),
        "gateset": "native",
        "qubits": 2,
        "circuit": [
            {"gate": "ms", "targets": [0, 1], "phases": [0.25, -1], "angle": 0.125},
            {"gate": "gpi", "target": 1, "phase": 0.5},
            {"gate": "gpi2", "target": 0, "phase": -0.5},
            {"gate": "zz", "targets": [1, 0], "angle": 0.125},
        ],
    }


REFUSALS: list[tuple[Case, str, Any, dict[str, Any]]] = [
    (V03, "no sessions", CIRCUIT, {"session": JOB}),
    (V03, "no OpenQASM", Qasm("OPENQASM 2.0;", 2), {}),
    (V03, "no OpenQASM", Qasm("OPENQASM 3.0;", 3), {}),
    (MAY, "no OpenQASM", Qasm("OPENQASM 3.0;", 3), {}),
    (OCTOBER, "OpenQASM 2", Qasm("OPENQASM 2.0;", 2), {}),
    (QBRAID, "no noise models", CIRCUIT, {"noise": "ideal"}),
    (QBRAID, "no dry runs", CIRCUIT, {"dry_run": True}),
    (QBRAID, "no debiasing", CIRCUIT, {"debias": True}),
    (QBRAID, "no sessions", CIRCUIT, {"session": JOB}),
    (QBRAID, "one circuit per job", Batch((CIRCUIT,)), {}),
]


@pytest.mark.parametrize(("case", "reason", "program", "given"), REFUSALS, ids=lambda value: str(value)[:24])
def test_what_an_api_cannot_take_is_refused_in_words(case: Case, reason, program, given):
    outcome = ask(case, lambda client: client.jobs.submit(program, **given))
    error = outcome.expect(NotInThisSnapshot)
    assert reason in str(error)
    assert outcome.requests == []


def test_a_refused_language_comes_with_a_way_out():
    for case in (V03, MAY, OCTOBER):
        error = ask(case, lambda client: client.jobs.submit(Qasm("OPENQASM 2.0;", 2))).expect(NotInThisSnapshot)
        assert error.hint
    assert error.hint == "write it as OpenQASM 3, or use qbraid-v2"


@pytest.mark.parametrize("name", ["backend", "parent", "ids"])
def test_a_filter_that_an_api_lacks_is_refused(case: Case, name):
    filters = {"backend": "simulator", "parent": JOB, "ids": (JOB,)}
    lacking = {V03: {"backend", "parent"}, QBRAID: set(filters)}.get(case, set())
    outcome = ask(case, lambda client: client.jobs.list(**{name: filters[name]}), said(case.page([])))
    if name in lacking:
        assert f"cannot list jobs by {name}" in str(outcome.expect(NotInThisSnapshot))
        assert outcome.requests == []
    else:
        assert outcome.value == []


@pytest.mark.parametrize("metadata", [{"qcontract_token": "mine"}, {"run": 3}, {"run": None}], ids=str)
def test_metadata_that_cannot_travel_is_refused(case: Case, metadata):
    outcome = ask(case, lambda client: client.jobs.submit(CIRCUIT, metadata=metadata))
    outcome.expect(ConfigurationError)
    assert outcome.requests == []


def test_the_cursor_of_qbraid_is_a_page_number():
    for cursor in ("next", "-1", "", "1.5"):
        outcome = ask(QBRAID, lambda client, cursor=cursor: client.jobs.pages(cursor))
        outcome.expect(ConfigurationError)
    outcome = ask(QBRAID, lambda client: client.jobs.pages("3"), said(QBRAID.page([], 3)))
    assert ("page", "3") in outcome.requests[0].query


LISTS: list[dict[str, Any]] = [
    {},
    {"page_size": 5},
    {"ids": (JOB, CHILD_1)},
    {"backend": "simulator"},
    {"parent": JOB},
]
DOORS: list[Callable[[Any, Case], Any]] = [
    lambda client, case: client.jobs.get(case.job_id),
    lambda client, case: client.jobs.cancel(case.job_id),
    lambda client, case: client.jobs.delete(case.job_id),
    lambda client, case: client.jobs.cancel(case.job_id, case.job_id[:-1] + "9"),
    lambda client, case: client.jobs.delete(case.job_id, case.job_id[:-1] + "9"),
    lambda client, _: client.backends.list(),
    lambda client, case: client.backends.get(case.priced_backend),
    lambda client, case: client.jobs.submit(CIRCUIT, backend=case.priced_backend, max_cost=1),
    lambda client, case: client.jobs.list(status="COMPLETED" if case is QBRAID else "completed", page_size=1),
    *(lambda client, _, given=given: client.jobs.list(**given) for given in LISTS),
]


def test_every_other_request_fits_the_contract_too(case: Case):
    """The answer is a refusal, for only what was sent matters here."""
    names = set()
    for door in DOORS:
        outcome = ask(case, lambda client, door=door: door(client, case), *[said({"message": "no"}, 418)] * 2)
        for asked in outcome.requests:
            operation = judge(case, asked)
            assert outcome.error.operation == f"{case.contract} {operation.operation_id}"
            names.add(operation.operation_id)
    assert len(names) >= 5


def test_a_list_may_be_filtered_by_every_word(case: Case):
    known = {QBRAID: "COMPLETED"}.get(case, "completed")
    for word in (known, "brand-new"):
        outcome = ask(case, lambda client, word=word: client.jobs.list(status=word), said(case.page([])))
        assert ("status", word) in outcome.requests[0].query


NOT_IN_PYQASM = {"v", "vi", "pauliexp"}
NOT_CONTROLLED_IN_PYQASM = {"s", "si", "t", "ti"}


@settings(quick, max_examples=25)
@given(circuit=circuits("qis"))
def test_the_text_that_qbraid_gets_means_the_circuit(senders, circuit):
    """Two readers, one for each language, must come to the same state; a global phase says nothing."""
    readable = Circuit(circuit.qubits)
    for qubit in range(circuit.qubits):
        readable.ry(0.3 + qubit, qubit).rz(0.2 * qubit, qubit)  # so that every gate and phase shows
    for gate in circuit.gates:
        few = evolve(gate, controls=gate.controls[:1])
        if few.name not in NOT_IN_PYQASM and not (few.controls and few.name in NOT_CONTROLLED_IN_PYQASM):
            readable.add(few)
    program = senders[QBRAID](readable).json["program"]
    meant, found = ideal.run(ionq_json.parse(readable.to_json())), ideal.run(qasm.parse(program["data"]))
    assert abs(np.vdot(meant, found)) == pytest.approx(1, abs=1e-4)
