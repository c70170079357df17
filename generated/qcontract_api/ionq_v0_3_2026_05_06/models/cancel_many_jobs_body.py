from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

T = TypeVar("T", bound="CancelManyJobsBody")


@_attrs_define
class CancelManyJobsBody:
    """Ids of the jobs to cancel. The member is not declared required; an empty request has no documented meaning."""

    ids: list[UUID] | Unset = UNSET
    """ Ids of the jobs to cancel. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "ids": ("ids", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "ids": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        ids: list[str] | Unset = UNSET
        if not isinstance(self.ids, Unset):
            ids = []
            for ids_item_data in self.ids:
                ids_item = str(ids_item_data)
                ids.append(ids_item)

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if ids is not UNSET:
            _fields_["ids"] = ids
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CancelManyJobsBody", src_dict)
        _members_ = dict(src_dict)
        try:
            _ids = _members_.pop("ids", UNSET)
            ids: list[UUID] | Unset = UNSET
            if _ids is not UNSET:
                ids = []
                for ids_item_data in as_list(_ids):
                    ids_item = UUID(ids_item_data)

                    ids.append(ids_item)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            ids=ids,
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
