from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.session_status_enum import SessionStatusEnum
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.session_settings import SessionSettings


T = TypeVar("T", bound="Session")


@_attrs_define
class Session:
    """A reservation of a backend for jobs that belong together."""

    id: str
    """ Id of the session. """
    created_at: datetime.datetime
    """ When the session was created (ISO 8601, UTC). """
    organization_id: str
    """ Organization that the session belongs to. """
    backend: None | str
    """ Backend that is reserved; null if not told. """
    project_id: None | str
    """ Project that the session belongs to; null if none. """
    creator_id: None | str
    """ User who created the session; null if not told. """
    ended_at: datetime.datetime | None
    """ When the session ended (ISO 8601, UTC); null before. """
    ender_id: None | str
    """ User who ended the session; null before, or if a limit ended it. """
    active: bool
    """ Whether the session is open. """
    status: SessionStatusEnum
    """ Where a session stands: first `created`, then `started`, at last `ended`. What starts it is not documented.
    """
    started_at: datetime.datetime | None
    """ When the session started (ISO 8601, UTC); null before. """
    settings: SessionSettings | Unset = UNSET
    """ Limits of a session. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "created_at": ("created_at", (str,)),
        "organization_id": ("organization_id", (str,)),
        "backend": ("backend", (str, NoneType)),
        "project_id": ("project_id", (str, NoneType)),
        "creator_id": ("creator_id", (str, NoneType)),
        "ended_at": ("ended_at", (str, NoneType)),
        "ender_id": ("ender_id", (str, NoneType)),
        "active": ("active", (bool,)),
        "status": ("status", (str,)),
        "started_at": ("started_at", (str, NoneType)),
        "settings": ("settings", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        id = self.id
        created_at = self.created_at.isoformat()
        organization_id = self.organization_id
        backend: None | str
        backend = self.backend
        project_id: None | str
        project_id = self.project_id
        creator_id: None | str
        creator_id = self.creator_id
        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at
        ender_id: None | str
        ender_id = self.ender_id
        active = self.active
        status = self.status.value
        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at
        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_["id"] = id
        _fields_["created_at"] = created_at
        _fields_["organization_id"] = organization_id
        _fields_["backend"] = backend
        _fields_["project_id"] = project_id
        _fields_["creator_id"] = creator_id
        _fields_["ended_at"] = ended_at
        _fields_["ender_id"] = ender_id
        _fields_["active"] = active
        _fields_["status"] = status
        _fields_["started_at"] = started_at
        if settings is not UNSET:
            _fields_["settings"] = settings
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Session", src_dict)
        _members_ = dict(src_dict)
        try:
            id = _members_.pop("id")
            created_at = datetime.datetime.fromisoformat(_members_.pop("created_at"))

            organization_id = _members_.pop("organization_id")
            backend = _members_.pop("backend")

            project_id = _members_.pop("project_id")

            creator_id = _members_.pop("creator_id")

            _ended_at = _members_.pop("ended_at")
            ended_at: datetime.datetime | None
            if _ended_at is None:
                ended_at = _ended_at
            else:
                ended_at_type_0 = datetime.datetime.fromisoformat(_ended_at)

                ended_at = ended_at_type_0

            ender_id = _members_.pop("ender_id")

            active = _members_.pop("active")
            status = SessionStatusEnum(_members_.pop("status"))

            _started_at = _members_.pop("started_at")
            started_at: datetime.datetime | None
            if _started_at is None:
                started_at = _started_at
            else:
                started_at_type_0 = datetime.datetime.fromisoformat(_started_at)

                started_at = started_at_type_0

            _settings = _members_.pop("settings", UNSET)
            settings: SessionSettings | Unset
            if isinstance(_settings, Unset):
                settings = UNSET
            else:
                settings = _models_.SessionSettings.from_dict(_settings)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Session", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            created_at=created_at,
            organization_id=organization_id,
            backend=backend,
            project_id=project_id,
            creator_id=creator_id,
            ended_at=ended_at,
            ender_id=ender_id,
            active=active,
            status=status,
            started_at=started_at,
            settings=settings,
        )
        _model_.unknown_fields = _members_
        return _model_
