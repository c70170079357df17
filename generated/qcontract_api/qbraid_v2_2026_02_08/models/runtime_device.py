from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.device_status import DeviceStatus
from ..models.experiment_type import ExperimentType
from ..models.runtime_device_device_type import RuntimeDeviceDeviceType
from ..models.runtime_device_pricing_model_type_0 import RuntimeDevicePricingModelType0
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.device_pricing import DevicePricing
    from ..models.runtime_device_topology import RuntimeDeviceTopology


T = TypeVar("T", bound="RuntimeDevice")


@_attrs_define
class RuntimeDevice:
    """A quantum computer or simulator. Only the three members that every example has are declared required."""

    name: str
    """ Name for people. """
    qrn: str
    """ QRN of the device, `vendor:provider:sim|qpu:name`. """
    status: DeviceStatus
    """ Whether a device takes jobs. Going by the names: ONLINE yes, UNAVAILABLE and OFFLINE not at present, RETIRED
    never again. """
    vendor: str | Unset = UNSET
    """ Through whom the device is reached. """
    device_type: RuntimeDeviceDeviceType | Unset = UNSET
    """ Quantum computer or simulator. """
    run_input_types: list[str] | Unset = UNSET
    """ Kinds of program the device takes, by the SDK's names (`qasm3`, `pyqir`, `braket`, ...). These are not the
    values of a program's `format`, although some coincide. """
    status_msg: None | str | Unset = UNSET
    """ Explanation of the status for people. """
    next_available: datetime.datetime | None | Unset = UNSET
    """ When the device is expected to take jobs again. """
    queue_depth: int | None | Unset = UNSET
    """ Number of jobs waiting. """
    avg_queue_time: int | None | Unset = UNSET
    """ Typical waiting time; the unit is not documented. """
    number_qubits: int | None | Unset = UNSET
    """ Number of qubits. """
    paradigm: ExperimentType | Unset = UNSET
    """ Kind of computation: gates, analog evolution, annealing, or other. Older SDKs knew more values (ahs,
    photonic). """
    modality: None | str | Unset = UNSET
    """ Physical kind of the machine, such as trapped ions. """
    noise_models: list[str] | None | Unset = UNSET
    """ Names of the noise models that a simulator offers. """
    pricing_model: None | RuntimeDevicePricingModelType0 | Unset = UNSET
    """ Whether `pricing` says all (fixed) or the price is known only afterwards (dynamic). """
    pricing: DevicePricing | None | Unset = UNSET
    """ Prices in credits, for fixed pricing. """
    direct_access: bool | Unset = True
    """ Whether the device can be used directly. What that means exactly is not documented; going by the name, with
    qBraid credits and without an account at its vendor. """
    vrn: str | Unset = UNSET
    """ Second name of the device; going by the name, the one its vendor uses. """
    visibility: str | Unset = UNSET
    """ Who may see the device. """
    verified: str | Unset = UNSET
    """ Whether the device was verified; text, not a boolean. """
    active_version: None | str | Unset = UNSET
    """ Version of the device or of its record. """
    created_at: datetime.datetime | Unset = UNSET
    """ When the record of the device was made. """
    updated_at: datetime.datetime | Unset = UNSET
    """ When the record of the device last changed. """
    description: str | Unset = UNSET
    """ Description for people. """
    notes: None | str | Unset = UNSET
    """ Remarks, for people. """
    min_shots: int | Unset = UNSET
    """ Smallest number of shots. """
    max_shots: int | Unset = UNSET
    """ Largest number of shots. """
    status_locked: bool | Unset = UNSET
    """ Whether the status is locked. """
    status_checked_at: datetime.datetime | Unset = UNSET
    """ When the status was last refreshed. """
    batch_job_support: bool | Unset = UNSET
    """ Whether a job may hold several circuits. """
    topology: RuntimeDeviceTopology | Unset = UNSET
    """ Which qubits are connected; the form depends on the device. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "name": ("name", (str,)),
        "qrn": ("qrn", (str,)),
        "status": ("status", (str,)),
        "vendor": ("vendor", (str,)),
        "device_type": ("deviceType", (str,)),
        "run_input_types": ("runInputTypes", (list,)),
        "status_msg": ("statusMsg", (str, NoneType)),
        "next_available": ("nextAvailable", (str, NoneType)),
        "queue_depth": ("queueDepth", (int, NoneType)),
        "avg_queue_time": ("avgQueueTime", (int, NoneType)),
        "number_qubits": ("numberQubits", (int, NoneType)),
        "paradigm": ("paradigm", (str,)),
        "modality": ("modality", (str, NoneType)),
        "noise_models": ("noiseModels", (list, NoneType)),
        "pricing_model": ("pricingModel", (str, NoneType)),
        "pricing": ("pricing", (dict, NoneType)),
        "direct_access": ("directAccess", (bool,)),
        "vrn": ("vrn", (str,)),
        "visibility": ("visibility", (str,)),
        "verified": ("verified", (str,)),
        "active_version": ("activeVersion", (str, NoneType)),
        "created_at": ("createdAt", (str,)),
        "updated_at": ("updatedAt", (str,)),
        "description": ("description", (str,)),
        "notes": ("notes", (str, NoneType)),
        "min_shots": ("minShots", (int,)),
        "max_shots": ("maxShots", (int,)),
        "status_locked": ("statusLocked", (bool,)),
        "status_checked_at": ("statusCheckedAt", (str,)),
        "batch_job_support": ("batchJobSupport", (bool,)),
        "topology": ("topology", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "run_input_types": ((str,),),
        "noise_models": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.device_pricing import DevicePricing

        name = self.name
        qrn = self.qrn
        status = self.status.value
        vendor = self.vendor
        device_type: str | Unset = UNSET
        if not isinstance(self.device_type, Unset):
            device_type = self.device_type.value

        run_input_types: list[str] | Unset = UNSET
        if not isinstance(self.run_input_types, Unset):
            run_input_types = self.run_input_types

        status_msg: None | str | Unset
        if isinstance(self.status_msg, Unset):
            status_msg = UNSET
        else:
            status_msg = self.status_msg
        next_available: None | str | Unset
        if isinstance(self.next_available, Unset):
            next_available = UNSET
        elif isinstance(self.next_available, datetime.datetime):
            next_available = self.next_available.isoformat()
        else:
            next_available = self.next_available
        queue_depth: int | None | Unset
        if isinstance(self.queue_depth, Unset):
            queue_depth = UNSET
        else:
            queue_depth = self.queue_depth
        avg_queue_time: int | None | Unset
        if isinstance(self.avg_queue_time, Unset):
            avg_queue_time = UNSET
        else:
            avg_queue_time = self.avg_queue_time
        number_qubits: int | None | Unset
        if isinstance(self.number_qubits, Unset):
            number_qubits = UNSET
        else:
            number_qubits = self.number_qubits
        paradigm: str | Unset = UNSET
        if not isinstance(self.paradigm, Unset):
            paradigm = self.paradigm.value

        modality: None | str | Unset
        if isinstance(self.modality, Unset):
            modality = UNSET
        else:
            modality = self.modality
        noise_models: list[str] | None | Unset
        if isinstance(self.noise_models, Unset):
            noise_models = UNSET
        elif isinstance(self.noise_models, list):
            noise_models = self.noise_models

        else:
            noise_models = self.noise_models
        pricing_model: None | str | Unset
        if isinstance(self.pricing_model, Unset):
            pricing_model = UNSET
        elif isinstance(self.pricing_model, RuntimeDevicePricingModelType0):
            pricing_model = self.pricing_model.value
        else:
            pricing_model = self.pricing_model
        pricing: dict[str, Any] | None | Unset
        if isinstance(self.pricing, Unset):
            pricing = UNSET
        elif isinstance(self.pricing, DevicePricing):
            pricing = self.pricing.to_dict()
        else:
            pricing = self.pricing
        direct_access = self.direct_access
        vrn = self.vrn
        visibility = self.visibility
        verified = self.verified
        active_version: None | str | Unset
        if isinstance(self.active_version, Unset):
            active_version = UNSET
        else:
            active_version = self.active_version
        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()
        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()
        description = self.description
        notes: None | str | Unset
        if isinstance(self.notes, Unset):
            notes = UNSET
        else:
            notes = self.notes
        min_shots = self.min_shots
        max_shots = self.max_shots
        status_locked = self.status_locked
        status_checked_at: str | Unset = UNSET
        if not isinstance(self.status_checked_at, Unset):
            status_checked_at = self.status_checked_at.isoformat()
        batch_job_support = self.batch_job_support
        topology: dict[str, Any] | Unset = UNSET
        if not isinstance(self.topology, Unset):
            topology = self.topology.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["name"] = name
        _fields_["qrn"] = qrn
        _fields_["status"] = status
        if vendor is not UNSET:
            _fields_["vendor"] = vendor
        if device_type is not UNSET:
            _fields_["deviceType"] = device_type
        if run_input_types is not UNSET:
            _fields_["runInputTypes"] = run_input_types
        if status_msg is not UNSET:
            _fields_["statusMsg"] = status_msg
        if next_available is not UNSET:
            _fields_["nextAvailable"] = next_available
        if queue_depth is not UNSET:
            _fields_["queueDepth"] = queue_depth
        if avg_queue_time is not UNSET:
            _fields_["avgQueueTime"] = avg_queue_time
        if number_qubits is not UNSET:
            _fields_["numberQubits"] = number_qubits
        if paradigm is not UNSET:
            _fields_["paradigm"] = paradigm
        if modality is not UNSET:
            _fields_["modality"] = modality
        if noise_models is not UNSET:
            _fields_["noiseModels"] = noise_models
        if pricing_model is not UNSET:
            _fields_["pricingModel"] = pricing_model
        if pricing is not UNSET:
            _fields_["pricing"] = pricing
        if direct_access is not UNSET:
            _fields_["directAccess"] = direct_access
        if vrn is not UNSET:
            _fields_["vrn"] = vrn
        if visibility is not UNSET:
            _fields_["visibility"] = visibility
        if verified is not UNSET:
            _fields_["verified"] = verified
        if active_version is not UNSET:
            _fields_["activeVersion"] = active_version
        if created_at is not UNSET:
            _fields_["createdAt"] = created_at
        if updated_at is not UNSET:
            _fields_["updatedAt"] = updated_at
        if description is not UNSET:
            _fields_["description"] = description
        if notes is not UNSET:
            _fields_["notes"] = notes
        if min_shots is not UNSET:
            _fields_["minShots"] = min_shots
        if max_shots is not UNSET:
            _fields_["maxShots"] = max_shots
        if status_locked is not UNSET:
            _fields_["statusLocked"] = status_locked
        if status_checked_at is not UNSET:
            _fields_["statusCheckedAt"] = status_checked_at
        if batch_job_support is not UNSET:
            _fields_["batchJobSupport"] = batch_job_support
        if topology is not UNSET:
            _fields_["topology"] = topology
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("RuntimeDevice", src_dict)
        _members_ = dict(src_dict)
        try:
            name = _members_.pop("name")
            qrn = _members_.pop("qrn")
            status = DeviceStatus(_members_.pop("status"))

            vendor = _members_.pop("vendor", UNSET)
            _device_type = _members_.pop("deviceType", UNSET)
            device_type: RuntimeDeviceDeviceType | Unset
            if isinstance(_device_type, Unset):
                device_type = UNSET
            else:
                device_type = RuntimeDeviceDeviceType(_device_type)

            _run_input_types = _members_.pop("runInputTypes", UNSET)
            run_input_types: list[str] | Unset = UNSET
            if _run_input_types is not UNSET:
                run_input_types = as_list(_run_input_types)

            status_msg = _members_.pop("statusMsg", UNSET)

            _next_available = _members_.pop("nextAvailable", UNSET)
            next_available: datetime.datetime | None | Unset
            if _next_available is None or isinstance(_next_available, Unset):
                next_available = _next_available
            else:
                next_available_type_0 = datetime.datetime.fromisoformat(_next_available)

                next_available = next_available_type_0

            queue_depth = _members_.pop("queueDepth", UNSET)

            avg_queue_time = _members_.pop("avgQueueTime", UNSET)

            number_qubits = _members_.pop("numberQubits", UNSET)

            _paradigm = _members_.pop("paradigm", UNSET)
            paradigm: ExperimentType | Unset
            if isinstance(_paradigm, Unset):
                paradigm = UNSET
            else:
                paradigm = ExperimentType(_paradigm)

            modality = _members_.pop("modality", UNSET)

            _noise_models = _members_.pop("noiseModels", UNSET)
            noise_models: list[str] | None | Unset
            if _noise_models is None or isinstance(_noise_models, Unset):
                noise_models = _noise_models
            else:
                noise_models_type_0 = as_list(_noise_models)

                noise_models = noise_models_type_0

            _pricing_model = _members_.pop("pricingModel", UNSET)
            pricing_model: None | RuntimeDevicePricingModelType0 | Unset
            if _pricing_model is None or isinstance(_pricing_model, Unset):
                pricing_model = _pricing_model
            else:
                pricing_model_type_0 = RuntimeDevicePricingModelType0(_pricing_model)

                pricing_model = pricing_model_type_0

            _pricing = _members_.pop("pricing", UNSET)
            pricing: DevicePricing | None | Unset
            if _pricing is None or isinstance(_pricing, Unset):
                pricing = _pricing
            else:
                pricing_type_0 = _models_.DevicePricing.from_dict(_pricing)

                pricing = pricing_type_0

            direct_access = _members_.pop("directAccess", UNSET)
            vrn = _members_.pop("vrn", UNSET)
            visibility = _members_.pop("visibility", UNSET)
            verified = _members_.pop("verified", UNSET)
            active_version = _members_.pop("activeVersion", UNSET)

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

            description = _members_.pop("description", UNSET)
            notes = _members_.pop("notes", UNSET)

            min_shots = _members_.pop("minShots", UNSET)
            max_shots = _members_.pop("maxShots", UNSET)
            status_locked = _members_.pop("statusLocked", UNSET)
            _status_checked_at = _members_.pop("statusCheckedAt", UNSET)
            status_checked_at: datetime.datetime | Unset
            if isinstance(_status_checked_at, Unset):
                status_checked_at = UNSET
            else:
                status_checked_at = datetime.datetime.fromisoformat(_status_checked_at)

            batch_job_support = _members_.pop("batchJobSupport", UNSET)
            _topology = _members_.pop("topology", UNSET)
            topology: RuntimeDeviceTopology | Unset
            if isinstance(_topology, Unset):
                topology = UNSET
            else:
                topology = _models_.RuntimeDeviceTopology.from_dict(_topology)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("RuntimeDevice", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            name=name,
            qrn=qrn,
            status=status,
            vendor=vendor,
            device_type=device_type,
            run_input_types=run_input_types,
            status_msg=status_msg,
            next_available=next_available,
            queue_depth=queue_depth,
            avg_queue_time=avg_queue_time,
            number_qubits=number_qubits,
            paradigm=paradigm,
            modality=modality,
            noise_models=noise_models,
            pricing_model=pricing_model,
            pricing=pricing,
            direct_access=direct_access,
            vrn=vrn,
            visibility=visibility,
            verified=verified,
            active_version=active_version,
            created_at=created_at,
            updated_at=updated_at,
            description=description,
            notes=notes,
            min_shots=min_shots,
            max_shots=max_shots,
            status_locked=status_locked,
            status_checked_at=status_checked_at,
            batch_job_support=batch_job_support,
            topology=topology,
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
