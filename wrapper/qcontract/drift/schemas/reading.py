"""Schema objects read as terms: what surrounds the keywords of one type (see ``keywords``), and how parts combine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import define, field, frozen

from qcontract.contract.jsonvalue import JsonObject, canonical, is_array, is_object, is_true
from qcontract.contract.keywords import bounds, keeps
from qcontract.contract.unread import INVALID, unread
from qcontract.drift.schemas.basics import Basics
from qcontract.drift.schemas.documents import Document
from qcontract.drift.schemas.sharing import text_of
from qcontract.drift.schemas.tags import tags_of
from qcontract.drift.schemas.terms import Node, Term, Terms
from qcontract.drift.schemas.twins import references
from qcontract.drift.schemas.typed import typed
from qcontract.drift.schemas.unevaluated import unevaluated
from qcontract.drift.schemas.views import Context, Side

__all__ = ["Reader"]

_SAYS_NOTHING = frozenset(
    [
        "default",
        "deprecated",
        "description",
        "discriminator",
        "example",
        "examples",
        "externalDocs",
        "readOnly",
        "title",
        "writeOnly",
        "xml",
        "$comment",
        "$schema",
        "$id",
        "$anchor",
        "$defs",
        "definitions",
        "contentMediaType",
        "contentSchema",
    ]
)
_LEFT_UNREAD = frozenset({"deprecated", "contentMediaType", "contentSchema"})
"""What says nothing about values even if nobody can read it."""
_RARE = frozenset(
    [
        "if",
        "dependentRequired",
        "dependentSchemas",
        "unevaluatedItems",
        "unevaluatedProperties",
        "$dynamicRef",
        "$recursiveRef",
    ]
)


@frozen(eq=False)
class _Written:
    """What a look at the text of a schema object tells, in whatever context it is read."""

    text: bytes | None
    local: bool
    says_nothing: bool

    @classmethod
    def of(cls, schema: JsonObject) -> _Written:
        """Look at a schema object."""
        text = text_of(schema)
        leads_on = text is None or b"$ref" in text or b"discriminator" in text
        says_nothing = all(word in _SAYS_NOTHING or word.startswith("x-") for word in schema)
        return cls(text, not leads_on, says_nothing and "nullable" not in schema)


@define(eq=False)
class Reader:
    """Reads the schema objects of both documents. ``apart`` says whether two terms share no value, as far as known."""

    terms: Terms
    documents: Mapping[Side, Document]
    apart: Callable[[Term, Term], bool]
    basics: Basics
    _places: dict[tuple[int, Context], Term] = field(factory=dict[tuple[int, Context], Term])
    _texts: dict[tuple[bytes | None, Context], Term] = field(factory=dict[tuple["bytes | None", Context], Term])
    _forms: dict[Node, Term] = field(factory=dict[Node, Term])
    _written: dict[int, _Written] = field(factory=dict[int, "_Written"])

    def read(self, schema: Any, context: Context, pointer: str = "") -> Term:
        """The term of a schema object; what is in it is looked at later."""
        if schema is True or schema is False:
            return self.terms.everything if schema else self.terms.nothing
        if not is_object(schema):
            return self.basics.unknown("a schema that is neither an object nor a boolean")
        place = (id(schema), context)
        known = self._places.get(place)
        if known is None:
            known = self._places[place] = self._new(schema, context, pointer)
        return known

    def reference(self, reference: object, context: Context) -> Term:
        """The term of what a reference leads to."""
        found = self.documents[context.side].target(reference)
        if found is None:
            return self.basics.unknown(f"$ref {reference!r:.80}, which leads nowhere")
        pointer, schema = found
        return self.read(schema, context, pointer)

    def form(self, node: Node) -> Term:
        """What a node's schema object says, one level deep."""
        known = self._forms.get(node)
        if known is None:
            known = self._forms[node] = self._followed(node)
        return known

    def tags(self, schema: JsonObject, member: Any, context: Context) -> tuple[str, list[str]]:
        """The property and its values that a discriminator asks of one alternative.

        What contradicts the member's own tags would leave nothing of it, and is not followed.
        """
        name, tags = tags_of(schema, member, self.documents[context.side])
        if tags and self.apart(self.read(member, context), self.basics.tagged(name, tags, discreet=context.discreet)):
            return name, []
        return name, tags

    def _followed(self, node: Node) -> Term:
        """What is said at the end of a chain of schema objects that say nothing but 'see there'."""
        passed: set[Term] = set()
        term: Term = node
        while isinstance(term, Node):
            if term in passed:
                return self.basics.endless
            passed.add(term)
            term = self._forms.get(term) or _Form(self, term.schema, term.context, term.text).term()
        return term

    def _new(self, schema: JsonObject, context: Context, pointer: str) -> Term:
        if INVALID in schema and _is_unread(schema, context):
            side = context.side if references(schema) else ""
            return self.basics.unknown(str(schema[INVALID]), [canonical(schema), side])
        if "$ref" in schema and self._is_only_reference(schema, context):
            self._places[id(schema), context] = self.basics.endless
            return self.reference(schema["$ref"], context)
        written = self._written.get(id(schema))
        if written is None:
            written = self._written[id(schema)] = _Written.of(schema)
        if written.says_nothing:
            return self.terms.everything
        if not written.local:
            return self.terms.node(schema, context, written.text, pointer, local=False)
        known = self._texts.get((written.text, context))
        if known is None:
            known = self._texts[written.text, context] = self.terms.node(
                schema, context, written.text, pointer, local=True
            )
        return known

    def _is_only_reference(self, schema: JsonObject, context: Context) -> bool:
        dialect = self.documents[context.side].dialect
        if dialect.ref_hides_siblings:
            return not is_true(schema.get("nullable"))
        return all(word == "$ref" or word in _SAYS_NOTHING or word.startswith("x-") for word in schema)


