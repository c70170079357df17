from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.shot_result import ShotResult


T = TypeVar("T", bound="IonqResultShotsJsonV2")


@_attrs_define
class IonqResultShotsJsonV2:
    """Outcome of every shot, by register."""

    shots: list[ShotResult]
    """ The shots, in order. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "shots": ("shots", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "shots": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        shots = []
        for shots_item_data in self.shots:
            shots_item = shots_item_data.to_dict()
            shots.append(shots_item)

        _fields_: dict[str, Any] = {}
        _fields_["shots"] = shots
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("IonqResultShotsJsonV2", src_dict)
        _members_ = dict(src_dict)
        try:
            shots = []
            for shots_item_data in as_list(_members_.pop("shots")):
                shots_item = _models_.ShotResult.from_dict(shots_item_data)

                shots.append(shots_item)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("IonqResultShotsJsonV2", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            shots=shots,
        )
        _model_.unknown_fields = _members_
        return _model_
