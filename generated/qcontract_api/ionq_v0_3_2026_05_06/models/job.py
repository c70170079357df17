from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.job_cost_model import JobCostModel
from ..models.status import Status
from ..models.target import Target
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.error_mitigation import ErrorMitigation
    from ..models.job_failure import JobFailure
    from ..models.job_gate_counts import JobGateCounts
    from ..models.job_settings import JobSettings
    from ..models.job_warning import JobWarning
    from ..models.metadata import Metadata
    from ..models.noise import Noise
    from ..models.registers import Registers


T = TypeVar("T", bound="Job")


@_attrs_define
class Job:
    """A job: what was asked for, how far it has come, what it cost. A member without a value is left out."""

    id: UUID
    """ Id of a job, assigned by the service when it is created. A child of a multi-circuit job has an id of its
    own. """
    status: Status
    """ State of a job: `submitted` (being checked and compiled), `ready` (accepted and waiting), `running`, then
    one of the terminal states `completed`, `failed` and `canceled` (spelled with one l). A new job is answered as
    `ready` at once. A running multi-circuit job may already have completed children. v0.4 calls `running`
    `started`. """
    request: int
    """ When the job was submitted. Unix time in whole seconds. """
    name: str | Unset = UNSET
    """ A name chosen by the user. It need not be unique. """
    target: Target | Unset = UNSET
    """ Where the job runs. Without it, the ideal simulator. Live traffic knows names beyond this list, for instance
    a second Forte Enterprise. """
    noise: Noise | Unset = UNSET
    """ Noise simulation; only for the target `simulator`. Without it the simulation is ideal. A noise model also
    brings the qubit limit of the modelled machine. """
    metadata: Metadata | Unset = UNSET
    """ Keys and values of the user's own, stored with the job: at most 10 keys of at most 40 characters. The vendor
    gives two different limits for a value, 400 and 40,000 characters; public clients send strings only. """
    shots: float | Unset = UNSET
    """ How often the circuit is run. Ignored by the ideal simulator, whose probabilities are exact. Quantum
    computers take at most 10,000; debiasing needs 500 at least, going by public clients. """
    error_mitigation: ErrorMitigation | Unset = UNSET
    """ How errors of the machine are reduced. The choice can change how the circuit is compiled and which forms of
    result exist. """
    gate_counts: JobGateCounts | Unset = UNSET
    """ How many gates the job used, by the number of qubits that a gate acts on. """
    qubits: int | Unset = UNSET
    """ Number of qubits the job uses; for several circuits, the largest number. """
    cost_model: JobCostModel | Unset = UNSET
    """ What the price is based on. Another page of the vendor shows the value `QCT`; which of the two is newer is
    unknown. """
    cost_usd: float | Unset = UNSET
    """ Price of the job in US dollars. """
    start: int | Unset = UNSET
    """ When the job began to run. Left out until then. Unix time in whole seconds. """
    response: int | Unset = UNSET
    """ When the job ended. Left out until then. Unix time in whole seconds. """
    execution_time: int | Unset = UNSET
    """ How long the job ran, in milliseconds. The unit is inferred from traffic and from clients that divide by
    1000. """
    predicted_execution_time: int | Unset = UNSET
    """ How long the service expects the job to run, in milliseconds (inferred like `execution_time`). """
    children: list[UUID] | Unset = UNSET
    """ Ids of the child jobs of a multi-circuit job. Left out or empty for a single circuit. """
    results_url: str | Unset = UNSET
    """ Where the results are: a path with the version in front (`/v0.3/jobs/<id>/results`), to be joined with the
    host and not with the server URL of this document. """
    failure: JobFailure | Unset = UNSET
    """ Why the job failed. Left out unless the status is `failed`. """
    warning: JobWarning | Unset = UNSET
    """ Things to know about a job that nevertheless runs. """
    circuits: int | Unset = UNSET
    """ Number of circuits in the job. """
    dry_run: bool | Unset = UNSET
    """ Whether the job is only checked and compiled but not run. The exact effect and price are not documented. """
    type_: str | Unset = UNSET
    """ Kind of job; `circuit` was seen. """
    submitted_by: str | Unset = UNSET
    """ Id of the submitting user. """
    project_id: str | Unset = UNSET
    """ Id of the project that the job is billed to. """
    registers: Registers | Unset = UNSET
    """ How qubits map to the user's classical registers, by register name. The service only stores and echoes it;
    clients permute the results themselves. """
    settings: JobSettings | Unset = UNSET
    """ The settings sent with the job, echoed. Their form depends on the client. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "status": ("status", (str,)),
        "request": ("request", (int,)),
        "name": ("name", (str,)),
        "target": ("target", (str,)),
        "noise": ("noise", (dict,)),
        "metadata": ("metadata", (dict,)),
        "shots": ("shots", (float, int)),
        "error_mitigation": ("error_mitigation", (dict,)),
        "gate_counts": ("gate_counts", (dict,)),
        "qubits": ("qubits", (int,)),
        "cost_model": ("cost_model", (str,)),
        "cost_usd": ("cost_usd", (float, int)),
        "start": ("start", (int,)),
        "response": ("response", (int,)),
        "execution_time": ("execution_time", (int,)),
        "predicted_execution_time": ("predicted_execution_time", (int,)),
        "children": ("children", (list,)),
        "results_url": ("results_url", (str,)),
        "failure": ("failure", (dict,)),
        "warning": ("warning", (dict,)),
        "circuits": ("circuits", (int,)),
        "dry_run": ("dry_run", (bool,)),
        "type_": ("type", (str,)),
        "submitted_by": ("submitted_by", (str,)),
        "project_id": ("project_id", (str,)),
        "registers": ("registers", (dict,)),
        "settings": ("settings", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "children": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        id = str(self.id)
        status = self.status.value
        request = self.request
        name = self.name
        target: str | Unset = UNSET
        if not isinstance(self.target, Unset):
            target = self.target.value

        noise: dict[str, Any] | Unset = UNSET
        if not isinstance(self.noise, Unset):
            noise = self.noise.to_dict()
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        shots = self.shots
        error_mitigation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error_mitigation, Unset):
            error_mitigation = self.error_mitigation.to_dict()
        gate_counts: dict[str, Any] | Unset = UNSET
        if not isinstance(self.gate_counts, Unset):
            gate_counts = self.gate_counts.to_dict()
        qubits = self.qubits
        cost_model: str | Unset = UNSET
        if not isinstance(self.cost_model, Unset):
            cost_model = self.cost_model.value

        cost_usd = self.cost_usd
        start = self.start
        response = self.response
        execution_time = self.execution_time
        predicted_execution_time = self.predicted_execution_time
        children: list[str] | Unset = UNSET
        if not isinstance(self.children, Unset):
            children = []
            for children_item_data in self.children:
                children_item = str(children_item_data)
                children.append(children_item)

        results_url = self.results_url
        failure: dict[str, Any] | Unset = UNSET
        if not isinstance(self.failure, Unset):
            failure = self.failure.to_dict()
        warning: dict[str, Any] | Unset = UNSET
        if not isinstance(self.warning, Unset):
            warning = self.warning.to_dict()
        circuits = self.circuits
        dry_run = self.dry_run
        type_ = self.type_
        submitted_by = self.submitted_by
        project_id = self.project_id
        registers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.registers, Unset):
            registers = self.registers.to_dict()
        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["id"] = id
        _fields_["status"] = status
        _fields_["request"] = request
        if name is not UNSET:
            _fields_["name"] = name
        if target is not UNSET:
            _fields_["target"] = target
        if noise is not UNSET:
            _fields_["noise"] = noise
        if metadata is not UNSET:
            _fields_["metadata"] = metadata
        if shots is not UNSET:
            _fields_["shots"] = shots
        if error_mitigation is not UNSET:
            _fields_["error_mitigation"] = error_mitigation
        if gate_counts is not UNSET:
            _fields_["gate_counts"] = gate_counts
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if cost_model is not UNSET:
            _fields_["cost_model"] = cost_model
        if cost_usd is not UNSET:
            _fields_["cost_usd"] = cost_usd
        if start is not UNSET:
            _fields_["start"] = start
        if response is not UNSET:
            _fields_["response"] = response
        if execution_time is not UNSET:
            _fields_["execution_time"] = execution_time
        if predicted_execution_time is not UNSET:
            _fields_["predicted_execution_time"] = predicted_execution_time
        if children is not UNSET:
            _fields_["children"] = children
        if results_url is not UNSET:
            _fields_["results_url"] = results_url
        if failure is not UNSET:
            _fields_["failure"] = failure
        if warning is not UNSET:
            _fields_["warning"] = warning
        if circuits is not UNSET:
            _fields_["circuits"] = circuits
        if dry_run is not UNSET:
            _fields_["dry_run"] = dry_run
        if type_ is not UNSET:
            _fields_["type"] = type_
        if submitted_by is not UNSET:
            _fields_["submitted_by"] = submitted_by
        if project_id is not UNSET:
            _fields_["project_id"] = project_id
        if registers is not UNSET:
            _fields_["registers"] = registers
        if settings is not UNSET:
            _fields_["settings"] = settings
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Job", src_dict)
        _members_ = dict(src_dict)
        try:
            id = UUID(_members_.pop("id"))

            status = Status(_members_.pop("status"))

            request = _members_.pop("request")
            name = _members_.pop("name", UNSET)
            _target = _members_.pop("target", UNSET)
            target: Target | Unset
            if isinstance(_target, Unset):
                target = UNSET
            else:
                target = Target(_target)

            _noise = _members_.pop("noise", UNSET)
            noise: Noise | Unset
            if isinstance(_noise, Unset):
                noise = UNSET
            else:
                noise = _models_.Noise.from_dict(_noise)

            _metadata = _members_.pop("metadata", UNSET)
            metadata: Metadata | Unset
            if isinstance(_metadata, Unset):
                metadata = UNSET
            else:
                metadata = _models_.Metadata.from_dict(_metadata)

            shots = _members_.pop("shots", UNSET)
            _error_mitigation = _members_.pop("error_mitigation", UNSET)
            error_mitigation: ErrorMitigation | Unset
            if isinstance(_error_mitigation, Unset):
                error_mitigation = UNSET
            else:
                error_mitigation = _models_.ErrorMitigation.from_dict(_error_mitigation)

            _gate_counts = _members_.pop("gate_counts", UNSET)
            gate_counts: JobGateCounts | Unset
            if isinstance(_gate_counts, Unset):
                gate_counts = UNSET
            else:
                gate_counts = _models_.JobGateCounts.from_dict(_gate_counts)

            qubits = _members_.pop("qubits", UNSET)
            _cost_model = _members_.pop("cost_model", UNSET)
            cost_model: JobCostModel | Unset
            if isinstance(_cost_model, Unset):
                cost_model = UNSET
            else:
                cost_model = JobCostModel(_cost_model)

            cost_usd = _members_.pop("cost_usd", UNSET)
            start = _members_.pop("start", UNSET)
            response = _members_.pop("response", UNSET)
            execution_time = _members_.pop("execution_time", UNSET)
            predicted_execution_time = _members_.pop("predicted_execution_time", UNSET)
            _children = _members_.pop("children", UNSET)
            children: list[UUID] | Unset = UNSET
            if _children is not UNSET:
                children = []
                for children_item_data in as_list(_children):
                    children_item = UUID(children_item_data)

                    children.append(children_item)

            results_url = _members_.pop("results_url", UNSET)
            _failure = _members_.pop("failure", UNSET)
            failure: JobFailure | Unset
            if isinstance(_failure, Unset):
                failure = UNSET
            else:
                failure = _models_.JobFailure.from_dict(_failure)

            _warning = _members_.pop("warning", UNSET)
            warning: JobWarning | Unset
            if isinstance(_warning, Unset):
                warning = UNSET
            else:
                warning = _models_.JobWarning.from_dict(_warning)

            circuits = _members_.pop("circuits", UNSET)
            dry_run = _members_.pop("dry_run", UNSET)
            type_ = _members_.pop("type", UNSET)
            submitted_by = _members_.pop("submitted_by", UNSET)
            project_id = _members_.pop("project_id", UNSET)
            _registers = _members_.pop("registers", UNSET)
            registers: Registers | Unset
            if isinstance(_registers, Unset):
                registers = UNSET
            else:
                registers = _models_.Registers.from_dict(_registers)

            _settings = _members_.pop("settings", UNSET)
            settings: JobSettings | Unset
            if isinstance(_settings, Unset):
                settings = UNSET
            else:
                settings = _models_.JobSettings.from_dict(_settings)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Job", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            status=status,
            request=request,
            name=name,
            target=target,
            noise=noise,
            metadata=metadata,
            shots=shots,
            error_mitigation=error_mitigation,
            gate_counts=gate_counts,
            qubits=qubits,
            cost_model=cost_model,
            cost_usd=cost_usd,
            start=start,
            response=response,
            execution_time=execution_time,
            predicted_execution_time=predicted_execution_time,
            children=children,
            results_url=results_url,
            failure=failure,
            warning=warning,
            circuits=circuits,
            dry_run=dry_run,
            type_=type_,
            submitted_by=submitted_by,
            project_id=project_id,
            registers=registers,
            settings=settings,
        )
        _model_.additional_properties = _members_
        return _model_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
