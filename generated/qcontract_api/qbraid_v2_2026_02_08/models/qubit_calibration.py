from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.qubit_calibration_gate_error import QubitCalibrationGateError


T = TypeVar("T", bound="QubitCalibration")


@_attrs_define
class QubitCalibration:
    """Data of one qubit."""

    gate_error: QubitCalibrationGateError | Unset = UNSET
    """ Gate name to error rate, from 0 to 1. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "gate_error": ("gateError", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:

        gate_error: dict[str, Any] | Unset = UNSET
        if not isinstance(self.gate_error, Unset):
            gate_error = self.gate_error.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if gate_error is not UNSET:
            _fields_["gateError"] = gate_error
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QubitCalibration", src_dict)
        _members_ = dict(src_dict)
        try:
            _gate_error = _members_.pop("gateError", UNSET)
            gate_error: QubitCalibrationGateError | Unset
            if isinstance(_gate_error, Unset):
                gate_error = UNSET
            else:
                gate_error = _models_.QubitCalibrationGateError.from_dict(_gate_error)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            gate_error=gate_error,
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
