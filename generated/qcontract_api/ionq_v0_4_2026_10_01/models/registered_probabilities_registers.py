from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import ShapeError, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.register_probabilities import RegisterProbabilities


T = TypeVar("T", bound="RegisteredProbabilitiesRegisters")


@_attrs_define
class RegisteredProbabilitiesRegisters:
    """Name of the register to its probabilities. `output_all`, always present, holds all qubits."""

    additional_properties: dict[str, RegisterProbabilities] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {}

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ((dict,),)
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:

        _fields_: dict[str, Any] = {}
        for _name_, _member_ in self.additional_properties.items():
            _fields_[_name_] = _member_.to_dict()
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("RegisteredProbabilitiesRegisters", src_dict)
        _members_ = dict(src_dict)
        try:
            _extra_ = {}
            for _name_, _member_ in _members_.items():
                additional_property = _models_.RegisterProbabilities.from_dict(_member_)

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

    def __getitem__(self, key: str) -> RegisterProbabilities:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: RegisterProbabilities) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
