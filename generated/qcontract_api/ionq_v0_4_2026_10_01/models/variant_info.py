from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.variant_results import VariantResults


T = TypeVar("T", bound="VariantInfo")


@_attrs_define
class VariantInfo:
    """One variant of the circuit that debiasing ran."""

    variant_id: str
    """ Id of the variant. """
    qubit_map: list[float] | None
    """ For each qubit of the submitted circuit, the qubit it was run on; whole numbers although the type allows
    fractions. Null if not told. """
    shots: int
    """ Number of shots that this variant got. """
    results: VariantResults | Unset = UNSET
    """ Results of one debiasing variant: format to descriptor. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "variant_id": ("variant_id", (str,)),
        "qubit_map": ("qubit_map", (list, NoneType)),
        "shots": ("shots", (int,)),
        "results": ("results", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "qubit_map": ((float, int),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        variant_id = self.variant_id
        qubit_map: list[float] | None
        if isinstance(self.qubit_map, list):
            qubit_map = self.qubit_map

        else:
            qubit_map = self.qubit_map
        shots = self.shots
        results: dict[str, Any] | Unset = UNSET
        if not isinstance(self.results, Unset):
            results = self.results.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_["variant_id"] = variant_id
        _fields_["qubit_map"] = qubit_map
        _fields_["shots"] = shots
        if results is not UNSET:
            _fields_["results"] = results
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("VariantInfo", src_dict)
        _members_ = dict(src_dict)
        try:
            variant_id = _members_.pop("variant_id")
            _qubit_map = _members_.pop("qubit_map")
            qubit_map: list[float] | None
            if _qubit_map is None:
                qubit_map = _qubit_map
            else:
                qubit_map_type_0 = as_list(_qubit_map)

                qubit_map = qubit_map_type_0

            shots = _members_.pop("shots")
            _results = _members_.pop("results", UNSET)
            results: VariantResults | Unset
            if isinstance(_results, Unset):
                results = UNSET
            else:
                results = _models_.VariantResults.from_dict(_results)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("VariantInfo", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            variant_id=variant_id,
            qubit_map=qubit_map,
            shots=shots,
            results=results,
        )
        _model_.unknown_fields = _members_
        return _model_
