#!/usr/bin/env bash
# Builds the app: build/site (the standalone page) and moodle-plugin/build (what the plugin serves and checks with).
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
"$ROOT/tools/setup.sh" build
bindgen=$("$ROOT/tools/wasm-bindgen.sh")
target_dir=$(WASM_TARGET_DIR_ONLY=1 "$ROOT/tools/cargo-wasm.sh")

say "compiling"
"$ROOT/tools/cargo-wasm.sh" build --release --bins

# Everything is put together aside and moved in place at the end: a failed build leaves the last good one.
mkdir -p "$ROOT/build"
work=$(mktemp -d "$ROOT/build/.work-XXXXXX")
trap 'rm -rf "$work"' EXIT
assets=$work/assets
mkdir "$assets"

# Only what every current browser has: with --all-features wasm-opt writes modules that Chromium refuses.
wasm_opt=(node_modules/.bin/wasm-opt -Oz --enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext
    --enable-mutable-globals --enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue
    --strip-debug --strip-producers)

for source in src/bin/*.rs; do
    name=$(basename "$source" .rs)
    say "binding and optimising $name"
    "$bindgen/wasm-bindgen" --target web --no-typescript --out-dir "$work/bound" \
        "$target_dir/wasm32-unknown-unknown/release/$name.wasm"
    "${wasm_opt[@]}" "$work/bound/${name}_bg.wasm" -o "$assets/${name}_bg.wasm"
    node tools/minify.mjs js "$work/bound/$name.js" "$assets/$name.js"
done
node tools/minify.mjs js static/js/loader.js "$assets/loader.js"
node tools/minify.mjs css static/css "$assets/exercise.css"
node tools/lang.mjs
node tools/manifest.mjs "$assets"
find "$assets" -type f ! -name manifest.json -exec gzip -9 -k -n {} + -exec brotli -q 11 -k {} +

# The standalone page: the same files beside its document, the formats and the texts.
site=$work/site
mkdir "$site"
cp "$assets"/* "$site/"
cp index.html "$site/"
cp -r static/formats "$site/formats"
cp -r static/lang "$site/lang"
[ ! -d static/icons ] || cp -r static/icons "$site/icons"
find "$site/formats" "$site/lang" -name '*.json' -exec gzip -9 -k -n {} + -exec brotli -q 11 -k {} +

# The plugin: the formats to offer, and the fixtures its tests share with Rust's.
plugin=$work/plugin
cp -r "$assets" "$plugin"
cp -r static/formats "$plugin/formats"
cp -r tests/fixtures "$plugin/fixtures"

rm -rf build/site moodle-plugin/build
mv "$site" build/site
mv "$plugin" moodle-plugin/build
node tools/amd.mjs
node tools/sizes.mjs
