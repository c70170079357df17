from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.create_group_request_metadata import CreateGroupRequestMetadata
    from ..models.create_group_request_tags import CreateGroupRequestTags


T = TypeVar("T", bound="CreateGroupRequest")


@_attrs_define
class CreateGroupRequest:
    """A group to open. Nothing is required."""

    name: str | Unset = UNSET
    """ A name chosen by the user. """
    tags: CreateGroupRequestTags | Unset = UNSET
    """ Tags of the user's own. """
    metadata: CreateGroupRequestMetadata | Unset = UNSET
    """ Data of the user's own, stored with the group. """
    max_ttl: int | Unset = 3600
    """ Seconds until the group closes by itself, at most a day. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "name": ("name", (str,)),
        "tags": ("tags", (dict,)),
        "metadata": ("metadata", (dict,)),
        "max_ttl": ("maxTTL", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        name = self.name
        tags: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags.to_dict()
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        max_ttl = self.max_ttl

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if name is not UNSET:
            _fields_["name"] = name
        if tags is not UNSET:
            _fields_["tags"] = tags
        if metadata is not UNSET:
            _fields_["metadata"] = metadata
        if max_ttl is not UNSET:
            _fields_["maxTTL"] = max_ttl
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CreateGroupRequest", src_dict)
        _members_ = dict(src_dict)
        try:
            name = _members_.pop("name", UNSET)
            _tags = _members_.pop("tags", UNSET)
            tags: CreateGroupRequestTags | Unset
            if isinstance(_tags, Unset):
                tags = UNSET
            else:
                tags = _models_.CreateGroupRequestTags.from_dict(_tags)

            _metadata = _members_.pop("metadata", UNSET)
            metadata: CreateGroupRequestMetadata | Unset
            if isinstance(_metadata, Unset):
                metadata = UNSET
            else:
                metadata = _models_.CreateGroupRequestMetadata.from_dict(_metadata)

            max_ttl = _members_.pop("maxTTL", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            name=name,
            tags=tags,
            metadata=metadata,
            max_ttl=max_ttl,
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
