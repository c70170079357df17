"""What a caller asks for when submitting a job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen, validators

from qcontract.errors import ConfigurationError
from qcontract.model.program import Program
from qcontract.model.untyped import is_integer, is_list, is_text, is_tuple, plain

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["JobFilter", "NoiseModel", "Submission"]


def _check_count(_: object, attribute: Attribute[Any], value: object) -> None:
    if not is_integer(value) or value < 1:
        raise ConfigurationError(f"{attribute.name} must be a whole number of at least 1, got {value!r}")


def _check_integer(_: object, attribute: Attribute[Any], value: object) -> None:
    if not is_integer(value):
        raise ConfigurationError(f"{attribute.name} must be a whole number, got {value!r:.60}")


def _check_text(_: object, attribute: Attribute[Any], value: object) -> None:
    if not is_text(value):
        raise ConfigurationError(f"{attribute.name} must be a text, got {value!r:.60}")


def _check_switch(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, bool):
        raise ConfigurationError(f"{attribute.name} must be true or false, got {value!r:.60}")


def _check_texts(_: object, attribute: Attribute[Any], value: Mapping[Any, Any]) -> None:
    for name, text in value.items():
        if not is_text(name) or not is_text(text):
            raise ConfigurationError(f"{attribute.name} must be texts by texts, got {name!r:.60}: {text!r:.60}")


@frozen
class NoiseModel:
    """Noise for a simulator.

    Args:
        model: The service's name of the model, e.g. ``aria-1``.
        seed: Seed of the sampling; the service chooses when it is None.
    """

    model: str = field(validator=_check_text)
    seed: int | None = field(default=None, converter=plain, validator=validators.optional(_check_integer))


def _check_noise(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, NoiseModel):
        raise ConfigurationError(f"{attribute.name} must be a NoiseModel or the name of one, got {value!r:.60}")


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
    backend: str = field(default="", validator=_check_text)
    shots: int | None = field(default=None, converter=plain, validator=validators.optional(_check_count))
    name: str | None = field(default=None, validator=validators.optional(_check_text))
    metadata: Mapping[str, str] = field(factory=dict[str, str], validator=_check_texts)
    noise: NoiseModel | None = field(default=None, validator=validators.optional(_check_noise))
    dry_run: bool = field(default=False, validator=_check_switch)
    debias: bool | None = field(default=None, validator=validators.optional(_check_switch))
    session: str | None = field(default=None, validator=validators.optional(_check_text))
    token: str = field(default="", validator=_check_text)


def _check_each(_: object, attribute: Attribute[Any], value: object) -> None:
    if not (is_list(value) or is_tuple(value)) or not all(is_text(each) for each in value):
        raise ConfigurationError(f"{attribute.name} must be a tuple of texts, got {value!r:.60}")


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

    status: str | None = field(default=None, validator=validators.optional(_check_text))
    backend: str | None = field(default=None, validator=validators.optional(_check_text))
    ids: tuple[str, ...] = field(default=(), validator=_check_each)
    parent: str | None = field(default=None, validator=validators.optional(_check_text))
    page_size: int | None = field(default=None, converter=plain, validator=validators.optional(_check_count))
