# Sourced: a PostgreSQL cluster of a site's own, reached by a socket in its folder only.
# shellcheck shell=bash

postgres_bin() { dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)"; }

# postgres_create DIR: a cluster in DIR/pgdata with the user moodle.
postgres_create() {
    as_site_user "$(postgres_bin)/initdb" -D "$1/pgdata" -U moodle -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    # The sites are thrown away: nothing of them need survive a crash of the machine.
    as_site_user tee -a "$1/pgdata/postgresql.conf" >/dev/null <<'CONF'
listen_addresses = ''
fsync = off
full_page_writes = off
shared_buffers = 256MB
max_connections = 40
log_min_messages = warning
CONF
}

# postgres_start DIR: waits until it answers. What it says is committed outlives a crash of its own, as on any real site,
# whatever the template was made with.
postgres_start() {
    site_dir "$1/run"
    as_site_user "$(postgres_bin)/pg_ctl" -D "$1/pgdata" -l "$1/logs/postgres.log" -w -s \
        -o "-k $1/run -c synchronous_commit=on" start
}

# postgres_stop DIR: harmless where it does not run.
postgres_stop() {
    [ ! -f "$1/pgdata/postmaster.pid" ] \
        || as_site_user "$(postgres_bin)/pg_ctl" -D "$1/pgdata" -m fast -w -s stop || true
}

# postgres_sql DIR DATABASE SQL
postgres_sql() { as_site_user psql -X -q -v ON_ERROR_STOP=1 -h "$1/run" -U moodle -d "$2" -Atc "$3"; }
