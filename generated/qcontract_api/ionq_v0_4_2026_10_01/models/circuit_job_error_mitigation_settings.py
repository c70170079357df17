from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="CircuitJobErrorMitigationSettings")


@_attrs_define
class CircuitJobErrorMitigationSettings:
    """What the job uses against noise."""

    debiasing: bool | Unset = UNSET
    """ Whether debiasing is on. """
    symmetry_verification: bool | Unset = UNSET
    """ Whether symmetry verification is on. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "debiasing": ("debiasing", (bool,)),
        "symmetry_verification": ("symmetry_verification", (bool,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        debiasing = self.debiasing
        symmetry_verification = self.symmetry_verification

        _fields_: dict[str, Any] = {}
        if debiasing is not UNSET:
            _fields_["debiasing"] = debiasing
        if symmetry_verification is not UNSET:
            _fields_["symmetry_verification"] = symmetry_verification
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobErrorMitigationSettings", src_dict)
        _members_ = dict(src_dict)
        try:
            debiasing = _members_.pop("debiasing", UNSET)
            symmetry_verification = _members_.pop("symmetry_verification", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            debiasing=debiasing,
            symmetry_verification=symmetry_verification,
        )
        _model_.unknown_fields = _members_
        return _model_
