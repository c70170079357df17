from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import NoneType
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="TimeStamps")


@_attrs_define
class TimeStamps:
    """Points in time of a job."""

    created_at: datetime.datetime
    """ When the job was submitted. Live, the value can change a little between two reads. """
    ended_at: datetime.datetime | None | Unset = UNSET
    """ When the job ended. """
    execution_duration: int | None | Unset = UNSET
    """ How long the job ran, in milliseconds. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "created_at": ("createdAt", (str,)),
        "ended_at": ("endedAt", (str, NoneType)),
        "execution_duration": ("executionDuration", (int, NoneType)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        created_at = self.created_at.isoformat()
        ended_at: None | str | Unset
        if isinstance(self.ended_at, Unset):
            ended_at = UNSET
        elif isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at
        execution_duration: int | None | Unset
        if isinstance(self.execution_duration, Unset):
            execution_duration = UNSET
        else:
            execution_duration = self.execution_duration

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["createdAt"] = created_at
        if ended_at is not UNSET:
            _fields_["endedAt"] = ended_at
        if execution_duration is not UNSET:
            _fields_["executionDuration"] = execution_duration
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("TimeStamps", src_dict)
        _members_ = dict(src_dict)
        try:
            created_at = datetime.datetime.fromisoformat(_members_.pop("createdAt"))

            _ended_at = _members_.pop("endedAt", UNSET)
            ended_at: datetime.datetime | None | Unset
            if _ended_at is None or isinstance(_ended_at, Unset):
                ended_at = _ended_at
            else:
                ended_at_type_0 = datetime.datetime.fromisoformat(_ended_at)

                ended_at = ended_at_type_0

            execution_duration = _members_.pop("executionDuration", UNSET)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("TimeStamps", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            created_at=created_at,
            ended_at=ended_at,
            execution_duration=execution_duration,
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
