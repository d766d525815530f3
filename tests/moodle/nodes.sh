# Sourced: a site with several web nodes (SITE_NODES, default 1). With more than one they share dataroot, cache directory,
# database, and a Redis of the site's own for sessions and caches; code cache, local cache and PHP's temporary files are
# each node's own, as on machines of their own.
# shellcheck shell=bash

SITE_NODES=${SITE_NODES:-1}
[[ $SITE_NODES =~ ^[1-4]$ ]] || die "SITE_NODES is a number from 1 to 4, not $SITE_NODES"

# node_suffix NUMBER: what the names of a node's files end with; nothing for the first.
node_suffix() { if [ "$1" != 1 ]; then echo "-$1"; fi; }

# nodes_config DIR: the lines of config.php. The command line is a node too.
nodes_config() {
    local dir=$1
    [ "$SITE_NODES" -gt 1 ] || return 0
    cat <<PHP
\$leerlandschapnode = getenv('LEERLANDSCHAP_NODE') ?: 'cli';
\$CFG->localcachedir = "$dir/node-\$leerlandschapnode/localcache";
\$CFG->localrequestdir = "$dir/node-\$leerlandschapnode/request";
\$CFG->session_handler_class = '\\core\\session\\redis';
\$CFG->session_redis_host = '127.0.0.1';
\$CFG->session_redis_port = $(cat "$dir/redis.port");
\$CFG->session_redis_prefix = 'session_';
PHP
}

# nodes_prepare DIR: folders of the nodes, and Redis's port. Before config.php is written.
nodes_prepare() {
    local dir=$1 node
    [ "$SITE_NODES" -gt 1 ] || return 0
    node "$ROOT/tools/free-port.mjs" | as_site_user tee "$dir/redis.port" >/dev/null
    for node in cli $(seq "$SITE_NODES"); do
        site_dir "$dir/node-$node" "$dir/node-$node/localcache" "$dir/node-$node/request" "$dir/node-$node/tmp"
    done
}

# redis_start DIR: on loopback, without anything on disk; waits until it answers.
redis_start() {
    local dir=$1 port
    [ "$SITE_NODES" -gt 1 ] || return 0
    port=$(cat "$dir/redis.port")
    as_site_user redis-server --bind 127.0.0.1 --port "$port" --daemonize yes --pidfile "$dir/run/redis.pid" \
        --logfile "$dir/logs/redis.log" --dir "$dir/run" --save '' --appendonly no --maxmemory 512mb >/dev/null
    for _ in $(seq 100); do
        # Its own, not another one that has the port.
        if [ -s "$dir/run/redis.pid" ] && as_site_user redis-cli -h 127.0.0.1 -p "$port" ping >/dev/null 2>&1; then
            return 0
        fi
        sleep 0.1
    done
    die "Redis does not start; see $dir/logs/redis.log"
}

# redis_stop DIR: harmless where it does not run.
redis_stop() { end_by_pid_file "$1/run/redis.pid"; }

# redis_caches DIR: makes Redis the store of Moodle's application and session caches. Once the site is installed.
redis_caches() {
    local dir=$1
    [ "$SITE_NODES" -gt 1 ] || return 0
    as_site_user install -m 644 /dev/stdin "$dir/redis-caches.php" <"$MOODLE_TESTS/redis-caches.php"
    site_php "$dir/logs/seed.log" "$dir/redis-caches.php" "$dir/code/config.php" "127.0.0.1:$(cat "$dir/redis.port")" \
        || { cat "$dir/logs/seed.log" >&2; die "Redis could not be made the store of the caches"; }
}
