"""Rules about the members of objects by name: whether they are there, and whether they must be."""

from __future__ import annotations

from functools import partial

from qcontract.findings.catalogue.definition import COMPATIBLE, NARROWS, WIDENS, Example, by_direction, by_view, define
from qcontract.findings.catalogue.fragments import object_with

__all__ = ["RULES"]

_rule = partial(define, "schema")
_INT, _TEXT = {"type": "integer"}, {"type": "string"}


RULES = (
    _rule(
        "property-added",
        "property",
        "A new optional member",
        "the member {value} is new",
        (
            "Objects may have a member that they had not.",
            "Nobody in an open world; where objects were closed, programs that refuse unknown members.",
            "Nothing needs to be done where objects are open; where your old contract closed them, teach your reader "
            "to pass over {value}.",
        ),
        COMPATIBLE,
        Example("schema", object_with(a=_INT), object_with(a=_INT, b=_TEXT)),
        many="the members {values} are new",
    ),
    _rule(
        "property-added-required",
        "property",
        "A new required member",
        "the required member {value} is new",
        (
            "Objects must have a member that did not exist.",
            "Programs that send objects without it.",
            "Send {value} in every such object from the first day of the new contract on; find out which value keeps "
            "today's behaviour.",
        ),
        NARROWS,
        Example("schema", object_with(a=_INT), object_with("b", a=_INT, b=_TEXT)),
        many="the required members {values} are new",
    ),
    _rule(
        "property-removed",
        "property",
        "An optional member is gone",
        "the member {value} was removed",
        (
            "Objects have no place any more for a member that they could have.",
            "Programs that send it, if the server refuses unknown members; programs that read it find nothing.",
            "Send and read objects without {value}: servers may refuse it, and readers find nothing there. Ask the"
            " vendor what takes its place.",
        ),
        by_view("risky", "breaking", "breaking"),
        Example("schema", object_with(a=_INT, b=_TEXT), object_with(a=_INT)),
        many="the members {values} were removed",
    ),
    _rule(
        "property-removed-required",
        "property",
        "A required member is gone",
        "the required member {value} was removed",
        (
            "Objects had a member for certain, and do not have it any more.",
            "Programs that read it.",
            "Send and read objects without {value}, and look for a new member that says the same: the report lists what"
            " is new in the same object.",
        ),
        by_direction("risky", "breaking"),
        Example("schema", object_with("b", a=_INT, b=_TEXT), object_with(a=_INT), "response"),
        many="the required members {values} were removed",
    ),
    _rule(
        "property-renamed",
        "property",
        "A member has another name",
        "the member {old} is called {new}",
        (
            "A member is gone, and a new one looks the same.",
            "Programs that send or read the old name.",
            "Write {new} where your code sends or reads {old}. To run against both contracts for a while, read {new} "
            "first and {old} where it is missing.",
        ),
        by_direction("breaking", "breaking"),
        Example(
            "schema",
            object_with("job_name", job_name={"type": "string", "maxLength": 9}),
            object_with("name", name={"type": "string", "maxLength": 9}),
            "response",
        ),
    ),
    _rule(
        "property-became-required",
        "required",
        "A member is required now",
        "the member {value} is required now",
        (
            "Objects could be without the member, and cannot any more.",
            "Programs that send objects without it.",
            "Always send {value}; find out which value keeps today's behaviour where your code leaves it out.",
        ),
        NARROWS,
        Example("schema", object_with(a=_INT), object_with("a", a=_INT)),
        many="the members {values} are required now",
    ),
    _rule(
        "property-became-optional",
        "required",
        "A member is optional now",
        "the member {value} is optional now",
        (
            "Objects always had the member, and may be without it now.",
            "Programs that read it without asking whether it is there.",
            "Ask whether {value} is there before you read it, and decide what its absence means.",
        ),
        WIDENS,
        Example("schema", object_with("a", a=_INT), object_with(a=_INT), "response"),
        many="the members {values} are optional now",
    ),
)
