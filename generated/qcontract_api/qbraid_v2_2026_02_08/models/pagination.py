from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="Pagination")


@_attrs_define
class Pagination:
    """Where in the list this page is."""

    page: int
    """ Number of the page, starting at 1. """
    limit: int
    """ Largest number of items on a page. """
    total: int
    """ Number of items in all. """
    total_pages: int
    """ Number of pages in all. """
    has_next: bool
    """ Whether there is a following page. """
    has_prev: bool
    """ Whether there is a page before. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "page": ("page", (int,)),
        "limit": ("limit", (int,)),
        "total": ("total", (int,)),
        "total_pages": ("totalPages", (int,)),
        "has_next": ("hasNext", (bool,)),
        "has_prev": ("hasPrev", (bool,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        page = self.page
        limit = self.limit
        total = self.total
        total_pages = self.total_pages
        has_next = self.has_next
        has_prev = self.has_prev

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["page"] = page
        _fields_["limit"] = limit
        _fields_["total"] = total
        _fields_["totalPages"] = total_pages
        _fields_["hasNext"] = has_next
        _fields_["hasPrev"] = has_prev
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Pagination", src_dict)
        _members_ = dict(src_dict)
        try:
            page = _members_.pop("page")
            limit = _members_.pop("limit")
            total = _members_.pop("total")
            total_pages = _members_.pop("totalPages")
            has_next = _members_.pop("hasNext")
            has_prev = _members_.pop("hasPrev")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Pagination", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            page=page,
            limit=limit,
            total=total,
            total_pages=total_pages,
            has_next=has_next,
            has_prev=has_prev,
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
