from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.result_format_histogram_v2 import ResultFormatHistogramV2
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="AggregationArtifactDescriptor")


@_attrs_define
class AggregationArtifactDescriptor:
    """Points to the combined histogram of the variants."""

    id: str
    """ Id of the artifact. """
    format_: ResultFormatHistogramV2
    """ The format of counts per register. """
    media_type: str
    """ Media type of the content. """
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
        format_ = self.format_.value
        media_type = self.media_type

        _fields_: dict[str, Any] = {}
        _fields_["id"] = id
        _fields_["format"] = format_
        _fields_["media_type"] = media_type
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("AggregationArtifactDescriptor", src_dict)
        _members_ = dict(src_dict)
        try:
            id = _members_.pop("id")
            format_ = ResultFormatHistogramV2(_members_.pop("format"))

            media_type = _members_.pop("media_type")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("AggregationArtifactDescriptor", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            format_=format_,
            media_type=media_type,
        )
        _model_.unknown_fields = _members_
        return _model_
