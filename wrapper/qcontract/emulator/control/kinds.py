"""The kinds of faults, and what can be set for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import frozen

from qcontract import errors
from qcontract.model.names import choose, refuse_unknown

__all__ = ["CHANGES", "KINDS", "Kind", "Setting", "settle"]

CHANGES: Final = (
    "new-value",
    "new-field",
    "missing-field",
    "wrong-type",
    "null",
    "renamed",
    "status",
    "content-type",
    "removed",
    "required-parameter",
)
"""Ways in which an API drifts away from its contract."""


@frozen
class Setting:
    """One thing that can be set for a kind of fault.

    Args:
        default: Its value when it is not given; None together with ``required`` means that it must be given.
        fits: Whether a value can be used.
        meaning: What it does, for the list of kinds.
    """

    default: Any
    fits: Callable[[Any], bool]
    meaning: str
    required: bool = False


@frozen
class Kind:
    """What goes wrong, in one line, and what can be set."""

    meaning: str
    settings: Mapping[str, Setting]


def _number(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _one_of(*names: str) -> Callable[[Any], bool]:
    return lambda value: value in names


def _text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and 0 < len(value) <= 1000


def _optional(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or fits(value)


_SECONDS: Final = _number(0, 3600)
_RETRY: Final = {
    "retry_after": Setting(None, _optional(_SECONDS), "seconds in the header Retry-After; none by default"),
    "form": Setting(
        "seconds", _one_of("seconds", "date"), "Retry-After as seconds, or as a date by the machine's clock"
    ),
}

KINDS: Final[Mapping[str, Kind]] = {
    "status": Kind(
        "answer with a status in the vendor's own words, and do nothing",
        {
            "status": Setting(None, _whole(400, 599), "the status", required=True),
            "message": Setting("a fault was asked for", _text, "the message in the body"),
            **_RETRY,
        },
    ),
    "rate-limit": Kind(
        "answer 429 and do nothing",
        {**_RETRY, "retry_after": Setting(1, _SECONDS, "seconds in the header Retry-After")},
    ),
    "latency": Kind("answer late", {"seconds": Setting(None, _SECONDS, "seconds before the answer", required=True)}),
    "drop-before": Kind("end the connection, and do nothing", {}),
    "drop-after": Kind("do what is asked, and end the connection without an answer", {}),
    "truncate": Kind(
        "end the connection within the body",
        {"keep": Setting(0.5, lambda value: _number(0, 1)(value) and value < 1, "which part arrives")},
    ),
    "drip": Kind(
        "send the body slowly",
        {
            "seconds": Setting(1.0, _SECONDS, "how long the body takes"),
            "pieces": Setting(10, _whole(1, 1000), "in how many pieces"),
        },
    ),
    "html": Kind(
        "answer with a gateway's page, and do nothing", {"status": Setting(502, _whole(200, 599), "the status")}
    ),
    "not-json": Kind("do what is asked, and answer with text that is no JSON under the name of JSON", {}),
    "content-type": Kind(
        "do what is asked, and call the answer something else", {"value": Setting("text/plain", _text, "the type")}
    ),
    "drift": Kind(
        "answer otherwise than the contract says, at a place that follows from the seed",
        {
            "change": Setting(None, lambda value: value in CHANGES, f"one of {', '.join(CHANGES)}", required=True),
            "at": Setting(
                None, _optional(lambda v: _text(v) and v.startswith("/")), "place in the body, as a JSON Pointer"
            ),
            "where": Setting(None, _optional(_one_of("open", "closed")), "kind of object that gets a new-field"),
            "status": Setting(None, _optional(_whole(200, 599)), "the status of status and removed"),
            "name": Setting(None, _optional(_text), "name of the new field or parameter, or the new value"),
        },
    ),
    "list-lag": Kind(
        "leave new jobs out of lists",
        {
            "requests": Setting(None, _optional(_whole(1, 10**6)), "for that many requests for lists"),
            "seconds": Setting(None, _optional(_number(0, 1e6)), "for that many seconds of the emulator's clock"),
        },
    ),
    "list-order": Kind("list jobs in an order that follows from the seed and not from time", {}),
    "page-limit": Kind("give pages of at most so many items", {"limit": Setting(1, _whole(1, 1000), "items")}),
    "cursor": Kind(
        "let lists never end",
        {
            "form": Setting(
                "repeat", _one_of("repeat", "cycle"), "the same page again, or the first page after the last"
            )
        },
    ),
    "lost-metadata": Kind("accept jobs and forget their metadata or tags", {}),
    "fail-job": Kind(
        "accept the job and let it fail",
        {
            "code": Setting("InternalError", _text, "the vendor's failure code"),
            "message": Setting("a failure was asked for", _text, "the failure's message"),
        },
    ),
}
"""All kinds of faults by name."""


def settle(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is set for a fault of a kind, defaults filled in.

    Raises:
        ConfigurationError: There is no such kind or setting, or a value cannot be used.
    """
    settings = KINDS[choose("fault", kind, KINDS)].settings
    refuse_unknown(f"setting of {kind}", given, settings)
    found = {name: given.get(name, setting.default) for name, setting in settings.items()}
    for name, setting in settings.items():
        if (setting.required and name not in given) or not setting.fits(found[name]):
            problem = f"{name}={repr(given[name])[:60]} cannot be used" if name in given else f"{name} is missing"
            raise errors.ConfigurationError(f"the fault {kind}: {problem}", hint=f"{name}: {setting.meaning}")
    if kind == "list-lag" and found["requests"] is None and found["seconds"] is None:
        raise errors.ConfigurationError("the fault list-lag needs 'requests' or 'seconds'")
    return found
