from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="FormatSchemaDocument")


@_attrs_define
class FormatSchemaDocument:
    """A JSON Schema document, draft 7; further keywords follow."""

    schema: str
    """ Dialect of the schema. """
    id: str
    """ Name of the format that the schema describes. """
    type_: str
    """ JSON type of a file of this format. """
    description: str | Unset = UNSET
    """ What the format is. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "schema": ("$schema", (str,)),
        "id": ("$id", (str,)),
        "type_": ("type", (str,)),
        "description": ("description", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:

        schema = self.schema
        id = self.id
        type_ = self.type_
        description = self.description

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["$schema"] = schema
        _fields_["$id"] = id
        _fields_["type"] = type_
        if description is not UNSET:
            _fields_["description"] = description
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("FormatSchemaDocument", src_dict)
        _members_ = dict(src_dict)
        try:
            schema = _members_.pop("$schema")
            id = _members_.pop("$id")
            type_ = _members_.pop("type")
            description = _members_.pop("description", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("FormatSchemaDocument", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            schema=schema,
            id=id,
            type_=type_,
            description=description,
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
