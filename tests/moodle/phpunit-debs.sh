#!/usr/bin/env bash
# Prints a folder with PHPUnit in the major version asked for (bin/phpunit, share/php).
# Debian's packages of another release are unpacked into a folder of their own: nothing of the system changes.
# Usage: phpunit-debs.sh 9|11
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

major=$1
declare -A suites=([9]=bookworm [11]=trixie)
suite=${suites[$major]:-}
[ -n "$suite" ] || die "no Debian release with PHPUnit $major is known here"

home=$SITES/phpunit-$major
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# starts HOME: whether the PHPUnit there is the one asked for, and works.
starts() {
    [ -x "$1/bin/phpunit" ] && [ -f "$1/share/php/org/bovigo/vfs/autoload.php" ] \
        && php -d include_path="$1/share/php" "$1/bin/phpunit" --version 2>/dev/null | grep -q "PHPUnit $major\."
}

# The system's own, where it has that version.
if starts /usr; then
    echo /usr
    exit
fi

# The mirror that this system takes its own packages from.
# shellcheck disable=SC2016
mirror() { apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 -E '/debian/?$'; }

# Gives apt a state of its own in DIR, so that the system's lists and packages stay as they are.
own_apt() {
    local dir=$1
    mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial" "$dir/debs"
    : >"$dir/status"
    echo "deb [signed-by=$keyring] $(mirror) $suite main" >"$dir/sources.list"
    cat >"$dir/apt.conf" <<CONF
Dir::State "$dir";
Dir::State::Lists "$dir/lists";
Dir::State::status "$dir/status";
Dir::Cache "$dir/cache";
Dir::Etc::SourceList "$dir/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Acquire::Languages "none";
APT::Sandbox::User "";
CONF
    export APT_CONFIG=$dir/apt.conf
}

# PHP's own packages stay out: the code runs on the PHP of this system.
package_names() {
    apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
        --no-enhances phpunit php-mikey179-vfsstream \
        | grep -E '^(phpunit|php-)' | grep -vE '^php-(cli|common|json|mbstring|xml)$' | sort -u
}

unpack() {
    local work=$1 packages package
    [ -f "$keyring" ] || die "Debian's keyring is missing (package debian-archive-keyring)"
    [ -n "$(mirror)" ] || die "this system has no Debian mirror to take PHPUnit $major from"
    own_apt "$work"
    apt-get update -qq >&2
    packages=$(package_names)
    # shellcheck disable=SC2086
    (cd "$work/debs" && apt-get download -qq $packages >&2)
    mkdir "$work/root"
    for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$work/root"; done
    # PHPUnit 9 names that folder nowhere, which grep takes for a failure.
    { grep -rlZ /usr/share/php "$work/root/usr/share/php" "$work/root/usr/bin/phpunit" || true; } \
        | xargs -0 -r sed -i "s|/usr/share/php|$home/share/php|g"
}

if [ ! -d "$home" ]; then hold_lock "phpunit-$major"; fi
if [ ! -d "$home" ]; then
    say "unpacking Debian's PHPUnit $major ($suite)"
    mkdir -p "$SITES"
    chmod 711 "$SITES"
    work=$(mktemp -d "$SITES/phpunit-$major.new-XXXXXX")
    trap 'rm -rf "$work"' EXIT
    unpack "$work"
    chmod -R a+rX "$work/root"
    chmod 755 "$work/root/usr"
    mv "$work/root/usr" "$home"
fi
starts "$home" || die "PHPUnit $major does not start"
echo "$home"
