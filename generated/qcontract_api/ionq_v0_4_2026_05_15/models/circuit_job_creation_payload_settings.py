from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.circuit_job_creation_payload_settings_compilation import CircuitJobCreationPayloadSettingsCompilation
    from ..models.circuit_job_creation_payload_settings_error_mitigation import (
        CircuitJobCreationPayloadSettingsErrorMitigation,
    )


T = TypeVar("T", bound="CircuitJobCreationPayloadSettings")


@_attrs_define
class CircuitJobCreationPayloadSettings:
    """How the service should treat the job."""

    error_mitigation: CircuitJobCreationPayloadSettingsErrorMitigation | Unset = UNSET
    """ Methods that reduce the effect of noise. Only quantum computers apply them. """
    compilation: CircuitJobCreationPayloadSettingsCompilation | Unset = UNSET
    """ How the circuit is compiled. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "error_mitigation": ("error_mitigation", (dict,)),
        "compilation": ("compilation", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        error_mitigation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error_mitigation, Unset):
            error_mitigation = self.error_mitigation.to_dict()
        compilation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.compilation, Unset):
            compilation = self.compilation.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if error_mitigation is not UNSET:
            _fields_["error_mitigation"] = error_mitigation
        if compilation is not UNSET:
            _fields_["compilation"] = compilation
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobCreationPayloadSettings", src_dict)
        _members_ = dict(src_dict)
        try:
            _error_mitigation = _members_.pop("error_mitigation", UNSET)
            error_mitigation: CircuitJobCreationPayloadSettingsErrorMitigation | Unset
            if isinstance(_error_mitigation, Unset):
                error_mitigation = UNSET
            else:
                error_mitigation = _models_.CircuitJobCreationPayloadSettingsErrorMitigation.from_dict(
                    _error_mitigation
                )

            _compilation = _members_.pop("compilation", UNSET)
            compilation: CircuitJobCreationPayloadSettingsCompilation | Unset
            if isinstance(_compilation, Unset):
                compilation = UNSET
            else:
                compilation = _models_.CircuitJobCreationPayloadSettingsCompilation.from_dict(_compilation)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            error_mitigation=error_mitigation,
            compilation=compilation,
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
