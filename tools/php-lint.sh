#!/usr/bin/env bash
# Checks the syntax of every PHP file of ours.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
status=0
while IFS= read -r -d '' file; do
    php -d display_errors=1 -d error_reporting=32767 -l "$file" >/dev/null || {
        echo "✗ $file" >&2
        status=1
    }
done < <(find moodle-plugin tests -name '*.php' -print0)
exit "$status"
