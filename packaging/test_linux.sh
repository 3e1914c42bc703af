#!/usr/bin/env bash
# Installs what packaging/build.py made into new, bare Debians, without Python, and tries it there as a person would:
# the .deb on Debian 12 and on the next one; the .rpm and the archive on Debian 12. With and without a network, a home
# that can be written, and what an administrator settles.
#
#   packaging/test_linux.sh [PICTURES]     as root, after packaging/build.py deb, rpm and tar; needs debootstrap, xvfb, rpm;
#                                          strace to see whom it calls
#
# PICTURES is a folder for what was on screen. SUITES are the Debians to try (default: bookworm trixie); where the
# archive of one cannot be reached, that is said and it is left out. What else can be set is told in bare_system.sh.
set -euo pipefail
LIMIT=300 # seconds for each step

here=$(cd "$(dirname "$0")/.." && pwd)
pictures=$(realpath -m "${1:-/tmp/dimples-installed}")
suites=${SUITES:-bookworm trixie}
# Libraries that the archive takes along, so that a system may lack them.
TAKEN_ALONG="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-util1 libxkbcommon-x11-0"

# shellcheck source=packaging/bare_system.sh
. "$here/packaging/bare_system.sh"
apart "$pictures"

main() {
    mkdir -p "$pictures" "$work/screen"
    local suite
    for suite in $suites; do
        root=$work/$suite
        if ! (make_root "$suite"); then
            say "LEFT OUT: the archive of $suite cannot be reached"
            continue
        fi
        prepare
        try_deb "$suite"
        [ "$suite" != bookworm ] || { try_rpm; try_tar; }
    done
    say "PASSED: $suites; pictures: $pictures"
}

# Someone who is not root, and the packages within reach.
prepare() {
    mkdir -p "$root/dimples"
    cp "$here"/dist/*.{deb,rpm,tar.xz} "$root/dimples/"
    take_settings_along
    in_root "useradd --create-home reader"
    [ -n "${DISPLAY_IS_OURS:-}" ] || { rmdir "$work/screen"; start_screen; DISPLAY_IS_OURS=yes; }
    mkdir -p "$root/tmp/.X11-unix"
    mountpoint -q "$root/tmp/.X11-unix" || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    in_root "apt-get update -qq"
}

try_deb() {
    say "$1: the .deb"
    in_root "command -v python3" >/dev/null && fail "Python is already there"
    in_root "find / -xdev ! -path '/proc/*' ! -path '/var/*' ! -path '/dimples/*' | sort" >"$work/before"
    in_root "apt-get install -y --no-install-recommends ./*.deb" >"$work/apt.log" || fail "$(tail "$work/apt.log")"
    in_root "du -sm /usr/lib/dimples-gui"
    try_program dimples-gui "$1-deb"
    try_file_of_desktop
    try_offline dimples-gui "$1-deb"
    try_unwritable_home dimples-gui "$1-deb"
    try_settled dimples-gui "$1-deb"
    in_root "apt-get purge -y dimples-gui" >/dev/null
    local left
    left=$(in_root "find / -xdev -ipath '*dimples*' ! -path '/proc/*' ! -path '/dimples*' ! -path '/home/*'")
    [ -z "$left" ] || fail "after purging there is still: $left"
}

try_rpm() {
    say "the .rpm, unpacked where the .deb was"
    rpm2archive -n <"$(echo "$root"/dimples/*.rpm)" | tar -C "$root" --keep-directory-symlink -x
    try_program dimples-gui rpm
    in_root "rm -r /usr/bin/dimples-gui /usr/lib64/dimples-gui"
}

try_tar() {
    say "the archive, in a folder with a space, without what it takes along"
    in_root "dpkg --remove --force-depends $TAKEN_ALONG >/dev/null 2>&1"
    in_root "apt-get install -y -qq --no-install-recommends xz-utils >/dev/null 2>&1 || true"
    mkdir "$root/home/reader/my programs"
    tar -C "$root/home/reader/my programs" -xf "$root"/dimples/*.tar.xz
    in_root "chown -R reader '/home/reader/my programs'" # who could write there, if the program tried
    in_root "find /home/reader/my*/ -printf '%p %T@ %s\n' | sort" >"$work/before"
    local program="'/home/reader/my programs'/dimples-gui-*/dimples-gui"
    try_program "$program" tar
    try_offline "$program" tar
    try_settled "$program" tar
    in_root "find /home/reader/my*/ -printf '%p %T@ %s\n' | sort" | diff "$work/before" - || fail "it wrote beside itself"
}

# as_reader LINE   as somebody with a home, and nothing of this shell's
as_reader() { in_root "runuser -u reader -- env -i HOME=/home/reader LANG=C.UTF-8 PATH=/usr/bin:/bin DISPLAY=$DISPLAY $1"; }

