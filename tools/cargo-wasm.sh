#!/usr/bin/env bash
# Runs cargo for WebAssembly by the way that works here. Usage: tools/cargo-wasm.sh build --release …
# Set WASM_TARGET_DIR_ONLY=1 to print the target directory instead.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

target=wasm32-unknown-unknown
way=$("$ROOT/tools/wasm-target.sh")
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}

if [ "$way" = debian ]; then
    # Another compiler, so another directory: two compilers in one would rebuild everything at each change.
    export CARGO_TARGET_DIR=$CARGO_TARGET_DIR-debian
fi
if [ -n "${WASM_TARGET_DIR_ONLY:-}" ]; then
    echo "$CARGO_TARGET_DIR"
    exit
fi

command=$1
shift
if [ "$way" = rustup ]; then
    exec cargo "$command" --target "$target" "$@"
fi

sysroot=$(rustc --print sysroot)
host=$(rustc -vV | sed -n 's/^host: //p')
linker=$sysroot/lib/rustlib/$host/bin/rust-lld
if [ ! -x "$linker" ]; then
    linker=$(compgen -G '/usr/bin/wasm-ld*' | sort -V | tail -n 1) || die "no rust-lld and no wasm-ld (package lld)"
fi
# Tests unwind, so they need both ways to panic.
crates=std,panic_abort
[ "$command" != test ] || crates=$crates,panic_unwind
export RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc RUSTC_BOOTSTRAP=1
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker
exec cargo "$command" -Z build-std="$crates" --target "$target" "$@"
