from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="ErrorMitigationOutputSymmetryVerificationType0")


@_attrs_define
class ErrorMitigationOutputSymmetryVerificationType0:
    """Outcome of symmetry verification; null if it was not done."""

    num_allowed_states: float | Unset = UNSET
    """ Number of states that the symmetry allows. """
    applied: bool | Unset = UNSET
    """ Whether shots were in fact dropped. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "num_allowed_states": ("num_allowed_states", (float, int)),
        "applied": ("applied", (bool,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        num_allowed_states = self.num_allowed_states
        applied = self.applied

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if num_allowed_states is not UNSET:
            _fields_["num_allowed_states"] = num_allowed_states
        if applied is not UNSET:
            _fields_["applied"] = applied
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("ErrorMitigationOutputSymmetryVerificationType0", src_dict)
        _members_ = dict(src_dict)
        try:
            num_allowed_states = _members_.pop("num_allowed_states", UNSET)
            applied = _members_.pop("applied", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            num_allowed_states=num_allowed_states,
            applied=applied,
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
