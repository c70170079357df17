from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.clone_job_payload_settings import CloneJobPayloadSettings
    from ..models.job_metadata import JobMetadata
    from ..models.noise import Noise


T = TypeVar("T", bound="CloneJobPayload")


@_attrs_define
class CloneJobPayload:
    """What a clone does differently from its original. What is left out is taken over."""

    parent: str | Unset = UNSET
    """ Id of the job to record as the parent. How it relates to the id in the path is not documented. """
    name: str | Unset = UNSET
    """ Name to recognize the job by: letters, digits, spaces, `-` and `_`. The longest length allowed is not
    documented. """
    metadata: JobMetadata | Unset = UNSET
    """ Free notes on a job, text to text. Limits known from the older API: 10 entries, names of 40 characters, and
    values of 400 or 40,000 characters (its page says both). Whether they hold here is not documented. """
    shots: int | Unset = 100
    """ How often the circuit is run and measured, 1 to 1,000,000. The ideal simulator ignores it. """
    backend: str | Unset = UNSET
    """ Backend to run on, e.g. `qpu.forte-1`. """
    session_id: str | Unset = UNSET
    """ Id of an open session to run the job in. """
    settings: CloneJobPayloadSettings | Unset = UNSET
    """ How the service should treat the job. """
    dry_run: bool | Unset = UNSET
    """ true: compile and price the job but do not run it; it completes without results. On the simulator it has no
    effect. """
    noise: Noise | Unset = UNSET
    """ Noise of a simulated job. Only for the simulator. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "parent": ("parent", (str,)),
        "name": ("name", (str,)),
        "metadata": ("metadata", (dict,)),
        "shots": ("shots", (int,)),
        "backend": ("backend", (str,)),
        "session_id": ("session_id", (str,)),
        "settings": ("settings", (dict,)),
        "dry_run": ("dry_run", (bool,)),
        "noise": ("noise", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        parent = self.parent
        name = self.name
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        shots = self.shots
        backend = self.backend
        session_id = self.session_id
        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()
        dry_run = self.dry_run
        noise: dict[str, Any] | Unset = UNSET
        if not isinstance(self.noise, Unset):
            noise = self.noise.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if parent is not UNSET:
            _fields_["parent"] = parent
        if name is not UNSET:
            _fields_["name"] = name
        if metadata is not UNSET:
            _fields_["metadata"] = metadata
        if shots is not UNSET:
            _fields_["shots"] = shots
        if backend is not UNSET:
            _fields_["backend"] = backend
        if session_id is not UNSET:
            _fields_["session_id"] = session_id
        if settings is not UNSET:
            _fields_["settings"] = settings
        if dry_run is not UNSET:
            _fields_["dry_run"] = dry_run
        if noise is not UNSET:
            _fields_["noise"] = noise
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CloneJobPayload", src_dict)
        _members_ = dict(src_dict)
        try:
            parent = _members_.pop("parent", UNSET)
            name = _members_.pop("name", UNSET)
            _metadata = _members_.pop("metadata", UNSET)
            metadata: JobMetadata | Unset
            if isinstance(_metadata, Unset):
                metadata = UNSET
            else:
                metadata = _models_.JobMetadata.from_dict(_metadata)

            shots = _members_.pop("shots", UNSET)
            backend = _members_.pop("backend", UNSET)
            session_id = _members_.pop("session_id", UNSET)
            _settings = _members_.pop("settings", UNSET)
            settings: CloneJobPayloadSettings | Unset
            if isinstance(_settings, Unset):
                settings = UNSET
            else:
                settings = _models_.CloneJobPayloadSettings.from_dict(_settings)

            dry_run = _members_.pop("dry_run", UNSET)
            _noise = _members_.pop("noise", UNSET)
            noise: Noise | Unset
            if isinstance(_noise, Unset):
                noise = UNSET
            else:
                noise = _models_.Noise.from_dict(_noise)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            parent=parent,
            name=name,
            metadata=metadata,
            shots=shots,
            backend=backend,
            session_id=session_id,
            settings=settings,
            dry_run=dry_run,
            noise=noise,
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
