from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import ShapeError, as_list, not_an_object, unfit

T = TypeVar("T", bound="Registers")


@_attrs_define
class Registers:
    """Named groups of qubits, by which results can be reported."""

    additional_properties: dict[str, list[float | None]] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {}

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = (
        (list,),
        (float, int, NoneType),
    )
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:

        _fields_: dict[str, Any] = {}
        for _name_, _member_ in self.additional_properties.items():
            _fields_[_name_] = []
            for additional_property_item_data in _member_:
                additional_property_item: float | None
                additional_property_item = additional_property_item_data
                _fields_[_name_].append(additional_property_item)

        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Registers", src_dict)
        _members_ = dict(src_dict)
        try:
            _extra_ = {}
            for _name_, _member_ in _members_.items():
                additional_property = []
                for additional_property_item_data in as_list(_member_):
                    additional_property_item = additional_property_item_data

                    additional_property.append(additional_property_item)

                _extra_[_name_] = additional_property
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls()
        _model_.additional_properties = _extra_
        return _model_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> list[float | None]:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: list[float | None]) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
