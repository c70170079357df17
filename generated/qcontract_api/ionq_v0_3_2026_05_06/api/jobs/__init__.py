"""The operations under one tag, imported on first use."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import (
        cancel_job,
        cancel_many_jobs,
        create_job,
        delete_job,
        delete_many_jobs,
        get_job,
        get_job_results,
        get_jobs,
    )

__all__ = (
    "cancel_job",
    "cancel_many_jobs",
    "create_job",
    "delete_job",
    "delete_many_jobs",
    "get_job",
    "get_job_results",
    "get_jobs",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return importlib.import_module(f".{name}", __name__)
