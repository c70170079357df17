from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="CircuitJobCreationPayloadSettingsCompilation")


@_attrs_define
class CircuitJobCreationPayloadSettingsCompilation:
    """How the circuit is compiled."""

    opt: float | Unset = UNSET
    """ Level of optimization. The values allowed are not documented. """
    precision: str | Unset = UNSET
    """ Accuracy to which angles are kept, as the text of a number, e.g. `1E-3`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "opt": ("opt", (float, int)),
        "precision": ("precision", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        opt = self.opt
        precision = self.precision

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if opt is not UNSET:
            _fields_["opt"] = opt
        if precision is not UNSET:
            _fields_["precision"] = precision
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobCreationPayloadSettingsCompilation", src_dict)
        _members_ = dict(src_dict)
        try:
            opt = _members_.pop("opt", UNSET)
            precision = _members_.pop("precision", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            opt=opt,
            precision=precision,
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
