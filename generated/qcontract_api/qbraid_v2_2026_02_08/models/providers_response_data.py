from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.runtime_provider import RuntimeProvider


T = TypeVar("T", bound="ProvidersResponseData")


@_attrs_define
class ProvidersResponseData:
    """The providers and their number."""

    providers: list[RuntimeProvider]
    """ The providers. """
    count: int | Unset = UNSET
    """ How many there are. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "providers": ("providers", (list,)),
        "count": ("count", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "providers": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        providers = []
        for providers_item_data in self.providers:
            providers_item = providers_item_data.to_dict()
            providers.append(providers_item)

        count = self.count

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["providers"] = providers
        if count is not UNSET:
            _fields_["count"] = count
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("ProvidersResponseData", src_dict)
        _members_ = dict(src_dict)
        try:
            providers = []
            for providers_item_data in as_list(_members_.pop("providers")):
                providers_item = _models_.RuntimeProvider.from_dict(providers_item_data)

                providers.append(providers_item)

            count = _members_.pop("count", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("ProvidersResponseData", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            providers=providers,
            count=count,
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
