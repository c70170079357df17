from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.api_cost_model import ApiCostModel
from ..models.job_status import JobStatus
from ..models.multi_circuit_job_type import MultiCircuitJobType
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.circuit_job_output import CircuitJobOutput
    from ..models.circuit_job_settings import CircuitJobSettings
    from ..models.circuit_job_stats import CircuitJobStats
    from ..models.failure import Failure
    from ..models.job_metadata import JobMetadata
    from ..models.multi_circuit_job_results import MultiCircuitJobResults
    from ..models.noise import Noise


T = TypeVar("T", bound="MultiCircuitJob")


@_attrs_define
class MultiCircuitJob:
    """A job with many circuits; each is run by a child job, whose id is in `child_job_ids`. It stays `started` until
    all children have ended."""

    id: str
    """ Id of the job, a UUID string. """
    status: JobStatus
    """ Where a job stands. `submitted`: being checked and compiled. `ready`: waiting in the queue. `started`:
    running, or, for a job with children, partly finished. `completed`, `failed`, `canceled`: ended for good. """
    type_: MultiCircuitJobType
    """ Type of the job, which decides the shape of its results: `ionq.circuit.v1`, `ionq.multi-circuit.v1`,
    `quantum-function` and others. """
    backend: str
    """ Backend that the job was sent to, e.g. `simulator` or `qpu.forte-1`. """
    dry_run: bool
    """ true: the job is compiled and priced but never run; it completes without results. """
    submitter_id: str
    """ Submitter of the job, by user id. """
    project_id: None | str
    """ Id of the project that the job is charged to; null if none. """
    parent_job_id: None | str
    """ Id of the job that this one is a child of, e.g. a multi-circuit job; null if none. """
    session_id: None | str
    """ Id of the session that the job runs in; null if none. """
    metadata: JobMetadata | None
    """ What the submitter attached to the job; null if nothing was. """
    name: None | str
    """ Name given by the submitter; null if none. """
    submitted_at: datetime.datetime
    """ A moment in ISO 8601 form, UTC, with milliseconds: `2026-10-01T12:30:00.000Z`. """
    started_at: datetime.datetime | None
    """ When the job began to run (ISO 8601, UTC); null before. """
    completed_at: datetime.datetime | None
    """ When the job ended (ISO 8601, UTC); null before. """
    predicted_wait_time_ms: int | None
    """ Forecast of the time until the job starts, in milliseconds; null if there is none. """
    predicted_execution_duration_ms: int | None
    """ Forecast of the running time, in milliseconds; null if there is none. """
    execution_duration_ms: int | None
    """ Actual running time, in milliseconds; null until it is known. """
    failure: Failure | None
    """ Why the job failed; null unless it did. """
    output: CircuitJobOutput
    """ By-products of a circuit job; further members may occur. """
    settings: CircuitJobSettings
    """ Settings that the job was or will be run with, defaults filled in. """
    stats: CircuitJobStats
    """ Size of the job and what it used. """
    results: MultiCircuitJobResults | None
    """ Result files by format, all circuits together; null until the job has completed and for dry runs. """
    child_job_ids: list[str] | None
    """ Ids of the children, one per circuit, in a multi-circuit job; null for jobs without children. """
    shots: int | Unset = UNSET
    """ Number of times that the circuit is run and measured. Absent for the ideal simulator, which computes exact
    probabilities. """
    noise: Noise | Unset = UNSET
    """ Noise of a simulated job. Only for the simulator. """
    cost_model: ApiCostModel | Unset = UNSET
    """ What the price of a job is based on: `QCT`, time on the quantum computer, or `2QGE_operations`, the number
    of two-qubit gates and their equivalents. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "status": ("status", (str,)),
        "type_": ("type", (str,)),
        "backend": ("backend", (str,)),
        "dry_run": ("dry_run", (bool,)),
        "submitter_id": ("submitter_id", (str,)),
        "project_id": ("project_id", (str, NoneType)),
        "parent_job_id": ("parent_job_id", (str, NoneType)),
        "session_id": ("session_id", (str, NoneType)),
        "metadata": ("metadata", (NoneType, dict)),
        "name": ("name", (str, NoneType)),
        "submitted_at": ("submitted_at", (str,)),
        "started_at": ("started_at", (NoneType, str)),
        "completed_at": ("completed_at", (NoneType, str)),
        "predicted_wait_time_ms": ("predicted_wait_time_ms", (int, NoneType)),
        "predicted_execution_duration_ms": ("predicted_execution_duration_ms", (int, NoneType)),
        "execution_duration_ms": ("execution_duration_ms", (int, NoneType)),
        "failure": ("failure", (NoneType, dict)),
        "output": ("output", (dict,)),
        "settings": ("settings", (dict,)),
        "stats": ("stats", (dict,)),
        "results": ("results", (NoneType, dict)),
        "child_job_ids": ("child_job_ids", (list, NoneType)),
        "shots": ("shots", (int,)),
        "noise": ("noise", (dict,)),
        "cost_model": ("cost_model", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "child_job_ids": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.failure import Failure
        from ..models.job_metadata import JobMetadata
        from ..models.multi_circuit_job_results import MultiCircuitJobResults

        id = self.id
        status = self.status.value
        type_ = self.type_.value
        backend = self.backend
        dry_run = self.dry_run
        submitter_id = self.submitter_id
        project_id: None | str
        project_id = self.project_id
        parent_job_id: None | str
        parent_job_id = self.parent_job_id
        session_id: None | str
        session_id = self.session_id
        metadata: dict[str, Any] | None
        if isinstance(self.metadata, JobMetadata):
            metadata = self.metadata.to_dict()
        else:
            metadata = self.metadata
        name: None | str
        name = self.name
        submitted_at = self.submitted_at.isoformat()
        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at
        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at
        predicted_wait_time_ms: int | None
        predicted_wait_time_ms = self.predicted_wait_time_ms
        predicted_execution_duration_ms: int | None
        predicted_execution_duration_ms = self.predicted_execution_duration_ms
        execution_duration_ms: int | None
        execution_duration_ms = self.execution_duration_ms
        failure: dict[str, Any] | None
        if isinstance(self.failure, Failure):
            failure = self.failure.to_dict()
        else:
            failure = self.failure
        output = self.output.to_dict()
        settings = self.settings.to_dict()
        stats = self.stats.to_dict()
        results: dict[str, Any] | None
        if isinstance(self.results, MultiCircuitJobResults):
            results = self.results.to_dict()
        else:
            results = self.results
        child_job_ids: list[str] | None
        if isinstance(self.child_job_ids, list):
            child_job_ids = self.child_job_ids

        else:
            child_job_ids = self.child_job_ids
        shots = self.shots
        noise: dict[str, Any] | Unset = UNSET
        if not isinstance(self.noise, Unset):
            noise = self.noise.to_dict()
        cost_model: str | Unset = UNSET
        if not isinstance(self.cost_model, Unset):
            cost_model = self.cost_model.value

        _fields_: dict[str, Any] = {}
        _fields_["id"] = id
        _fields_["status"] = status
        _fields_["type"] = type_
        _fields_["backend"] = backend
        _fields_["dry_run"] = dry_run
        _fields_["submitter_id"] = submitter_id
        _fields_["project_id"] = project_id
        _fields_["parent_job_id"] = parent_job_id
        _fields_["session_id"] = session_id
        _fields_["metadata"] = metadata
        _fields_["name"] = name
        _fields_["submitted_at"] = submitted_at
        _fields_["started_at"] = started_at
        _fields_["completed_at"] = completed_at
        _fields_["predicted_wait_time_ms"] = predicted_wait_time_ms
        _fields_["predicted_execution_duration_ms"] = predicted_execution_duration_ms
        _fields_["execution_duration_ms"] = execution_duration_ms
        _fields_["failure"] = failure
        _fields_["output"] = output
        _fields_["settings"] = settings
        _fields_["stats"] = stats
        _fields_["results"] = results
        _fields_["child_job_ids"] = child_job_ids
        if shots is not UNSET:
            _fields_["shots"] = shots
        if noise is not UNSET:
            _fields_["noise"] = noise
        if cost_model is not UNSET:
            _fields_["cost_model"] = cost_model
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("MultiCircuitJob", src_dict)
        _members_ = dict(src_dict)
        try:
            id = _members_.pop("id")
            status = JobStatus(_members_.pop("status"))

            type_ = MultiCircuitJobType(_members_.pop("type"))

            backend = _members_.pop("backend")
            dry_run = _members_.pop("dry_run")
            submitter_id = _members_.pop("submitter_id")
            project_id = _members_.pop("project_id")

            parent_job_id = _members_.pop("parent_job_id")

            session_id = _members_.pop("session_id")

            _metadata = _members_.pop("metadata")
            metadata: JobMetadata | None
            if _metadata is None:
                metadata = _metadata
            else:
                metadata_type_1 = _models_.JobMetadata.from_dict(_metadata)

                metadata = metadata_type_1

            name = _members_.pop("name")

            submitted_at = datetime.datetime.fromisoformat(_members_.pop("submitted_at"))

            _started_at = _members_.pop("started_at")
            started_at: datetime.datetime | None
            if _started_at is None:
                started_at = _started_at
            else:
                started_at_type_1 = datetime.datetime.fromisoformat(_started_at)

                started_at = started_at_type_1

            _completed_at = _members_.pop("completed_at")
            completed_at: datetime.datetime | None
            if _completed_at is None:
                completed_at = _completed_at
            else:
                completed_at_type_1 = datetime.datetime.fromisoformat(_completed_at)

                completed_at = completed_at_type_1

            predicted_wait_time_ms = _members_.pop("predicted_wait_time_ms")

            predicted_execution_duration_ms = _members_.pop("predicted_execution_duration_ms")

            execution_duration_ms = _members_.pop("execution_duration_ms")

            _failure = _members_.pop("failure")
            failure: Failure | None
            if _failure is None:
                failure = _failure
            else:
                failure_type_1 = _models_.Failure.from_dict(_failure)

                failure = failure_type_1

            output = _models_.CircuitJobOutput.from_dict(_members_.pop("output"))

            settings = _models_.CircuitJobSettings.from_dict(_members_.pop("settings"))

            stats = _models_.CircuitJobStats.from_dict(_members_.pop("stats"))

            _results = _members_.pop("results")
            results: MultiCircuitJobResults | None
            if _results is None:
                results = _results
            else:
                results_type_1 = _models_.MultiCircuitJobResults.from_dict(_results)

                results = results_type_1

            _child_job_ids = _members_.pop("child_job_ids")
            child_job_ids: list[str] | None
            if _child_job_ids is None:
                child_job_ids = _child_job_ids
            else:
                child_job_ids_type_0 = as_list(_child_job_ids)

                child_job_ids = child_job_ids_type_0

            shots = _members_.pop("shots", UNSET)
            _noise = _members_.pop("noise", UNSET)
            noise: Noise | Unset
            if isinstance(_noise, Unset):
                noise = UNSET
            else:
                noise = _models_.Noise.from_dict(_noise)

            _cost_model = _members_.pop("cost_model", UNSET)
            cost_model: ApiCostModel | Unset
            if isinstance(_cost_model, Unset):
                cost_model = UNSET
            else:
                cost_model = ApiCostModel(_cost_model)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("MultiCircuitJob", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            status=status,
            type_=type_,
            backend=backend,
            dry_run=dry_run,
            submitter_id=submitter_id,
            project_id=project_id,
            parent_job_id=parent_job_id,
            session_id=session_id,
            metadata=metadata,
            name=name,
            submitted_at=submitted_at,
            started_at=started_at,
            completed_at=completed_at,
            predicted_wait_time_ms=predicted_wait_time_ms,
            predicted_execution_duration_ms=predicted_execution_duration_ms,
            execution_duration_ms=execution_duration_ms,
            failure=failure,
            output=output,
            settings=settings,
            stats=stats,
            results=results,
            child_job_ids=child_job_ids,
            shots=shots,
            noise=noise,
            cost_model=cost_model,
        )
        _model_.unknown_fields = _members_
        return _model_
