# demo   install, build the graph of corpus/, write the explorer and Turtle to demo/
# test   the complete test suite          check  ruff, mypy and the tests
# docs   run README's sessions again and keep what they print; take its picture anew
# clean  remove what these made
#
# Everything runs in .venv, which is made with PYTHON (3.11 or newer) and installed into again only when pyproject.toml has
# changed: from the second time on nothing is downloaded.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name))))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test check lint types docs clean

demo: $(VENV)/demo.stamp
	@mkdir -p demo
	$(BIN)/kg build corpus --graph demo/graph
	$(BIN)/kg view --graph demo/graph -o demo/explorer.html
	$(BIN)/kg export --graph demo/graph --format turtle -o demo/graph.ttl
	@echo
	@echo "explorer  $(CURDIR)/demo/explorer.html  (open it in a browser)"
	@echo "Turtle    $(CURDIR)/demo/graph.ttl"
	@echo "store     $(CURDIR)/demo/graph"
	@echo
	@echo "Try:"
	@echo "  $(BIN)/kg query --graph demo/graph who-promotes-what"
	@echo "  $(BIN)/kg query --graph demo/graph statements-about 'new quality productive forces'"
	@echo "  $(BIN)/kg commitments --graph demo/graph --actor SASAC --open"

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest

check: lint types test

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy --strict

docs: $(VENV)/test.stamp
	$(BIN)/python -m pytest -q tests/test_docs.py --rewrite
	$(BIN)/python tests/picture.py

clean:
	rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find kg tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "no python3.11 or newer found: install one, or say make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11: say make PYTHON=/path/to/python3.11" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

# Each stamp holds for the smaller installations in it too.
$(VENV)/demo.stamp: pyproject.toml | $(BIN)/python
	@echo "Installing policy-kg into $(VENV): about a minute"
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(BIN)/python
	@echo "Installing policy-kg with what its tests need into $(VENV): about two minutes"
	$(PIP) install --quiet --editable '.[test]'
	@touch $(VENV)/demo.stamp $@

$(VENV)/dev.stamp: pyproject.toml | $(BIN)/python
	@echo "Installing policy-kg with its development tools into $(VENV): about two minutes"
	$(PIP) install --quiet --editable '.[dev]'
	@touch $(VENV)/demo.stamp $(VENV)/test.stamp $@
