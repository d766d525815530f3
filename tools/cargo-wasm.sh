#!/usr/bin/env bash
# Runs cargo for WebAssembly by the way that works here. Usage: tools/cargo-wasm.sh build --release …
# What build --release makes is found in target/wasm, whichever way it took.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

target=wasm32-unknown-unknown
way=$("$ROOT/tools/wasm-target.sh")
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}

if [ "$way" = debian ]; then
    # Another compiler, so another directory: two compilers in one would rebuild everything at each change.
    export CARGO_TARGET_DIR=$CARGO_TARGET_DIR-debian
fi
command=$1
shift

# What people download is compiled together with the standard library, without texts for panics: a panic is a
# trap, and no path of the machine that built it travels along. A tenth less, and needs the library's source.
sysroot=$(rustc --print sysroot)
if [ "$command" = build ]; then
    if [ "$way" = debian ] || [ -d "$sysroot/lib/rustlib/src/rust/library" ] || rustup component add rust-src >&2; then
        export RUSTC_BOOTSTRAP=1
        export RUSTFLAGS="${RUSTFLAGS:-} -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"
        set -- -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size "$@"
        export CARGO_TARGET_DIR=$CARGO_TARGET_DIR-small
    fi
fi
if [ "$way" = debian ]; then
    # Tests unwind, so they need both ways to panic.
    [ "$command" = build ] || set -- -Zbuild-std=std,panic_abort,panic_unwind "$@"
    host=$(rustc -vV | sed -n 's/^host: //p')
    linker=$sysroot/lib/rustlib/$host/bin/rust-lld
    if [ ! -x "$linker" ]; then
        linker=$(compgen -G '/usr/bin/wasm-ld*' | sort -V | tail -n 1) ||
            die "no rust-lld and no wasm-ld (package lld)"
    fi
    export RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc RUSTC_BOOTSTRAP=1
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker
fi

cargo "$command" --target "$target" "$@"
if [ "$command" = build ]; then
    mkdir -p "$ROOT/target/wasm"
    cp "$CARGO_TARGET_DIR/$target/release/"*.wasm "$ROOT/target/wasm/"
fi
