#!/usr/bin/env bash
# A throw-away Moodle site with the plugin, served by nginx, php-fpm and a database of its own on loopback.
#   site.sh up NAME MOODLE_DIR PORT   starts it; prints the path of a JSON file with address, logins and logs
#   site.sh prepare MOODLE_DIR        installs the Moodle that sites are copied from; prints its folder
#   site.sh down NAME                 ends its servers and removes it; with KEEP_SITE=1 its files stay
# Its kind: SITE_DATABASE=pgsql (the default) or mariadb; SITE_NODES=2 for two web nodes (php-fpm) behind nginx, with Redis
# for sessions and caches. What these need: tools/setup.sh mariadb, tools/setup.sh nodes.
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
# shellcheck source=web.sh
. "$MOODLE_TESTS/web.sh"

down() {
    local dir=$SITES/site-$1
    [ -d "$dir" ] || return 0
    web_stop "$dir"
    redis_stop "$dir"
    database_stop "$dir"
    [ -n "${KEEP_SITE:-}" ] || rm -rf "$dir"
}

up() {
    # Global, because the trap below reads them after the function is gone.
    name=$1 dir=$SITES/site-$1
    local tree=$2 port=$3 template url=http://127.0.0.1:$3
    is_moodle "$tree" || die "no Moodle source tree: $tree"
    KEEP_SITE='' down "$name"
    template=$(template_make "$(cd "$tree" && pwd)" site install_moodle)
    # A site that did not come up is ended again; its logs stay for a look.
    trap 'KEEP_SITE=1 down "$name"; printf "✗ logs: %s\n" "$dir/logs" >&2' EXIT
    say "copying the installed Moodle $(moodle_version "$tree")"
    template_copy "$template" "$dir"
    copy_plugin "$dir/code"
    nodes_prepare "$dir"
    write_config "$dir" "$url"
    database_start "$dir"
    redis_start "$dir"
    say "installing the plugin"
    site_php "$dir/logs/upgrade.log" "$dir/code/admin/cli/upgrade.php" --non-interactive >"$dir/logs/upgrade.out" 2>&1 \
        || { tail -n 30 "$dir/logs/upgrade.out" >&2; die "the plugin does not install"; }
    redis_caches "$dir"
    say "making the course and its people"
    as_site_user install -m 644 /dev/stdin "$dir/seed.php" <"$MOODLE_TESTS/seed.php"
    site_php "$dir/logs/seed.log" "$dir/seed.php" "$dir/code/config.php" "$dir/site.json" \
        || { cat "$dir/logs/seed.log" >&2; die "the course could not be made"; }
    # What PHP or Moodle complained of on the way is a fault of the plugin or of seed.php.
    if [ -s "$dir/logs/upgrade.log" ] || [ -s "$dir/logs/seed.log" ]; then
        cat "$dir"/logs/{upgrade,seed}.log >&2 2>/dev/null || true
        die "the installation was not silent"
    fi
    web_configure "$dir" "$port"
    web_start "$dir" "$port"
    # The first page builds caches; whoever measures or tests should not wait for it.
    curl -fsS -o /dev/null "$url/login/index.php" || die "the site does not answer"
    trap - EXIT
    echo "$dir/site.json"
}

case ${1:-} in
up) up "$2" "$3" "$4" ;;
down) down "$2" ;;
prepare) template_make "$(cd "$2" && pwd)" site install_moodle ;;
*) die "usage: site.sh up NAME MOODLE_DIR PORT | down NAME | prepare MOODLE_DIR" ;;
esac
