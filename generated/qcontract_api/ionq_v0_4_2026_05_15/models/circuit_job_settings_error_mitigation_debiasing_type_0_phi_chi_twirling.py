from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="CircuitJobSettingsErrorMitigationDebiasingType0PhiChiTwirling")


@_attrs_define
class CircuitJobSettingsErrorMitigationDebiasingType0PhiChiTwirling:
    """Parameters of the twirling of gate phases; their meaning is not documented."""

    p2q: float | Unset = UNSET

    t2q: float | Unset = UNSET

    t1q: float | Unset = UNSET

    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "p2q": ("p2q", (float, int)),
        "t2q": ("t2q", (float, int)),
        "t1q": ("t1q", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        p2q = self.p2q
        t2q = self.t2q
        t1q = self.t1q

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if p2q is not UNSET:
            _fields_["p2q"] = p2q
        if t2q is not UNSET:
            _fields_["t2q"] = t2q
        if t1q is not UNSET:
            _fields_["t1q"] = t1q
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobSettingsErrorMitigationDebiasingType0PhiChiTwirling", src_dict)
        _members_ = dict(src_dict)
        try:
            p2q = _members_.pop("p2q", UNSET)
            t2q = _members_.pop("t2q", UNSET)
            t1q = _members_.pop("t1q", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            p2q=p2q,
            t2q=t2q,
            t1q=t1q,
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