@define(eq=False)
class _Form:
    reader: Reader
    schema: JsonObject
    context: Context
    text: bytes | None
    inside: list[Term] = field(factory=list[Term])
    outside: list[Term] = field(factory=list[Term])

    def term(self) -> Term:
        """The meet of everything that the keywords say."""
        document = self.reader.documents[self.context.side]
        if "$ref" in self.schema and document.dialect.ref_hides_siblings:
            self.inside.append(self.reader.reference(self.schema["$ref"], self.context))
        else:
            said = {word: value for word, value in self.schema.items() if keeps(word, value, document.dialect)}
            self._keywords({**said, **bounds(self.schema)}, document)
        term = self.reader.terms.meet(self.inside, self.outside)
        if document.dialect.has_nullable and is_true(self.schema.get("nullable")):
            return self.reader.terms.union((term, self.reader.basics.of_kinds({"null"})))
        return term

    def _keywords(self, words: JsonObject, document: Document) -> None:
        parts = self._parts_context(words, document)
        self.inside.extend(typed(words, self.context, document, self.reader.basics, self.reader.read))
        for word in ("enum", "const"):
            if word in words:
                self.inside.append(self._values(words[word] if word == "enum" else [words[word]]))
        if "$ref" in words:
            self.inside.append(self.reader.reference(words["$ref"], parts))
        for part in _listed(words, "allOf"):
            self.inside.append(self.reader.read(part, parts))
        for word in ("anyOf", "oneOf"):
            if is_array(words.get(word)):
                self.inside.append(self._choice(word, words[word], parts))
        if "not" in words:
            self.outside.append(self.reader.read(words["not"], parts.negated()))
        if not words.keys().isdisjoint(_RARE):
            self._rare_keywords(words, parts, document)

    def _rare_keywords(self, words: JsonObject, parts: Context, document: Document) -> None:
        self._conditions(words, parts)
        self.inside.extend(
            unevaluated(words, self.context, document, self.reader.basics, self.reader.read, self.text or b"")
        )
        for word in ("$dynamicRef", "$recursiveRef"):
            if word in words:
                self.inside.append(self.reader.basics.unknown(word, words[word]))

    def _parts_context(self, words: JsonObject, document: Document) -> Context:
        """How the members of the composition are read: a name that any of them marks is marked for all."""
        if not words.keys() & {"$ref", "allOf", "anyOf", "oneOf", "not", "if"}:
            return self.context
        marked = document.marked_names(words, self.context.unsent)
        if marked <= self.context.marked:
            return self.context
        self.context = self.context.marking(self.context.marked | marked)
        return self.context

    def _values(self, values: Any) -> Term:
        if not is_array(values):
            return self.reader.basics.unknown("enum", values)
        if self.context.tolerant:
            return self.reader.basics.like(values)
        return self.reader.basics.listed(values)

    def _choice(self, word: str, members: list[Any], context: Context) -> Term:
        terms = [self.reader.read(member, context) for member in members]
        if not context.tolerant and "discriminator" in self.schema:
            terms = [
                self.reader.terms.meet((term, self._tagged(member, context)))
                for term, member in zip(terms, members, strict=True)
            ]
        if word == "oneOf" and not context.tolerant:
            terms = self._exactly_one(terms)
        return self.reader.terms.union(terms)

    def _exactly_one(self, terms: list[Term]) -> list[Term]:
        """Each without the others that it may overlap. A member listed twice never matches alone."""
        return [
            self.reader.terms.meet(
                (term,), [other for other in terms[:at] + terms[at + 1 :] if not self._apart(term, other)]
            )
            for at, term in enumerate(terms)
        ]

    def _apart(self, one: Term, two: Term) -> bool:
        return one is not two and self.reader.apart(one, two)

    def _tagged(self, member: Any, context: Context) -> Term:
        """What the discriminator says of one member: where the tag is there, it is one that leads to the member."""
        name, tags = self.reader.tags(self.schema, member, context)
        if not tags:
            return self.reader.terms.everything
        return self.reader.terms.meet((), (self.reader.basics.mistagged(name, tags),))

    def _conditions(self, words: JsonObject, parts: Context) -> None:
        terms, basics = self.reader.terms, self.reader.basics
        if "if" in words and words.keys() & {"then", "else"}:
            condition = self.reader.read(words["if"], parts.negated())
            then, other = (self.reader.read(words.get(word, True), parts) for word in ("then", "else"))
            self.inside.append(terms.union((terms.meet((condition, then)), terms.meet((other,), (condition,)))))
        for word in ("dependentRequired", "dependentSchemas"):
            consequences = words.get(word)
            for name, consequence in sorted(consequences.items() if is_object(consequences) else ()):
                has = basics.having([name])
                if word == "dependentSchemas":
                    needs = self.reader.read(consequence, parts)
                else:
                    needs = basics.having(
                        [one for one in consequence if isinstance(one, str)] if is_array(consequence) else []
                    )
                self.inside.append(terms.union((terms.meet((), (has,)), terms.meet((has, needs)))))


def _is_unread(schema: JsonObject, context: Context) -> bool:
    """Whether what could not be read would say something about values."""
    nothing = _LEFT_UNREAD | {"discriminator"} if context.tolerant else _LEFT_UNREAD
    return not unread(schema) <= nothing


def _listed(words: JsonObject, word: str) -> Iterable[Any]:
    value = words.get(word)
    return value if is_array(value) else ()
