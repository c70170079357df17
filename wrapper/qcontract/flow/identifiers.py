"""Ids that may stand in a path, and nothing else."""

from __future__ import annotations

import re

from qcontract.errors import ConfigurationError
from qcontract.model.job import Job

__all__ = ["backend_name", "job_id", "job_ids"]

_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._:-]{0,254}[A-Za-z0-9])?")


def job_id(job: Job | str, api: str) -> str:
    """Return the id of a job that is given as a ``Job``, as a reference ``API:ID`` or as the bare id.

    Ids such as ``..`` or an empty one would turn a request for one job into a request for its parent: they are refused.

    Args:
        job: The job.
        api: The API that it must live on, e.g. ``ionq-v0.4``.

    Raises:
        ConfigurationError: It is no id, or the reference names another API.

    Example:
        >>> job_id("ionq-v0.4:0190-abc", "ionq-v0.4")
        '0190-abc'
        >>> job_id("..", "ionq-v0.4")
        Traceback (most recent call last):
        qcontract.errors.ConfigurationError: not a job id: '..'
        hint: an id has letters, digits, '-', '_', '.' and ':', as the service returned it
    """
    if not isinstance(job, Job | str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(f"not a job: {job!r}", hint="give a Job, its reference or its id; several one by one")
    text = job.ref if isinstance(job, Job) else job
    prefix, separator, rest = text.partition(":")
    if separator and prefix != api and _API.fullmatch(prefix):
        raise ConfigurationError(f"{text} lives on {prefix}, and this client speaks {api}")
    plain = rest if prefix == api else text
    if not _SAFE.fullmatch(plain):
        hint = "an id has letters, digits, '-', '_', '.' and ':', as the service returned it"
        raise ConfigurationError(f"not a job id: {plain!r}", hint=hint)
    return plain


_API = re.compile(r"[a-z]+-v[0-9.]+")


def backend_name(name: str) -> str:
    """Return the name of a backend or device if it can stand in a path.

    Raises:
        ConfigurationError: It cannot.
    """
    if not isinstance(name, str) or not _SAFE.fullmatch(name):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(
            f"not the name of a backend: {name!r}", hint="client.backends.list() tells which there are"
        )
    return name


def job_ids(jobs: tuple[Job | str, ...], api: str) -> tuple[str, ...]:
    """Return the ids of at least one job, without repetition.

    Raises:
        ConfigurationError: There is none, or one is no id.
    """
    ids = tuple(dict.fromkeys(job_id(job, api) for job in jobs))
    if not ids:
        raise ConfigurationError("name at least one job", hint="an empty list never means all jobs")
    return ids
