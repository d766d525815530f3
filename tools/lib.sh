# Sourced by the scripts in tools/ and tests/moodle/: names of places and a few helpers.
# shellcheck shell=bash
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/leerlandschap
export ROOT CACHE

# Says what is being done, on stderr, so that a script's stdout stays its answer.
say() { printf '%s\n' "• $*" >&2; }

# Ends the script with a reason.
die() {
    printf '%s\n' "✗ $*" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command as root: directly, or through sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        die "root is needed for: $* (no sudo here)"
    fi
}

# Holds a named lock on file descriptor 9 until the script ends, so that two runs do not write one cache entry.
hold_lock() {
    mkdir -p "$CACHE/locks"
    exec 9>"$CACHE/locks/$1"
    flock -w 1800 9 || die "another run holds $1 for half an hour"
}

# SHA-256 of stdin, first 16 hex digits: names cache entries.
short_hash() { sha256sum | cut -c1-16; }
