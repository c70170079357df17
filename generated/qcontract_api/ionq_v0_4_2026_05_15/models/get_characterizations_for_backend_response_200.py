from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.characterization import Characterization


T = TypeVar("T", bound="GetCharacterizationsForBackendResponse200")


@_attrs_define
class GetCharacterizationsForBackendResponse200:
    """GetCharacterizationsForBackendResponse200"""

    characterizations: list[Characterization] | None
    """ The characterizations on this page. """
    pages: int | Unset = UNSET
    """ Number of pages that still follow this one. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "characterizations": ("characterizations", (list, NoneType)),
        "pages": ("pages", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "characterizations": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        characterizations: list[dict[str, Any]] | None
        if isinstance(self.characterizations, list):
            characterizations = []
            for characterizations_type_0_item_data in self.characterizations:
                characterizations_type_0_item = characterizations_type_0_item_data.to_dict()
                characterizations.append(characterizations_type_0_item)

        else:
            characterizations = self.characterizations
        pages = self.pages

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["characterizations"] = characterizations
        if pages is not UNSET:
            _fields_["pages"] = pages
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetCharacterizationsForBackendResponse200", src_dict)
        _members_ = dict(src_dict)
        try:
            _characterizations = _members_.pop("characterizations")
            characterizations: list[Characterization] | None
            if _characterizations is None:
                characterizations = _characterizations
            else:
                characterizations_type_0 = []
                for characterizations_type_0_item_data in as_list(_characterizations):
                    characterizations_type_0_item = _models_.Characterization.from_dict(
                        characterizations_type_0_item_data
                    )

                    characterizations_type_0.append(characterizations_type_0_item)

                characterizations = characterizations_type_0

            pages = _members_.pop("pages", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GetCharacterizationsForBackendResponse200", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            characterizations=characterizations,
            pages=pages,
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
