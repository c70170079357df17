from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="ArtifactDescriptor")


@_attrs_define
class ArtifactDescriptor:
    """Points to a file of a job, to be fetched with `GetJobArtifact`."""

    id: str
    """ Id of the artifact: a UUID, or a word such as `probabilities`. """
    format_: str
    """ What the content looks like, e.g. `ionq.result.histogram.json.v1`. """
    media_type: str
    """ Media type of the content, e.g. `application/json`. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "format_": ("format", (str,)),
        "media_type": ("media_type", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        id = self.id
        format_ = self.format_
        media_type = self.media_type

        _fields_: dict[str, Any] = {}
        _fields_["id"] = id
        _fields_["format"] = format_
        _fields_["media_type"] = media_type
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("ArtifactDescriptor", src_dict)
        _members_ = dict(src_dict)
        try:
            id = _members_.pop("id")
            format_ = _members_.pop("format")
            media_type = _members_.pop("media_type")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("ArtifactDescriptor", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            format_=format_,
            media_type=media_type,
        )
        _model_.unknown_fields = _members_
        return _model_
