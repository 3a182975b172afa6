#!/bin/bash
# Fetches Asterisk from the Debian mirror that this machine's apt already uses and unpacks it, with every library it needs,
# into DIRECTORY/prefix. Nothing is installed, no maintainer script runs, root is not needed.
#
#     fetch-asterisk.sh DIRECTORY
#
# Debian 12 itself ships no Asterisk, so newer suites are tried in turn. DIRECTORY/prefix appears only when it is complete; an
# interrupted run leaves nothing that the next one would take for finished. Progress goes to standard output, apt's own words to
# DIRECTORY/fetch.log.
set -euo pipefail

suites=(forky sid bullseye)
packages=(asterisk asterisk-modules asterisk-config asterisk-core-sounds-en-wav asterisk-moh-opsound-wav)
# Debian 11 keeps the Opus codec in a package of its own
bullseye_packages=(asterisk-opus)
# parts of the closure that only an installed system needs
unneeded='^(adduser|base-passwd|bash|bsdutils|coreutils|dash|debconf|debianutils|diffutils|dpkg|findutils|grep|gzip|hostname|init-system-helpers|libc-bin|login|mawk|mount|ncurses-bin|openssl|openssl-provider-legacy|passwd|perl-base|rust-coreutils|sed|sysvinit-utils|tar|util-linux)_'

for program in apt-get apt-config dpkg flock; do
    command -v "$program" >/dev/null || { echo "'$program' is missing: fetching Asterisk needs a Debian-like system with apt, dpkg and util-linux" >&2; exit 1; }
done

mkdir -p "$1"
directory=$(cd "$1" && pwd)
exec 9>"$directory/.lock"
flock --nonblock 9 || { echo 'Asterisk: another process is fetching it, waiting'; flock 9; }
[ -d "$directory/prefix" ] && exit 0

apt=$directory/apt.partial
prefix=$directory/prefix.partial
log=$directory/fetch.log
: >"$log"
rm -rf "$apt" "$prefix"
# a background job of a script does not get Ctrl-C; with no job left, kill complains, which must not become the script's own exit code
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$apt" "$prefix"' EXIT

mirror=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' 2>>"$log" | grep -E '/debian/?$' | head -n 1 || true)
[ -n "$mirror" ] || { echo "apt on this machine names no Debian mirror: run 'apt-get update' as root first, or add one to /etc/apt/sources.list" >&2; exit 1; }

prepare_apt() { # SUITE: a private apt state with an empty list of installed packages, so that apt resolves the closure down to libc
    rm -rf "$apt"
    mkdir -p "$apt"/lists/partial "$apt"/cache/archives/partial
    : >"$apt/status"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $1 main" >"$apt/sources.list"
    # keep the machine's proxy and transport settings, leave its hooks behind
    { apt-config dump | grep '^Acquire::' || true; } >"$apt/apt.conf"
    cat >>"$apt/apt.conf" <<CONF
Dir::Etc::Parts "/dev/null";
Dir::Etc::Main "/dev/null";
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State "$apt";
Dir::State::Lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Acquire::Languages "none";
// a frozen mirror's Release file runs out; its signature is still checked
Acquire::Check-Valid-Until "false";
APT::Install-Recommends "false";
APT::Sandbox::User "";
Debug::NoLocking "true";
CONF
}

download() { # SUITE
    local wanted=("${packages[@]}")
    [ "$1" = bullseye ] && wanted+=("${bullseye_packages[@]}")
    echo "Asterisk: reading Debian $1's package list"
    APT_CONFIG=$apt/apt.conf apt-get -q -y -o APT::Update::Error-Mode=any update >>"$log" 2>&1 || return 1
    echo "Asterisk: downloading about 110 MB"
    APT_CONFIG=$apt/apt.conf apt-get -q -y --download-only install "${wanted[@]}" >>"$log" 2>&1 &
    local downloading=$!
    while sleep 5 && kill -0 "$downloading" 2>/dev/null; do
        echo "Asterisk: $(du -sm "$apt/cache/archives" | cut -f1) MB so far"
    done
    wait "$downloading"
}

unpack() {
    local archive
    rm -rf "$prefix"
    mkdir "$prefix"
    echo "Asterisk: unpacking"
    for archive in "$apt"/cache/archives/*.deb; do
        [[ $(basename "$archive") =~ $unneeded ]] || dpkg -x "$archive" "$prefix" >>"$log" 2>&1 || return 1
    done
    # share/asterisk/documentation stays: modules refuse their configuration without it
    rm -rf "$prefix"/usr/share/{bug,doc,info,lintian,locale,man,zoneinfo}
    # the package's postinst would make this link
    ln -sfn en_US_f_Allison "$prefix/usr/share/asterisk/sounds/en"
    # another user than the one who fetched it may run it
    chmod -R go+rX "$prefix"
}

for suite in "${suites[@]}"; do
    prepare_apt "$suite"
    if download "$suite" && unpack; then
        echo "$suite" >"$prefix/suite"
        mv "$prefix" "$directory/prefix"
        echo "Asterisk: ready (Debian $suite, $(du -sh "$directory/prefix" | cut -f1))"
        exit 0
    fi
    echo "Asterisk: Debian $suite did not work out: $(grep -E '^(E|dpkg|tar):' "$log" | tail -n 1)"
done
echo "Asterisk could be fetched from none of ${suites[*]} at $mirror; $log tells why" >&2
exit 1
