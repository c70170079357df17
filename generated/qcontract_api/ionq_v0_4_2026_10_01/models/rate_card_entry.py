from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.rate_card_entry_unit import RateCardEntryUnit
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="RateCardEntry")


@_attrs_define
class RateCardEntry:
    """One price."""

    sku: str
    """ Name of the article that is priced. """
    unit: RateCardEntryUnit
    """ What is counted: seconds on the quantum computer (`compute_second`) or gates. """
    unit_cost: float | Unset = UNSET
    """ Price of one compute second. """
    cost_1q_gate: float | Unset = UNSET
    """ Price of a one-qubit gate. """
    cost_2q_gate: float | Unset = UNSET
    """ Price of a two-qubit gate. """
    job_cost_minimum: float | Unset = UNSET
    """ Least that a job costs. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "sku": ("sku", (str,)),
        "unit": ("unit", (str,)),
        "unit_cost": ("unit_cost", (float, int)),
        "cost_1q_gate": ("cost_1q_gate", (float, int)),
        "cost_2q_gate": ("cost_2q_gate", (float, int)),
        "job_cost_minimum": ("job_cost_minimum", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        sku = self.sku
        unit = self.unit.value
        unit_cost = self.unit_cost
        cost_1q_gate = self.cost_1q_gate
        cost_2q_gate = self.cost_2q_gate
        job_cost_minimum = self.job_cost_minimum

        _fields_: dict[str, Any] = {}
        _fields_["sku"] = sku
        _fields_["unit"] = unit
        if unit_cost is not UNSET:
            _fields_["unit_cost"] = unit_cost
        if cost_1q_gate is not UNSET:
            _fields_["cost_1q_gate"] = cost_1q_gate
        if cost_2q_gate is not UNSET:
            _fields_["cost_2q_gate"] = cost_2q_gate
        if job_cost_minimum is not UNSET:
            _fields_["job_cost_minimum"] = job_cost_minimum
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("RateCardEntry", src_dict)
        _members_ = dict(src_dict)
        try:
            sku = _members_.pop("sku")
            unit = RateCardEntryUnit(_members_.pop("unit"))

            unit_cost = _members_.pop("unit_cost", UNSET)
            cost_1q_gate = _members_.pop("cost_1q_gate", UNSET)
            cost_2q_gate = _members_.pop("cost_2q_gate", UNSET)
            job_cost_minimum = _members_.pop("job_cost_minimum", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("RateCardEntry", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            sku=sku,
            unit=unit,
            unit_cost=unit_cost,
            cost_1q_gate=cost_1q_gate,
            cost_2q_gate=cost_2q_gate,
            job_cost_minimum=job_cost_minimum,
        )
        _model_.unknown_fields = _members_
        return _model_
