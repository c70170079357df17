from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="AddJobResultsResponse")


@_attrs_define
class AddJobResultsResponse:
    """Receipt for results that a partner delivered. No operation refers to it."""

    job_id: str
    """ Id of the job. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "job_id": ("job_id", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        job_id = self.job_id

        _fields_: dict[str, Any] = {}
        _fields_["job_id"] = job_id
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("AddJobResultsResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            job_id = _members_.pop("job_id")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("AddJobResultsResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            job_id=job_id,
        )
        _model_.unknown_fields = _members_
        return _model_
