"""The operations under one tag, imported on first use."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import (
        cancel_job,
        cancel_jobs,
        clone_job,
        create_job,
        create_session,
        delete_job,
        delete_jobs,
        end_session,
        estimate_job_cost,
        get_job,
        get_job_aggregated_probabilities,
        get_job_artifact,
        get_job_cost,
        get_job_probabilities,
        get_jobs,
        get_session,
        get_session_jobs,
        get_sessions,
        move_job,
    )

__all__ = (
    "cancel_job",
    "cancel_jobs",
    "clone_job",
    "create_job",
    "create_session",
    "delete_job",
    "delete_jobs",
    "end_session",
    "estimate_job_cost",
    "get_job",
    "get_job_aggregated_probabilities",
    "get_job_artifact",
    "get_job_cost",
    "get_job_probabilities",
    "get_jobs",
    "get_session",
    "get_session_jobs",
    "get_sessions",
    "move_job",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return importlib.import_module(f".{name}", __name__)
