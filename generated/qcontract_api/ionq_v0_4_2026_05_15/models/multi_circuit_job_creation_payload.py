from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.multi_circuit_job_creation_payload_type import MultiCircuitJobCreationPayloadType
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.job_metadata import JobMetadata
    from ..models.json_multi_circuit_input import JsonMultiCircuitInput
    from ..models.multi_circuit_job_creation_payload_settings import MultiCircuitJobCreationPayloadSettings
    from ..models.noise import Noise


T = TypeVar("T", bound="MultiCircuitJobCreationPayload")


@_attrs_define
class MultiCircuitJobCreationPayload:
    """A job that runs many circuits, each as a child job."""

    backend: str
    """ Name of a backend that takes jobs, e.g. `simulator`, `qpu.forte-1`, `qpu.forte-enterprise-1`. """
    type_: MultiCircuitJobCreationPayloadType
    """ Always `ionq.multi-circuit.v1`. """
    input_: JsonMultiCircuitInput
    """ The circuits of a multi-circuit job. At most 150,000 gates in all. """
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
    settings: MultiCircuitJobCreationPayloadSettings | Unset = UNSET
    """ How the service should treat the job. """
    dry_run: bool | Unset = UNSET
    """ true: compile and price the job but do not run it; it completes without results. On the simulator it has no
    effect. """
    noise: Noise | Unset = UNSET
    """ Noise of a simulated job. Only for the simulator. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "backend": ("backend", (str,)),
        "type_": ("type", (str,)),
        "input_": ("input", (dict,)),
        "name": ("name", (str,)),
        "metadata": ("metadata", (dict,)),
        "shots": ("shots", (int,)),
        "session_id": ("session_id", (str,)),
        "settings": ("settings", (dict,)),
        "dry_run": ("dry_run", (bool,)),
        "noise": ("noise", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        backend = self.backend
        type_ = self.type_.value
        input_ = self.input_.to_dict()
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
        noise: dict[str, Any] | Unset = UNSET
        if not isinstance(self.noise, Unset):
            noise = self.noise.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_["backend"] = backend
        _fields_["type"] = type_
        _fields_["input"] = input_
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
        if noise is not UNSET:
            _fields_["noise"] = noise
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("MultiCircuitJobCreationPayload", src_dict)
        _members_ = dict(src_dict)
        try:
            backend = _members_.pop("backend")
            type_ = MultiCircuitJobCreationPayloadType(_members_.pop("type"))

            input_ = _models_.JsonMultiCircuitInput.from_dict(_members_.pop("input"))

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
            settings: MultiCircuitJobCreationPayloadSettings | Unset
            if isinstance(_settings, Unset):
                settings = UNSET
            else:
                settings = _models_.MultiCircuitJobCreationPayloadSettings.from_dict(_settings)

            dry_run = _members_.pop("dry_run", UNSET)
            _noise = _members_.pop("noise", UNSET)
            noise: Noise | Unset
            if isinstance(_noise, Unset):
                noise = UNSET
            else:
                noise = _models_.Noise.from_dict(_noise)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("MultiCircuitJobCreationPayload", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            backend=backend,
            type_=type_,
            input_=input_,
            name=name,
            metadata=metadata,
            shots=shots,
            session_id=session_id,
            settings=settings,
            dry_run=dry_run,
            noise=noise,
        )
        _model_.unknown_fields = _members_
        return _model_
