from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="GetSessionsQueryParams")


@_attrs_define
class GetSessionsQueryParams:
    """The filter of the session list as one object. No operation refers to it."""

    active: bool | Unset = UNSET
    """ Only sessions whose `active` has this value. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "active": ("active", (bool,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        active = self.active

        _fields_: dict[str, Any] = {}
        if active is not UNSET:
            _fields_["active"] = active
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetSessionsQueryParams", src_dict)
        _members_ = dict(src_dict)
        try:
            active = _members_.pop("active", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            active=active,
        )
        _model_.unknown_fields = _members_
        return _model_
