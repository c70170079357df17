from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.ionq_result_histogram_json_v1 import IonqResultHistogramJsonV1
    from ..models.ionq_result_histogram_json_v2 import IonqResultHistogramJsonV2
    from ..models.ionq_result_probabilities_aggregate_json_v1 import IonqResultProbabilitiesAggregateJsonV1
    from ..models.ionq_result_probabilities_json_v1 import IonqResultProbabilitiesJsonV1
    from ..models.ionq_result_probabilities_json_v2 import IonqResultProbabilitiesJsonV2
    from ..models.ionq_result_shots_json_v2 import IonqResultShotsJsonV2


T = TypeVar("T", bound="ResultFormatsCatalog")


@_attrs_define
class ResultFormatsCatalog:
    """All formats of results, by name. No operation refers to it."""

    ionq_result_probabilities_json_v1: IonqResultProbabilitiesJsonV1
    """ State (decimal number in a string, qubit 0 the least significant bit) to probability. """
    ionq_result_probabilities_json_v2: IonqResultProbabilitiesJsonV2
    """ Probabilities by register and bit string. """
    ionq_result_histogram_json_v1: IonqResultHistogramJsonV1
    """ State (decimal number in a string, qubit 0 the least significant bit) to number of shots. """
    ionq_result_histogram_json_v2: IonqResultHistogramJsonV2
    """ Counts by register and bit string. """
    ionq_result_shots_json_v1: list[str]
    """ Measured state of every shot, in order: decimal numbers in strings, qubit 0 the least significant bit. """
    ionq_result_shots_json_v2: IonqResultShotsJsonV2
    """ Outcome of every shot, by register. """
    ionq_result_probabilities_aggregate_json_v1: IonqResultProbabilitiesAggregateJsonV1
    """ Results of a multi-circuit job: id of the child job to the probabilities of its circuit. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "ionq_result_probabilities_json_v1": ("ionq.result.probabilities.json.v1", (dict,)),
        "ionq_result_probabilities_json_v2": ("ionq.result.probabilities.json.v2", (dict,)),
        "ionq_result_histogram_json_v1": ("ionq.result.histogram.json.v1", (dict,)),
        "ionq_result_histogram_json_v2": ("ionq.result.histogram.json.v2", (dict,)),
        "ionq_result_shots_json_v1": ("ionq.result.shots.json.v1", (list,)),
        "ionq_result_shots_json_v2": ("ionq.result.shots.json.v2", (dict,)),
        "ionq_result_probabilities_aggregate_json_v1": ("ionq.result.probabilities-aggregate.json.v1", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "ionq_result_shots_json_v1": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        ionq_result_probabilities_json_v1 = self.ionq_result_probabilities_json_v1.to_dict()
        ionq_result_probabilities_json_v2 = self.ionq_result_probabilities_json_v2.to_dict()
        ionq_result_histogram_json_v1 = self.ionq_result_histogram_json_v1.to_dict()
        ionq_result_histogram_json_v2 = self.ionq_result_histogram_json_v2.to_dict()
        ionq_result_shots_json_v1 = self.ionq_result_shots_json_v1

        ionq_result_shots_json_v2 = self.ionq_result_shots_json_v2.to_dict()
        ionq_result_probabilities_aggregate_json_v1 = self.ionq_result_probabilities_aggregate_json_v1.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_["ionq.result.probabilities.json.v1"] = ionq_result_probabilities_json_v1
        _fields_["ionq.result.probabilities.json.v2"] = ionq_result_probabilities_json_v2
        _fields_["ionq.result.histogram.json.v1"] = ionq_result_histogram_json_v1
        _fields_["ionq.result.histogram.json.v2"] = ionq_result_histogram_json_v2
        _fields_["ionq.result.shots.json.v1"] = ionq_result_shots_json_v1
        _fields_["ionq.result.shots.json.v2"] = ionq_result_shots_json_v2
        _fields_["ionq.result.probabilities-aggregate.json.v1"] = ionq_result_probabilities_aggregate_json_v1
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("ResultFormatsCatalog", src_dict)
        _members_ = dict(src_dict)
        try:
            ionq_result_probabilities_json_v1 = _models_.IonqResultProbabilitiesJsonV1.from_dict(
                _members_.pop("ionq.result.probabilities.json.v1")
            )

            ionq_result_probabilities_json_v2 = _models_.IonqResultProbabilitiesJsonV2.from_dict(
                _members_.pop("ionq.result.probabilities.json.v2")
            )

            ionq_result_histogram_json_v1 = _models_.IonqResultHistogramJsonV1.from_dict(
                _members_.pop("ionq.result.histogram.json.v1")
            )

            ionq_result_histogram_json_v2 = _models_.IonqResultHistogramJsonV2.from_dict(
                _members_.pop("ionq.result.histogram.json.v2")
            )

            ionq_result_shots_json_v1 = as_list(_members_.pop("ionq.result.shots.json.v1"))

            ionq_result_shots_json_v2 = _models_.IonqResultShotsJsonV2.from_dict(
                _members_.pop("ionq.result.shots.json.v2")
            )

            ionq_result_probabilities_aggregate_json_v1 = _models_.IonqResultProbabilitiesAggregateJsonV1.from_dict(
                _members_.pop("ionq.result.probabilities-aggregate.json.v1")
            )

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("ResultFormatsCatalog", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            ionq_result_probabilities_json_v1=ionq_result_probabilities_json_v1,
            ionq_result_probabilities_json_v2=ionq_result_probabilities_json_v2,
            ionq_result_histogram_json_v1=ionq_result_histogram_json_v1,
            ionq_result_histogram_json_v2=ionq_result_histogram_json_v2,
            ionq_result_shots_json_v1=ionq_result_shots_json_v1,
            ionq_result_shots_json_v2=ionq_result_shots_json_v2,
            ionq_result_probabilities_aggregate_json_v1=ionq_result_probabilities_aggregate_json_v1,
        )
        _model_.unknown_fields = _members_
        return _model_
