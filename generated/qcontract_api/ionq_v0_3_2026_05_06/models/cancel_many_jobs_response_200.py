from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.cancel_many_jobs_response_200_status import CancelManyJobsResponse200Status
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

T = TypeVar("T", bound="CancelManyJobsResponse200")


@_attrs_define
class CancelManyJobsResponse200:
    """Confirmation that the jobs were cancelled."""

    ids: list[UUID]
    """ Ids of the cancelled jobs. """
    status: CancelManyJobsResponse200Status
    """ Always `canceled`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "ids": ("ids", (list,)),
        "status": ("status", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "ids": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        ids = []
        for ids_item_data in self.ids:
            ids_item = str(ids_item_data)
            ids.append(ids_item)

        status = self.status.value

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["ids"] = ids
        _fields_["status"] = status
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CancelManyJobsResponse200", src_dict)
        _members_ = dict(src_dict)
        try:
            ids = []
            for ids_item_data in as_list(_members_.pop("ids")):
                ids_item = UUID(ids_item_data)

                ids.append(ids_item)

            status = CancelManyJobsResponse200Status(_members_.pop("status"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("CancelManyJobsResponse200", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            ids=ids,
            status=status,
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
