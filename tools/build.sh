#!/usr/bin/env bash
# Builds the app: build/site (the standalone page) and moodle-plugin/build (what the plugin serves and checks with).
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
"$ROOT/tools/setup.sh" build
bindgen=$("$ROOT/tools/wasm-bindgen.sh")

# Four sets of features: what Moodle starts with, what follows it there, what takes files in from outside, and what
# writes Word files.
say "compiling"
"$ROOT/tools/cargo-wasm.sh" build --release --no-default-features --features web --bin opening
"$ROOT/tools/cargo-wasm.sh" build --release --no-default-features --features web,whole --bin exercise --bin bigscreen --bin report
"$ROOT/tools/cargo-wasm.sh" build --release --bin standalone --bin editor
"$ROOT/tools/cargo-wasm.sh" build --release --no-default-features --features document --bin document

# Leaves a copy for each encoding beside every file of these folders that shrinks by it.
compress() {
    local files
    mapfile -t files < <(find "$@" -maxdepth 1 -type f \( -name '*.js' -o -name '*.css' -o -name '*.wasm' \
        -o -name '*.json' \) ! -name manifest.json)
    # Zopfli writes what every gzip reads, about 4 % smaller.
    zopfli --i15 "${files[@]}"
    brotli -q 11 -k -f "${files[@]}"
}

# Everything is put together aside and moved in place at the end: a failed build leaves the last good one.
mkdir -p "$ROOT/build"
work=$(mktemp -d "$ROOT/build/.work-XXXXXX")
trap 'rm -rf "$work"' EXIT
# The plugin serves "opening" and after it "exercise", the standalone page "standalone"; both the editor.
site=$work/site
plugin=$work/plugin
mkdir "$site" "$plugin"
declare -A folder=([opening]=$plugin [exercise]=$plugin [standalone]=$site [editor]=$plugin
    [bigscreen]=$plugin [report]=$plugin [document]=$plugin)

# Only what every current browser has: with --all-features wasm-opt writes modules that Chromium refuses.
# What is called once is not inlined: the copies of it compress worse. Rust's linker puts nothing below the stack's end, so no address under 1,024 is in use.
wasm_opt=(node_modules/.bin/wasm-opt -Oz --low-memory-unused --enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext
    --enable-mutable-globals --enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue
    --always-inline-max-function-size 3 --one-caller-inline-max-function-size 1 --strip-debug --strip-producers)

for source in src/bin/*.rs; do
    name=$(basename "$source" .rs)
    say "binding and optimising $name"
    "$bindgen/wasm-bindgen" --target web --no-typescript --out-dir "$work/bound" \
        "target/wasm/$name.wasm"
    "${wasm_opt[@]}" "$work/bound/${name}_bg.wasm" -o "${folder[$name]}/${name}_bg.wasm"
    node tools/shorten.mjs "$work/bound/$name.js" "${folder[$name]}/${name}_bg.wasm"
    node tools/minify.mjs js "$work/bound/$name.js" "${folder[$name]}/$name.js"
done
for assets in "$site" "$plugin"; do
    node tools/minify.mjs js static/js/loader.js "$assets/loader.js"
    node tools/minify.mjs css static/css "$assets/exercise.css"
    node tools/minify.mjs css static/css/editor "$assets/editor.css"
done
node tools/minify.mjs css static/css/bigscreen "$plugin/bigscreen.css"
node tools/minify.mjs css static/css/report "$plugin/report.css"
cp "$plugin/editor.js" "$plugin/editor_bg.wasm" "$site/"
node tools/lang.mjs

# The standalone page: the same files beside its document, the formats and the texts.
cp index.html edit.html "$site/"
cp -r static/formats "$site/formats"
node tools/formats.mjs "$site/formats"
cp -r static/lang "$site/lang"
[ ! -d static/icons ] || cp -r static/icons "$site/icons"
compress "$site" "$site/formats" "$site/lang"

# The plugin: the formats to offer, and the fixtures its tests share with Rust's.
compress "$plugin"
node tools/manifest.mjs "$plugin"
cp -r static/formats "$plugin/formats"
cp -r tests/fixtures "$plugin/fixtures"

rm -rf build/site moodle-plugin/build
mv "$site" build/site
mv "$plugin" moodle-plugin/build
node tools/amd.mjs
node tools/sizes.mjs
