#!/usr/bin/env bash
# Checks the plugin's scripts and styles by the rules that a Moodle tree has for them, as `grunt` there does, where its
# linters are at hand: node_modules in the folder that LEERLANDSCHAP_CHECKS names, or in moodle-checks in the cache.
# 77 says: skipped.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=../tests/moodle/lib.sh
. "$ROOT/tests/moodle/lib.sh"

checks=${LEERLANDSCHAP_CHECKS:-$CACHE/moodle-checks}
packages=(eslint@8 @babel/core@7 @babel/eslint-parser@7 @babel/eslint-plugin@7 eslint-plugin-promise@6.0.0 eslint-plugin-jsdoc@48
    stylelint@15 stylelint-csstree-validator@3 postcss-scss@4)
if [ ! -x "$checks/node_modules/.bin/eslint" ] || [ ! -x "$checks/node_modules/.bin/stylelint" ]; then
    echo "Moodle's linters are not at hand: npm install --prefix $checks ${packages[*]}"
    exit 77
fi
tree=$(moodle_trees | tail -n 1)
if [ -z "$tree" ]; then
    echo 'no Moodle source tree, whose rules they could follow'
    exit 77
fi
# Rules name their parsers and plugins, which are looked for beside them.
work=$(mktemp -d "$checks/rules-XXXXXX")
trap 'rm -rf "$work"' EXIT
cp "$tree/.eslintrc" "$work/eslintrc"
cp "$tree/.stylelintrc" "$work/stylelintrc.yml"
cd "$ROOT/moodle-plugin"
"$checks/node_modules/.bin/eslint" --no-eslintrc --config "$work/eslintrc" --resolve-plugins-relative-to "$checks" \
    --max-warnings 0 amd/src
"$checks/node_modules/.bin/stylelint" --config "$work/stylelintrc.yml" --config-basedir "$checks" --quiet-deprecation-warnings \
    --max-warnings 0 styles.css
echo "scripts and styles are as Moodle $(moodle_version "$tree") has them"
