from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

T = TypeVar("T", bound="ValidationError")


@_attrs_define
class ValidationError:
    """One fault of a request."""

    loc: list[int | str]
    """ Where: the steps from the request down to the member, names and indices. """
    msg: str
    """ What is wrong, for people. """
    type_: str
    """ What is wrong, for programs. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "loc": ("loc", (list,)),
        "msg": ("msg", (str,)),
        "type_": ("type", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "loc": ((str, int),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        loc = []
        for loc_item_data in self.loc:
            loc_item: int | str
            loc_item = loc_item_data
            loc.append(loc_item)

        msg = self.msg
        type_ = self.type_

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["loc"] = loc
        _fields_["msg"] = msg
        _fields_["type"] = type_
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("ValidationError", src_dict)
        _members_ = dict(src_dict)
        try:
            loc = []
            for loc_item_data in as_list(_members_.pop("loc")):
                loc_item = loc_item_data

                loc.append(loc_item)

            msg = _members_.pop("msg")
            type_ = _members_.pop("type")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("ValidationError", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            loc=loc,
            msg=msg,
            type_=type_,
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
