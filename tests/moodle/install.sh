#!/usr/bin/env bash
# The life of an installation, on a throw-away site: the first release with data, its upgrade to what is here, an answer,
# the removal that leaves nothing, and a new installation with the same tables as the upgraded one.
#   install.sh MOODLE_DIR
# SITE_DATABASE=mariadb runs it on MariaDB. Its result is one line, `N passed, N failed, N skipped`.
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

[ $# = 1 ] || die "usage: install.sh MOODLE_DIR"
tree=$(cd "$1" && pwd)
is_moodle "$tree" || die "no Moodle source tree: $tree"
[ "$SITE_NODES" = 1 ] || die "installing is tested on one node"
version=$(moodle_version "$tree")
dir=$SITES/install-$SITE_DATABASE-$version
finish() {
    database_stop "$dir"
    [ -n "${KEEP_SITE:-}" ] || rm -rf "$dir"
}
template=$(template_make "$tree" site install_moodle)
hold_lock "install-$SITE_DATABASE-$version"
finish
trap finish EXIT
trap 'exit 130' INT TERM
template_copy "$template" "$dir"
write_config "$dir" 'http://127.0.0.1'
database_start "$dir"
plugin=$(moodle_public "$dir/code")/mod/leerlandschap
installed() { site_php "$dir/logs/installed.log" -- "$dir/code/config.php" "$dir/state.json" "$@" <"$MOODLE_TESTS/installed.php"; }

passed=0
failed=0
skipped=0
# check NAME COMMAND…: what the command says is shown where it fails. What PHP logged in it is a failure too.
check() {
    local name=$1 start=$SECONDS status=0
    shift
    rm -f "$dir/logs/installed.log"
    "$@" >"$dir/logs/check.out" 2>&1 || status=$?
    [ ! -s "$dir/logs/installed.log" ] || status=1
    if [ "$status" = 0 ]; then
        passed=$((passed + 1))
        echo "✔ $name ($((SECONDS - start)) s)"
    else
        failed=$((failed + 1))
        echo "✖ $name"
        cat "$dir/logs/check.out" "$dir/logs/installed.log" 2>/dev/null || true
    fi
}

upgrade() { site_php "$dir/logs/installed.log" "$dir/code/admin/cli/upgrade.php" --non-interactive; }
schema() { site_php "$dir/logs/installed.log" "$dir/code/admin/cli/check_database_schema.php"; }
first_release() {
    # Its tables and what it wrote in them, and as much of the rest as a site asks for.
    mkdir "$plugin"
    rsync -a "$ROOT/moodle-plugin/tests/fixtures/first_release/" "$MOODLE_TESTS/first_release/" "$plugin/"
    # Core wants the file to say where it lies.
    sed -i 's#mod/leerlandschap/tests/fixtures/first_release/db#mod/leerlandschap/db#' "$plugin/db/install.xml"
    [ "$(id -un)" = "$SITE_USER" ] || chown -R "$SITE_USER" "$plugin"
    upgrade
}
present() { copy_plugin "$dir/code" && upgrade; }
# An administrator then deletes the files and looks at the notifications, where Moodle sees that they are gone.
uninstall() {
    site_php "$dir/logs/installed.log" "$dir/code/admin/cli/uninstall_plugins.php" --plugins=mod_leerlandschap --run \
        && rm -rf "$plugin" && upgrade
}

# Moodle's checker of PHPDoc comments runs in a site and is none of its plugins: it leaves no trace.
moodlecheck=${LEERLANDSCHAP_CHECKS:-$CACHE/moodle-checks}/moodle-local_moodlecheck
phpdoc() {
    local to status=0
    to=$(moodle_public "$dir/code")/local/moodlecheck
    rsync -a "$moodlecheck/" "$to/"
    [ "$(id -un)" = "$SITE_USER" ] || chown -R "$SITE_USER" "$to"
    site_php "$dir/logs/moodlecheck.log" "$to/cli/moodlecheck.php" -p=mod/leerlandschap -f=text >"$dir/logs/moodlecheck.out" || status=1
    rm -rf "$to"
    cat "$dir/logs/moodlecheck.out"
    # It ends well whatever it finds.
    [ "$status" = 0 ] && [ -s "$dir/logs/moodlecheck.out" ] && ! grep -qE '^\s+Line' "$dir/logs/moodlecheck.out"
}

say "Moodle $version on $SITE_DATABASE: install, upgrade, uninstall"
check 'a site without it' installed before
check 'the first release installs' first_release
check 'it holds activities, meetings, answers and actions' installed fill
check 'it is upgraded' present
check 'all is kept' installed kept
check 'the upgraded tables are those of install.xml' schema
check 'what the database tells of them is noted' installed tables-upgraded
if [ -d "$moodlecheck" ]; then
    check 'PHPDoc comments are as Moodle has them' phpdoc
else
    skipped=1
    echo "skipped: PHPDoc comments (a work tree of moodle-local_moodlecheck in $(dirname "$moodlecheck"))"
fi
check 'what was under way goes on' installed go-on
check 'tasks, messages, calendars and files follow' installed use
check 'it is uninstalled' uninstall
check 'nothing of it is left' installed left
check 'it is installed anew' present
check 'the tables are those of install.xml' schema
check 'the upgraded tables are the new ones' installed same-tables
check 'a new activity works' installed works
check 'it is uninstalled again' uninstall
check 'nothing of it is left either' installed left
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
