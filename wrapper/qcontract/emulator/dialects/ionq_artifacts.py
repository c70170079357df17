"""Files of a job in IonQ v0.4: results in every format, and the circuit as it was compiled.

The order of characters in bit strings of the second formats is not documented: here qubit 0 is the last one. In lists
of bits element i is qubit i, as observed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Any, Final

from attrs import frozen

from ..extracts import parts
from ..http import JSON, Answer, Basis
from ..jobs import Job
from ..store import dump
from . import ionq
from .base import Call

__all__ = ["Artifact", "aggregation", "compiled", "counted", "of_job", "probable", "shots"]

AGGREGATE: Final = "ionq.result.probabilities-aggregate.json.v1"
NATIVE: Final = "ionq.native.v1"
QASM3: Final = "ionq.qasm3.v1"
REGISTER: Final = "output_all"

TEXT: Final = "text/plain; charset=utf-8"


@frozen
class Artifact:
    """A file that a job refers to.

    Args:
        id: Its id.
        format: Name of its format.
        read: Returns the file's text.
        media_type: Its content type.
        literal: A second id, which stands in the vendor's examples.
    """

    id: str
    format: str
    read: Callable[[], str]
    media_type: str = JSON
    literal: str | None = None

    @property
    def descriptor(self) -> dict[str, str]:
        """What the job says about the file."""
        return {"id": self.id, "format": self.format, "media_type": self.media_type}

    def answer(self) -> Answer:
        """Return the file."""
        headers = {} if self.media_type == JSON else {"content-type": self.media_type}
        basis: Basis = "assumed" if self.format.endswith(".v2") else "documented"
        return Answer(200, self.read(), basis, headers, encoded=True)


def of_job(call: Call, job: Job) -> Iterator[Artifact]:
    """Yield the results of a finished job."""
    if ionq.several(job):
        make = _maker(call, job.id)
        yield make(AGGREGATE, lambda: ionq.aggregate(call, job), literal="probabilities-aggregate")
        return
    width = job.stats["qubits"]
    yield from probable(call, job.id, lambda: ionq.probabilities(call, job), width, "probabilities")
    if not ionq.exact(job):
        yield from counted(call, job.id, lambda: ionq.counts(call, job), width)


def compiled(call: Call, job: Job) -> Iterator[Artifact]:
    """Yield the compiled forms of a job's circuit, as far as there are any."""
    make, store = _maker(call, job.id), call.core.store
    kinds = store.kinds(job.id)
    if "compiled.native" in kinds:
        yield make(NATIVE, lambda: _native(json.loads(store.result(job.id, "compiled.native") or "{}")))
    if "compiled.qasm3" in kinds:
        yield make(QASM3, lambda: json.loads(store.result(job.id, "compiled.qasm3") or '""'), media_type=TEXT)


def _native(program: Mapping[str, Any]) -> str:
    """Return a circuit with the members that the format has, which do not include its gateset."""
    return dump({name: program[name] for name in ("qubits", "circuit")})


def probable(
    call: Call, name: str, read: Callable[[], str], width: int, literal: str | None = None
) -> Iterator[Artifact]:
    """Yield probabilities in both formats.

    Args:
        call: The request.
        name: What the ids follow from.
        read: Returns the probability of each state as JSON text.
        width: Number of qubits.
        literal: A second id of the first format.
    """
    make = _maker(call, name)
    yield make("ionq.result.probabilities.json.v1", read, literal=literal)
    yield make("ionq.result.probabilities.json.v2", lambda: _registers("probabilities", read(), width))


def counted(call: Call, name: str, read: Callable[[], str], width: int) -> Iterator[Artifact]:
    """Yield a histogram and its shots in both formats; arguments are those of :func:`probable`."""
    make = _maker(call, name)
    yield make("ionq.result.histogram.json.v1", read)
    yield make("ionq.result.histogram.json.v2", lambda: _registers("histogram", read(), width))
    yield make("ionq.result.shots.json.v1", lambda: dump(shots(call, name, json.loads(read()))))
    yield make("ionq.result.shots.json.v2", lambda: _bits(shots(call, name, json.loads(read())), width))


def aggregation(call: Call, name: str, weights: Mapping[str, float], job: Job) -> Artifact:
    """Return the histogram of a job whose variants were combined in one way; its counts need not be whole."""
    total, width = job.shots or 0, job.stats["qubits"]
    values = {state: round(weight * total, 6) for state, weight in weights.items()}
    return _maker(call, name)("ionq.result.histogram.json.v2", lambda: _registers("histogram", dump(values), width))


def _maker(call: Call, name: str) -> Callable[..., Artifact]:
    def make(kind: str, read: Callable[[], str], **more: Any) -> Artifact:
        return Artifact(call.core.ids.uuid("artifact", f"{name}/{kind}"), kind, read, **more)

    return make


def shots(call: Call, name: str, counts: Mapping[str, int]) -> list[str]:
    """Return single shots that make up a histogram, in an order that follows from the emulator's seed."""
    drawn = [state for state, count in counts.items() for _ in range(count)]
    Random(call.core.ids.random_seed(f"{name}/shots")).shuffle(drawn)  # noqa: S311 - an order, no secret
    return drawn


def _registers(kind: str, values: str, width: int) -> str:
    by_bits = (
        dump({format(int(state), f"0{width}b"): value for state, value in part.items()})[1:-1] for part in parts(values)
    )
    return f'{{"{kind}":{{"registers":{{"{REGISTER}":{{{",".join(by_bits)}}}}}}}}}'


def _bits(drawn: Sequence[str], width: int) -> str:
    bits = {state: [int(state) >> qubit & 1 for qubit in range(width)] for state in set(drawn)}
    return dump({"shots": [{"registers": {REGISTER: bits[state]}} for state in drawn]})
