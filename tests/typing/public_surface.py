"""Never run: mypy --strict and pyright check that the public names have the types that programs rely on."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Literal

from qcontract import (
    Acknowledgement,
    APIError,
    AsyncIonQ,
    AsyncQBraid,
    AuthenticationError,
    Backend,
    Backoff,
    Batch,
    Circuit,
    CircuitResult,
    ConfigurationError,
    ConflictError,
    ConnectionFailed,
    ContractError,
    Drift,
    Failure,
    Gate,
    InvalidCircuit,
    InvalidRequestError,
    IonQ,
    Job,
    JobCanceled,
    JobFailed,
    JobHeld,
    JobOutcomeError,
    JobStatus,
    MissingExtra,
    Money,
    NoiseModel,
    NotFoundError,
    NotInThisSnapshot,
    Pace,
    Page,
    PaginationError,
    Pause,
    PermissionDeniedError,
    Progress,
    Qasm,
    QBraid,
    QContractError,
    RateLimitError,
    RequestTimeout,
    ResponseShapeError,
    Result,
    Secret,
    ServerError,
    SpendingRefused,
    SubmissionUnknown,
    WaitTimeout,
    read_program,
)


def keep(*_: object) -> None:
    """Take values that are only there for their types."""


def listen(event: Progress | Drift | Pause) -> None:
    match event:
        case Progress(job=job, status=status, elapsed=elapsed, looks=looks):
            told: tuple[str, str, float, int] = job, status, elapsed, looks
            keep(told)
        case Drift(operation=operation, kind=kind, path=path, value=value):
            found: tuple[str, Literal["enum", "field", "variant", "type", "status", "media", "result"], str, object] = (
                operation,
                kind,
                path,
                value,
            )
            keep(found)
        case Pause(seconds=seconds, why=why):
            pause: tuple[float, str] = seconds, why
            keep(pause)


def programs() -> tuple[Circuit, Batch, Qasm]:
    circuit: Circuit = Circuit(2, "qis", name="bell").h(0).cnot(0, 1).rx(math.pi, 0, controls=[1]).add(Gate("x", (0,)))
    gates: list[Gate] = circuit.gates
    body: dict[str, Any] = circuit.to_json()
    read: Circuit | Batch | Qasm = read_program("{}", "a file")
    keep(gates, body, read)
    return circuit, Batch((circuit, circuit)), Qasm.read("OPENQASM 3.0;")


def clients() -> None:
    with IonQ("v0.4", key="test-key", timeout=5, retry=Backoff(attempts=2), max_cost=Money("1", "usd")) as ionq:
        use(ionq)
    with QBraid(
        key=Secret("test-key"), base_url="http://localhost", profile=None, on_event=listen, max_cost=None
    ) as qbraid:
        use(qbraid)


def use(client: IonQ | QBraid) -> None:
    circuit, batch, qasm = programs()
    contract: str = client.contract
    job: Job = client.jobs.submit(
        circuit, shots=100, name="n", metadata={"a": "b"}, max_cost=Decimal(1), noise="aria-1"
    )
    client.jobs.submit(batch, backend="simulator", noise=NoiseModel("aria-1", seed=1), max_cost=math.inf)
    client.jobs.submit(qasm, dry_run=True, debias=False, session=None, token="t", max_cost="1.5")
    job = client.jobs.get(job.ref)
    job = client.jobs.wait(job, timeout=None, pace=Pace(first=1, growth=0.1, ceiling=5, trust=60))
    result: Result = client.jobs.result(job)
    pages: Iterator[Page[Job]] = client.jobs.pages("cursor", page_size=5)
    jobs: Iterator[Job] = client.jobs.list(status="completed", backend="b", ids=("a",), parent="p")
    done: tuple[Acknowledgement, ...] = (*client.jobs.cancel(job, "id"), *client.jobs.delete(job))
    backends: tuple[Backend, ...] = (*client.backends.list(), client.backends.get("simulator"))
    keep(contract, pages, jobs, done, backends)
    look(job, result)
    client.close()


def look(job: Job, result: Result) -> None:
    status: JobStatus = job.status
    ended: bool = status.is_terminal
    times: tuple[datetime | None, datetime | None, datetime | None] = job.submitted_at, job.started_at, job.ended_at
    expected: timedelta | None = job.expected
    failure: Failure | None = job.failure
    cost: Money | None = job.cost
    origin: Literal["emulator", "service"] = job.origin
    raw: Mapping[str, Any] = job.raw
    circuits: tuple[CircuitResult, ...] = result.circuits
    probabilities: Mapping[int, float] = result.probabilities
    counts: Mapping[int, int] | None = result.counts
    expected_counts: dict[int, int] = result.expected_counts(100)
    bits: dict[str, float] = result.distribution(qubit0="left")
    keep(ended, times, expected, failure, cost, origin, raw, circuits)
    keep(probabilities, counts, expected_counts, bits)


async def use_async(client: AsyncIonQ | AsyncQBraid) -> None:
    async with client:
        job: Job = await client.jobs.submit(Circuit(1).x(0), shots=1)
        job = await client.jobs.wait(await client.jobs.get(job))
        result: Result = await client.jobs.result(job)
        pages: AsyncIterator[Page[Job]] = client.jobs.pages()
        async for page in pages:
            cursor: str | None = page.cursor
            keep(cursor)
        async for listed in client.jobs.list():
            look(listed, result)
        done: tuple[Acknowledgement, ...] = await client.jobs.cancel(job) + await client.jobs.delete(job)
        backends: tuple[Backend, ...] = await client.backends.list()
        backend: Backend = await client.backends.get("simulator")
        keep(done, backends, backend)
    await client.aclose()


def failures() -> None:
    try:
        clients()
    except (JobFailed, JobCanceled, JobHeld) as outcome:
        ended: JobOutcomeError = outcome
        keep(ended)
    except WaitTimeout as late:
        resume: str = late.resume
        keep(resume)
    except SubmissionUnknown as unknown:
        token: str = unknown.token
        keep(token)
    except ResponseShapeError as misfit:
        field: str | None = misfit.field
        keep(field)
    except RateLimitError as busy:
        wait: float | None = busy.retry_after
        keep(wait)
    except (
        AuthenticationError,
        PermissionDeniedError,
        NotFoundError,
        ConflictError,
        InvalidRequestError,
        ServerError,
    ) as no:
        refusal: APIError = no
        about: tuple[int, Mapping[str, str], bytes, str | None] = no.status, no.headers, no.body, no.request_id
        keep(refusal, about)
    except RequestTimeout as silent:
        unreached: ConnectionFailed = silent
        keep(unreached)
    except (InvalidCircuit, ContractError, MissingExtra, NotInThisSnapshot, SpendingRefused) as mistake:
        setting: ConfigurationError = mistake
        keep(setting)
    except PaginationError as circle:
        hint: str | None = circle.hint
        keep(hint)
    except QContractError as error:
        said: tuple[str, str | None] = error.message, error.operation
        keep(said)
