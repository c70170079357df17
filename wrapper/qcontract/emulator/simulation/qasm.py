"""OpenQASM 2 and 3 through pyqasm, with checks before it that keep a hostile text from holding the worker.

The program is rewritten first, so that pyqasm does what it does right: it unrolls loops, subroutines and definitions
to gates with numbers in them. A program whose measurements are not at its end, or that resets or branches on what was
measured, is refused.
"""

from __future__ import annotations

import contextlib
import io
import logging
import sys
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, cast

from . import qasm_budget
from .failures import CircuitFailure
from .operations import Circuit

if TYPE_CHECKING:
    from .qasm_rewrite import Rewritten

__all__ = ["parse"]


def parse(text: object) -> Circuit:
    """Read an OpenQASM program.

    Raises:
        CircuitFailure: The text is no program, or one that a state vector cannot run.
    """
    if not isinstance(text, str):
        raise CircuitFailure("InvalidInput", "an OpenQASM program must be a string")
    qasm_budget.check(text)
    try:
        import openqasm3
        import pyqasm

        from . import qasm_reader, qasm_rewrite
    except ImportError:
        raise CircuitFailure(
            "SimulationError", "OpenQASM programs need pyqasm: pip install 'qcontract[emulator]'"
        ) from None
    with _refusing():
        rewritten = qasm_rewrite.rewrite(openqasm3.parse(text), text)
        module = _unrolled(cast("Any", pyqasm), rewritten)
        return qasm_reader.read(module, rewritten.symbols)


def _unrolled(pyqasm: Any, rewritten: Rewritten) -> Any:
    module: Any = pyqasm.loads(rewritten.program)
    module.unroll(external_gates=[*rewritten.symbols])
    return module


@contextlib.contextmanager
def _refusing() -> Generator[None]:
    """Turn whatever a parser says of a program into a failure."""
    said = io.StringIO()
    try:
        with _quiet(said):
            yield
    except (CircuitFailure, MemoryError):
        raise
    except RecursionError:
        raise CircuitFailure("PreflightError", "the program is nested too deeply") from None
    except Exception as error:
        first = (_told(error) or said.getvalue().strip() or "pyqasm cannot read it").splitlines()[0][:200]
        raise CircuitFailure("PreflightError", f"the OpenQASM program was not accepted: {first}") from None


def _told(error: Exception) -> str:
    """Return what an error says, if it was meant to be read."""
    meant = type(error).__module__.partition(".")[0] in ("openqasm3", "pyqasm")
    return str(error).strip() if meant else ""


@contextlib.contextmanager
def _quiet(said: io.StringIO) -> Generator[None]:
    """Keep the habits of parsers to themselves.

    They print what they think of a program, while the standard output of a worker carries its answers, and pyqasm cuts
    the tracebacks of the whole process.
    """
    limit = getattr(sys, "tracebacklimit", None)
    logging.getLogger("pyqasm").setLevel(logging.CRITICAL + 1)
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            yield
    finally:
        sys.tracebacklimit = limit
