# Everything runs in a virtual environment in .venv and leaves its traces in .cache.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := $(BIN)/uv --no-config --system-certs pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" $(UPGRADE)

# What tools keep between runs. Chromium keeps its own where XDG says.
BROWSER := $(CURDIR)/.cache/browser
export HYPOTHESIS_STORAGE_DIRECTORY := .cache/hypothesis
export UV_CACHE_DIR := .cache/uv

# The targets share .venv and the built site, so they run one after the other, even with -j.
.NOTPARALLEL:

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

.PHONY: setup
setup: $(READY) ## install everything into .venv

# The file says when the set-up was last done; a change to any of what it builds on does it anew.
# What builds packages comes first, so that nothing unlocked is fetched.
$(READY): pyproject.toml requirements/build.txt requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed. Name one so: make PYTHON=python3.12"; exit 1; }
	@echo "Installing into $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements/build.txt
	@$(PIP) --require-hashes --no-build-isolation -r requirements/dev.txt
	@$(PIP) --no-deps --no-build-isolation --editable . --config-settings editable_mode=compat
	@$(BIN)/python -m compileall -q generator
	@$(BIN)/python tools/compile_templates.py
	@touch $@

.PHONY: site
site: $(READY) ## walk an example from form to page, and build the site
	@$(BIN)/python tools/walk.py

.PHONY: serve
serve: $(READY) ## show the site while you edit
	@$(BIN)/exempelbank serve

# With --quiet MkDocs counts no warnings, and --strict lets everything pass.
.PHONY: docs
docs: $(READY) ## build our documentation, with search, and find dead links in it
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --config-file tools/docs/mkdocs.yml
	@echo "Built: .cache/docs/. To read it: $(BIN)/mkdocs serve --config-file tools/docs/mkdocs.yml --open"

.PHONY: check
check: $(READY) ## check the content
	@$(BIN)/exempelbank check

.PHONY: test
test: $(READY) ## check the code and run all tests
	@tools/ensure_chromium.sh
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@XDG_CACHE_HOME=$(BROWSER) XDG_CONFIG_HOME=$(BROWSER) $(BIN)/pytest

.PHONY: format
format: $(READY) ## put the code in order
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

.PHONY: messages
messages: $(READY) ## renew the message catalogues from the code
	@$(BIN)/python tools/messages.py

.PHONY: lock
lock: $(READY) ## lock what pyproject.toml asks for; UPGRADE=--upgrade takes the newest
	@$(LOCK) --group build --output-file requirements/build.txt
	@$(LOCK) pyproject.toml --output-file requirements/run.txt
	@$(LOCK) pyproject.toml --group test --group dev --constraints requirements/run.txt \
		--output-file requirements/dev.txt
	@$(BIN)/python tools/starters.py

.PHONY: starters
starters: $(READY) ## renew what new projects get of our workflows and locked packages
	@$(BIN)/python tools/starters.py

.PHONY: dist
dist: $(READY) ## build the package as it is released, with checksums and licences, in dist/
	@$(BIN)/python tools/dist.py

.PHONY: workflows
workflows: $(READY) ## check the workflow files
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml \
		.forgejo/workflows/*.yml
	@$(BIN)/check-jsonschema --builtin-schema vendor.gitlab-ci docs/examples/gitlab-ci.yml
	@bash -n .forgejo/review.sh && bash -n .forgejo/words.sh
	@$(BIN)/zizmor --offline --quiet .github
	@$(BIN)/zizmor --offline --quiet --config .forgejo/zizmor.yml .forgejo/workflows/*.yml

.PHONY: shots
shots: $(READY) ## take pictures of every kind of page
	@$(BIN)/exempelbank build
	@$(BIN)/python tools/shots.py

.PHONY: audit
audit: $(READY) ## check commands at once, the map, every knob, the forges, all HTML, accessibility, weight and speed; needs Node and Java
	@tools/audit.sh

.PHONY: bench
bench: $(READY) ## measure our speed beside others'; fetches Hugo, Eleventy and Pagefind, needs Node
	@$(BIN)/python tools/bench_start.py
	@$(BIN)/python tools/bench_gate.py
	@$(BIN)/python tools/bench_check.py
	@$(BIN)/python tools/bench_import.py
	@$(BIN)/python tools/bench_privacy.py
	@$(BIN)/python tools/bench_slips.py
	@$(BIN)/python tools/bench_search.py
	@$(BIN)/python tools/bench/run.py --check
	@$(BIN)/python tools/bench_serve.py

.PHONY: bench-mkdocs
bench-mkdocs: $(READY) ## measure stock MkDocs at 10,000 examples too; takes long
	@$(BIN)/python tools/bench/run.py --sizes 10000 --peers mkdocs --patient --runs 1

.PHONY: clean
clean: ## remove everything made here
	rm -rf $(VENV) .cache .exempelbank .hypothesis site build dist generator/*.egg-info
	find generator tests tools -name __pycache__ -exec rm -rf {} + 2>/dev/null || true
