from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.backend_status import BackendStatus
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

T = TypeVar("T", bound="Backend")


@_attrs_define
class Backend:
    """A machine or simulator that runs jobs."""

    backend: str
    """ Name of the backend, as used in a job's `target`. """
    status: BackendStatus
    """ Whether the backend takes jobs. Public clients know more states than these, such as `retired` and
    `calibrating`. """
    average_queue_time: float
    """ Typical waiting time, in milliseconds going by its size in live traffic, in spite of the declared format.
    """
    last_updated: int
    """ When this entry was last refreshed. Unix time in whole seconds. """
    degraded: bool | Unset = UNSET
    """ Whether the backend works below its usual quality. """
    characterization_url: str | Unset = UNSET
    """ Path of the newest characterization, `/characterizations/<id>` without the version: join it with the server
    URL. Left out for simulators and unavailable machines. """
    qubits: int | Unset = UNSET
    """ Number of qubits. Seen in traffic only. """
    has_access: bool | Unset = UNSET
    """ Whether the user of the key may use the backend. Seen in traffic only. """
    noise_models: list[str] | Unset = UNSET
    """ Noise models that the simulator offers. Seen in traffic only. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "backend": ("backend", (str,)),
        "status": ("status", (str,)),
        "average_queue_time": ("average_queue_time", (float, int)),
        "last_updated": ("last_updated", (int,)),
        "degraded": ("degraded", (bool,)),
        "characterization_url": ("characterization_url", (str,)),
        "qubits": ("qubits", (int,)),
        "has_access": ("has_access", (bool,)),
        "noise_models": ("noise_models", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "noise_models": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        backend = self.backend
        status = self.status.value
        average_queue_time = self.average_queue_time
        last_updated = self.last_updated
        degraded = self.degraded
        characterization_url = self.characterization_url
        qubits = self.qubits
        has_access = self.has_access
        noise_models: list[str] | Unset = UNSET
        if not isinstance(self.noise_models, Unset):
            noise_models = self.noise_models

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["backend"] = backend
        _fields_["status"] = status
        _fields_["average_queue_time"] = average_queue_time
        _fields_["last_updated"] = last_updated
        if degraded is not UNSET:
            _fields_["degraded"] = degraded
        if characterization_url is not UNSET:
            _fields_["characterization_url"] = characterization_url
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if has_access is not UNSET:
            _fields_["has_access"] = has_access
        if noise_models is not UNSET:
            _fields_["noise_models"] = noise_models
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Backend", src_dict)
        _members_ = dict(src_dict)
        try:
            backend = _members_.pop("backend")
            status = BackendStatus(_members_.pop("status"))

            average_queue_time = _members_.pop("average_queue_time")
            last_updated = _members_.pop("last_updated")
            degraded = _members_.pop("degraded", UNSET)
            characterization_url = _members_.pop("characterization_url", UNSET)
            qubits = _members_.pop("qubits", UNSET)
            has_access = _members_.pop("has_access", UNSET)
            _noise_models = _members_.pop("noise_models", UNSET)
            noise_models: list[str] | Unset = UNSET
            if _noise_models is not UNSET:
                noise_models = as_list(_noise_models)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Backend", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            backend=backend,
            status=status,
            average_queue_time=average_queue_time,
            last_updated=last_updated,
            degraded=degraded,
            characterization_url=characterization_url,
            qubits=qubits,
            has_access=has_access,
            noise_models=noise_models,
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
