from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.aggregation_artifact_descriptor import AggregationArtifactDescriptor


T = TypeVar("T", bound="AggregationsOutput")


@_attrs_define
class AggregationsOutput:
    """The variants combined in several ways. `average`: mean of the variants. `voting`: plurality vote over them.
    `majority` and `dnl`: not documented."""

    average: AggregationArtifactDescriptor | Unset = UNSET
    """ Points to the combined histogram of the variants. """
    voting: AggregationArtifactDescriptor | Unset = UNSET
    """ Points to the combined histogram of the variants. """
    dnl: AggregationArtifactDescriptor | Unset = UNSET
    """ Points to the combined histogram of the variants. """
    majority: AggregationArtifactDescriptor | Unset = UNSET
    """ Points to the combined histogram of the variants. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "average": ("average", (dict,)),
        "voting": ("voting", (dict,)),
        "dnl": ("dnl", (dict,)),
        "majority": ("majority", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        average: dict[str, Any] | Unset = UNSET
        if not isinstance(self.average, Unset):
            average = self.average.to_dict()
        voting: dict[str, Any] | Unset = UNSET
        if not isinstance(self.voting, Unset):
            voting = self.voting.to_dict()
        dnl: dict[str, Any] | Unset = UNSET
        if not isinstance(self.dnl, Unset):
            dnl = self.dnl.to_dict()
        majority: dict[str, Any] | Unset = UNSET
        if not isinstance(self.majority, Unset):
            majority = self.majority.to_dict()

        _fields_: dict[str, Any] = {}
        if average is not UNSET:
            _fields_["average"] = average
        if voting is not UNSET:
            _fields_["voting"] = voting
        if dnl is not UNSET:
            _fields_["dnl"] = dnl
        if majority is not UNSET:
            _fields_["majority"] = majority
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("AggregationsOutput", src_dict)
        _members_ = dict(src_dict)
        try:
            _average = _members_.pop("average", UNSET)
            average: AggregationArtifactDescriptor | Unset
            if isinstance(_average, Unset):
                average = UNSET
            else:
                average = _models_.AggregationArtifactDescriptor.from_dict(_average)

            _voting = _members_.pop("voting", UNSET)
            voting: AggregationArtifactDescriptor | Unset
            if isinstance(_voting, Unset):
                voting = UNSET
            else:
                voting = _models_.AggregationArtifactDescriptor.from_dict(_voting)

            _dnl = _members_.pop("dnl", UNSET)
            dnl: AggregationArtifactDescriptor | Unset
            if isinstance(_dnl, Unset):
                dnl = UNSET
            else:
                dnl = _models_.AggregationArtifactDescriptor.from_dict(_dnl)

            _majority = _members_.pop("majority", UNSET)
            majority: AggregationArtifactDescriptor | Unset
            if isinstance(_majority, Unset):
                majority = UNSET
            else:
                majority = _models_.AggregationArtifactDescriptor.from_dict(_majority)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            average=average,
            voting=voting,
            dnl=dnl,
            majority=majority,
        )
        _model_.unknown_fields = _members_
        return _model_
