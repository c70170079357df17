from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.session_settings_request import SessionSettingsRequest


T = TypeVar("T", bound="CreateSessionRequest")


@_attrs_define
class CreateSessionRequest:
    """A session to create."""

    backend: str
    """ Backend to reserve, e.g. `qpu.forte-1`. """
    settings: SessionSettingsRequest | Unset = UNSET
    """ Limits for a new session; defaults are not documented. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "backend": ("backend", (str,)),
        "settings": ("settings", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        backend = self.backend
        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_["backend"] = backend
        if settings is not UNSET:
            _fields_["settings"] = settings
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CreateSessionRequest", src_dict)
        _members_ = dict(src_dict)
        try:
            backend = _members_.pop("backend")
            _settings = _members_.pop("settings", UNSET)
            settings: SessionSettingsRequest | Unset
            if isinstance(_settings, Unset):
                settings = UNSET
            else:
                settings = _models_.SessionSettingsRequest.from_dict(_settings)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("CreateSessionRequest", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            backend=backend,
            settings=settings,
        )
        _model_.unknown_fields = _members_
        return _model_