# try_program COMMAND NAME   what it prints, what it draws, what it shows, and what a link does
try_program() {
    as_reader "$1 --version"
    as_reader "$1 --check"
    as_reader "$1 --self-test"
    as_reader "$1 dimples:psis --shot /home/reader/shot.png --size 1280x800"
    mv "$root/home/reader/shot.png" "$pictures/$2-shot.png"
    picture=$pictures/$2-screen.png
    as_reader "$1 dimples:psis" &
    local program=$!
    wait_for_paint "$program"
    wait_for_likeness "$program" "$pictures/$2-shot.png"
    as_reader "$1 dimples:tether --shot /home/reader/shot.png --size 1280x800"
    mv "$root/home/reader/shot.png" "$pictures/$2-link-shot.png"
    picture=$pictures/$2-link-screen.png
    as_reader "timeout 60 $1 dimples:tether" || fail "the window that is open did not take a link"
    wait_for_likeness "$program" "$pictures/$2-link-shot.png"
    end "$program"
    forget_visits
}

# Wait until the screen looks like a picture.
wait_for_likeness() {
    local end=$((SECONDS + 60))
    until screen_shows_picture "$picture" && "$here/build/python/bin/python" "$here/packaging/alike.py" "$picture" "$2"; do
        kill -0 "$1" 2>/dev/null || fail "it ended"
        [ "$SECONDS" -lt "$end" ] || fail "$picture does not look like $2"
        sleep 1
    done
}

# try_offline COMMAND NAME   no network at all; and none is asked for: who is called is a socket of this machine
try_offline() {
    command -v strace >/dev/null || { say "LEFT OUT: whom it calls, for there is no strace"; return 0; }
    picture=$pictures/$2-offline-screen.png
    AROUND="unshare --net strace -f --seccomp-bpf -qq -e trace=connect -o $work/calls" as_reader "timeout 40 $1 dimples:psis" &
    local program=$!
    wait_for_paint "$program"
    wait_for_likeness "$program" "$pictures/$2-shot.png"
    wait "$program" || true
    grep -q 'AF_UNIX.*X11' "$work/calls" || fail "nothing was seen of how it reached its screen"
    ! grep -vE 'AF_UNIX|resumed|exited|killed|SIG' "$work/calls" || fail "it called somebody"
    echo "offline: $(grep -c AF_UNIX "$work/calls") calls, all within the machine"
    forget_visits
}

# try_unwritable_home COMMAND NAME   it starts, says that nothing will last, and leaves nothing
try_unwritable_home() {
    mount --bind "$root/home/reader" "$root/home/reader"
    mount -o remount,bind,ro "$root/home/reader"
    picture=$pictures/$2-unwritable-screen.png
    as_reader "$1 dimples:psis" &
    local program=$! late=$((SECONDS + 60))
    wait_for_paint "$program"
    until look "$picture" speaks; do
        [ "$SECONDS" -lt "$late" ] || fail "it does not say that nothing lasts"
        screen_shows_picture "$picture"
    done
    wait_for_likeness "$program" "$pictures/$2-shot.png"
    end "$program"
    umount "$root/home/reader"
    [ -z "$(in_root "find /home/reader -mindepth 1 -name '.*' -newer /dimples ! -name '.bash*' ! -name .profile")" ] || fail "it wrote"
}

# try_settled COMMAND NAME   an administrator's colours and extra content, and a fault in it
try_settled() {
    mkdir -p "$root/etc/dimples"
    printf '[settings]\ntheme = dark\n' >"$root/etc/dimples/policy.ini"
    cp -r "$here/docs/example-extra" "$root/etc/dimples/extra"
    as_reader "$1 --check" | tee "$work/told"
    as_reader "$1 --self-test"
    as_reader "$1 dimples:plaster-cast --theme dark --shot /home/reader/shot.png --size 1280x800"
    mv "$root/home/reader/shot.png" "$pictures/$2-settled-shot.png"
    picture=$pictures/$2-settled-screen.png
    as_reader "$1 dimples:plaster-cast" &
    local program=$!
    wait_for_paint "$program"
    wait_for_likeness "$program" "$pictures/$2-settled-shot.png"
    look "$picture" dark || fail "it does not wear the colours that are settled"
    end "$program"
    echo '- nonsense' >"$root/etc/dimples/extra/museum/sources.yaml"
    ! as_reader "$1 --check" >"$work/told" || fail "a fault in extra content was not noticed"
    grep '^/etc/dimples/extra/museum/sources.yaml:1: ' "$work/told" || fail "a fault was not told: $(cat "$work/told")"
    as_reader "$1 dimples:psis --shot /home/reader/shot.png" || fail "with a fault in extra content it does not start"
    rm -r "$root/etc/dimples" "$root/home/reader/shot.png"
    forget_visits
}

forget_visits() { rm -rf "$root"/home/reader/.{config,cache,local}; }

look() { "$here/build/python/bin/python" "$here/packaging/look.py" "$1" "$2"; }

# The menu's entry leads to a program, an icon and this kind of link.
try_file_of_desktop() {
    in_root "cd /usr/share && grep -qx 'MimeType=x-scheme-handler/dimples;' applications/dimples.desktop &&
        command -v \$(sed -n 's/^TryExec=//p' applications/dimples.desktop) &&
        ls icons/hicolor/*/apps/dimples.* metainfo/*.metainfo.xml man/man1/dimples-gui.1.gz" >/dev/null || fail "the menu's entry"
}

main
