from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.delete_multiple_jobs_response_data_failed_ids import DeleteMultipleJobsResponseDataFailedIds


T = TypeVar("T", bound="DeleteMultipleJobsResponseData")


@_attrs_define
class DeleteMultipleJobsResponseData:
    """What was deleted and what was not."""

    successful_ids: list[str]
    """ QRNs of the deleted jobs. """
    failed_ids: DeleteMultipleJobsResponseDataFailedIds
    """ QRN to reason, for the jobs that were not deleted. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "successful_ids": ("successfulIds", (list,)),
        "failed_ids": ("failedIds", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "successful_ids": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        successful_ids = self.successful_ids

        failed_ids = self.failed_ids.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["successfulIds"] = successful_ids
        _fields_["failedIds"] = failed_ids
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("DeleteMultipleJobsResponseData", src_dict)
        _members_ = dict(src_dict)
        try:
            successful_ids = as_list(_members_.pop("successfulIds"))

            failed_ids = _models_.DeleteMultipleJobsResponseDataFailedIds.from_dict(_members_.pop("failedIds"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("DeleteMultipleJobsResponseData", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            successful_ids=successful_ids,
            failed_ids=failed_ids,
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
