# Targets with one line of help each; `make` alone prints them. Everything runs in the environment .venv, which is made
# from requirements.lock when it is missing or when the lock or pyproject.toml have changed. What only tests and
# measurements need is added, from requirements-test.lock, when one of them is run for the first time.

.DEFAULT_GOAL := help
.PHONY: help site serve test check audit messages bench lock clean

BIN := .venv/bin
STAMP := .venv/.made-from-lock
TEST_STAMP := .venv/.made-for-tests
COMPILE := uv pip compile pyproject.toml - --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate --quiet
# The first Python that is new enough and can make environments; PYTHON=... chooses another.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$python; break; }; done)

help: ## show this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: $(STAMP) ## build the site into site/, strictly
	@$(BIN)/mkdocs build --strict

serve: $(STAMP) ## preview with live reload; broken items are left out, drafts are shown
	@$(BIN)/mkdocs serve

test: $(TEST_STAMP) ## run the tests
	@$(BIN)/pytest -n auto --dist loadgroup -m "not audit"

check: $(TEST_STAMP) ## check format, lint, types and import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

audit: $(TEST_STAMP) ## run the long tests: every page, every width
	@$(BIN)/python -m tests.pages.audit_tools
	@$(BIN)/pytest -n auto -m audit

messages: $(STAMP) ## collect the words of the interface for translators
	@$(BIN)/pybabel --quiet extract --mapping=babel.cfg --keywords=mark --keywords=count:1,2 --keywords=count_words:1,2 \
		--no-wrap --sort-output --add-location=file --omit-header --output=generator/factreport/locale/factreport.pot .

bench: $(TEST_STAMP) ## measure builds of large sites, beside other generators (OPTIONS="--sizes 1000 --runs 3")
	@$(BIN)/python -m bench $(OPTIONS)

lock: ## renew both locks within the ranges of pyproject.toml (needs uv)
	@echo 'setuptools>=77,<90' | $(COMPILE) --upgrade --output-file requirements.lock
	@echo 'setuptools>=77,<90' | $(COMPILE) --upgrade --constraint requirements.lock --extra test --output-file requirements-test.lock

clean: ## remove everything that can be made again, the site and the environment included
	@rm -rf .venv site .site-building .site-building.lock .site-previous build dist .cache .factreport .pytest_cache \
		.mypy_cache .ruff_cache .import_linter_cache .hypothesis generator/*.egg-info
	@find generator templates tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later with venv is needed (on Debian: apt install python3-venv)." >&2; exit 1; }
	@echo "Making the environment .venv ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_STAMP): $(STAMP) requirements-test.lock
	@echo "Adding what tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@
