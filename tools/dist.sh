#!/usr/bin/env bash
# Writes dist/mod_leerlandschap.zip, which Moodle's own installer takes. The plugin's tests and their fixtures
# go along, as in other plugins, so that whoever installs it can run them.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
tools/build.sh

version=$(sed -nE "s/^\\\$plugin->release *= *'([^']+)'.*/\1/p" moodle-plugin/version.php)
[ -n "$version" ] || die "moodle-plugin/version.php names no release"
tag=v${version%% *}
# The GPL: whoever gets the WebAssembly can get its source, exactly this one.
commit=$(git rev-parse HEAD 2>/dev/null || echo unknown)
[ "$(git describe --exact-match --tags 2>/dev/null || true)" = "$tag" ] && state="tag $tag" \
    || state="commit $commit, which becomes the tag $tag"
[ -z "$(git status --porcelain 2>/dev/null)" ] || state="$state, with uncommitted changes"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/leerlandschap
mkdir "$folder"
rsync -a moodle-plugin/ "$folder/"
cp LICENSE "$folder/LICENSE"
# An own README of the plugin comes first; where it was built from stands in every zip.
touch "$folder/README.md"
cat >>"$folder/README.md" <<TEXT

## Source of the compiled parts

The files in \`build/\` (WebAssembly, JavaScript, CSS) and \`amd/build/\` are compiled from the sources of
Leerlandschap $version, $state. To build them: on Debian 12 or Ubuntu with Rust and Node.js, \`make dist\` in that
source tree installs what else is needed and writes this zip. Licence: GNU GPL, version 3 or later (\`LICENSE\`).
TEXT

# The same input gives the same zip: fixed times, sorted names, no extra fields.
find "$folder" -exec touch -h -d "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1700000000)}" {} +
mkdir -p dist
rm -f dist/mod_leerlandschap.zip
(cd "$work" && find leerlandschap | LC_ALL=C sort | TZ=UTC zip -X -9 -q "$ROOT/dist/mod_leerlandschap.zip" -@)
unzip -tq dist/mod_leerlandschap.zip >&2
for name in version.php lib.php view.php db/install.xml lang/en/leerlandschap.php build/opening_bg.wasm build/exercise_bg.wasm \
    amd/build/bridge.min.js README.md LICENSE; do
    unzip -l dist/mod_leerlandschap.zip "leerlandschap/$name" >/dev/null || die "the zip lacks $name"
done
ls -l dist/mod_leerlandschap.zip
