#!/usr/bin/env bash
# Prints core's tests that look into every plugin, one run a line: a name, then PHPUnit's arguments.
# Where a test has a data set for each component, only ours; where only some tests of a file go through the plugins,
# only those.
# Usage: plugin-checks.sh MOODLE_VERSION
set -euo pipefail

case $1 in
4.*)
    cat <<'LIST'
privacy-provider --filter /mod_leerlandschap|test_table_coverage/ privacy/tests/privacy/provider_test.php
calendar-container --filter test_delete_module_delete_events calendar/tests/container_test.php
plugin-manager lib/tests/plugin_manager_test.php
component --filter /plugin|component_(list|names|directory)/ lib/tests/component_test.php
dataprivacy-metadata admin/tool/dataprivacy/tests/metadata_registry_test.php
cache cache/tests/cache_test.php
course-external course/tests/externallib_test.php
LIST
    ;;
*)
    # From 5.0 on core marks them as a group, with a data set for each component.
    echo 'plugin-checks --group plugin_checks --filter mod_leerlandschap'
    ;;
esac
