from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.qctrl_qaoa_job_creation_payload_type import QctrlQaoaJobCreationPayloadType
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.job_metadata import JobMetadata
    from ..models.qctrl_qaoa_job_creation_payload_external_settings import QctrlQaoaJobCreationPayloadExternalSettings
    from ..models.qctrl_qaoa_job_creation_payload_settings import QctrlQaoaJobCreationPayloadSettings
    from ..models.qctrl_qaoa_job_input import QctrlQaoaJobInput


T = TypeVar("T", bound="QctrlQaoaJobCreationPayload")


@_attrs_define
class QctrlQaoaJobCreationPayload:
    """A job that solves an optimization problem with the software of Q-CTRL."""

    backend: str
    """ Name of a backend that takes jobs, e.g. `simulator`, `qpu.forte-1`, `qpu.forte-enterprise-1`. """
    type_: QctrlQaoaJobCreationPayloadType
    """ Always `qctrl.qaoa.v1`. """
    input_: QctrlQaoaJobInput
    """ The problem to optimize. """
    external_settings: QctrlQaoaJobCreationPayloadExternalSettings
    """ Account at the partner. """
    name: str | Unset = UNSET
    """ Name to recognize the job by: letters, digits, spaces, `-` and `_`. The longest length allowed is not
    documented. """
    metadata: JobMetadata | Unset = UNSET
    """ Free notes on a job, text to text. Limits known from the older API: 10 entries, names of 40 characters, and
    values of 400 or 40,000 characters (its page says both). Whether they hold here is not documented. """
    shots: int | Unset = 100
    """ How often the circuit is run and measured, 1 to 1,000,000. The ideal simulator ignores it. """
    session_id: str | Unset = UNSET
    """ Id of an open session to run the job in. """
    settings: QctrlQaoaJobCreationPayloadSettings | Unset = UNSET
    """ How the service should treat the job. """
    dry_run: bool | Unset = UNSET
    """ true: compile and price the job but do not run it; it completes without results. On the simulator it has no
    effect. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "backend": ("backend", (str,)),
        "type_": ("type", (str,)),
        "input_": ("input", (dict,)),
        "external_settings": ("external_settings", (dict,)),
        "name": ("name", (str,)),
        "metadata": ("metadata", (dict,)),
        "shots": ("shots", (int,)),
        "session_id": ("session_id", (str,)),
        "settings": ("settings", (dict,)),
        "dry_run": ("dry_run", (bool,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        backend = self.backend
        type_ = self.type_.value
        input_ = self.input_.to_dict()
        external_settings = self.external_settings.to_dict()
        name = self.name
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        shots = self.shots
        session_id = self.session_id
        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()
        dry_run = self.dry_run

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["backend"] = backend
        _fields_["type"] = type_
        _fields_["input"] = input_
        _fields_["external_settings"] = external_settings
        if name is not UNSET:
            _fields_["name"] = name
        if metadata is not UNSET:
            _fields_["metadata"] = metadata
        if shots is not UNSET:
            _fields_["shots"] = shots
        if session_id is not UNSET:
            _fields_["session_id"] = session_id
        if settings is not UNSET:
            _fields_["settings"] = settings
        if dry_run is not UNSET:
            _fields_["dry_run"] = dry_run
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QctrlQaoaJobCreationPayload", src_dict)
        _members_ = dict(src_dict)
        try:
            backend = _members_.pop("backend")
            type_ = QctrlQaoaJobCreationPayloadType(_members_.pop("type"))

            input_ = _models_.QctrlQaoaJobInput.from_dict(_members_.pop("input"))

            external_settings = _models_.QctrlQaoaJobCreationPayloadExternalSettings.from_dict(
                _members_.pop("external_settings")
            )

            name = _members_.pop("name", UNSET)
            _metadata = _members_.pop("metadata", UNSET)
            metadata: JobMetadata | Unset
            if isinstance(_metadata, Unset):
                metadata = UNSET
            else:
                metadata = _models_.JobMetadata.from_dict(_metadata)

            shots = _members_.pop("shots", UNSET)
            session_id = _members_.pop("session_id", UNSET)
            _settings = _members_.pop("settings", UNSET)
            settings: QctrlQaoaJobCreationPayloadSettings | Unset
            if isinstance(_settings, Unset):
                settings = UNSET
            else:
                settings = _models_.QctrlQaoaJobCreationPayloadSettings.from_dict(_settings)

            dry_run = _members_.pop("dry_run", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("QctrlQaoaJobCreationPayload", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            backend=backend,
            type_=type_,
            input_=input_,
            external_settings=external_settings,
            name=name,
            metadata=metadata,
            shots=shots,
            session_id=session_id,
            settings=settings,
            dry_run=dry_run,
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
