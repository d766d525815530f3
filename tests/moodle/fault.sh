#!/usr/bin/env bash
# Breaks something of a throw-away site in mid-use, or mends it. Usage: fault.sh SITE.json WHAT, with WHAT one of
#   php-stop php-start        every process of php-fpm is killed; it is started again
#   postgres-restart          as an administrator restarts it: connections end, what is committed stays
#   postgres-crash            it loses all its processes at once and recovers from its log
#   cache-full cache-room     no room can be published, as on a full disk; back to normal
#   cache-gone                Moodle's cache directory is deleted with all that is in it
#   cache-moved cache-back    config.php names another cache directory; the one before
#   clock-off clock-right     a second node, ten minutes ahead, takes every other request; back to one node
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=postgres.sh
. "$MOODLE_TESTS/postgres.sh"
# shellcheck source=web.sh
. "$MOODLE_TESTS/web.sh"

[ $# = 2 ] || die "usage: fault.sh SITE.json WHAT"
dir=$(cd "$(dirname "$1")" && pwd)
# The servers run where this site is, wherever new ones would be made.
SITES=$(dirname "$dir")

# php_kill PIDFILE: master and workers, without a chance to end anything in order.
php_kill() {
    local master workers
    [ -s "$1" ] || return 0
    master=$(cat "$1")
    mapfile -t workers < <(pgrep -P "$master" || true)
    kill -KILL "$master" "${workers[@]}" 2>/dev/null || true
    for _ in $(seq 50); do
        kill -0 "$master" "${workers[@]}" 2>/dev/null || break
        sleep 0.1
    done
    rm -f "$1"
}

php_stop() { php_kill "$dir/run/php-fpm.pid"; }
php_start() { as_site_user "$(fpm_binary)" --daemonize --fpm-config "$dir/php-fpm.conf"; }

# No room can be published, replaced or taken away, and the old ones still lie there: worse than a full disk, where what
# cannot be replaced is deleted. It needs no rights of root and no disk of its own, and spares sessions and logs, which lie
# elsewhere.
cache_full() {
    local rooms=$dir/data/cache/mod_leerlandschap/pulse
    as_site_user mkdir -p "$rooms"
    as_site_user chmod 555 "$rooms"
}

cache_room() { as_site_user chmod 755 "$dir/data/cache/mod_leerlandschap/pulse"; }

# All at once: file by file, requests that are at work would go on making new ones in what is being deleted.
cache_gone() {
    as_site_user mv "$dir/data/cache" "$dir/data/cache-gone"
    as_site_user rm -rf "$dir/data/cache-gone"
}

# An administrator moves it while people are at work.
cache_moved() {
    local line="\$CFG->cachedir = '$dir/data/cache-moved'; // fault.sh"
    as_site_user sed -i "/lib\/setup\.php/i $line" "$dir/code/config.php"
}

cache_back() { as_site_user sed -i '/ \/\/ fault\.sh$/d' "$dir/code/config.php"; }

nginx_reload() { as_site_user /usr/sbin/nginx -e "$dir/logs/nginx.log" -c "$dir/nginx.conf" -s reload; }

# A node of its own configuration and clock; only time of day is off, so that pauses last as long as they should.
clock_off() {
    local library
    library=$(compgen -G '/usr/lib/*/faketime/libfaketime.so.1' | head -n 1) || die "no faketime: run tools/setup.sh moodle"
    sed 's#/php-fpm\.\(pid\|sock\)#/php-fpm-off.\1#' "$dir/php-fpm.conf" | as_site_user tee "$dir/php-fpm-off.conf" >/dev/null
    as_site_user env "LD_PRELOAD=$library" FAKETIME=+600 FAKETIME_DONT_FAKE_MONOTONIC=1 \
        "$(fpm_binary)" --daemonize --fpm-config "$dir/php-fpm-off.conf"
    [ -f "$dir/nodes-right.conf" ] || as_site_user cp "$dir/nodes.conf" "$dir/nodes-right.conf"
    echo "server unix:$dir/run/php-fpm-off.sock;" | cat "$dir/nodes-right.conf" - | as_site_user tee "$dir/nodes.conf" >/dev/null
    nginx_reload
}

clock_right() {
    [ ! -f "$dir/nodes-right.conf" ] || as_site_user cp "$dir/nodes-right.conf" "$dir/nodes.conf"
    nginx_reload
    # Requests that it has begun come to their end.
    sleep 1
    end_by_pid_file "$dir/run/php-fpm-off.pid"
}

case $2 in
php-stop) php_stop ;;
php-start) php_start ;;
postgres-restart)
    postgres_stop "$dir"
    postgres_start "$dir"
    ;;
postgres-crash)
    as_site_user "$(postgres_bin)/pg_ctl" -D "$dir/pgdata" -m immediate -w -s stop
    postgres_start "$dir"
    ;;
cache-full) cache_full ;;
cache-room) cache_room ;;
cache-gone) cache_gone ;;
cache-moved) cache_moved ;;
cache-back) cache_back ;;
clock-off) clock_off ;;
clock-right) clock_right ;;
*) die "unknown fault: $2" ;;
esac
