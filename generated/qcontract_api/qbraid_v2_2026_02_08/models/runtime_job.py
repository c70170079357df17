from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.experiment_type import ExperimentType
from ..models.job_status import JobStatus
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.job_device import JobDevice
    from ..models.runtime_job_gcs_destination import RuntimeJobGcsDestination
    from ..models.runtime_job_metadata import RuntimeJobMetadata
    from ..models.runtime_job_runtime_options import RuntimeJobRuntimeOptions
    from ..models.runtime_job_tags import RuntimeJobTags
    from ..models.time_stamps import TimeStamps


T = TypeVar("T", bound="RuntimeJob")


@_attrs_define
class RuntimeJob:
    """A job: what was asked for, how far it has come, what it cost."""

    shots: int
    """ How often the program is run. """
    device_qrn: str
    """ QRN of the device. """
    job_qrn: str
    """ QRN of the job: the device's QRN, `-`, 4 hexadecimal digits of the account, `-qjob-` and 24 hexadecimal
    digits. Samples in the documentation look different (`qbraid:job:abc123xyz`). """
    vendor: str
    """ Through whom the machine is reached. """
    provider: str
    """ Who makes or runs the machine. """
    status: JobStatus
    """ Status of a job. INITIALIZING, then QUEUED, possibly VALIDATING, then RUNNING, and at the end COMPLETED,
    FAILED or CANCELLED; CANCELLING between a cancellation and its confirmation. HOLD means finished, but the result
    is withheld for reasons of the account: nothing more will happen by itself. UNKNOWN is not explained anywhere.
    """
    experiment_type: ExperimentType
    """ Kind of computation: gates, analog evolution, annealing, or other. Older SDKs knew more values (ahs,
    photonic). """
    name: None | str | Unset = UNSET
    """ The name chosen by the user, if any. """
    tags: RuntimeJobTags | Unset = UNSET
    """ The user's tags by name. """
    runtime_options: RuntimeJobRuntimeOptions | Unset = UNSET
    """ The options that the job was submitted with. """
    batch_job_qrn: None | str | Unset = UNSET
    """ QRN of the batch the job belongs to. """
    status_msg: None | str | Unset = UNSET
    """ Explanation of the status for people; a failed job has one. """
    queue_position: int | None | Unset = UNSET
    """ Place in the vendor's queue, if the vendor tells. """
    time_stamps: None | TimeStamps | Unset = UNSET
    """ When the job was submitted and ended, and how long it ran. """
    cost: float | None | Unset = UNSET
    """ What was charged, in credits. Known when the job has ended; 0 for failed and cancelled jobs. """
    estimated_cost: float | None | Unset = UNSET
    """ What was set aside when the job was submitted, in credits. """
    metadata: RuntimeJobMetadata | Unset = UNSET
    """ Further data of the service about the job. """
    group_job_qrn: None | str | Unset = UNSET
    """ QRN of the group the job belongs to. """
    num_circuits: int | Unset = UNSET
    """ Number of circuits in the job. """
    device: JobDevice | Unset = UNSET
    """ The device of a job in short. """
    created_at: datetime.datetime | Unset = UNSET
    """ When the record of the job was made. """
    updated_at: datetime.datetime | Unset = UNSET
    """ When the record of the job last changed. """
    organization_user_id: str | Unset = UNSET
    """ Internal id of the account's membership. """
    device_id: Any | Unset = UNSET
    """ Internal id of the device; text in September 2026, an object in January. """
    provider_id: Any | Unset = UNSET
    """ Internal id of the provider; text in September 2026, an object in January. """
    gcs_destination: RuntimeJobGcsDestination | Unset = UNSET
    """ Where the service stores the job's files. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "shots": ("shots", (int,)),
        "device_qrn": ("deviceQrn", (str,)),
        "job_qrn": ("jobQrn", (str,)),
        "vendor": ("vendor", (str,)),
        "provider": ("provider", (str,)),
        "status": ("status", (str,)),
        "experiment_type": ("experimentType", (str,)),
        "name": ("name", (str, NoneType)),
        "tags": ("tags", (dict,)),
        "runtime_options": ("runtimeOptions", (dict,)),
        "batch_job_qrn": ("batchJobQrn", (str, NoneType)),
        "status_msg": ("statusMsg", (str, NoneType)),
        "queue_position": ("queuePosition", (int, NoneType)),
        "time_stamps": ("timeStamps", (dict, NoneType)),
        "cost": ("cost", (float, int, NoneType)),
        "estimated_cost": ("estimatedCost", (float, int, NoneType)),
        "metadata": ("metadata", (dict,)),
        "group_job_qrn": ("groupJobQrn", (str, NoneType)),
        "num_circuits": ("numCircuits", (int,)),
        "device": ("device", (dict,)),
        "created_at": ("createdAt", (str,)),
        "updated_at": ("updatedAt", (str,)),
        "organization_user_id": ("organizationUserId", (str,)),
        "gcs_destination": ("gcsDestination", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.time_stamps import TimeStamps

        shots = self.shots
        device_qrn = self.device_qrn
        job_qrn = self.job_qrn
        vendor = self.vendor
        provider = self.provider
        status = self.status.value
        experiment_type = self.experiment_type.value
        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name
        tags: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags.to_dict()
        runtime_options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.runtime_options, Unset):
            runtime_options = self.runtime_options.to_dict()
        batch_job_qrn: None | str | Unset
        if isinstance(self.batch_job_qrn, Unset):
            batch_job_qrn = UNSET
        else:
            batch_job_qrn = self.batch_job_qrn
        status_msg: None | str | Unset
        if isinstance(self.status_msg, Unset):
            status_msg = UNSET
        else:
            status_msg = self.status_msg
        queue_position: int | None | Unset
        if isinstance(self.queue_position, Unset):
            queue_position = UNSET
        else:
            queue_position = self.queue_position
        time_stamps: dict[str, Any] | None | Unset
        if isinstance(self.time_stamps, Unset):
            time_stamps = UNSET
        elif isinstance(self.time_stamps, TimeStamps):
            time_stamps = self.time_stamps.to_dict()
        else:
            time_stamps = self.time_stamps
        cost: float | None | Unset
        if isinstance(self.cost, Unset):
            cost = UNSET
        else:
            cost = self.cost
        estimated_cost: float | None | Unset
        if isinstance(self.estimated_cost, Unset):
            estimated_cost = UNSET
        else:
            estimated_cost = self.estimated_cost
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        group_job_qrn: None | str | Unset
        if isinstance(self.group_job_qrn, Unset):
            group_job_qrn = UNSET
        else:
            group_job_qrn = self.group_job_qrn
        num_circuits = self.num_circuits
        device: dict[str, Any] | Unset = UNSET
        if not isinstance(self.device, Unset):
            device = self.device.to_dict()
        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()
        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()
        organization_user_id = self.organization_user_id
        device_id = self.device_id
        provider_id = self.provider_id
        gcs_destination: dict[str, Any] | Unset = UNSET
        if not isinstance(self.gcs_destination, Unset):
            gcs_destination = self.gcs_destination.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["shots"] = shots
        _fields_["deviceQrn"] = device_qrn
        _fields_["jobQrn"] = job_qrn
        _fields_["vendor"] = vendor
        _fields_["provider"] = provider
        _fields_["status"] = status
        _fields_["experimentType"] = experiment_type
        if name is not UNSET:
            _fields_["name"] = name
        if tags is not UNSET:
            _fields_["tags"] = tags
        if runtime_options is not UNSET:
            _fields_["runtimeOptions"] = runtime_options
        if batch_job_qrn is not UNSET:
            _fields_["batchJobQrn"] = batch_job_qrn
        if status_msg is not UNSET:
            _fields_["statusMsg"] = status_msg
        if queue_position is not UNSET:
            _fields_["queuePosition"] = queue_position
        if time_stamps is not UNSET:
            _fields_["timeStamps"] = time_stamps
        if cost is not UNSET:
            _fields_["cost"] = cost
        if estimated_cost is not UNSET:
            _fields_["estimatedCost"] = estimated_cost
        if metadata is not UNSET:
            _fields_["metadata"] = metadata
        if group_job_qrn is not UNSET:
            _fields_["groupJobQrn"] = group_job_qrn
        if num_circuits is not UNSET:
            _fields_["numCircuits"] = num_circuits
        if device is not UNSET:
            _fields_["device"] = device
        if created_at is not UNSET:
            _fields_["createdAt"] = created_at
        if updated_at is not UNSET:
            _fields_["updatedAt"] = updated_at
        if organization_user_id is not UNSET:
            _fields_["organizationUserId"] = organization_user_id
        if device_id is not UNSET:
            _fields_["deviceId"] = device_id
        if provider_id is not UNSET:
            _fields_["providerId"] = provider_id
        if gcs_destination is not UNSET:
            _fields_["gcsDestination"] = gcs_destination
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("RuntimeJob", src_dict)
        _members_ = dict(src_dict)
        try:
            shots = _members_.pop("shots")
            device_qrn = _members_.pop("deviceQrn")
            job_qrn = _members_.pop("jobQrn")
            vendor = _members_.pop("vendor")
            provider = _members_.pop("provider")
            status = JobStatus(_members_.pop("status"))

            experiment_type = ExperimentType(_members_.pop("experimentType"))

            name = _members_.pop("name", UNSET)

            _tags = _members_.pop("tags", UNSET)
            tags: RuntimeJobTags | Unset
            if isinstance(_tags, Unset):
                tags = UNSET
            else:
                tags = _models_.RuntimeJobTags.from_dict(_tags)

            _runtime_options = _members_.pop("runtimeOptions", UNSET)
            runtime_options: RuntimeJobRuntimeOptions | Unset
            if isinstance(_runtime_options, Unset):
                runtime_options = UNSET
            else:
                runtime_options = _models_.RuntimeJobRuntimeOptions.from_dict(_runtime_options)

            batch_job_qrn = _members_.pop("batchJobQrn", UNSET)

            status_msg = _members_.pop("statusMsg", UNSET)

            queue_position = _members_.pop("queuePosition", UNSET)

            _time_stamps = _members_.pop("timeStamps", UNSET)
            time_stamps: None | TimeStamps | Unset
            if _time_stamps is None or isinstance(_time_stamps, Unset):
                time_stamps = _time_stamps
            else:
                time_stamps_type_0 = _models_.TimeStamps.from_dict(_time_stamps)

                time_stamps = time_stamps_type_0

            cost = _members_.pop("cost", UNSET)

            estimated_cost = _members_.pop("estimatedCost", UNSET)

            _metadata = _members_.pop("metadata", UNSET)
            metadata: RuntimeJobMetadata | Unset
            if isinstance(_metadata, Unset):
                metadata = UNSET
            else:
                metadata = _models_.RuntimeJobMetadata.from_dict(_metadata)

            group_job_qrn = _members_.pop("groupJobQrn", UNSET)

            num_circuits = _members_.pop("numCircuits", UNSET)
            _device = _members_.pop("device", UNSET)
            device: JobDevice | Unset
            if isinstance(_device, Unset):
                device = UNSET
            else:
                device = _models_.JobDevice.from_dict(_device)

            _created_at = _members_.pop("createdAt", UNSET)
            created_at: datetime.datetime | Unset
            if isinstance(_created_at, Unset):
                created_at = UNSET
            else:
                created_at = datetime.datetime.fromisoformat(_created_at)

            _updated_at = _members_.pop("updatedAt", UNSET)
            updated_at: datetime.datetime | Unset
            if isinstance(_updated_at, Unset):
                updated_at = UNSET
            else:
                updated_at = datetime.datetime.fromisoformat(_updated_at)

            organization_user_id = _members_.pop("organizationUserId", UNSET)
            device_id = _members_.pop("deviceId", UNSET)
            provider_id = _members_.pop("providerId", UNSET)
            _gcs_destination = _members_.pop("gcsDestination", UNSET)
            gcs_destination: RuntimeJobGcsDestination | Unset
            if isinstance(_gcs_destination, Unset):
                gcs_destination = UNSET
            else:
                gcs_destination = _models_.RuntimeJobGcsDestination.from_dict(_gcs_destination)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("RuntimeJob", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            shots=shots,
            device_qrn=device_qrn,
            job_qrn=job_qrn,
            vendor=vendor,
            provider=provider,
            status=status,
            experiment_type=experiment_type,
            name=name,
            tags=tags,
            runtime_options=runtime_options,
            batch_job_qrn=batch_job_qrn,
            status_msg=status_msg,
            queue_position=queue_position,
            time_stamps=time_stamps,
            cost=cost,
            estimated_cost=estimated_cost,
            metadata=metadata,
            group_job_qrn=group_job_qrn,
            num_circuits=num_circuits,
            device=device,
            created_at=created_at,
            updated_at=updated_at,
            organization_user_id=organization_user_id,
            device_id=device_id,
            provider_id=provider_id,
            gcs_destination=gcs_destination,
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
