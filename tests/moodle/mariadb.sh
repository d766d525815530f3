# Sourced: a MariaDB server of a site's own, reached by a socket in its folder only.
# shellcheck shell=bash

# mariadb_create DIR: an empty server's data in DIR/mydata. Nobody but the site's user reaches its socket.
mariadb_create() {
    as_site_user mariadb-install-db --no-defaults --datadir="$1/mydata" --auth-root-authentication-method=normal \
        --skip-test-db >"$1/logs/mariadb-install.out" 2>&1
}

# mariadb_start DIR: waits until it answers.
mariadb_start() {
    local dir=$1
    site_dir "$dir/run"
    # Like PostgreSQL's: the sites are thrown away, nothing of them need survive a crash of the machine.
    as_site_user setsid /usr/sbin/mariadbd --no-defaults --datadir="$dir/mydata" --socket="$dir/run/mariadb.sock" \
        --pid-file="$dir/run/mariadb.pid" --log-error="$dir/logs/mariadb.log" --skip-networking --skip-log-bin \
        --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci --innodb-buffer-pool-size=256M \
        --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 --max-connections=60 \
        --tmpdir="$dir/run" --lc-messages-dir=/usr/share/mysql >/dev/null 2>&1 </dev/null &
    for _ in $(seq 300); do
        ! mariadb_admin "$dir" ping >/dev/null 2>&1 || return 0
        sleep 0.1
    done
    die "MariaDB does not start; see $dir/logs/mariadb.log"
}

# mariadb_stop DIR: waits until it is gone; harmless where it does not run.
mariadb_stop() {
    [ ! -f "$1/run/mariadb.pid" ] || mariadb_admin "$1" shutdown >/dev/null 2>&1 || true
}

mariadb_admin() { as_site_user mariadb-admin --no-defaults --socket="$1/run/mariadb.sock" -u root "${@:2}"; }

# mariadb_new DIR: the database moodle and its user.
mariadb_new() {
    as_site_user mariadb --no-defaults --socket="$1/run/mariadb.sock" -u root -e "
        CREATE DATABASE moodle CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
        CREATE USER moodle@localhost IDENTIFIED BY '';
        GRANT ALL ON moodle.* TO moodle@localhost;"
}
