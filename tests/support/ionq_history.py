"""What is known of the history of IonQ's v0.4: what each step changed, and whom it breaks.

A pointer that is None means that the part does not exist on that side. ``wire`` is the verdict for a tolerant client:
a break, not a break, or nothing at all; ``strict`` that for a client which knows only the values and members that are
written down, where it is another one.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

__all__ = ["STORY", "Event"]

Verdict = Literal["breaking", "harmless", "nothing"]
Row = tuple[str, str | None, str | None, Verdict, Verdict]

SCHEMAS = "/components/schemas"
JOB = "/paths/~1jobs~1{UUID}"
USAGE = "/paths/~1organizations~1{organization_id}~1usage/get"
ESTIMATE = f"{SCHEMAS}/GetJobEstimateResponse/properties"


@frozen
class Event:
    """One change of a step: what is where before and after, and its verdict under the client views."""

    old: str
    new: str
    what: str
    old_pointer: str | None
    new_pointer: str | None
    wire: Verdict
    strict: Verdict | None = None


def _step(old: str, new: str, *rows: tuple[str, str | None, str | None, Verdict] | Row) -> tuple[Event, ...]:
    return tuple(Event(old, new, *row) for row in rows)


def _added(pointer: str) -> tuple[None, str]:
    return None, pointer


def _same(pointer: str) -> tuple[str, str]:
    return pointer, pointer


STORY: tuple[Event, ...] = (
    *_step(
        "2026-04-08",
        "2026-04-15",
        ("null spelled legally", *_same(f"{SCHEMAS}/HamiltonianEnergyData/properties/penalty"), "nothing"),
        ("null spelled legally", *_same(f"{SCHEMAS}/HamiltonianEnergyData/properties/cvar_alpha"), "nothing"),
        ("an operation more", *_added(f"{JOB}~1circuits~1{{lang}}/get"), "harmless"),
    ),
    *_step(
        "2026-04-15",
        "2026-04-23",
        ("an operation more", *_added(f"{JOB}~1results~1probabilities/get"), "harmless"),
        ("an operation more", *_added(f"{JOB}~1variants~1{{variantId}}~1results~1shots/get"), "harmless"),
        ("a required query more", *_added(f"{USAGE}/parameters/1"), "breaking"),
        ("a required query more", *_added(f"{USAGE}/parameters/4"), "breaking"),
        ("a request's values became open", *_same(f"{SCHEMAS}/JobBackends"), "harmless"),
        (
            "an answer's list of values became open",
            *_same(f"{SCHEMAS}/Backend/properties/status"),
            "harmless",
            "breaking",
        ),
    ),
    *_step(
        "2026-04-23",
        "2026-05-15",
        ("a request's bound is narrower", *_same(f"{SCHEMAS}/CircuitJobCreationPayload/properties/shots"), "breaking"),
        ("a request's type is narrower", *_same(f"{SCHEMAS}/QisCircuitInput/properties/qubits"), "breaking"),
        ("a request may have one form more", *_added(f"{SCHEMAS}/QctrlQaoaJobCreationPayload"), "harmless"),
        (
            "an optional member of closed answers more",
            *_added(f"{SCHEMAS}/BaseJob/properties/cost_model"),
            "harmless",
            "breaking",
        ),
    ),
    *_step(
        "2026-05-15",
        "2026-06-24",
        ("an operation less", f"{JOB}~1circuits~1{{lang}}/get", None, "breaking"),
        ("an operation more", *_added(f"{JOB}~1clone/post"), "harmless"),
        ("an operation more", *_added(f"{JOB}~1artifacts~1{{artifactId}}/get"), "harmless"),
        ("an answer's values are others", f"{SCHEMAS}/CostModel", f"{SCHEMAS}/ApiCostModel", "harmless", "breaking"),
    ),
    *_step(
        "2026-06-24",
        "2026-09-02",
        ("an operation less", f"{JOB}~1variants~1{{variantId}}~1results~1shots/get", None, "breaking"),
        ("an operation less", f"{JOB}~1variants~1{{variantId}}~1results~1histogram/get", None, "breaking"),
        ("an operation less", f"{JOB}~1variants~1{{variantId}}~1results~1probabilities/get", None, "breaking"),
        ("a request takes fewer values", *_same("/components/parameters/backend/schema/enum"), "breaking"),
        ("an operation more", *_added(f"{JOB}~1move/post"), "harmless"),
        ("an operation more", *_added("/paths/~1schemas~1formats~1{format}/get"), "harmless"),
        (
            "a required member of answers renamed",
            f"{ESTIMATE}/input_values",
            f"{ESTIMATE}/estimate_context",
            "breaking",
        ),
        ("a required member of answers renamed", f"{ESTIMATE}/cost_unit", f"{ESTIMATE}/estimated_unit", "breaking"),
        ("a required member of answers renamed", f"{ESTIMATE}/rate_information", f"{ESTIMATE}/rate_card", "breaking"),
        (
            "a required member of answers renamed",
            f"{ESTIMATE}/estimated_cost",
            f"{ESTIMATE}/estimated_total_cost",
            "breaking",
        ),
        ("a request's values became open", *_same(f"{SCHEMAS}/NoiseModel"), "harmless"),
        (
            "a scheme of equal content has another name",
            "/paths/~1jobs/get/security/0/apiKeyAuth",
            "/paths/~1jobs/get/security/0/apiKeyAuth1",
            "nothing",
        ),
    ),
    *_step(
        "2026-09-02",
        "2026-10-01",
        (
            "an optional member of an open object of requests is not described any more",
            f"{SCHEMAS}/CircuitJobCreationPayload/properties/settings/properties/compilation",
            None,
            "harmless",
            "breaking",
        ),
        (
            "a member of answers need not be there any more",
            *_same(f"{SCHEMAS}/GetJobCostResponse/required"),
            "breaking",
        ),
        ("the date in the description", *_same("/info/description"), "nothing"),
    ),
)
"""Every line of the known history that can be said of one place."""
