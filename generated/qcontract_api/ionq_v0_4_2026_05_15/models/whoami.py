from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="Whoami")


@_attrs_define
class Whoami:
    """Owner of an API key: the key's id and name, and its project if it is bound to one."""

    key_id: UUID
    """ Id of an API key, a UUID. Not the secret key itself. """
    key_name: str
    """ Name that the owner gave to an API key. """
    project_id: UUID | Unset = UNSET
    """ Id of a project, a UUID. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "key_id": ("key_id", (str,)),
        "key_name": ("key_name", (str,)),
        "project_id": ("project_id", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        key_id = str(self.key_id)
        key_name = self.key_name
        project_id: str | Unset = UNSET
        if not isinstance(self.project_id, Unset):
            project_id = str(self.project_id)

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["key_id"] = key_id
        _fields_["key_name"] = key_name
        if project_id is not UNSET:
            _fields_["project_id"] = project_id
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Whoami", src_dict)
        _members_ = dict(src_dict)
        try:
            key_id = UUID(_members_.pop("key_id"))

            key_name = _members_.pop("key_name")
            _project_id = _members_.pop("project_id", UNSET)
            project_id: UUID | Unset
            if isinstance(_project_id, Unset):
                project_id = UNSET
            else:
                project_id = UUID(_project_id)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Whoami", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            key_id=key_id,
            key_name=key_name,
            project_id=project_id,
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
