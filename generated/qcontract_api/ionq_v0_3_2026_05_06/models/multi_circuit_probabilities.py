from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import ShapeError, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.probabilities import Probabilities


T = TypeVar("T", bound="MultiCircuitProbabilities")


@_attrs_define
class MultiCircuitProbabilities:
    """Results of a multi-circuit job: child job id to probabilities, in the order of the circuits. Third parties
    report null for a child that never ran."""

    additional_properties: dict[str, None | Probabilities] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {}

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ((dict, NoneType),)
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:
        from ..models.probabilities import Probabilities

        _fields_: dict[str, Any] = {}
        for _name_, _member_ in self.additional_properties.items():
            if isinstance(_member_, Probabilities):
                _fields_[_name_] = _member_.to_dict()
            else:
                _fields_[_name_] = _member_
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("MultiCircuitProbabilities", src_dict)
        _members_ = dict(src_dict)
        try:
            _extra_ = {}
            for _name_, _member_ in _members_.items():
                _additional_property = _member_
                additional_property: None | Probabilities
                if _additional_property is None:
                    additional_property = _additional_property
                else:
                    additional_property_type_0 = _models_.Probabilities.from_dict(_additional_property)

                    additional_property = additional_property_type_0

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

    def __getitem__(self, key: str) -> None | Probabilities:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: None | Probabilities) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
