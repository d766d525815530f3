#!/usr/bin/env bash
# Checks the plugin by Moodle's coding standard, where that is at hand: a folder with the work trees PHP_CodeSniffer (3.13),
# PHPCSUtils, PHPCSExtra and moodle-cs side by side, named by LEERLANDSCHAP_CHECKS or moodle-checks in the cache.
# Usage: tools/phpcs.sh [fix]   with fix it mends what it can by itself. 77 says: skipped.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

checks=${LEERLANDSCHAP_CHECKS:-$CACHE/moodle-checks}
for tree in PHP_CodeSniffer PHPCSUtils PHPCSExtra moodle-cs; do
    if [ ! -d "$checks/$tree" ]; then
        echo "Moodle's coding standard is not at hand: put work trees of PHP_CodeSniffer 3.13, PHPCSUtils, PHPCSExtra and moodle-cs into $checks"
        exit 77
    fi
done
command=phpcs
[ "${1:-}" != fix ] || command=phpcbf
# Warnings count: the checks of Moodle's plugin directory allow none.
php -d memory_limit=1G "$checks/PHP_CodeSniffer/bin/$command" \
    --runtime-set installed_paths "$checks/PHPCSUtils,$checks/PHPCSExtra,$checks/moodle-cs" \
    --standard=moodle --extensions=php --ignore='*/moodle-plugin/build/*' --no-cache --no-colors -s -w \
    --report-full --report-width=132 --encoding=utf-8 "$ROOT/moodle-plugin"
echo "moodle-plugin is as Moodle's coding standard has it"
