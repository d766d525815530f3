#!/usr/bin/env bash
# Installs what is missing; quick when all is there. Usage: tools/setup.sh check|build|browser|moodle|bench|mariadb|nodes …
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

for part in "$@"; do
    "$ROOT/tools/apt.sh" "$part"
    if [ "$part" = build ]; then
        "$ROOT/tools/npm.sh"
        say "WebAssembly by $("$ROOT/tools/wasm-target.sh")"
        say "wasm-bindgen in $("$ROOT/tools/wasm-bindgen.sh")"
    fi
    if [ "$part" = moodle ]; then
        # PHPUnit's start in Moodle needs this locale.
        if ! locale -a | grep -qix 'en_AU.utf-\?8'; then
            as_root sed -i 's/^# *en_AU.UTF-8/en_AU.UTF-8/' /etc/locale.gen
            as_root locale-gen >/dev/null
        fi
    fi
done
