#!/usr/bin/env bash
# Prints the folder with wasm-bindgen and its test runner in the version of Cargo.lock, after installing them if missing.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
[ -f Cargo.lock ] || cargo generate-lockfile >&2
version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock)
[ -n "$version" ] || die "Cargo.lock names no wasm-bindgen"
home=$CACHE/tools/wasm-bindgen-$version
if [ ! -x "$home/bin/wasm-bindgen-test-runner" ]; then
    hold_lock wasm-bindgen
fi
if [ ! -x "$home/bin/wasm-bindgen-test-runner" ]; then
    say "installing wasm-bindgen $version (once, some minutes)"
    # Outside the work tree, so that the tree's settings do not apply; without --locked, because its lock may name yanked crates.
    (cd / && cargo install wasm-bindgen-cli --version "=$version" --root "$home" --quiet >&2)
fi
echo "$home/bin"
