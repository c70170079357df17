from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

T = TypeVar("T", bound="Backend")


@_attrs_define
class Backend:
    """A quantum computer or simulator."""

    average_queue_time: float
    """ How long jobs wait at present, in milliseconds. """
    backend: str
    """ Name to use in jobs, e.g. `simulator` or `qpu.forte-1`. """
    last_updated: str
    """ When these facts were last refreshed, as a timestamp. """
    qubits: int
    """ Number of qubits that a circuit may use. """
    status: str
    """ Whether jobs are taken: `available`, `unavailable`, `retired`; other words may occur. """
    characterization_id: str | Unset = UNSET
    """ Id of the newest characterization; absent if there is none. """
    degraded: bool | Unset = UNSET
    """ true: the backend runs, but below its usual quality. """
    kw: float | Unset = UNSET
    """ Electrical power that the backend draws, in kilowatts. """
    location: str | Unset = UNSET
    """ Where the machine stands. """
    supported_error_mitigations: list[str] | Unset = UNSET
    """ Names of the error mitigation methods that jobs may ask for. """
    supported_gates: list[str] | Unset = UNSET
    """ Names of the QIS gates that the backend takes. """
    supported_native_gates: list[str] | Unset = UNSET
    """ Names of the native gates that the backend takes. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "average_queue_time": ("average_queue_time", (float, int)),
        "backend": ("backend", (str,)),
        "last_updated": ("last_updated", (str,)),
        "qubits": ("qubits", (int,)),
        "status": ("status", (str,)),
        "characterization_id": ("characterization_id", (str,)),
        "degraded": ("degraded", (bool,)),
        "kw": ("kw", (float, int)),
        "location": ("location", (str,)),
        "supported_error_mitigations": ("supported_error_mitigations", (list,)),
        "supported_gates": ("supported_gates", (list,)),
        "supported_native_gates": ("supported_native_gates", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "supported_error_mitigations": ((str,),),
        "supported_gates": ((str,),),
        "supported_native_gates": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        average_queue_time = self.average_queue_time
        backend = self.backend
        last_updated = self.last_updated
        qubits = self.qubits
        status = self.status
        characterization_id = self.characterization_id
        degraded = self.degraded
        kw = self.kw
        location = self.location
        supported_error_mitigations: list[str] | Unset = UNSET
        if not isinstance(self.supported_error_mitigations, Unset):
            supported_error_mitigations = self.supported_error_mitigations

        supported_gates: list[str] | Unset = UNSET
        if not isinstance(self.supported_gates, Unset):
            supported_gates = self.supported_gates

        supported_native_gates: list[str] | Unset = UNSET
        if not isinstance(self.supported_native_gates, Unset):
            supported_native_gates = self.supported_native_gates

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["average_queue_time"] = average_queue_time
        _fields_["backend"] = backend
        _fields_["last_updated"] = last_updated
        _fields_["qubits"] = qubits
        _fields_["status"] = status
        if characterization_id is not UNSET:
            _fields_["characterization_id"] = characterization_id
        if degraded is not UNSET:
            _fields_["degraded"] = degraded
        if kw is not UNSET:
            _fields_["kw"] = kw
        if location is not UNSET:
            _fields_["location"] = location
        if supported_error_mitigations is not UNSET:
            _fields_["supported_error_mitigations"] = supported_error_mitigations
        if supported_gates is not UNSET:
            _fields_["supported_gates"] = supported_gates
        if supported_native_gates is not UNSET:
            _fields_["supported_native_gates"] = supported_native_gates
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Backend", src_dict)
        _members_ = dict(src_dict)
        try:
            average_queue_time = _members_.pop("average_queue_time")
            backend = _members_.pop("backend")
            last_updated = _members_.pop("last_updated")
            qubits = _members_.pop("qubits")
            status = _members_.pop("status")
            characterization_id = _members_.pop("characterization_id", UNSET)
            degraded = _members_.pop("degraded", UNSET)
            kw = _members_.pop("kw", UNSET)
            location = _members_.pop("location", UNSET)
            _supported_error_mitigations = _members_.pop("supported_error_mitigations", UNSET)
            supported_error_mitigations: list[str] | Unset = UNSET
            if _supported_error_mitigations is not UNSET:
                supported_error_mitigations = as_list(_supported_error_mitigations)

            _supported_gates = _members_.pop("supported_gates", UNSET)
            supported_gates: list[str] | Unset = UNSET
            if _supported_gates is not UNSET:
                supported_gates = as_list(_supported_gates)

            _supported_native_gates = _members_.pop("supported_native_gates", UNSET)
            supported_native_gates: list[str] | Unset = UNSET
            if _supported_native_gates is not UNSET:
                supported_native_gates = as_list(_supported_native_gates)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Backend", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            average_queue_time=average_queue_time,
            backend=backend,
            last_updated=last_updated,
            qubits=qubits,
            status=status,
            characterization_id=characterization_id,
            degraded=degraded,
            kw=kw,
            location=location,
            supported_error_mitigations=supported_error_mitigations,
            supported_gates=supported_gates,
            supported_native_gates=supported_native_gates,
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
