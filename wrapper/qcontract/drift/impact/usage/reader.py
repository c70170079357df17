"""What one Python file says: the names that it uses, and what of a client it reaches by them."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable
from typing import Any

from attrs import define, field

__all__ = ["Mentions", "read"]

_LONGEST = 200
_WHOLE = frozenset({"to_dict", "__dict__", "additional_properties", "unknown_fields"})
"""Attributes through which every member of an object can be reached."""
_BEHIND = frozenset({"raw", "generated"})
"""Attributes of the wrapper's objects that hold the answer itself."""
_DYNAMIC = frozenset({"vars", "asdict", "astuple"})
_CLIENTS = {"IonQ": "ionq", "AsyncIonQ": "ionq", "QBraid": "qbraid", "AsyncQBraid": "qbraid"}
_GROUPS = frozenset({"jobs", "backends"})


@define(eq=False)
class Mentions:
    """What code says.

    Args:
        functions: Generated functions, as package and ``<tag>.<module>``.
        classes: Names of generated classes.
        names: Attributes, keywords, imported names and short texts.
        is_dynamic: Whether members are reached by names that the code does not say.
        hands_on: Whether the answer behind an object of the wrapper is handed on as a whole.
        builds_imports: Whether modules are imported by names that are put together.
        knows_clients: Whether the wrapper's clients are imported.
        clients: Those that are made, as vendor and API; the API is empty if it is not said, ``*`` if it is computed.
        methods: The methods of these clients that are named, such as ``jobs.submit``; ``jobs.?`` if any could be.
    """

    functions: set[tuple[str, str]] = field(factory=set[tuple[str, str]])
    classes: set[str] = field(factory=set[str])
    names: set[str] = field(factory=set[str])
    is_dynamic: bool = False
    hands_on: bool = False
    builds_imports: bool = False
    knows_clients: bool = False
    clients: set[tuple[str, str]] = field(factory=set[tuple[str, str]])
    methods: set[str] = field(factory=set[str])

    def add(self, other: Mentions) -> None:
        """Add what another file says."""
        self.functions |= other.functions
        self.classes |= other.classes
        self.names |= other.names
        self.is_dynamic |= other.is_dynamic
        self.hands_on |= other.hands_on
        self.builds_imports |= other.builds_imports
        self.clients |= other.clients
        self.methods |= other.methods


