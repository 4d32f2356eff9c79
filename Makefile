# `make run` and `make test` are all that a fresh machine needs: Python 3.11+ and make.
PYTHON ?= python3
PORT ?= 8501
LANGUAGE ?= en
BIN := .venv/bin
# A file's tests stay together and in order: they share a server and a browser. Each process needs a core and 2 GB.
SIDE_BY_SIDE := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: run demo check test bench browser words clean

run: .venv/run          ## start on http://localhost:8501 (make run PORT=8600 for another port)
	PORT=$(PORT) $(BIN)/python app.py

demo: .venv/run         ## fill a finished sample workshop and print its links (make demo LANGUAGE=nl)
	$(BIN)/python -m cx_workshop demo --language $(LANGUAGE)

check: .venv/test       ## format, lint, types, layers, fast tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest $(SIDE_BY_SIDE) -m "not browser and not server and not faults"

test: .venv/test browser   ## everything
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest $(SIDE_BY_SIDE)

bench: .venv/test browser  ## measure, and write bench/RESULTS.md
	$(BIN)/python -m bench

browser: .venv/test     ## Chromium for the browser tests
	@sh tests/browser/install.sh $(BIN)

words: .venv/test       ## bring new sentences into the catalogues of data/locales
	$(BIN)/python -m tests.catalogues

.venv/run: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/test: .venv/run tests/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

clean:                  ## remove what was installed and cached; data stays
	rm -rf .venv .ruff_cache .mypy_cache .pytest_cache
