from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.session import Session


T = TypeVar("T", bound="SessionsResponse")


@_attrs_define
class SessionsResponse:
    """The sessions of an organization."""

    organization_id: str
    """ Id of the organization. """
    sessions: list[Session]
    """ The sessions. Their order is not documented. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "organization_id": ("organization_id", (str,)),
        "sessions": ("sessions", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "sessions": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        organization_id = self.organization_id
        sessions = []
        for sessions_item_data in self.sessions:
            sessions_item = sessions_item_data.to_dict()
            sessions.append(sessions_item)

        _fields_: dict[str, Any] = {}
        _fields_["organization_id"] = organization_id
        _fields_["sessions"] = sessions
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("SessionsResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            organization_id = _members_.pop("organization_id")
            sessions = []
            for sessions_item_data in as_list(_members_.pop("sessions")):
                sessions_item = _models_.Session.from_dict(sessions_item_data)

                sessions.append(sessions_item)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("SessionsResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            organization_id=organization_id,
            sessions=sessions,
        )
        _model_.unknown_fields = _members_
        return _model_
