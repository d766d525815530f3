# What can be done with Leerlandschap; each target installs what it needs.
SHELL := /bin/bash
PORT ?=

.PHONY: help setup build demo test faults databases bench dist moodle clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## install what is missing for everything
	@tools/setup.sh check build browser moodle

build: ## the app, for the standalone page and for the plugin
	@tools/build.sh

demo: ## build, and serve the standalone page on loopback (PORT=8000)
	@tools/demo.sh $(or $(PORT),8000)

test: ## every test; MOODLE_DIR=… adds one Moodle tree instead of those in the cache
	@tools/test.sh

faults: ## what breaks in mid-vote, for as long and with as many people as it really does
	@tools/faults.sh

databases: ## installing, upgrading and PHPUnit on PostgreSQL and MariaDB, in each Moodle
	@tools/databases.sh

bench: ## the numbers of the budgets, side by side
	@tools/bench.sh

dist: ## dist/mod_leerlandschap.zip, to install in Moodle
	@tools/dist.sh

moodle: ## a throw-away Moodle site with the plugin: MOODLE_DIR=… [PORT=8080]
	@tools/moodle.sh "$(MOODLE_DIR)" $(or $(PORT),8080)

clean: ## remove what was built (caches outside the work tree stay)
	rm -rf build dist static/lang moodle-plugin/build moodle-plugin/amd/build tests/out
	cargo clean
