"""The keyword arguments that sync and async methods share, each explained once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from qcontract.clients.kinds import CLIENT, FILTER, SUBMIT
from qcontract.errors import ConfigurationError, InvalidCircuit
from qcontract.flow.backoff import Backoff
from qcontract.flow.context import Context
from qcontract.flow.effects import Event
from qcontract.flow.submit import MaxCost
from qcontract.model.circuit import Circuit
from qcontract.model.fitting import Kinds, refuse_unfit
from qcontract.model.names import suggestion
from qcontract.model.program import Batch, Program, Qasm
from qcontract.model.submission import JobFilter, NoiseModel, Submission
from qcontract.secret import Secret

__all__ = ["ClientOptions", "FilterOptions", "SubmitOptions", "check_client", "job_filter", "submission"]


class ClientOptions(TypedDict, total=False):
    """How to make a client."""

    key: str | Secret | None
    """The key; else the vendor's environment variable, else the configuration file."""
    base_url: str | None
    """Where the API lives; else the environment variable, else the file, else the vendor's service."""
    profile: str | None
    """Section of the configuration file."""
    timeout: float | None
    """Seconds for each phase of one request (connect, read, write, pool), and four times as many for all of it; else 10
    to connect, 30 to read and 80 for all of it."""
    retry: Backoff | None
    """How a single request is repeated."""
    transport: Any
    """An httpx transport instead of the network, e.g. ``emulator.transport()``."""
    max_cost: MaxCost
    """Most that one job may cost: usd at IonQ, credits at qBraid, or a ``Money`` in the unit of the estimate."""
    on_event: Callable[[Event], None] | None
    """Called with every ``Progress``, ``Drift`` and ``Pause``; else drift is logged as a warning. What it raises ends
    what was under way, but an accepted job is returned and the error logged."""
    context: Context | None
    """Policy, clock, randomness and tokens together, for tests; replaces ``retry``."""


class SubmitOptions(TypedDict, total=False):
    """How to submit a job."""

    backend: str | None
    """Where it should run; the API's free simulator when absent."""
    shots: int | None
    """Number of repetitions."""
    name: str | None
    """A name for the job."""
    metadata: Mapping[str, str] | None
    """Texts to attach to the job."""
    noise: str | NoiseModel | None
    """Noise model of a simulator."""
    dry_run: bool
    """Only check and compile."""
    debias: bool | None
    """Whether to use debiasing."""
    session: str | None
    """Session to run in."""
    token: str | None
    """What makes this submission recognisable; made up when absent."""


class FilterOptions(TypedDict, total=False):
    """Which jobs to list."""

    status: str | None
    """The service's own status word."""
    backend: str | None
    """Name of the backend or device."""
    ids: tuple[str, ...]
    """Only these jobs."""
    parent: str | None
    """Only the children of this multi-circuit job."""
    page_size: int | None
    """How many jobs the service should put on one page."""


def check_client(options: ClientOptions, what: str) -> None:
    """Refuse a keyword argument that a client cannot use.

    Raises:
        ConfigurationError: A name is unknown, or a value is of another kind.
    """
    _check(options, ClientOptions, CLIENT, what)


def _check(options: Mapping[str, Any], known: type[Any], kinds: Kinds, what: str) -> None:
    """Refuse what nobody reads: a misspelt ``base_url`` must not send a job to the real service."""
    for name in options:
        if name not in known.__annotations__:
            raise ConfigurationError(f"{what} has no option {name!r}", hint=suggestion(name, known.__annotations__))
    refuse_unfit(what, options, kinds, secret=["key"])


def submission(program: Program, options: SubmitOptions) -> Submission:
    """Return the submission that the keyword arguments describe.

    Raises:
        ConfigurationError: An option is unknown, or its value is of another kind.
        InvalidCircuit: The program is none.
    """
    _check(options, SubmitOptions, SUBMIT, "submit")
    if not isinstance(program, Circuit | Batch | Qasm):  # pyright: ignore[reportUnnecessaryIsInstance]
        hint = "give a Circuit, Batch((circuit, ...)), Qasm.read(text) or read_program(text)"
        raise InvalidCircuit(f"{type(program).__name__} is no program", hint=hint)
    noise = options.get("noise")
    return Submission(
        program=program,
        backend=options.get("backend") or "",
        shots=options.get("shots"),
        name=options.get("name"),
        metadata=_metadata(options.get("metadata")),
        noise=NoiseModel(noise) if isinstance(noise, str) else noise,
        dry_run=options.get("dry_run", False),
        debias=options.get("debias"),
        session=options.get("session"),
        token=options.get("token") or "",
    )


def _metadata(given: Mapping[str, str] | None) -> dict[str, str]:
    try:
        return dict(given or {})
    except (TypeError, ValueError):
        raise ConfigurationError(f"metadata must be texts by texts, got {given!r:.60}") from None


def job_filter(options: FilterOptions) -> JobFilter:
    """Return the filter that the keyword arguments describe.

    Raises:
        ConfigurationError: An option is unknown, or its value is of another kind.
    """
    _check(options, FilterOptions, FILTER, "list")
    return JobFilter(**options)
