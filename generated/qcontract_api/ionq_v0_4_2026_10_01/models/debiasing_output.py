from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.variant_info import VariantInfo


T = TypeVar("T", bound="DebiasingOutput")


@_attrs_define
class DebiasingOutput:
    """What debiasing did; present as an object only if it was on."""

    variants: list[VariantInfo] | Unset = UNSET
    """ The circuit variants that were run in place of the submitted circuit. """
    aggregation_method: str | Unset = UNSET
    """ How the variants were combined into the job's result. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "variants": ("variants", (list,)),
        "aggregation_method": ("aggregation_method", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "variants": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        variants: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.variants, Unset):
            variants = []
            for variants_item_data in self.variants:
                variants_item = variants_item_data.to_dict()
                variants.append(variants_item)

        aggregation_method = self.aggregation_method

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if variants is not UNSET:
            _fields_["variants"] = variants
        if aggregation_method is not UNSET:
            _fields_["aggregation_method"] = aggregation_method
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("DebiasingOutput", src_dict)
        _members_ = dict(src_dict)
        try:
            _variants = _members_.pop("variants", UNSET)
            variants: list[VariantInfo] | Unset = UNSET
            if _variants is not UNSET:
                variants = []
                for variants_item_data in as_list(_variants):
                    variants_item = _models_.VariantInfo.from_dict(variants_item_data)

                    variants.append(variants_item)

            aggregation_method = _members_.pop("aggregation_method", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            variants=variants,
            aggregation_method=aggregation_method,
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
