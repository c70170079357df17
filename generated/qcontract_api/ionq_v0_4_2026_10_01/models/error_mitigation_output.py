from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.aggregations_output import AggregationsOutput
    from ..models.debiasing_output import DebiasingOutput
    from ..models.error_mitigation_output_symmetry_verification_type_0 import (
        ErrorMitigationOutputSymmetryVerificationType0,
    )


T = TypeVar("T", bound="ErrorMitigationOutput")


@_attrs_define
class ErrorMitigationOutput:
    """What error mitigation did."""

    debiasing: bool | DebiasingOutput | Unset = UNSET
    """ Outcome of debiasing, or false if it was off. """
    symmetry_verification: ErrorMitigationOutputSymmetryVerificationType0 | None | Unset = UNSET
    """ Outcome of symmetry verification; null if it was not done. """
    aggregations: AggregationsOutput | Unset = UNSET
    """ The variants combined in several ways. `average`: mean of the variants. `voting`: plurality vote over them.
    `majority` and `dnl`: not documented. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "debiasing": ("debiasing", (dict, bool)),
        "symmetry_verification": ("symmetry_verification", (dict, NoneType)),
        "aggregations": ("aggregations", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.debiasing_output import DebiasingOutput
        from ..models.error_mitigation_output_symmetry_verification_type_0 import (
            ErrorMitigationOutputSymmetryVerificationType0,
        )

        debiasing: bool | dict[str, Any] | Unset
        if isinstance(self.debiasing, Unset):
            debiasing = UNSET
        elif isinstance(self.debiasing, DebiasingOutput):
            debiasing = self.debiasing.to_dict()
        else:
            debiasing = self.debiasing
        symmetry_verification: dict[str, Any] | None | Unset
        if isinstance(self.symmetry_verification, Unset):
            symmetry_verification = UNSET
        elif isinstance(self.symmetry_verification, ErrorMitigationOutputSymmetryVerificationType0):
            symmetry_verification = self.symmetry_verification.to_dict()
        else:
            symmetry_verification = self.symmetry_verification
        aggregations: dict[str, Any] | Unset = UNSET
        if not isinstance(self.aggregations, Unset):
            aggregations = self.aggregations.to_dict()

        _fields_: dict[str, Any] = {}
        if debiasing is not UNSET:
            _fields_["debiasing"] = debiasing
        if symmetry_verification is not UNSET:
            _fields_["symmetry_verification"] = symmetry_verification
        if aggregations is not UNSET:
            _fields_["aggregations"] = aggregations
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("ErrorMitigationOutput", src_dict)
        _members_ = dict(src_dict)
        try:

            def _parse_debiasing(data: object) -> bool | DebiasingOutput | Unset:
                if isinstance(data, Unset):
                    return data
                if isinstance(data, dict):
                    return _models_.DebiasingOutput.from_dict(data)

                return cast("bool | DebiasingOutput | Unset", data)

            debiasing = _parse_debiasing(_members_.pop("debiasing", UNSET))

            _symmetry_verification = _members_.pop("symmetry_verification", UNSET)
            symmetry_verification: ErrorMitigationOutputSymmetryVerificationType0 | None | Unset
            if _symmetry_verification is None or isinstance(_symmetry_verification, Unset):
                symmetry_verification = _symmetry_verification
            else:
                symmetry_verification_type_0 = _models_.ErrorMitigationOutputSymmetryVerificationType0.from_dict(
                    _symmetry_verification
                )

                symmetry_verification = symmetry_verification_type_0

            _aggregations = _members_.pop("aggregations", UNSET)
            aggregations: AggregationsOutput | Unset
            if isinstance(_aggregations, Unset):
                aggregations = UNSET
            else:
                aggregations = _models_.AggregationsOutput.from_dict(_aggregations)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            debiasing=debiasing,
            symmetry_verification=symmetry_verification,
            aggregations=aggregations,
        )
        _model_.unknown_fields = _members_
        return _model_
