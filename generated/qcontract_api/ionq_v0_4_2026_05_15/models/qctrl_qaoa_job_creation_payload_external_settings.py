from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="QctrlQaoaJobCreationPayloadExternalSettings")


@_attrs_define
class QctrlQaoaJobCreationPayloadExternalSettings:
    """Account at the partner."""

    api_credentials: str
    """ Key of that account. A secret. """
    external_organization: str | Unset = UNSET
    """ Organization of that account. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "api_credentials": ("api_credentials", (str,)),
        "external_organization": ("external_organization", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        api_credentials = self.api_credentials
        external_organization = self.external_organization

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["api_credentials"] = api_credentials
        if external_organization is not UNSET:
            _fields_["external_organization"] = external_organization
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QctrlQaoaJobCreationPayloadExternalSettings", src_dict)
        _members_ = dict(src_dict)
        try:
            api_credentials = _members_.pop("api_credentials")
            external_organization = _members_.pop("external_organization", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("QctrlQaoaJobCreationPayloadExternalSettings", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            api_credentials=api_credentials,
            external_organization=external_organization,
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
