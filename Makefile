# make lab        open the lessons        make test       all checks and tests
# make notebooks  run the lessons anew    make lock       renew the pinned versions
# make site       the lessons as pages           make gallery    every picture on a page
# make bench      how fast it is
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
EDITION ?= student
BIN := .venv/bin
FOLDER := $(if $(filter instructor,$(EDITION)),notebooks,course)
PIP := $(BIN)/python -m pip --disable-pip-version-check
# one line that counts, instead of several hundred
COUNT := awk '/^(Collecting|Requirement)/ {printf "\r  %d packages", ++n; fflush()} \
  /^Installing/ {printf "\n  unpacking them\n"; fflush()} /^ERROR/'

.PHONY: lab test check notebooks lock bench gallery site clean

lab: .venv/lab
	@test $(EDITION) = instructor || $(BIN)/runplan start $(FOLDER)
	@$(BIN)/runplan lab $(FOLDER)

test: check
	$(BIN)/pytest -n 2 --dist loadfile --nbval --nbval-current-env tests runplan notebooks

check: .venv/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

notebooks: .venv/test
	@echo "Running every lesson on a fresh kernel."
	$(BIN)/python -m runplan.lessons.remake notebooks/*.ipynb
	$(BIN)/ruff format -q notebooks

bench: .venv/test
	@$(BIN)/python bench/model.py
	@$(BIN)/python bench/browser.py

gallery: .venv/test
	@$(BIN)/python -m runplan.figures.gallery build/gallery.html

site: .venv/lab
	@$(BIN)/runplan site site

lock:
	$(PYTHON) -m uv pip compile $(LOCK) -o requirements.txt
	$(PYTHON) -m uv pip compile $(LOCK) --extra test -c requirements.txt -o requirements-test.txt
LOCK := -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-annotate --no-header pyproject.toml --group build

clean:
	rm -rf .venv site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/lab: requirements.txt pyproject.toml
	@sh deploy/make-venv $(PYTHON)
	@echo "Installing JupyterLab and what runplan needs: a minute or two, the first time only."
	@$(PIP) install --require-hashes -r requirements.txt | $(COUNT)
	@$(PIP) install -q --no-deps --no-build-isolation -e .
	@touch $@

.venv/test: .venv/lab requirements-test.txt
	@echo "Installing what the tests need, the first time only."
	@$(PIP) install --require-hashes -r requirements-test.txt | $(COUNT)
	@touch $@
