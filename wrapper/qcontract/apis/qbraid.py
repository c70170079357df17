"""What qBraid's results hold: counts, probabilities, or both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from qcontract.apis.binding import Answer
from qcontract.apis.circuits import doubt_sum, far_apart, is_probability
from qcontract.apis.reading import Members
from qcontract.errors import ResponseShapeError
from qcontract.model.result import CircuitResult
from qcontract.model.untyped import is_integer, is_object

__all__ = ["circuit_result"]


def circuit_result(answer: Answer, data: Members, place: str, job_id: str) -> CircuitResult:
    """Read what one circuit gave, bit strings with qubit 0 last; see README on what is known of the order.

    What no circuit gives, or contradicts itself, is told and returned: it may have been paid for.

    Args:
        answer: The answer that it stands in.
        data: The member ``resultData``.
        place: Where that is, as a JSON Pointer.
        job_id: Id of the job.

    Raises:
        ResponseShapeError: It holds no counts and no probabilities, or some that can only be guessed at.
    """
    counts, probabilities = data.raw.get("measurementCounts"), data.raw.get("measurementProbabilities")
    if is_object(counts):
        found = _counted(answer, counts, place, job_id)
        if is_object(probabilities):
            _compare(answer, found, probabilities, place)
        return found
    if is_object(probabilities):
        return _computed(answer, probabilities, place, job_id)
    raise answer.misfit("resultData", "holds neither measurementCounts nor measurementProbabilities")


def _counted(answer: Answer, counts: Mapping[str, Any], place: str, job_id: str) -> CircuitResult:
    name = "measurementCounts"
    states = _by_state(answer, counts, name, "a whole number", _is_count)
    if not any(states.values()):
        answer.doubt(f"{place}/{name}", "no shot was counted")
    return CircuitResult.from_counts(_width(answer, counts, name), states, job_id)


def _computed(answer: Answer, probabilities: Mapping[str, Any], place: str, job_id: str) -> CircuitResult:
    name = "measurementProbabilities"
    states = _by_state(answer, probabilities, name, "between 0 and 1", is_probability)
    doubt_sum(answer, f"{place}/{name}", states.values())
    return CircuitResult(_width(answer, probabilities, name), states, job_id=job_id)


def _compare(answer: Answer, found: CircuitResult, probabilities: Mapping[str, Any], place: str) -> None:
    """Tell when what stands beside counts does not agree with them; counts are what was measured."""
    try:
        beside = _computed(answer, probabilities, place, "")
    except ResponseShapeError as error:
        answer.doubt(place, f"beside its counts, {error.message}")
        return
    if far_apart(found.probabilities, beside.probabilities):
        answer.doubt(place, "its counts and its probabilities contradict each other")


def _by_state(
    answer: Answer, values: Mapping[str, Any], name: str, wanted: str, fits: Callable[[object], bool]
) -> dict[int, Any]:
    for bits, value in values.items():
        if not fits(value):
            raise answer.misfit(name, f"the value of {bits!r:.40} must be {wanted}, got {value!r:.40}")
    states = {_state(answer, bits): value for bits, value in values.items()}
    if len(states) != len(values):
        raise answer.misfit(name, "two keys mean the same state")
    return states


def _is_count(value: object) -> bool:
    return is_integer(value) and value >= 0


def _width(answer: Answer, states: Mapping[str, Any], name: str) -> int:
    """Return the number of bits of every state; of states of several widths nobody knows which qubits they mean."""
    widths = {len(bits.replace(" ", "")) for bits in states}
    if len(widths) > 1:
        raise answer.misfit(name, f"its states have {' and '.join(map(str, sorted(widths)[:4]))} bits")
    return max(widths, default=0)


def _state(answer: Answer, bits: str) -> int:
    plain = bits.replace(" ", "")  # registers may stand apart
    if not plain or set(plain) - {"0", "1"}:
        raise answer.misfit(bits, "a state must be a string of bits")
    return int(plain, 2)
