from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.qaoa_results import QaoaResults


T = TypeVar("T", bound="QaoaJobResults")


@_attrs_define
class QaoaJobResults:
    """Results of an optimization job."""

    qaoa_results: QaoaResults | Unset = UNSET
    """ Outcome of an optimization. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "qaoa_results": ("qaoa_results", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        qaoa_results: dict[str, Any] | Unset = UNSET
        if not isinstance(self.qaoa_results, Unset):
            qaoa_results = self.qaoa_results.to_dict()

        _fields_: dict[str, Any] = {}
        if qaoa_results is not UNSET:
            _fields_["qaoa_results"] = qaoa_results
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QaoaJobResults", src_dict)
        _members_ = dict(src_dict)
        try:
            _qaoa_results = _members_.pop("qaoa_results", UNSET)
            qaoa_results: QaoaResults | Unset
            if isinstance(_qaoa_results, Unset):
                qaoa_results = UNSET
            else:
                qaoa_results = _models_.QaoaResults.from_dict(_qaoa_results)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            qaoa_results=qaoa_results,
        )
        _model_.unknown_fields = _members_
        return _model_
