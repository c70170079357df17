from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.circuit_job_settings_error_mitigation_debiasing_type_0_phi_chi_twirling import (
        CircuitJobSettingsErrorMitigationDebiasingType0PhiChiTwirling,
    )


T = TypeVar("T", bound="CircuitJobSettingsErrorMitigationDebiasingType0")


@_attrs_define
class CircuitJobSettingsErrorMitigationDebiasingType0:
    """CircuitJobSettingsErrorMitigationDebiasingType0"""

    phi_chi_twirling: CircuitJobSettingsErrorMitigationDebiasingType0PhiChiTwirling | Unset = UNSET
    """ Parameters of the twirling of gate phases; their meaning is not documented. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "phi_chi_twirling": ("phi_chi_twirling", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        phi_chi_twirling: dict[str, Any] | Unset = UNSET
        if not isinstance(self.phi_chi_twirling, Unset):
            phi_chi_twirling = self.phi_chi_twirling.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if phi_chi_twirling is not UNSET:
            _fields_["phi_chi_twirling"] = phi_chi_twirling
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobSettingsErrorMitigationDebiasingType0", src_dict)
        _members_ = dict(src_dict)
        try:
            _phi_chi_twirling = _members_.pop("phi_chi_twirling", UNSET)
            phi_chi_twirling: CircuitJobSettingsErrorMitigationDebiasingType0PhiChiTwirling | Unset
            if isinstance(_phi_chi_twirling, Unset):
                phi_chi_twirling = UNSET
            else:
                phi_chi_twirling = _models_.CircuitJobSettingsErrorMitigationDebiasingType0PhiChiTwirling.from_dict(
                    _phi_chi_twirling
                )

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            phi_chi_twirling=phi_chi_twirling,
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
