"""The operations under one tag, imported on first use."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import (
        cancel_job_jobs_job_qrn_cancel_post,
        create_job_jobs_post,
        delete_job_jobs_job_qrn_delete,
        delete_multiple_jobs_jobs_delete,
        estimate_job_cost,
        get_all_jobs_jobs_get,
        get_job_compiled_program,
        get_job_jobs_job_qrn_get,
        get_job_program_jobs_job_qrn_program_get,
        get_job_result_jobs_job_qrn_result_get,
        get_job_status_counts,
        get_job_summary,
    )

__all__ = (
    "cancel_job_jobs_job_qrn_cancel_post",
    "create_job_jobs_post",
    "delete_job_jobs_job_qrn_delete",
    "delete_multiple_jobs_jobs_delete",
    "estimate_job_cost",
    "get_all_jobs_jobs_get",
    "get_job_compiled_program",
    "get_job_jobs_job_qrn_get",
    "get_job_program_jobs_job_qrn_program_get",
    "get_job_result_jobs_job_qrn_result_get",
    "get_job_status_counts",
    "get_job_summary",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return importlib.import_module(f".{name}", __name__)
