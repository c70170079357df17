from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.qctrl_qaoa_job_input_problem_type import QctrlQaoaJobInputProblemType
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.qctrl_qaoa_job_input_problem import QctrlQaoaJobInputProblem


T = TypeVar("T", bound="QctrlQaoaJobInput")


@_attrs_define
class QctrlQaoaJobInput:
    """The problem to optimize."""

    problem_type: QctrlQaoaJobInputProblemType
    """ Kind of problem; maximum cut is the only one. """
    problem: QctrlQaoaJobInputProblem
    """ The problem; its members are not documented here. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "problem_type": ("problem_type", (str,)),
        "problem": ("problem", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        problem_type = self.problem_type.value
        problem = self.problem.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["problem_type"] = problem_type
        _fields_["problem"] = problem
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QctrlQaoaJobInput", src_dict)
        _members_ = dict(src_dict)
        try:
            problem_type = QctrlQaoaJobInputProblemType(_members_.pop("problem_type"))

            problem = _models_.QctrlQaoaJobInputProblem.from_dict(_members_.pop("problem"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("QctrlQaoaJobInput", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            problem_type=problem_type,
            problem=problem,
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
