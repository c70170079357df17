from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.device_calibration_edges import DeviceCalibrationEdges
    from ..models.device_calibration_qubits import DeviceCalibrationQubits


T = TypeVar("T", bound="DeviceCalibration")


@_attrs_define
class DeviceCalibration:
    """Measured quality of a device. The members were seen in recordings; others probably exist."""

    device_qr_ns: list[str] | Unset = UNSET
    """ QRNs of the devices that these data belong to. """
    provider: str | Unset = UNSET
    """ Who makes or runs the machine. """
    last_calibrated: str | Unset = UNSET
    """ When the machine was calibrated, as text. """
    fetched_at: str | Unset = UNSET
    """ When qBraid got the data, as text. """
    qubits: DeviceCalibrationQubits | Unset = UNSET
    """ Data by qubit; the key is the qubit's index as text. """
    edges: DeviceCalibrationEdges | Unset = UNSET
    """ Data by pair of qubits. The form of the keys and the members are not documented. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "device_qr_ns": ("deviceQRNs", (list,)),
        "provider": ("provider", (str,)),
        "last_calibrated": ("lastCalibrated", (str,)),
        "fetched_at": ("fetchedAt", (str,)),
        "qubits": ("qubits", (dict,)),
        "edges": ("edges", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "device_qr_ns": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        device_qr_ns: list[str] | Unset = UNSET
        if not isinstance(self.device_qr_ns, Unset):
            device_qr_ns = self.device_qr_ns

        provider = self.provider
        last_calibrated = self.last_calibrated
        fetched_at = self.fetched_at
        qubits: dict[str, Any] | Unset = UNSET
        if not isinstance(self.qubits, Unset):
            qubits = self.qubits.to_dict()
        edges: dict[str, Any] | Unset = UNSET
        if not isinstance(self.edges, Unset):
            edges = self.edges.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if device_qr_ns is not UNSET:
            _fields_["deviceQRNs"] = device_qr_ns
        if provider is not UNSET:
            _fields_["provider"] = provider
        if last_calibrated is not UNSET:
            _fields_["lastCalibrated"] = last_calibrated
        if fetched_at is not UNSET:
            _fields_["fetchedAt"] = fetched_at
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if edges is not UNSET:
            _fields_["edges"] = edges
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("DeviceCalibration", src_dict)
        _members_ = dict(src_dict)
        try:
            _device_qr_ns = _members_.pop("deviceQRNs", UNSET)
            device_qr_ns: list[str] | Unset = UNSET
            if _device_qr_ns is not UNSET:
                device_qr_ns = as_list(_device_qr_ns)

            provider = _members_.pop("provider", UNSET)
            last_calibrated = _members_.pop("lastCalibrated", UNSET)
            fetched_at = _members_.pop("fetchedAt", UNSET)
            _qubits = _members_.pop("qubits", UNSET)
            qubits: DeviceCalibrationQubits | Unset
            if isinstance(_qubits, Unset):
                qubits = UNSET
            else:
                qubits = _models_.DeviceCalibrationQubits.from_dict(_qubits)

            _edges = _members_.pop("edges", UNSET)
            edges: DeviceCalibrationEdges | Unset
            if isinstance(_edges, Unset):
                edges = UNSET
            else:
                edges = _models_.DeviceCalibrationEdges.from_dict(_edges)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            device_qr_ns=device_qr_ns,
            provider=provider,
            last_calibrated=last_calibrated,
            fetched_at=fetched_at,
            qubits=qubits,
            edges=edges,
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
