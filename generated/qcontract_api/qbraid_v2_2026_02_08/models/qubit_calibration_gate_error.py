from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import not_an_object

T = TypeVar("T", bound="QubitCalibrationGateError")


@_attrs_define
class QubitCalibrationGateError:
    """Gate name to error rate, from 0 to 1."""

    additional_properties: dict[str, float] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {}

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ((float, int),)
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QubitCalibrationGateError", src_dict)
        _members_ = dict(src_dict)
        _model_ = cls()
        _model_.additional_properties = _members_
        return _model_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> float:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: float) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
