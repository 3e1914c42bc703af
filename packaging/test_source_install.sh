#!/usr/bin/env bash
# Tries README's two command lines in a new, bare Debian 12: does the first one end with a painted window, does the
# second one pass, and does the program say which system libraries it misses.
#
#   packaging/test_source_install.sh [PICTURE.png]     as root; needs debootstrap, xvfb and python3
#
# What can be set is told in bare_system.sh.
set -euo pipefail
LIMIT=900 # seconds for each line

here=$(cd "$(dirname "$0")/.." && pwd)
picture=$(realpath -m "${1:-/tmp/dimples-on-debian.png}")

# shellcheck source=packaging/bare_system.sh
. "$here/packaging/bare_system.sh"
apart "$picture"

main() {
    make_root
    copy_checkout
    take_settings_along
    start_screen

    say "first line: $(readme_line dimples-gui)"
    in_root "$(readme_line dimples-gui)" &
    local program=$!
    wait_for_paint "$program"
    end "$program"

    say "libraries taken away"
    in_root "dpkg --remove --force-depends libegl1 libxcb-cursor0 libxkbcommon-x11-0 >/dev/null"
    in_root ".venv/bin/dimples-gui" 2>"$work/told" && fail "it started without libraries"
    cat "$work/told"
    local library
    for library in libEGL.so.1 libxcb-cursor.so.0 libxkbcommon-x11.so.0; do
        grep -q "$library" "$work/told" || fail "it does not name $library"
    done
    local command
    command=$(sed -n 's/^ *\(apt-get install .*\)/\1/p' "$work/told")
    [ -n "$command" ] || fail "it tells no command"
    in_root "$command >/dev/null && .venv/bin/dimples-gui" &
    program=$!
    wait_for_paint "$program"
    end "$program"

    say "second line: $(readme_line "pytest -n auto")"
    (unset DISPLAY && in_root "$(readme_line "pytest -n auto")") || fail "the second line does not pass"
    say "PASSED: a bare Debian $(cat "$root/etc/debian_version") starts it and passes its tests; picture: $picture"
}

# The one line of README that ends with this program.
readme_line() { grep -E "^apt-get .* && \.venv/bin/$1\$" "$here/README.md"; }

copy_checkout() {
    mkdir "$root/dimples"
    git -C "$here" -c safe.directory='*' archive HEAD | tar -C "$root/dimples" -x
}

main
