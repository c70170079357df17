"""The public door: two documents under comparison, and decisions on pairs of their schemas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from attrs import define, field, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject
from qcontract.drift.schemas.answers import Answer, TooLarge, perhaps
from qcontract.drift.schemas.apart import Apart
from qcontract.drift.schemas.basics import Basics
from qcontract.drift.schemas.documents import Document, dialect_of_version, marks_in
from qcontract.drift.schemas.heads import Heads
from qcontract.drift.schemas.projection import project
from qcontract.drift.schemas.reading import Reader
from qcontract.drift.schemas.search import Search
from qcontract.drift.schemas.sharing import text_of
from qcontract.drift.schemas.terms import Term, Terms
from qcontract.drift.schemas.twins import Twins
from qcontract.drift.schemas.views import Context, Direction, Side, View, context

__all__ = ["Relation", "Schemas"]

Schema = str | Mapping[str, Any] | bool


@frozen
class Relation:
    """How the values of two schemas relate, for one direction and one view.

    ``safe`` and ``breaking`` are proven. A witness is a value that the sender may send and the receiver refuses;
    ``has_witness`` tells a witness that is null from none. ``why`` names what an ``unknown`` rests on.
    """

    verdict: Literal["safe", "breaking", "unknown"]
    witness: Any = None
    has_witness: bool = False
    why: str = ""
    _equal: Callable[[], bool | None] = field(default=lambda: None, alias="equal", eq=False, repr=False)

    @property
    def equal(self) -> bool | None:
        """Whether both mean the same values, as written, if that is known; found out when asked for."""
        return self._equal()


@define(eq=False)
class Schemas:
    """Decides on schemas of two documents, and remembers everything that it found out on the way.

    Args:
        old: The document that clients were built for.
        new: The document that a server follows; fast where it holds the equal parts of ``old`` themselves.
        old_version: The OpenAPI version of ``old``, such as ``3.0.3``.
        new_version: The OpenAPI version of ``new``.
        view: The client for which they are compared.

    >>> schemas = Schemas({}, {}, view=View.WIRE)
    >>> schemas.decide({"type": "integer"}, {"type": "integer", "minimum": 1}, Direction.REQUEST).witness
    0
    """

    old: JsonObject
    new: JsonObject
    old_version: str = "3.1"
    new_version: str = "3.1"
    view: View = field(default=View.WIRE, kw_only=True)
    _documents: dict[Side, Document] = field(init=False)
    _terms: Terms = field(init=False)
    _reader: Reader = field(init=False)
    _search: Search = field(init=False)
    _inline: list[Any] = field(factory=list[Any], init=False)

    def __attrs_post_init__(self) -> None:
        texts = text_of(self.old), text_of(self.new)
        self._documents = {
            "old": Document(self.old, dialect_of_version(self.old_version), marks_in(texts[0])),
            "new": Document(self.new, dialect_of_version(self.new_version), marks_in(texts[1])),
        }
        twins = Twins(self._documents)
        self._terms = Terms(twins.within)
        basics = Basics(self._terms)
        heads = Heads(basics, lambda node: self._reader.form(node))
        apart = Apart(heads)
        self._reader = Reader(self._terms, self._documents, apart.terms, basics)
        self._search = Search(self._terms, basics, heads, apart, twins, _fresh_name(*texts))
        heads.world = self._search

    def decide(self, old: Schema, new: Schema, direction: Direction) -> Relation:
        """Decide whether whatever one side may send is something that the other takes.

        Args:
            old: A schema of the old document: a JSON Pointer, or a schema object whose references lead there.
            new: A schema of the new document.
            direction: Requests are sent by a client of ``old``, responses by a server of ``new``.

        Returns:
            The verdict with its witness or its reason.

        Raises:
            ContractError: A pointer leads nowhere.
        """
        sides: dict[Side, Any] = {"old": self._schema("old", old), "new": self._schema("new", new)}
        sender: Side = "old" if direction is Direction.REQUEST else "new"
        receiver: Side = "new" if sender == "old" else "old"
        answer = self._difference(sides, sender, receiver, direction, self.view)

        match answer.rank:
            case 0:
                return Relation("safe", equal=lambda: self._equal(sides, direction))
            case 2:
                return Relation("breaking", answer.value, True, equal=lambda: False)
            case _:
                return Relation("unknown", why=answer.why, equal=lambda: self._equal(sides, direction))

    def admits_nothing(self, side: Side, schema: Schema, direction: Direction) -> bool:
        """Whether no value passes, as the document is written.

        Args:
            side: The document that the schema belongs to.
            schema: A JSON Pointer into it, or a schema object.
            direction: Which way its values travel.
        """
        try:
            term = self._term(self._schema(side, schema), context(side, direction, View.EXACT))
            return self._search.answer(term).rank == 0
        except (RecursionError, TooLarge):
            return False

    def project(self, side: Side, schema: Schema, direction: Direction) -> JsonObject:
        """Write a schema as JSON Schema 2020-12 of what was decided on, for a validator that asserts formats.

        Args:
            side: The document that the schema belongs to.
            schema: A JSON Pointer into it, or a schema object.
            direction: The direction that was decided on.

        Returns:
            A schema of its own, without references out of it.
        """
        reading = context(side, direction, self.view)
        return project(self._documents[side], self._schema(side, schema), reading, self._reader.tags)

    @property
    def goals(self) -> int:
        """How many different questions were looked into so far: the measure of the work done."""
        return self._search.count

    def _schema(self, side: Side, schema: Schema) -> Any:
        if isinstance(schema, str):
            return pointer.find(self._documents[side].root, schema)
        self._documents[side].marks |= marks_in(text_of(schema))
        self._inline.append(schema)  # terms are known by the identity of their schema, which must not be used again
        return schema

    def _equal(self, sides: Mapping[Side, Any], direction: Direction) -> bool | None:
        pairs: list[tuple[Side, Side]] = [("old", "new"), ("new", "old")]
        ranks = [self._difference(sides, one, two, direction, View.EXACT).rank for one, two in pairs]
        if 2 in ranks:
            return False
        return None if 1 in ranks else True

    def _difference(
        self, sides: Mapping[Side, Any], sender: Side, receiver: Side, direction: Direction, view: View
    ) -> Answer:
        """What is known about values that the sender sends and the receiver refuses."""
        sent, taken = context(sender, direction, view), context(receiver, direction, view)
        try:
            mine, theirs = self._term(sides[sender], sent), self._term(sides[receiver], taken)
            answer = self._search.answer(self._terms.minus(mine, theirs))
            if answer.rank == 2 and not self._holds(answer.value, mine, theirs):
                return perhaps("a value that could not be checked")
        except TooLarge:
            return perhaps("too large to decide")
        except RecursionError:
            return perhaps("nested too deep")
        return answer

    def _term(self, schema: Any, reading: Context) -> Term:
        return self._reader.read(schema, reading)

    def _holds(self, value: Any, mine: Term, theirs: Term) -> bool:
        return self._search.has(mine, value) is True and self._search.has(theirs, value) is False


def _fresh_name(*texts: bytes | None) -> str:
    """A name that stands in no document."""
    name = "undeclared"
    while any(name.encode() in text for text in texts if text):
        name += "_"
    return name
