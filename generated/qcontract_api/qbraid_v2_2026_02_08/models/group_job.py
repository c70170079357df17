from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.group_job_status import GroupJobStatus
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.group_job_metadata import GroupJobMetadata
    from ..models.group_job_tags import GroupJobTags


T = TypeVar("T", bound="GroupJob")


@_attrs_define
class GroupJob:
    """A group of jobs. All members are inferred; others may exist."""

    group_job_qrn: str | Unset = UNSET
    """ QRN of the group. Its form is unknown. """
    name: str | Unset = UNSET
    """ The name chosen by the user. """
    status: GroupJobStatus | Unset = UNSET
    """ OPEN takes jobs, CLOSED does not. COMPLETED (all jobs done), FAILED (all ended, one failed at least) and
    CANCELLED are understood by their names only. """
    max_ttl: int | Unset = UNSET
    """ Seconds from opening to closing. """
    tags: GroupJobTags | Unset = UNSET
    """ The user's tags. """
    metadata: GroupJobMetadata | Unset = UNSET
    """ The user's data. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "group_job_qrn": ("groupJobQrn", (str,)),
        "name": ("name", (str,)),
        "status": ("status", (str,)),
        "max_ttl": ("maxTTL", (int,)),
        "tags": ("tags", (dict,)),
        "metadata": ("metadata", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:

        group_job_qrn = self.group_job_qrn
        name = self.name
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        max_ttl = self.max_ttl
        tags: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags.to_dict()
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if group_job_qrn is not UNSET:
            _fields_["groupJobQrn"] = group_job_qrn
        if name is not UNSET:
            _fields_["name"] = name
        if status is not UNSET:
            _fields_["status"] = status
        if max_ttl is not UNSET:
            _fields_["maxTTL"] = max_ttl
        if tags is not UNSET:
            _fields_["tags"] = tags
        if metadata is not UNSET:
            _fields_["metadata"] = metadata
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GroupJob", src_dict)
        _members_ = dict(src_dict)
        try:
            group_job_qrn = _members_.pop("groupJobQrn", UNSET)
            name = _members_.pop("name", UNSET)
            _status = _members_.pop("status", UNSET)
            status: GroupJobStatus | Unset
            if isinstance(_status, Unset):
                status = UNSET
            else:
                status = GroupJobStatus(_status)

            max_ttl = _members_.pop("maxTTL", UNSET)
            _tags = _members_.pop("tags", UNSET)
            tags: GroupJobTags | Unset
            if isinstance(_tags, Unset):
                tags = UNSET
            else:
                tags = _models_.GroupJobTags.from_dict(_tags)

            _metadata = _members_.pop("metadata", UNSET)
            metadata: GroupJobMetadata | Unset
            if isinstance(_metadata, Unset):
                metadata = UNSET
            else:
                metadata = _models_.GroupJobMetadata.from_dict(_metadata)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            group_job_qrn=group_job_qrn,
            name=name,
            status=status,
            max_ttl=max_ttl,
            tags=tags,
            metadata=metadata,
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
