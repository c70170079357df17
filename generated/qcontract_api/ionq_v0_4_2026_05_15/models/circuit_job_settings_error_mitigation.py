from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.circuit_job_settings_error_mitigation_debiasing_type_0 import (
        CircuitJobSettingsErrorMitigationDebiasingType0,
    )


T = TypeVar("T", bound="CircuitJobSettingsErrorMitigation")


@_attrs_define
class CircuitJobSettingsErrorMitigation:
    """What the job uses against noise."""

    debiasing: bool | CircuitJobSettingsErrorMitigationDebiasingType0 | Unset = UNSET
    """ Whether debiasing is on, or with which parameters. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "debiasing": ("debiasing", (dict, bool)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.circuit_job_settings_error_mitigation_debiasing_type_0 import (
            CircuitJobSettingsErrorMitigationDebiasingType0,
        )

        debiasing: bool | dict[str, Any] | Unset
        if isinstance(self.debiasing, Unset):
            debiasing = UNSET
        elif isinstance(self.debiasing, CircuitJobSettingsErrorMitigationDebiasingType0):
            debiasing = self.debiasing.to_dict()
        else:
            debiasing = self.debiasing

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if debiasing is not UNSET:
            _fields_["debiasing"] = debiasing
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobSettingsErrorMitigation", src_dict)
        _members_ = dict(src_dict)
        try:

            def _parse_debiasing(data: object) -> bool | CircuitJobSettingsErrorMitigationDebiasingType0 | Unset:
                if isinstance(data, Unset):
                    return data
                if isinstance(data, dict):
                    return _models_.CircuitJobSettingsErrorMitigationDebiasingType0.from_dict(data)

                return cast("bool | CircuitJobSettingsErrorMitigationDebiasingType0 | Unset", data)

            debiasing = _parse_debiasing(_members_.pop("debiasing", UNSET))

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            debiasing=debiasing,
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
