#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages of a group that are missing. Usage: tools/apt.sh check|build|browser|moodle|bench|mariadb|nodes
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }
known() { apt-cache show "$1" >/dev/null 2>&1; }

# Prints the first of the named packages that is installed, else the first that the system knows.
first_of() {
    local package
    for package in "$@"; do if installed "$package"; then echo "$package" && return; fi; done
    for package in "$@"; do if known "$package"; then echo "$package" && return; fi; done
    echo "$1"
}

packages_of() {
    case $1 in
    check) printf '%s\n' php-cli shellcheck ;;
    build) printf '%s\n' build-essential brotli rsync zip unzip zopfli ;;
    browser)
        # Ubuntu's Chromium comes under other names.
        first_of chromium chromium-browser
        first_of chromium-driver chromium-chromedriver
        # Quicker for pages without a window, where the system has it.
        ! known chromium-headless-shell || echo chromium-headless-shell
        ;;
    moodle)
        printf '%s\n' php-cli php-fpm php-curl php-xml php-mbstring php-intl php-gd php-zip php-soap php-apcu \
            php-pgsql postgresql nginx-light rsync curl locales faketime
        ;;
    bench) echo wrk ;;
    # For the other kinds of sites (tests/moodle/site.sh).
    mariadb) printf '%s\n' mariadb-server php-mysql ;;
    nodes) printf '%s\n' redis-server php-redis ;;
    *) die "unknown group of packages: $1" ;;
    esac
}

# PHP extensions come as versioned packages; the unversioned names only point to them.
satisfied() {
    case $1 in
    php-cli) have php ;;
    php-fpm) compgen -G '/usr/sbin/php-fpm*' >/dev/null ;;
    # The package has its extensions under other names.
    php-mysql) have php && php -r "exit(extension_loaded('mysqli') ? 0 : 1);" ;;
    php-*) have php && php -r "exit(extension_loaded('${1#php-}') ? 0 : 1);" ;;
    nginx-light) [ -x /usr/sbin/nginx ] ;;
    postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
    mariadb-server) [ -x /usr/sbin/mariadbd ] ;;
    redis-server) have redis-server ;;
    build-essential) have cc ;;
    *) installed "$1" ;;
    esac
}

main() {
    local group=$1 package packages missing=()
    have apt-get || die "this set-up knows Debian and Ubuntu (apt-get) only"
    packages=$(packages_of "$group")
    for package in $packages; do
        satisfied "$package" || missing+=("$package")
    done
    [ "${#missing[@]}" -gt 0 ] || return 0
    say "installing: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    # Group members may have other names than before the lists were read.
    # shellcheck disable=SC2046
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends \
        $(packages_of "$group") >/dev/null
}

main "$@"
