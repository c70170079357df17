from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.target import Target
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.error_mitigation import ErrorMitigation
    from ..models.job_input import JobInput
    from ..models.metadata import Metadata
    from ..models.noise import Noise


T = TypeVar("T", bound="CreateJobRequest")


@_attrs_define
class CreateJobRequest:
    """A request to run a circuit. The documentation marks no member as required."""

    name: str | Unset = UNSET
    """ A name chosen by the user. It need not be unique. """
    metadata: Metadata | Unset = UNSET
    """ Keys and values of the user's own, stored with the job: at most 10 keys of at most 40 characters. The vendor
    gives two different limits for a value, 400 and 40,000 characters; public clients send strings only. """
    shots: float | Unset = UNSET
    """ How often the circuit is run. Ignored by the ideal simulator, whose probabilities are exact. Quantum
    computers take at most 10,000; debiasing needs 500 at least, going by public clients. """
    target: Target | Unset = UNSET
    """ Where the job runs. Without it, the ideal simulator. Live traffic knows names beyond this list, for instance
    a second Forte Enterprise. """
    noise: Noise | Unset = UNSET
    """ Noise simulation; only for the target `simulator`. Without it the simulation is ideal. A noise model also
    brings the qubit limit of the modelled machine. """
    input_: JobInput | Unset = UNSET
    """ The program. The vendor's own schema of this object was never visible: members come from pages and public
    clients, and which are required is unknown. Give `circuit` for one circuit, `circuits` for several, or `data`
    for a program in another language. """
    error_mitigation: ErrorMitigation | Unset = UNSET
    """ How errors of the machine are reduced. The choice can change how the circuit is compiled and which forms of
    result exist. """
    dry_run: bool | Unset = UNSET
    """ True to have the job checked and compiled without running it. That the request takes this member is inferred
    from the job's member of that name. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "name": ("name", (str,)),
        "metadata": ("metadata", (dict,)),
        "shots": ("shots", (float, int)),
        "target": ("target", (str,)),
        "noise": ("noise", (dict,)),
        "input_": ("input", (dict,)),
        "error_mitigation": ("error_mitigation", (dict,)),
        "dry_run": ("dry_run", (bool,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        name = self.name
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        shots = self.shots
        target: str | Unset = UNSET
        if not isinstance(self.target, Unset):
            target = self.target.value

        noise: dict[str, Any] | Unset = UNSET
        if not isinstance(self.noise, Unset):
            noise = self.noise.to_dict()
        input_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.input_, Unset):
            input_ = self.input_.to_dict()
        error_mitigation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error_mitigation, Unset):
            error_mitigation = self.error_mitigation.to_dict()
        dry_run = self.dry_run

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if name is not UNSET:
            _fields_["name"] = name
        if metadata is not UNSET:
            _fields_["metadata"] = metadata
        if shots is not UNSET:
            _fields_["shots"] = shots
        if target is not UNSET:
            _fields_["target"] = target
        if noise is not UNSET:
            _fields_["noise"] = noise
        if input_ is not UNSET:
            _fields_["input"] = input_
        if error_mitigation is not UNSET:
            _fields_["error_mitigation"] = error_mitigation
        if dry_run is not UNSET:
            _fields_["dry_run"] = dry_run
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CreateJobRequest", src_dict)
        _members_ = dict(src_dict)
        try:
            name = _members_.pop("name", UNSET)
            _metadata = _members_.pop("metadata", UNSET)
            metadata: Metadata | Unset
            if isinstance(_metadata, Unset):
                metadata = UNSET
            else:
                metadata = _models_.Metadata.from_dict(_metadata)

            shots = _members_.pop("shots", UNSET)
            _target = _members_.pop("target", UNSET)
            target: Target | Unset
            if isinstance(_target, Unset):
                target = UNSET
            else:
                target = Target(_target)

            _noise = _members_.pop("noise", UNSET)
            noise: Noise | Unset
            if isinstance(_noise, Unset):
                noise = UNSET
            else:
                noise = _models_.Noise.from_dict(_noise)

            _input_ = _members_.pop("input", UNSET)
            input_: JobInput | Unset
            if isinstance(_input_, Unset):
                input_ = UNSET
            else:
                input_ = _models_.JobInput.from_dict(_input_)

            _error_mitigation = _members_.pop("error_mitigation", UNSET)
            error_mitigation: ErrorMitigation | Unset
            if isinstance(_error_mitigation, Unset):
                error_mitigation = UNSET
            else:
                error_mitigation = _models_.ErrorMitigation.from_dict(_error_mitigation)

            dry_run = _members_.pop("dry_run", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            name=name,
            metadata=metadata,
            shots=shots,
            target=target,
            noise=noise,
            input_=input_,
            error_mitigation=error_mitigation,
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
