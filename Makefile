# Everything a developer runs. `make` alone lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GENERATOR := .venv-generator
PARALLEL := -n auto --maxprocesses 8 --dist loadfile --no-loadscope-reorder
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --constraint constraints.txt
GATED := ionq-v0.3@2026-05-06 ionq-v0.4@2026-05-15 ionq-v0.4@2026-10-01 qbraid-v2@2026-02-08

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-all test-peers contract regress chaos mutants check generate record record-live verify-live bench wheel clean

help: ## List the targets
	@$(PYTHON) -c 'import re, sys; [print(f"  make {name:<12} {text}") for name, text in re.findall(r"(?m)^([a-z-]+):.*?## (.*)", open("Makefile").read())]'

# One environment that grows: what the demo needs, then what tests need, then what checks need. A stamp says how far it is.
$(VENV)/.demo: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "qcontract needs Python 3.11 or newer: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@echo "setting up $(VENV)" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) pip hatchling editables
	@$(PIP) --no-build-isolation --editable '.[emulator]'
	@touch $@

$(VENV)/.test: $(VENV)/.demo
	@echo "adding what the tests need" >&2
	@$(PIP) --no-build-isolation --editable '.[emulator,drift]' --group test
	@touch $@

$(VENV)/.check: $(VENV)/.test
	@echo "adding what the checks need" >&2
	@$(PIP) --group check
	@touch $@

$(VENV)/.heavy: $(VENV)/.check
	@echo "adding what the long tests need" >&2
	@$(PIP) --no-build-isolation --editable '.[emulator,drift,sim]' --group heavy
	@touch $@

$(GENERATOR)/.ready: specs/generator/requirements.txt
	@echo "setting up $(GENERATOR)" >&2
	@$(PYTHON) -m venv $(GENERATOR)
	@$(GENERATOR)/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --requirement $<
	@touch $@

setup: $(VENV)/.check $(GENERATOR)/.ready ## Make every environment that the other targets need

demo: $(VENV)/.demo ## Run one circuit on all four contracts, on the local emulator
	@for contract in $(GATED); do \
		echo; $(BIN)/qcontract run wrapper/docs/examples/asymmetric.json --emulator --api $$contract || exit; \
	done
	@echo; echo "environment: $$(du -sm $(VENV) | cut -f1) MB"

test: $(VENV)/.test $(GENERATOR)/.ready ## Run the tests
	@$(BIN)/python -m pytest $(PARALLEL)

test-all: setup $(VENV)/.heavy ## Run the tests, and those that need more: an accelerator, other packages, a browser
	@$(BIN)/python -m pytest $(PARALLEL)
	@$(BIN)/python -m pytest -m heavy

test-peers: $(VENV)/.test ## Run released clients of IonQ against the emulator, each in its own environment
	@$(BIN)/python tests/peers/run.py

contract: $(VENV)/.test ## Every mount of the emulator through all phases and checks of schemathesis, over TCP
	@$(BIN)/python tests/contract/tcp/run.py

regress: $(VENV)/.test $(GENERATOR)/.ready ## Prove every contract in force: generated, property, cassette, client, tomorrow
	@PYTEST_ADDOPTS='$(PARALLEL)' $(BIN)/python tests/regress.py

chaos: $(VENV)/.test ## Kill the emulator fifty times under load
	@$(BIN)/python -m pytest -s -m heavy tests/chaos

mutants: $(VENV)/.test $(GENERATOR)/.ready ## Plant small faults in a copy of the repository: the tests must notice
	@$(BIN)/python tests/mutation/run.py --generator $(GENERATOR)/bin

check: setup ## Lint, types, import direction, generated code, planted secrets
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports
	$(BIN)/python -m qcontract.contract.seal --check
	$(BIN)/qcontract specs check
	$(BIN)/python specs/generator/generate.py --generator $(GENERATOR)/bin --check
	$(BIN)/python -m pytest --quiet tests/safety

generate: $(VENV)/.test $(GENERATOR)/.ready ## Write generated/ from specs/
	@$(BIN)/python -m qcontract.contract.seal
	@$(BIN)/python specs/generator/generate.py --generator $(GENERATOR)/bin

record: $(VENV)/.test ## Record the cassettes anew, from the emulator
	@$(BIN)/python -m pytest --quiet tests/cassette --record

record-live: $(VENV)/.test ## With a key: record a fixed plan of free requests to the real service, redacted
	@$(BIN)/python tests/live/record.py $(API)

verify-live: $(VENV)/.test ## With a key: ask the real service what nobody here could verify
	@$(BIN)/python tests/live/verify.py $(API)

bench: $(VENV)/.test ## Measure against peers, as ratios in one run
	@$(BIN)/python tests/benchmarks/run.py
	@$(BIN)/python tests/benchmarks/fixtures.py
	@$(BIN)/python tests/benchmarks/emulator.py
	@$(BIN)/python tests/benchmarks/simulation.py
	@$(BIN)/python tests/benchmarks/drift.py

wheel: $(VENV)/.check ## Build the wheel into dist/
	@$(PIP) build
	@$(BIN)/python -m build --wheel --no-isolation

clean: ## Remove environments and caches
	rm -rf $(VENV) $(GENERATOR) .venv-peers dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
