from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

T = TypeVar("T", bound="JobsBulkOperationRequest")


@_attrs_define
class JobsBulkOperationRequest:
    """The jobs that a request is about."""

    ids: list[str]
    """ Ids of the jobs. The largest number allowed is not documented. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "ids": ("ids", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "ids": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        ids = self.ids

        _fields_: dict[str, Any] = {}
        _fields_["ids"] = ids
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobsBulkOperationRequest", src_dict)
        _members_ = dict(src_dict)
        try:
            ids = as_list(_members_.pop("ids"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JobsBulkOperationRequest", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            ids=ids,
        )
        _model_.unknown_fields = _members_
        return _model_
