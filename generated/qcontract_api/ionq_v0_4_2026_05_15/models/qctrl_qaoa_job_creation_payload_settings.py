from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.qctrl_qaoa_job_creation_payload_settings_error_mitigation import (
        QctrlQaoaJobCreationPayloadSettingsErrorMitigation,
    )


T = TypeVar("T", bound="QctrlQaoaJobCreationPayloadSettings")


@_attrs_define
class QctrlQaoaJobCreationPayloadSettings:
    """How the service should treat the job."""

    error_mitigation: QctrlQaoaJobCreationPayloadSettingsErrorMitigation | Unset = UNSET
    """ Methods that reduce the effect of noise. Only quantum computers apply them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "error_mitigation": ("error_mitigation", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        error_mitigation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error_mitigation, Unset):
            error_mitigation = self.error_mitigation.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if error_mitigation is not UNSET:
            _fields_["error_mitigation"] = error_mitigation
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QctrlQaoaJobCreationPayloadSettings", src_dict)
        _members_ = dict(src_dict)
        try:
            _error_mitigation = _members_.pop("error_mitigation", UNSET)
            error_mitigation: QctrlQaoaJobCreationPayloadSettingsErrorMitigation | Unset
            if isinstance(_error_mitigation, Unset):
                error_mitigation = UNSET
            else:
                error_mitigation = _models_.QctrlQaoaJobCreationPayloadSettingsErrorMitigation.from_dict(
                    _error_mitigation
                )

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            error_mitigation=error_mitigation,
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
