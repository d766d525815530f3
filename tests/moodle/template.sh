# Sourced: an installed Moodle without the plugin, made once per source tree and copied for every site.
# shellcheck shell=bash

# Copies a tree's code; the folder is Moodle's own, without what a developer may have lying in it.
template_code() {
    local tree=$1 to=$2
    rsync -a --exclude /.git --exclude /config.php --exclude /vendor --exclude node_modules \
        --exclude /phpunit.xml --exclude /mod/leerlandschap --exclude /public/mod/leerlandschap "$tree/" "$to/"
    [ "$(id -un)" = "$SITE_USER" ] || chown -R "$SITE_USER" "$to"
}

# template_make TREE KIND INSTALLER: prints the template's folder; INSTALLER is called with the folder while its database runs.
# Every kind of database has templates of its own.
template_make() {
    local tree=$1 kind=$2 installer=$3 template work
    [ "$SITE_DATABASE" = pgsql ] || kind=$kind-$SITE_DATABASE
    template=$SITES/template-$kind-$(moodle_version "$tree")-$(moodle_key "$tree")
    if [ ! -d "$template" ]; then
        hold_lock "template-$kind-$(moodle_version "$tree")"
    fi
    if [ ! -d "$template" ]; then
        say "installing Moodle $(moodle_version "$tree") once ($kind, some minutes)"
        work=$template.new
        # An installation that was cut off may have left its database running.
        database_stop "$work"
        rm -rf "$SITES/template-$kind-$(moodle_version "$tree")-"*
        site_dir "$work" "$work/code" "$work/data" "$work/logs" "$work/run"
        template_code "$tree" "$work/code"
        database_create "$work"
        database_start "$work"
        database_new "$work"
        "$installer" "$work" >&2 || {
            database_stop "$work"
            die "the installation failed; its logs are in $work/logs"
        }
        database_stop "$work"
        mv "$work" "$template"
    fi
    echo "$template"
}

# template_copy TEMPLATE DIR: code as hard links, because nothing of it is ever changed in place.
template_copy() {
    local template=$1 dir=$2
    site_dir "$dir" "$dir/logs" "$dir/run"
    cp -al "$template/code" "$dir/code"
    rm -f "$dir/code/config.php"
    cp -a "$template/data" "$dir/"
    # Whichever kind of database it has.
    if [ -d "$template/mydata" ]; then cp -a "$template/mydata" "$dir/"; else cp -a "$template/pgdata" "$dir/"; fi
}

# Installs a plain Moodle into a template. Its address changes with each site, so caches are not kept.
install_moodle() {
    local dir=$1
    # One node, whatever the site will have: nothing of this is in config.php or the database.
    SITE_NODES=1 write_config "$dir" 'http://127.0.0.1'
    site_php "$dir/logs/install.log" "$dir/code/admin/cli/install_database.php" --agree-license \
        --lang=en --adminuser=admin --adminpass=admin --adminemail=admin@example.com \
        --fullname='Leerlandschap test' --shortname=leerlandschap --summary='' >"$dir/logs/install.out" 2>&1 \
        || return 1
    rm -rf "$dir/data/cache" "$dir/data/localcache" "$dir/data/muc" "$dir/data/temp"
}
