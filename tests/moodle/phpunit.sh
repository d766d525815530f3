#!/usr/bin/env bash
# Runs the plugin's PHPUnit suite, and core's tests that look into every plugin, in a Moodle source tree.
#   phpunit.sh MOODLE_DIR [PHPUNIT ARGUMENTS]   with arguments only these, for work on a single test
# SITE_DATABASE=mariadb runs them on MariaDB. Without Composer: Debian's PHPUnit. Its result is one line, `N passed, N failed, N skipped`.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=database.sh
. "$MOODLE_TESTS/database.sh"
# shellcheck source=nodes.sh
. "$MOODLE_TESTS/nodes.sh"
# shellcheck source=config.sh
. "$MOODLE_TESTS/config.sh"
# shellcheck source=template.sh
. "$MOODLE_TESTS/template.sh"

[ $# -ge 1 ] || die "usage: phpunit.sh MOODLE_DIR [arguments]"
tree=$(cd "$1" && pwd)
shift
is_moodle "$tree" || die "no Moodle source tree: $tree"
version=$(moodle_version "$tree")
# Moodle 5.0 moved from PHPUnit 9.6 to 11.
major=$([[ $version == 4.* ]] && echo 9 || echo 11)
# 77 says: skipped, this PHPUnit cannot be had here.
phpunit=$("$MOODLE_TESTS/phpunit-debs.sh" "$major") || exit 77

# template_make calls the functions that follow.
# shellcheck disable=SC2317

# What Composer would have put there, as far as Moodle looks at it.
write_vendor() {
    local code=$1
    site_dir "$code/vendor" "$code/vendor/bin" "$code/vendor/phpunit" "$code/vendor/phpunit/phpunit"
    echo '{}' | as_site_user tee "$code/vendor/phpunit/phpunit/composer.json" >/dev/null
    as_site_user ln -sf "$phpunit/bin/phpunit" "$code/vendor/bin/phpunit"
    as_site_user tee "$code/vendor/autoload.php" >/dev/null <<PHP
<?php
require_once('$phpunit/share/php/PHPUnit/Autoload.php');
require_once('$phpunit/share/php/org/bovigo/vfs/autoload.php');
// Moodle asks Composer's class loader for this one thing.
return new class {
    public function isClassMapAuthoritative(): bool {
        return false;
    }
};
PHP
}

# PHP as PHPUnit in Moodle needs it. Composer's phpunit would load vendor/autoload.php, Debian's does not.
run_php() {
    local dir=$1
    shift
    as_site_user env -C "$dir/code" php -d include_path=".:$phpunit/share/php" -d max_input_vars=5000 -d memory_limit=-1 -d apc.enable_cli=1 \
        -d auto_prepend_file="$dir/code/vendor/autoload.php" "$@"
}

write_phpunit_config() {
    site_dir "$1/main"
    write_config "$1" 'https://www.example.com/moodle' "\$CFG->dataroot = '$1/main';
\$CFG->phpunit_prefix = 'phpu_';
\$CFG->phpunit_dataroot = '$1/data';"
}

# shellcheck disable=SC2317
install_phpunit_site() {
    local dir=$1
    write_vendor "$dir/code"
    write_phpunit_config "$dir"
    run_php "$dir" "$(moodle_public "$dir/code")/admin/tool/phpunit/cli/util.php" --install \
        >"$dir/logs/install.out" 2>&1
}

[ "$SITE_NODES" = 1 ] || die "PHPUnit runs on one node"
dir=$SITES/phpunit-site-$version
finish() {
    database_stop "$dir"
    [ -n "${KEEP_SITE:-}" ] || rm -rf "$dir"
}
hold_lock "phpunit-site-$version"
finish
trap finish EXIT
template=$(template_make "$tree" "phpunit$major" install_phpunit_site)
template_copy "$template" "$dir"
copy_plugin "$dir/code"
write_phpunit_config "$dir"
database_start "$dir"
public=$(moodle_public "$dir/code")
say "installing the plugin into Moodle $version's PHPUnit site"
as_site_user install -m 644 /dev/stdin "$dir/upgrade.php" <"$MOODLE_TESTS/phpunit-upgrade.php"
run_php "$dir" "$dir/upgrade.php" "$dir/code" "$public" >"$dir/logs/upgrade.out" 2>&1 \
    || { cat "$dir/logs/upgrade.out" >&2; die "the plugin does not install"; }
run_php "$dir" "$public/admin/tool/phpunit/cli/util.php" --buildconfig >"$dir/logs/buildconfig.out" 2>&1 \
    || { cat "$dir/logs/buildconfig.out" >&2; die "phpunit.xml could not be built"; }

# run_suite NAME ARGUMENTS: prints what PHPUnit says, and its machine-readable result to a file.
status=0
run_suite() {
    local name=$1 failed=''
    shift
    say "Moodle $version: $name"
    run_php "$dir" "$dir/code/vendor/bin/phpunit" -c "$dir/code/phpunit.xml" --colors=never --log-junit "$dir/logs/$name.xml" "$@" \
        >"$dir/logs/$name.out" 2>&1 || failed=1
    # A good run is told in its last lines, a bad one in full.
    if [ -z "$failed" ]; then
        tail -n 6 "$dir/logs/$name.out" | grep -v '^$'
    else
        cat "$dir/logs/$name.out"
        status=1
    fi
}

if [ $# -gt 0 ]; then
    run_php "$dir" "$dir/code/vendor/bin/phpunit" -c "$dir/code/phpunit.xml" "$@"
    exit
fi
run_suite plugin --testsuite mod_leerlandschap_testsuite
while read -r name arguments; do
    # shellcheck disable=SC2086
    run_suite "$name" $arguments
done < <("$MOODLE_TESTS/plugin-checks.sh" "$version")
node "$ROOT/tools/junit-count.mjs" "$dir"/logs/*.xml || status=1
exit "$status"
