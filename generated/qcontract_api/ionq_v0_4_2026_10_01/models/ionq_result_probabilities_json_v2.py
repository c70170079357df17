from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.registered_probabilities import RegisteredProbabilities


T = TypeVar("T", bound="IonqResultProbabilitiesJsonV2")


@_attrs_define
class IonqResultProbabilitiesJsonV2:
    """Probabilities by register and bit string."""

    probabilities: RegisteredProbabilities
    """ Probabilities per register. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "probabilities": ("probabilities", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        probabilities = self.probabilities.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_["probabilities"] = probabilities
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("IonqResultProbabilitiesJsonV2", src_dict)
        _members_ = dict(src_dict)
        try:
            probabilities = _models_.RegisteredProbabilities.from_dict(_members_.pop("probabilities"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("IonqResultProbabilitiesJsonV2", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            probabilities=probabilities,
        )
        _model_.unknown_fields = _members_
        return _model_
