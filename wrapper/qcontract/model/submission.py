"""What a caller asks for when submitting a job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen, validators

from qcontract.errors import ConfigurationError
from qcontract.model.program import Program
from qcontract.model.untyped import is_integer

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["JobFilter", "NoiseModel", "Submission"]


def _check_count(_: object, attribute: Attribute[Any], value: object) -> None:
    if not is_integer(value) or value < 1:
        raise ConfigurationError(f"{attribute.name} must be a whole number of at least 1, got {value!r}")


@frozen
class NoiseModel:
    """Noise for a simulator.

    Args:
        model: The service's name of the model, e.g. ``aria-1``.
        seed: Seed of the sampling; the service chooses when it is None.
    """

    model: str
    seed: int | None = None


@frozen
class Submission:
    """A job as it will be submitted.

    Args:
        program: Circuit, batch of circuits, or OpenQASM text.
        backend: Name of the backend or device; empty means the API's free simulator.
        shots: Number of repetitions, at least 1; the service's default when None.
        name: A name for the job.
        metadata: String values to attach (qBraid calls them tags).
        noise: Noise for a simulator.
        dry_run: Whether the service should only check and compile.
        debias: Whether to use debiasing; the service's default when None.
        session: Id of the session to run in.
        token: What makes this submission recognisable; travels in the metadata.
    """

    program: Program
    backend: str = ""
    shots: int | None = field(default=None, validator=validators.optional(_check_count))
    name: str | None = None
    metadata: Mapping[str, str] = field(factory=dict[str, str])
    noise: NoiseModel | None = None
    dry_run: bool = False
    debias: bool | None = None
    session: str | None = None
    token: str = ""


@frozen
class JobFilter:
    """Which jobs a list shows.

    Args:
        status: The service's own status word.
        backend: Name of the backend or device.
        ids: Only these jobs.
        parent: Only the children of this multi-circuit job.
        page_size: How many jobs the service should put on one page; its default when None.
    """

    status: str | None = None
    backend: str | None = None
    ids: tuple[str, ...] = ()
    parent: str | None = None
    page_size: int | None = field(default=None, validator=validators.optional(_check_count))
