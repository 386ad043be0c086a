# The commands of the project. `make help` lists them; CI runs `make check test` and nothing else.
# Stamps are real files, so a second run does only what a changed lock file asks for.

PYTHON ?= python3
# Tests mostly wait, for holds and for pages: two at a time take about half as long.
WORKERS ?= 2
BIN := .venv/bin
VENDOR := src/unpinch/web/static/vendor/manifest.json
NPM := $(shell command -v npm 2>/dev/null)
ifneq ($(NPM),)
NODE := node_modules/.stamp
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help setup run weeks test check transcripts bench lock wheel clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

setup: $(BIN)/.editable $(VENDOR) ## build .venv and fetch what the pages need
ifeq ($(NPM),)
	@echo "npm not found: no camera and tables instead of charts"
else
	@:
endif

run: setup ## open the coach in the browser
	@$(BIN)/unpinch serve $(ARGS)

weeks: setup ## open the coach with three simulated weeks in its diary, to see Progress
	@$(BIN)/python -m tools.simulated_weeks $(ARGS)

test: setup ## run every test, those in a real browser too (ARGS="-k pause" for some)
	@chromium=$$($(BIN)/python tools/chromium.py --install) && \
	UNPINCH_CHROMIUM="$$chromium" $(BIN)/pytest -n $(WORKERS) --dist loadscope $(ARGS)

check: setup ## style, types, the walls between the rooms, and the docs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
ifneq ($(NPM),)
	node_modules/.bin/tsc
else
	@echo "npm not found: the types of the pages' scripts were not checked (tsc skipped)"
endif
	$(BIN)/sphinx-build -W --keep-going -q docs docs/_build/html

transcripts: setup ## write the golden files anew; review the diff before committing it
	@chromium=$$($(BIN)/python tools/chromium.py) ; \
	UNPINCH_REFRESH=1 UNPINCH_CHROMIUM="$$chromium" $(BIN)/pytest -q -m "not browser" $(ARGS)
	@git status --short -- tests

bench: setup ## measure start, bytes, engine, figure, diary, coach and camera against their goals
	@$(BIN)/python -m bench.run $(ARGS)

LOCK = $(BIN)/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host --strip-extras --allow-unsafe $(ARGS)
lock: setup ## pin the dependencies again (ARGS=--upgrade for newer ones)
	$(LOCK) -o requirements/app.txt pyproject.toml
	$(LOCK) --extra dev -o requirements/dev.txt pyproject.toml
ifneq ($(NPM),)
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund
endif

wheel: setup ## one file that needs no npm (dist/), tried in an empty environment
ifeq ($(NPM),)
	@echo "npm not found: without it the wheel would have no camera and no charts" >&2; exit 1
else
	@$(BIN)/python -m tools.wheel dist
	@CI=true $(BIN)/pytest -q tests/tools/test_wheel.py
endif

clean: ## remove everything that set-up and checks made
	rm -rf .venv node_modules src/unpinch/web/static/vendor docs/_build build dist
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools bench docs -name __pycache__ -type d -prune -exec rm -rf {} +

# What set-up is made of.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "$(PYTHON) is missing or older than 3.11: install a newer one," \
	       "or name it: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv >/dev/null || { rm -rf .venv; \
	  echo "$(PYTHON) has no venv module: on Debian and Ubuntu," \
	       "apt-get install python3-venv" >&2; exit 1; }

$(BIN)/.locked: requirements/dev.txt | $(BIN)/python
	@echo "installing the locked Python packages (a minute or two the first time)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-input \
	  --require-hashes -r requirements/dev.txt
	@touch $@

$(BIN)/.editable: pyproject.toml $(BIN)/.locked
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-input \
	  --no-deps --no-build-isolation --no-index -e .
	@$(BIN)/python -m compileall -q src  # as pip does with what it copies: the first start is quick
	@touch $@

node_modules/.stamp: package.json package-lock.json
	@echo "fetching the typeface and the camera's model from npm"
	@if npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null; then touch $@; \
	elif [ "$$CI" = true ]; then exit 1; \
	else echo "npm could not fetch them: no camera and tables instead of charts" \
	  "until a later make setup can"; fi

ICON := src/unpinch/web/static/unpinch/icon.svg
$(VENDOR): tools/vendor.py tools/make_task.py tools/icons.py tools/weights.toml $(ICON) \
  $(BIN)/.locked $(NODE)
	@$(BIN)/python -m tools.vendor
