"""Further gates that pyqasm knows, defined by those with a matrix, to the phase.

Sources: ``qelib1.inc`` (rccx, rc3x, rcccx); the pages of Amazon Braket's SDK and of Qiskit's circuit library for
the others.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import openqasm3
from openqasm3 import ast

__all__ = ["definitions"]

_TEXT: Final = """OPENQASM 3.0;
gate iswap a, b { s a; s b; h a; cx a, b; cx b, a; h b; }
gate ecr a, b { s a; rx(pi/2) b; cx a, b; x a; }
gate pswap(t) a, b { swap a, b; cx a, b; p(t) b; cx a, b; }
gate cp00(t) a, b { negctrl @ negctrl @ gphase(t) a, b; }
gate cp01(t) a, b { negctrl @ ctrl @ gphase(t) a, b; }
gate cp10(t) a, b { ctrl @ negctrl @ gphase(t) a, b; }
gate cphaseshift00(t) a, b { cp00(t) a, b; }
gate cphaseshift01(t) a, b { cp01(t) a, b; }
gate cphaseshift10(t) a, b { cp10(t) a, b; }
gate xx_plus_yy(t, p0) a, b { rz(p0) a; rxx(t/2) a, b; ryy(t/2) a, b; rz(-p0) a; }
gate xy(t) a, b { rxx(-t/2) a, b; ryy(-t/2) a, b; }
gate rccx a, b, c { h c; t c; cx b, c; tdg c; cx a, c; t c; cx b, c; tdg c; h c; }
gate rc3x a, b, c, d {
  h d; t d; cx c, d; tdg d; h d; cx a, d; t d; cx b, d; tdg d; cx a, d; t d; cx b, d; tdg d;
  h d; t d; cx c, d; tdg d; h d;
}
gate rcccx a, b, c, d { rc3x a, b, c, d; }
"""


@cache
def definitions() -> dict[str, ast.QuantumGateDefinition]:
    """Return the definitions by the names of the gates; the nodes are shared and must not be changed."""
    found = openqasm3.parse(_TEXT).statements
    return {gate.name.name: gate for gate in found if isinstance(gate, ast.QuantumGateDefinition)}
