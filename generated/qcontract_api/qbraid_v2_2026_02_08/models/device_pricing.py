from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="DevicePricing")


@_attrs_define
class DevicePricing:
    """Prices of a device, in credits. Together they give the quote: per task, plus per shot times shots, plus per
    minute times minutes."""

    per_task: float | Unset = UNSET
    """ Credits per job. """
    per_shot: float | Unset = UNSET
    """ Credits per shot. """
    per_minute: float | Unset = UNSET
    """ Credits per minute of execution. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "per_task": ("perTask", (float, int)),
        "per_shot": ("perShot", (float, int)),
        "per_minute": ("perMinute", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        per_task = self.per_task
        per_shot = self.per_shot
        per_minute = self.per_minute

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if per_task is not UNSET:
            _fields_["perTask"] = per_task
        if per_shot is not UNSET:
            _fields_["perShot"] = per_shot
        if per_minute is not UNSET:
            _fields_["perMinute"] = per_minute
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("DevicePricing", src_dict)
        _members_ = dict(src_dict)
        try:
            per_task = _members_.pop("perTask", UNSET)
            per_shot = _members_.pop("perShot", UNSET)
            per_minute = _members_.pop("perMinute", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            per_task=per_task,
            per_shot=per_shot,
            per_minute=per_minute,
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
