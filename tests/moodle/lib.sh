# Sourced by the scripts in tests/moodle/: where Moodle trees and sites lie, and who runs their servers.
# shellcheck shell=bash
. "$(dirname "${BASH_SOURCE[0]}")/../../tools/lib.sh"

MOODLE_TESTS=$ROOT/tests/moodle
export MOODLE_TESTS

# PostgreSQL refuses to run as root, so root hands every server of a site to Debian's postgres user.
# That user cannot look into root's home: root's sites lie in /var/cache.
if [ "$(id -u)" = 0 ]; then
    SITE_USER=postgres
    SITES=${LEERLANDSCHAP_SITES:-/var/cache/leerlandschap}
else
    SITE_USER=$(id -un)
    SITES=${LEERLANDSCHAP_SITES:-$CACHE/sites}
fi
export SITES

# Runs a command as the user of the sites, without the caller's environment and lock: a server would keep it.
as_site_user() {
    local command=(env -i "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" "HOME=$SITES" LC_ALL=C.UTF-8 "$@")
    if [ "$(id -un)" = "$SITE_USER" ]; then
        (cd "$SITES" && "${command[@]}" 9>&-)
    else
        (cd "$SITES" && runuser -u "$SITE_USER" -- "${command[@]}" 9>&-)
    fi
}

# Makes a directory of the site user's own.
site_dir() {
    mkdir -p "$SITES"
    chmod 711 "$SITES"
    install -d -m 755 -o "$SITE_USER" "$@"
}

# Moodle's PHP on the command line; a site's own errors go to the log named first.
site_php() {
    local log=$1
    shift
    as_site_user php -d max_input_vars=5000 -d memory_limit=1G -d error_reporting=32767 -d display_errors=0 \
        -d log_errors=1 -d error_log="$log" -d sendmail_path="/bin/sh -c 'cat >/dev/null' --" "$@"
}

# The folder with Moodle's web root in a source tree: from 5.1 on it is public/.
moodle_public() {
    if [ -f "$1/public/version.php" ]; then
        echo "$1/public"
    else
        echo "$1"
    fi
}

is_moodle() { [ -f "$(moodle_public "$1")/version.php" ] && [ -d "$(moodle_public "$1")/mod" ]; }

# The version as people say it, such as 4.5 or 5.1.
moodle_version() {
    sed -nE "s/^\\\$release *= *'([0-9]+\.[0-9]+).*/\1/p" "$(moodle_public "$1")/version.php"
}

# Raised when templates are made in another way, so that old ones are made anew.
TEMPLATE_FORMAT=1

# Names what a template depends on: Moodle's version and its list of plugins, PHP, and how templates are made.
moodle_key() {
    local public plugins
    public=$(moodle_public "$1")
    plugins=$public/lib/plugins.json
    [ -f "$plugins" ] || plugins=$1/lib/plugins.json
    {
        cat "$public/version.php" "$plugins"
        (cd "$public" && ls -d mod/* blocks/* local/* theme/* enrol/* auth/* admin/tool/*)
        php -r 'echo PHP_VERSION;'
        echo "$TEMPLATE_FORMAT"
    } | short_hash
}

# Prints the source trees to test with, one a line: MOODLE_DIR, else those in the cache.
moodle_trees() {
    local tree
    if [ -n "${MOODLE_DIR:-}" ]; then
        is_moodle "$MOODLE_DIR" || die "no Moodle source tree: $MOODLE_DIR"
        (cd "$MOODLE_DIR" && pwd)
        return
    fi
    for tree in "$CACHE/moodle-4.5" "$CACHE/moodle-5.1"; do
        if is_moodle "$tree"; then echo "$tree"; fi
    done
}

# Copies the plugin as built into a site's code: as files, because PHP resolves links and then misses config.php.
copy_plugin() {
    local code=$1 to
    [ -f "$ROOT/moodle-plugin/build/manifest.json" ] || "$ROOT/tools/build.sh"
    to=$(moodle_public "$code")/mod/leerlandschap
    # By what is in them: files of a fresh clone all have one time, and an older release's can be of the same length.
    rsync -a --checksum --delete --exclude node_modules "$ROOT/moodle-plugin/" "$to/"
    # What the build only copies is taken as it is now: a changed fixture needs no new build.
    rsync -a --delete "$ROOT/tests/fixtures/" "$to/build/fixtures/"
    rsync -a --delete "$ROOT/static/formats/" "$to/build/formats/"
    [ "$(id -un)" = "$SITE_USER" ] || chown -R "$SITE_USER" "$to"
}
