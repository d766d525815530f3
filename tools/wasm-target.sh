#!/usr/bin/env bash
# Says by which way Rust compiles to WebAssembly here, after making it ready: "rustup" or "debian".
# LEERLANDSCHAP_WASM=rustup|debian forces one.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

target=wasm32-unknown-unknown

# The standard library for the target lies in the toolchain's own folder.
has_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; }

by_rustup() {
    have rustc && { has_target || { have rustup && rustup target add "$target" >&2 && has_target; }; }
}

# Debian's compiler for the web and the standard library's source, compiled by cargo's build-std.
by_debian() {
    if [ ! -x /usr/bin/rustc ] || ! dpkg-query -W rust-web-src >/dev/null 2>&1; then
        say "installing: rustc-web rust-web-src"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            rustc-web rust-web-src >/dev/null
    fi
}

have cargo || die "Rust is missing: install it with rustup (https://rustup.rs)"
case ${LEERLANDSCHAP_WASM:-} in
rustup) by_rustup || die "rustup has no $target here" ;;
debian) by_debian ;;
'') by_rustup || by_debian ;;
*) die "LEERLANDSCHAP_WASM is rustup or debian" ;;
esac

if [ "${LEERLANDSCHAP_WASM:-}" = debian ] || ! has_target; then echo debian; else echo rustup; fi
