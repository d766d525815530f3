# Sourced: writes a site's config.php.
# shellcheck shell=bash

# write_config DIR URL [EXTRA]: into the code of the site in DIR; EXTRA is PHP.
write_config() {
    local dir=$1 url=$2 extra=${3:-}
    as_site_user tee "$dir/code/config.php" >/dev/null <<PHP
<?php
unset(\$CFG);
global \$CFG;
\$CFG = new stdClass();
$(database_config "$dir")
\$CFG->dblibrary = 'native';
\$CFG->dbhost = 'localhost';
\$CFG->dbname = 'moodle';
\$CFG->dbuser = 'moodle';
\$CFG->dbpass = '';
\$CFG->prefix = 'mdl_';
\$CFG->wwwroot = '$url';
\$CFG->dataroot = '$dir/data';
\$CFG->directorypermissions = 02777;
// Everything PHP and Moodle have to say goes to the log, nothing to the page.
@error_reporting(E_ALL);
@ini_set('display_errors', '0');
\$CFG->debug = 32767;
\$CFG->debugdisplay = 0;
// A site on loopback asks nobody; its mail goes to sendmail_path, which throws it away.
\$CFG->noreplyaddress = 'noreply@example.com';
\$CFG->disableupdatenotifications = true;
\$CFG->enableanalytics = false;
$(nodes_config "$dir")
$extra
// From 5.1 on Moodle's own setup.php stands beside public/.
require_once(__DIR__ . '/lib/setup.php');
PHP
}
