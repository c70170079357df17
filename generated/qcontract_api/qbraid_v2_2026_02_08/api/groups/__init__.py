"""The operations under one tag, imported on first use."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import close_job_group, create_job_group, get_job_group, list_job_groups, list_jobs_in_group

__all__ = (
    "close_job_group",
    "create_job_group",
    "get_job_group",
    "list_job_groups",
    "list_jobs_in_group",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return importlib.import_module(f".{name}", __name__)
