"""What an import costs: nothing is loaded before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

_PROBE = """
import json, sys
{statements}
models = [name for name in sys.modules if name.startswith({package!r} + ".models.")]
print(json.dumps({{"httpx": "httpx" in sys.modules, "models": sorted(models)}}))
"""


def _loaded(package, *statements):
    script = _PROBE.format(statements="\n".join(statements), package=f"qcontract_api.{package.name}")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_an_operation_loads_neither_models_nor_httpx(current):
    seen = _loaded(current, f"import qcontract_api.{current.name}.api.default.get_job")
    assert seen == {"httpx": False, "models": []}


@pytest.mark.parametrize("module", ["models", "types", "errors", "api.default"])
def test_the_packages_themselves_load_no_model(current, module):
    assert _loaded(current, f"import qcontract_api.{current.name}.{module}") == {"httpx": False, "models": []}


def test_parsing_loads_the_classes_that_the_answer_needs(current):
    payload = current.example(current.components["SingleCircuitJob"]) | {"type": "ionq.circuit.v1"}
    seen = _loaded(
        current,
        f"from qcontract_api.{current.name}.models import SingleCircuitJob",
        f"SingleCircuitJob.from_dict(json.loads({json.dumps(payload)!r}))",
    )
    assert not seen["httpx"]
    assert len(seen["models"]) < len(current.module("models").__all__) / 4
