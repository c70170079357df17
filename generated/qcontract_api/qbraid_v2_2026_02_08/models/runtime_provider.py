from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.runtime_provider_assets import RuntimeProviderAssets
    from ..models.runtime_provider_logo import RuntimeProviderLogo


T = TypeVar("T", bound="RuntimeProvider")


@_attrs_define
class RuntimeProvider:
    """A maker or operator of machines."""

    provider: str
    """ Short name, as in a job's `provider`. """
    qrn: str | Unset = UNSET
    """ QRN of the provider. """
    provider_description: str | Unset = UNSET
    """ Short description for people. """
    about: str | Unset = UNSET
    """ Long description for people. """
    logo: RuntimeProviderLogo | Unset = UNSET
    """ Addresses of the logo, for light and dark backgrounds. """
    assets: RuntimeProviderAssets | Unset = UNSET
    """ Further pictures and files. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "provider": ("provider", (str,)),
        "qrn": ("qrn", (str,)),
        "provider_description": ("providerDescription", (str,)),
        "about": ("about", (str,)),
        "logo": ("logo", (dict,)),
        "assets": ("assets", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        provider = self.provider
        qrn = self.qrn
        provider_description = self.provider_description
        about = self.about
        logo: dict[str, Any] | Unset = UNSET
        if not isinstance(self.logo, Unset):
            logo = self.logo.to_dict()
        assets: dict[str, Any] | Unset = UNSET
        if not isinstance(self.assets, Unset):
            assets = self.assets.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["provider"] = provider
        if qrn is not UNSET:
            _fields_["qrn"] = qrn
        if provider_description is not UNSET:
            _fields_["providerDescription"] = provider_description
        if about is not UNSET:
            _fields_["about"] = about
        if logo is not UNSET:
            _fields_["logo"] = logo
        if assets is not UNSET:
            _fields_["assets"] = assets
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("RuntimeProvider", src_dict)
        _members_ = dict(src_dict)
        try:
            provider = _members_.pop("provider")
            qrn = _members_.pop("qrn", UNSET)
            provider_description = _members_.pop("providerDescription", UNSET)
            about = _members_.pop("about", UNSET)
            _logo = _members_.pop("logo", UNSET)
            logo: RuntimeProviderLogo | Unset
            if isinstance(_logo, Unset):
                logo = UNSET
            else:
                logo = _models_.RuntimeProviderLogo.from_dict(_logo)

            _assets = _members_.pop("assets", UNSET)
            assets: RuntimeProviderAssets | Unset
            if isinstance(_assets, Unset):
                assets = UNSET
            else:
                assets = _models_.RuntimeProviderAssets.from_dict(_assets)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("RuntimeProvider", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            provider=provider,
            qrn=qrn,
            provider_description=provider_description,
            about=about,
            logo=logo,
            assets=assets,
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
