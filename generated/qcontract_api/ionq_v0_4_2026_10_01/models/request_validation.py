from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

T = TypeVar("T", bound="RequestValidation")


@_attrs_define
class RequestValidation:
    """Which inputs of a request were refused."""

    keys: list[str] | Unset = UNSET
    """ Names of the inputs at fault. """
    source: str | Unset = UNSET
    """ Part of the request they belong to, e.g. `params`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "keys": ("keys", (list,)),
        "source": ("source", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "keys": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        keys: list[str] | Unset = UNSET
        if not isinstance(self.keys, Unset):
            keys = self.keys

        source = self.source

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if keys is not UNSET:
            _fields_["keys"] = keys
        if source is not UNSET:
            _fields_["source"] = source
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("RequestValidation", src_dict)
        _members_ = dict(src_dict)
        try:
            _keys = _members_.pop("keys", UNSET)
            keys: list[str] | Unset = UNSET
            if _keys is not UNSET:
                keys = as_list(_keys)

            source = _members_.pop("source", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            keys=keys,
            source=source,
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
