# Sourced: an installed Moodle without the plugin, made once per source tree and copied for every site.
# shellcheck shell=bash

# Copies a tree's code; the folder is Moodle's own, without what a developer may have lying in it.
template_code() {
    local tree=$1 to=$2
    rsync -a --exclude /.git --exclude /config.php --exclude /vendor --exclude node_modules \
        --exclude /phpunit.xml --exclude /mod/leerlandschap --exclude /public/mod/leerlandschap "$tree/" "$to/"
    [ "$(id -un)" = "$SITE_USER" ] || chown -R "$SITE_USER" "$to"
}

# template_make TREE KIND INSTALLER: prints the template's folder; INSTALLER is called with the folder while its cluster runs.
template_make() {
    local tree=$1 kind=$2 installer=$3 template work
    template=$SITES/template-$kind-$(moodle_version "$tree")-$(moodle_key "$tree")
    if [ ! -d "$template" ]; then
        hold_lock "template-$kind-$(moodle_version "$tree")"
    fi
    if [ ! -d "$template" ]; then
        say "installing Moodle $(moodle_version "$tree") once ($kind, some minutes)"
        work=$template.new
        # An installation that was cut off may have left its cluster running.
        postgres_stop "$work"
        rm -rf "$SITES/template-$kind-$(moodle_version "$tree")-"*
        site_dir "$work" "$work/code" "$work/data" "$work/logs" "$work/run"
        template_code "$tree" "$work/code"
        postgres_create "$work"
        postgres_start "$work"
        postgres_sql "$work" postgres "CREATE DATABASE moodle TEMPLATE template0 ENCODING 'UTF8'"
        "$installer" "$work" >&2 || {
            postgres_stop "$work"
            die "the installation failed; its logs are in $work/logs"
        }
        postgres_stop "$work"
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
    cp -a "$template/data" "$template/pgdata" "$dir/"
}
