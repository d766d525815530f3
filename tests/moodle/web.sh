# Sourced: nginx and the php-fpm of each web node of a site's own, on loopback, as the site's user.
# shellcheck shell=bash

fpm_binary() { compgen -G '/usr/sbin/php-fpm*' | sort -V | tail -n 1; }

# web_configure DIR PORT
web_configure() {
    local dir=$1 port=$2 node suffix tmp=$1/tmp
    site_dir "$dir/tmp" "$dir/sessions"
    for node in $(seq "$SITE_NODES"); do
        suffix=$(node_suffix "$node")
        [ "$SITE_NODES" = 1 ] || tmp=$dir/node-$node/tmp
        sed "s|@DIR@|$dir|g; s|@NODE@|$node|g; s|@SUFFIX@|$suffix|g; s|@TMP@|$tmp|g" "$MOODLE_TESTS/php-fpm.conf" \
            | as_site_user tee "$dir/php-fpm$suffix.conf" >/dev/null
        echo "server unix:$dir/run/php-fpm$suffix.sock;"
    done | as_site_user tee "$dir/nodes.conf" >/dev/null
    sed "s|@DIR@|$dir|g; s|@PORT@|$port|g; s|@PUBLIC@|$(moodle_public "$dir/code")|g" "$MOODLE_TESTS/nginx.conf" \
        | as_site_user tee "$dir/nginx.conf" >/dev/null
}

# web_start DIR PORT
web_start() {
    local dir=$1 port=$2 node
    # Nothing else may answer there: the tests would talk to the wrong site.
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        die "port $port is taken"
    fi
    for node in $(seq "$SITE_NODES"); do
        as_site_user "$(fpm_binary)" --daemonize --fpm-config "$dir/php-fpm$(node_suffix "$node").conf"
    done
    as_site_user /usr/sbin/nginx -e "$dir/logs/nginx.log" -c "$dir/nginx.conf"
}

# Ends the server whose process id is in a file, and waits for it.
end_by_pid_file() {
    local file=$1 pid
    [ -s "$file" ] || return 0
    pid=$(cat "$file")
    kill -TERM "$pid" 2>/dev/null || return 0
    for _ in $(seq 50); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
}

# web_stop DIR: harmless where they do not run.
web_stop() {
    local file
    end_by_pid_file "$1/run/nginx.pid"
    for file in "$1"/run/php-fpm*.pid; do end_by_pid_file "$file"; done
}
