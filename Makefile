# One verb a need; `make help` lists them. Everything lives in .venv (packages) and var/ (database, secret, static files).
.DEFAULT_GOAL := help
.NOTPARALLEL:
SHELL := /bin/sh

PORT ?= 8000
HOST ?= 127.0.0.1
WORKERS ?= 2
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)

# Paths stay relative: the folder's own name may hold spaces or Cyrillic.
py := .venv/bin/python
manage := $(py) manage.py
# A stamp is named after the lock it was installed from, so a changed lock installs and an unchanged one costs nothing.
runtime := .venv/runtime-$(firstword $(shell cksum < requirements.txt))
html_read := .venv/html-$(firstword $(shell cat requirements.txt requirements-html.txt | cksum))
tested := .venv/tests-$(firstword $(shell cat requirements.txt requirements-test.txt | cksum))

export PYTHONUTF8 := 1
export DJANGO_SETTINGS_MODULE := config.settings
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.PHONY: help setup html run seeded test lint test-sqlite test-postgres benchmark lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

setup: $(tested) ## virtual environment with everything that the site and its tests need
	@:

html: $(html_read) ## what reads saved HTML pages; text pages need none of it
	@:

run: $(runtime) ## the whole site: packages, database, reference data, the five pages, an editor, a server
	@$(py) -c 'import socket, sys; socket.create_server((sys.argv[1], int(sys.argv[2])))' "$(HOST)" "$(PORT)" 2>/dev/null \
		|| { echo "$(HOST):$(PORT) is taken or not ours; choose another: make run PORT=8001" >&2; exit 1; }
	@$(py) -m config.seeded || $(MAKE) --no-print-directory seeded
	@$(manage) ensure_editor
	@echo
	@echo "  Сайт / site    http://localhost:$(PORT)/    http://localhost:$(PORT)/en/"
	@echo "  Редакция       http://localhost:$(PORT)/admin/    (Ctrl+C stops the server)"
	@echo
	@exec $(py) -m gunicorn config.wsgi --bind "$(HOST):$(PORT)" --workers $(WORKERS) --threads 4 \
		--log-level warning --graceful-timeout 3 --no-control-socket

seeded: $(runtime) ## what `run` serves, without serving it: the database, its five reviewed pages, static files
	@$(manage) migrate --verbosity 0
	@$(manage) load_reference
	@$(manage) import_articles seeds/articles
	@$(manage) apply_reviews seeds/reviews
	@$(manage) collectstatic --no-input --verbosity 0
	@test -n "$$DATABASE_URL" || $(py) -m config.seeded --mark

test: lint test-sqlite test-postgres ## everything that proves the house, on both engines

lint: $(tested) ## style, layers, types, migrations
	@$(py) -m ruff check --quiet
	@$(py) -m ruff format --check --quiet || { echo "run: .venv/bin/ruff format"; exit 1; }
	@.venv/bin/lint-imports --no-logo
	@$(py) -m mypy
	@$(manage) check --fail-level WARNING
	@$(manage) makemigrations --check --dry-run

test-sqlite: $(tested) ## the tests on SQLite
	@echo "== SQLite"
	@DATABASE_URL=sqlite://:memory: $(py) -m pytest -n 2

test-postgres: $(tested) ## the tests on PostgreSQL: TEST_DATABASE_URL if given, else a server of their own
	@echo "== PostgreSQL"
	@$(py) -m tests.postgres $(py) -m pytest -n 2

benchmark: $(tested) ## what reading costs against the length of the text, up to 5 MB (ten minutes)
	@$(py) -m benchmarks.extraction

lock: ## new requirements*.txt from requirements*.in
	@test -d var/uv || $(PYTHON) -m venv var/uv
	@var/uv/bin/python -m pip install --quiet --upgrade uv
	@for set in requirements requirements-html requirements-test; do \
		var/uv/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
			--no-emit-find-links --custom-compile-command "make lock" $$set.in --output-file $$set.txt || exit 1; done

clean: ## forget packages and caches; the database in var/ stays
	@rm -rf .venv var/uv var/static .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Debian's python3 without python3-venv has no ensurepip; its pip can then fill the environment from outside.
.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; name it with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || $(PYTHON) -m venv --clear --without-pip .venv

install = { $(py) -m pip --version >/dev/null 2>&1 && pip="$(py) -m pip" || pip="$(PYTHON) -m pip --python $(py)"; \
	$$pip install --quiet --require-hashes

$(runtime): | .venv/bin/python
	@echo "installing the packages of requirements.txt"
	@$(install) -r requirements.txt; }
	@touch $@

$(html_read): $(runtime)
	@echo "installing the packages of requirements-html.txt"
	@$(install) -r requirements-html.txt; }
	@touch $@

$(tested): $(html_read)
	@echo "installing the packages of requirements-test.txt"
	@$(install) -r requirements-test.txt; }
	@touch $@