def read(code: bytes, packages: Iterable[str]) -> Mentions:
    """Read one file.

    Args:
        code: The file.
        packages: Names of generated packages.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: It is no Python of this version.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the compiler has to say about their escapes is no news of ours
        tree = ast.parse(code)
    reader = _Reader(frozenset(packages))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            reader.bring(node)
        elif isinstance(node, ast.Assign):
            reader.assign(node)
        else:
            reader.follow(node)
    for node in ast.walk(tree):
        reader.look(node)
    return reader.done()


@define(eq=False)
class _Reader:
    """Reads a tree twice: first what its names stand for, then what is done with them."""

    packages: frozenset[str]
    found: Mentions = field(factory=Mentions)
    _origins: dict[str, str] = field(factory=dict[str, str])
    _modules: set[str] = field(factory=set[str])
    _followed: set[int] = field(factory=set[int])
    _grouped: set[int] = field(factory=set[int])
    _unfollowed: dict[str, str] = field(factory=dict[str, str])

    def bring(self, node: ast.Import | ast.ImportFrom) -> None:
        """Remember what an import gives names to."""
        home = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        for alias in node.names:
            origin = f"{home}.{alias.name}" if home else alias.name
            bound = alias.asname or (alias.name if home else alias.name.partition(".")[0])
            self._origins[bound] = origin if home or alias.asname else bound
            self.found.names.add(alias.name)
            self.found.knows_clients |= alias.name in _CLIENTS or origin == "qcontract"
            self._reach(origin)
            self.found.is_dynamic |= alias.name == "*" and self._is_generated(home)

    def assign(self, node: ast.Assign) -> None:
        """Remember names for modules, and for the parts of a client."""
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        value = node.value
        if isinstance(value, ast.Call) and _last(value.func) == "import_module":
            self._modules.update(names)
        chain = _chain(value)
        if chain and chain[-1] in _GROUPS:
            self._origins.update(dict.fromkeys(names, f"client.{chain[-1]}"))
            self._unfollowed.update(dict.fromkeys(names, chain[-1]))
            self._grouped.add(id(value))

    def follow(self, node: ast.AST) -> None:
        """Remember which answers are read member by member."""
        if isinstance(node, ast.Attribute) or (
            isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
        ):
            self._followed.add(id(node.value))

    def look(self, node: ast.AST) -> None:
        """Note what a node says."""
        if isinstance(node, ast.Attribute):
            self._attribute(node)
        elif isinstance(node, ast.Call):
            self._call(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if len(node.value) <= _LONGEST:
                self.found.names.add(node.value)
        elif isinstance(node, ast.keyword) and node.arg:
            self.found.names.add(node.arg)
        elif isinstance(node, ast.Name):
            self.found.names.update({node.id} & self._origins.keys())
        elif isinstance(node, ast.MatchClass):
            self.found.names.update(node.kwd_attrs)

    def done(self) -> Mentions:
        """What was found; of a part of a client that went elsewhere any method may be called."""
        self.found.methods.update(f"{group}.?" for group in self._unfollowed.values())
        return self.found

    def _attribute(self, node: ast.Attribute) -> None:
        self.found.names.add(node.attr)
        self.found.is_dynamic |= node.attr in _WHOLE
        self.found.hands_on |= node.attr in _BEHIND and id(node) not in self._followed
        chain = _chain(node)
        if not chain:
            return
        origin = self._origins.get(chain[0])
        full = [*(origin.split(".") if origin else [chain[0]]), *chain[1:]]
        self._reach(".".join(full))
        if full[-2:-1] and full[-2] in _GROUPS:
            self.found.methods.add(".".join(full[-2:]))
            self._grouped.add(id(node.value))
            self._unfollowed.pop(chain[0], None)
        elif node.attr in _GROUPS and id(node) not in self._grouped:
            self.found.methods.add(f"{node.attr}.?")

    def _call(self, node: ast.Call) -> None:
        name = _last(node.func)
        if name in {"getattr", "setattr", "hasattr"} and len(node.args) > 1:
            is_of_module = isinstance(node.args[0], ast.Name) and node.args[0].id in self._modules
            self.found.is_dynamic |= not isinstance(node.args[1], ast.Constant) and not is_of_module
        self.found.is_dynamic |= name in _DYNAMIC
        if name == "import_module":
            self.found.builds_imports |= not (node.args and isinstance(node.args[0], ast.Constant))
        origin = self._origins.get(name, name).rpartition(".")[2]
        if origin in _CLIENTS:
            self.found.clients.add((_CLIENTS[origin], _api_of(node)))

    def _reach(self, dotted: str) -> None:
        parts = dotted.split(".")
        for place, part in enumerate(parts[:-2]):
            if part in self.packages and parts[place + 1] == "api" and len(parts) > place + 3:
                self.found.functions.add((part, ".".join(parts[place + 2 : place + 4])))
            elif part in self.packages and parts[place + 1] == "models":
                self.found.classes.add(parts[place + 2])

    def _is_generated(self, dotted: str) -> bool:
        return not self.packages.isdisjoint(dotted.split("."))


def _api_of(node: ast.Call) -> str:
    """The API that a client is made for: empty when it is not said, ``*`` when it is computed."""
    said: list[Any] = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg in ("api", None))]
    if not said:
        return ""
    return str(said[0].value) if isinstance(said[0], ast.Constant) else "*"


def _chain(node: ast.AST) -> list[str]:
    """The names of ``a.b.c``; whatever comes before the last names is left out, so that it begins with ``?``."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    names.append(node.id if isinstance(node, ast.Name) else "?")
    return names[::-1] if len(names) > 1 else []


def _last(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
