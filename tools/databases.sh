#!/usr/bin/env bash
# Every Moodle tree on every database: the life of an installation, and the plugin's PHPUnit with core's checks of plugins.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=suites.sh
. "$ROOT/tools/suites.sh"
# shellcheck source=../tests/moodle/lib.sh
. "$ROOT/tests/moodle/lib.sh"

cd "$ROOT"
mapfile -t trees < <(moodle_trees)
[ ${#trees[@]} -gt 0 ] || die "no Moodle source tree (MOODLE_DIR=… make databases)"
tools/setup.sh build browser moodle mariadb
[ -f moodle-plugin/build/manifest.json ] || tools/build.sh
mkdir -p "$LOGS"
: >"$OUTCOMES"
for tree in "${trees[@]}"; do
    for database in pgsql mariadb; do
        name="Moodle $(moodle_version "$tree") on $database"
        suite "$name, installing" count_line env "SITE_DATABASE=$database" tests/moodle/install.sh "$tree"
        suite "$name, PHPUnit" count_line env "SITE_DATABASE=$database" tests/moodle/phpunit.sh "$tree"
    done
done
total
