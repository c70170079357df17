from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.artifact_descriptor import ArtifactDescriptor
    from ..models.circuit_job_result_histogram import CircuitJobResultHistogram
    from ..models.circuit_job_result_probabilities import CircuitJobResultProbabilities
    from ..models.circuit_job_result_shots import CircuitJobResultShots
    from ..models.qaoa_results import QaoaResults


T = TypeVar("T", bound="CircuitJobResult")


@_attrs_define
class CircuitJobResult:
    """Results of a job. Older entries have a name and an address (a path from the root of the host), newer ones are
    keyed by format; hybrid jobs carry their values directly."""

    probabilities: CircuitJobResultProbabilities | Unset = UNSET
    """ Probability per state. """
    histogram: CircuitJobResultHistogram | Unset = UNSET
    """ Number of shots per state; absent for the ideal simulator. """
    shots: CircuitJobResultShots | Unset = UNSET
    """ State shot by shot; absent for the ideal simulator. """
    value: float | Unset = UNSET
    """ Jobs of type quantum-function: estimate of the function. """
    variance: float | Unset = UNSET
    """ Jobs of type quantum-function: variance of the estimate. """
    qaoa_results: QaoaResults | Unset = UNSET
    """ Outcome of an optimization. """
    additional_properties: dict[str, ArtifactDescriptor] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "probabilities": ("probabilities", (dict,)),
        "histogram": ("histogram", (dict,)),
        "shots": ("shots", (dict,)),
        "value": ("value", (float, int)),
        "variance": ("variance", (float, int)),
        "qaoa_results": ("qaoa_results", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ((dict,),)
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:

        probabilities: dict[str, Any] | Unset = UNSET
        if not isinstance(self.probabilities, Unset):
            probabilities = self.probabilities.to_dict()
        histogram: dict[str, Any] | Unset = UNSET
        if not isinstance(self.histogram, Unset):
            histogram = self.histogram.to_dict()
        shots: dict[str, Any] | Unset = UNSET
        if not isinstance(self.shots, Unset):
            shots = self.shots.to_dict()
        value = self.value
        variance = self.variance
        qaoa_results: dict[str, Any] | Unset = UNSET
        if not isinstance(self.qaoa_results, Unset):
            qaoa_results = self.qaoa_results.to_dict()

        _fields_: dict[str, Any] = {}
        for _name_, _member_ in self.additional_properties.items():
            _fields_[_name_] = _member_.to_dict()
        if probabilities is not UNSET:
            _fields_["probabilities"] = probabilities
        if histogram is not UNSET:
            _fields_["histogram"] = histogram
        if shots is not UNSET:
            _fields_["shots"] = shots
        if value is not UNSET:
            _fields_["value"] = value
        if variance is not UNSET:
            _fields_["variance"] = variance
        if qaoa_results is not UNSET:
            _fields_["qaoa_results"] = qaoa_results
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobResult", src_dict)
        _members_ = dict(src_dict)
        try:
            _probabilities = _members_.pop("probabilities", UNSET)
            probabilities: CircuitJobResultProbabilities | Unset
            if isinstance(_probabilities, Unset):
                probabilities = UNSET
            else:
                probabilities = _models_.CircuitJobResultProbabilities.from_dict(_probabilities)

            _histogram = _members_.pop("histogram", UNSET)
            histogram: CircuitJobResultHistogram | Unset
            if isinstance(_histogram, Unset):
                histogram = UNSET
            else:
                histogram = _models_.CircuitJobResultHistogram.from_dict(_histogram)

            _shots = _members_.pop("shots", UNSET)
            shots: CircuitJobResultShots | Unset
            if isinstance(_shots, Unset):
                shots = UNSET
            else:
                shots = _models_.CircuitJobResultShots.from_dict(_shots)

            value = _members_.pop("value", UNSET)
            variance = _members_.pop("variance", UNSET)
            _qaoa_results = _members_.pop("qaoa_results", UNSET)
            qaoa_results: QaoaResults | Unset
            if isinstance(_qaoa_results, Unset):
                qaoa_results = UNSET
            else:
                qaoa_results = _models_.QaoaResults.from_dict(_qaoa_results)

            _extra_ = {}
            for _name_, _member_ in _members_.items():
                additional_property = _models_.ArtifactDescriptor.from_dict(_member_)

                _extra_[_name_] = additional_property
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            probabilities=probabilities,
            histogram=histogram,
            shots=shots,
            value=value,
            variance=variance,
            qaoa_results=qaoa_results,
        )
        _model_.additional_properties = _extra_
        return _model_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> ArtifactDescriptor:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: ArtifactDescriptor) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
