# Sourced: nginx and php-fpm of a site's own, on loopback, as the site's user.
# shellcheck shell=bash

fpm_binary() { compgen -G '/usr/sbin/php-fpm*' | sort -V | tail -n 1; }

# web_configure DIR PORT
web_configure() {
    local dir=$1 port=$2
    site_dir "$dir/tmp" "$dir/sessions"
    sed "s|@DIR@|$dir|g" "$MOODLE_TESTS/php-fpm.conf" | as_site_user tee "$dir/php-fpm.conf" >/dev/null
    sed "s|@DIR@|$dir|g; s|@PORT@|$port|g; s|@PUBLIC@|$(moodle_public "$dir/code")|g" "$MOODLE_TESTS/nginx.conf" \
        | as_site_user tee "$dir/nginx.conf" >/dev/null
}

# web_start DIR PORT
web_start() {
    local dir=$1 port=$2
    # Nothing else may answer there: the tests would talk to the wrong site.
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        die "port $port is taken"
    fi
    as_site_user "$(fpm_binary)" --daemonize --fpm-config "$dir/php-fpm.conf"
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
    end_by_pid_file "$1/run/nginx.pid"
    end_by_pid_file "$1/run/php-fpm.pid"
}
