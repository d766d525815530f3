# Sourced: the database server of a site, of the kind that SITE_DATABASE names: pgsql (the default) or mariadb.
# shellcheck shell=bash
# shellcheck source=postgres.sh
. "$MOODLE_TESTS/postgres.sh"
# shellcheck source=mariadb.sh
. "$MOODLE_TESTS/mariadb.sh"

SITE_DATABASE=${SITE_DATABASE:-pgsql}
case $SITE_DATABASE in
pgsql | mariadb) ;;
*) die "unknown kind of database: $SITE_DATABASE (pgsql, mariadb)" ;;
esac

# database_create DIR: an empty server's data.
database_create() {
    if [ "$SITE_DATABASE" = mariadb ]; then mariadb_create "$1"; else postgres_create "$1"; fi
}

# database_new DIR: an empty database for Moodle, in a server that runs.
database_new() {
    if [ "$SITE_DATABASE" = mariadb ]; then
        mariadb_new "$1"
    else
        postgres_sql "$1" postgres "CREATE DATABASE moodle TEMPLATE template0 ENCODING 'UTF8'"
    fi
}

# database_start DIR: starts the server whose data is there.
database_start() {
    if [ -d "$1/mydata" ]; then mariadb_start "$1"; else postgres_start "$1"; fi
}

# database_stop DIR: ends whichever server runs there.
database_stop() {
    postgres_stop "$1"
    mariadb_stop "$1"
}

# database_config DIR: the lines of config.php.
database_config() {
    if [ "$SITE_DATABASE" = mariadb ]; then
        echo "\$CFG->dbtype = 'mariadb';"
        echo "\$CFG->dboptions = ['dbsocket' => '$1/run/mariadb.sock', 'dbcollation' => 'utf8mb4_unicode_ci'];"
    else
        echo "\$CFG->dbtype = 'pgsql';"
        echo "\$CFG->dboptions = ['dbsocket' => '$1/run'];"
    fi
}
