#!/usr/bin/env bash
# Installs what packaging/build.py made for Windows under Wine and tries it there: silently in and out, the self-test, a
# painted window, a link into it. Wine is not Windows: fonts, scaling, SmartScreen and screen readers are not seen here.
#
#   packaging/test_windows.sh [PICTURES]     after packaging/build.py windows; needs wine64, xvfb, python3 and mingw
#
# As root it does all of it without a network; else, that is said. What looks at pictures is Qt for Python: the one that
# the bundle for Linux was made with, or that of python3.
# PICTURES is a folder for what was on screen.
set -euo pipefail
if [ -z "${DIMPLES_OFFLINE:-}" ] && unshare --net true 2>/dev/null; then
    export DIMPLES_OFFLINE=yes
    exec unshare --net "$0" "$@"
fi
[ -n "${DIMPLES_OFFLINE:-}" ] || echo "LEFT OUT: doing without a network, which takes root"
LIMIT=180 # seconds for each step

here=$(cd "$(dirname "$0")/.." && pwd)
pictures=$(realpath -m "${1:-/tmp/dimples-under-wine}")
work=$(mktemp -d)
export WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe='
export HOME=$work/home
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
drive=$WINEPREFIX/drive_c
trap finish EXIT

main() {
    mkdir -p "$pictures" "$HOME" "$work/screen"
    start_screen
    say "a new Windows, as far as Wine has one"
    run wineboot --init >/dev/null
    run winecfg -v win10
    stand_in_for_icu
    user=$(basename "$(dirname "$(find "$drive/users" -maxdepth 2 -name AppData ! -path '*/Public/*' | head -1)")")
    local_data=$drive/users/$user/AppData/Local

    say "the installer for one person"
    local start=$SECONDS
    run "$here"/dist/*-setup.exe /S
    echo "installed in $((SECONDS - start)) s, $(du -sm "$local_data/Programs/Dimples" | cut -f1) MB"
    knows_links 'HKCU\Software\Classes' || fail "links do not lead to it"
    try_program "$local_data/Programs/Dimples" setup
    try_unwritable_home "$local_data/Programs/Dimples" setup
    try_settled "$local_data/Programs/Dimples" setup
    mkdir -p "$local_data/dimples"
    touch "$local_data/dimples/note"
    run "$local_data/Programs/Dimples/uninstall.exe" /S /KEEP
    wait_until_gone "$local_data/Programs/Dimples"
    [ -e "$local_data/dimples/note" ] || fail "the reader's notes were to be kept"
    run "$here"/dist/*-setup.exe /S
    run "$here"/dist/*-setup.exe /S # over itself
    run "$local_data/Programs/Dimples/uninstall.exe" /S
    wait_until_gone "$local_data/Programs/Dimples"
    [ ! -e "$local_data/dimples" ] || fail "it left $(find "$local_data/dimples")"
    nothing_left 'HKCU\Software\Classes'

    say "the installer for administrators"
    start=$SECONDS
    run msiexec /i "$(windows_path "$here"/dist/*.msi)" /qn
    echo "installed in $((SECONDS - start)) s"
    knows_links 'HKLM\Software\Classes' || fail "links do not lead to it"
    try_program "$drive/Program Files/Dimples" msi
    run msiexec /x "$(windows_path "$here"/dist/*.msi)" /qn
    wait_until_gone "$drive/Program Files/Dimples"
    rm -rf "$local_data/dimples"
    nothing_left 'HKLM\Software\Classes'
    say "PASSED under $("$wine" --version); pictures: $pictures"
}

say() { printf '\n== %s\n' "$*"; }

fail() {
    say "FAILED: $*"
    exit 1
}

finish() {
    "${wine/wine64/wineserver}" --kill 2>/dev/null || wineserver --kill 2>/dev/null || true
    [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || true
    rm -rf "$work"
}

run() {
    rm -f "$work/code"
    { timeout "$LIMIT" "$wine" "$@" </dev/null 2>&1 || echo "$?" >"$work/code"; } | cat # Wine's Python wants pipes
    [ ! -e "$work/code" ] || fail "$*: code $(cat "$work/code")"
}

windows_path() { "$wine" winepath -w "$1" 2>/dev/null | tr -d '\r'; }

knows_links() { "$wine" reg query "$1\\dimples\\shell\\open\\command" /ve 2>/dev/null | grep -q 'Dimples.exe'; }

# Wine puts a window of 1280 x 800 a frame's width away from the corner: this screen ends where the window does.
start_screen() {
    local number=80
    while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
    Xvfb ":$number" -ac -screen 0 1284x823x24 -fbdir "$work/screen" -nolisten tcp 2>"$work/xvfb.log" &
    screen=$!
    export DISPLAY=":$number"
}

# Qt asks Windows for its ICU, which Windows has had since 2017 and Wine has not. What stands in for it is never shipped.
stand_in_for_icu() {
    local library
    library=$(find "$here/build/windows/Dimples" -name Qt6Core.dll)
    x86_64-w64-mingw32-objdump -p "$library" | sed -n '/DLL Name: icuuc.dll/,/^$/s/.* \(u[a-zA-Z_]*\)$/int \1(void) { return 0; }/p' >"$work/icuuc.c"
    [ -s "$work/icuuc.c" ] || return 0
    x86_64-w64-mingw32-gcc -shared -o "$drive/windows/system32/icuuc.dll" "$work/icuuc.c"
}

# NumPy asks Windows' C run-time for parts of complex numbers, which Wine 8 does not have: it ends whoever asks. In the
# copy that is tried, NumPy's core is pointed to a library that has these and hands everything else on. Never shipped.
stand_in_for_numbers() {
    local core
    core=$(find "$1/lib/numpy/_core" -name '_multiarray_umath*.pyd')
    cat >"$work/numbers.c" <<-'END'
	typedef unsigned long long pair; /* two floats, as Windows hands them over; two doubles come by their address */
	static float part(pair z, int n) { union { pair z; float f[2]; } u = { z }; return u.f[n]; }
	int _fltused;
	float own_crealf(pair z) { return part(z, 0); }
	float own_cimagf(pair z) { return part(z, 1); }
	double own_creal(const double *z) { return z[0]; }
	double own_cimag(const double *z) { return z[1]; }
	END
    {
        printf 'EXPORTS\ncrealf=own_crealf\ncimagf=own_cimagf\ncreal=own_creal\ncimag=own_cimag\ncreall=own_creal\ncimagl=own_cimag\n'
        x86_64-w64-mingw32-objdump -p "$core" | sed -n '/DLL Name: api-ms-win-crt-math/,/^$/s/^\t[0-9a-f]\+\t *[0-9]\+  \([a-z_A-Z0-9]\+\)$/\1/p' |
            grep -vE '^c(real|imag)[fl]?$' | sed 's/.*/&=ucrtbase.&/'
    } >"$work/numbers.def"
    x86_64-w64-mingw32-gcc -shared -nostdlib -Wl,-e,0 -o "$drive/windows/system32/wine-lacks-this-crt-math-0.dll" "$work/numbers.c" "$work/numbers.def"
    sed -i 's/api-ms-win-crt-math-l1-1-0\.dll/wine-lacks-this-crt-math-0.dll/' "$core"
}

# try_program FOLDER NAME
try_program() {
    stand_in_for_numbers "$1"
    find "$1" | sort >"$work/before"
    run "$1/dimples-gui.exe" --version
    run "$1/dimples-gui.exe" --check
    run "$1/dimples-gui.exe" --self-test
    run "$1/dimples-gui.exe" dimples:psis --shot "$(windows_path "$pictures")\\$2-shot.png" --size 1280x800
    "$wine" "$1/Dimples.exe" dimples:psis </dev/null >/dev/null 2>&1 &
    local program=$!
    wait_for_paint "$program" "$pictures/$2-screen.png"
    sleep 5
    run "$1/Dimples.exe" dimples:tether
    sleep 5
    wait_for_paint "$program" "$pictures/$2-link-screen.png"
    cmp -s "$pictures/$2-screen.png" "$pictures/$2-link-screen.png" && fail "the window that is open did not take a link"
    end "$program"
    find "$1" | sort | cmp - "$work/before" || fail "it wrote beside itself"
}

# try_unwritable_home FOLDER NAME   it starts, and says that nothing will last
try_unwritable_home() {
    rm -rf "$local_data/dimples"
    touch "$local_data/dimples" # a file, where its folder would be
    "$wine" "$1/Dimples.exe" dimples:psis </dev/null >/dev/null 2>&1 &
    local program=$! late=$((SECONDS + 60))
    wait_for_paint "$program" "$pictures/$2-unwritable-screen.png"
    until look "$pictures/$2-unwritable-screen.png" speaks; do
        [ "$SECONDS" -lt "$late" ] || fail "it does not say that nothing lasts"
        wait_for_paint "$program" "$pictures/$2-unwritable-screen.png"
    done
    end "$program"
    rm "$local_data/dimples"
}

# try_settled FOLDER NAME   an administrator's colours and extra content, and a fault in it
try_settled() {
    mkdir -p "$drive/ProgramData/dimples"
    printf '[settings]\r\ntheme = dark\r\n' >"$drive/ProgramData/dimples/policy.ini"
    cp -r "$here/docs/example-extra" "$drive/ProgramData/dimples/extra"
    run "$1/dimples-gui.exe" --check
    run "$1/dimples-gui.exe" dimples:plaster-cast --shot "$(windows_path "$pictures")\\$2-settled-shot.png" --size 1280x800
    "$wine" "$1/Dimples.exe" dimples:plaster-cast </dev/null >/dev/null 2>&1 &
    local program=$!
    wait_for_paint "$program" "$pictures/$2-settled-screen.png"
    look "$pictures/$2-settled-screen.png" dark || fail "it does not wear the colours that are settled"
    end "$program"
    echo '- nonsense' >"$drive/ProgramData/dimples/extra/museum/sources.yaml"
    { "$wine" "$1/dimples-gui.exe" --check </dev/null 2>/dev/null || true; } | tee "$work/told" |
        grep 'museum.sources.yaml:1: ' || fail "a fault in extra content was not told: $(cat "$work/told")"
    rm -r "$drive/ProgramData/dimples" "$local_data/dimples"
}

look() {
    local python=$here/build/python/bin/python
    [ -x "$python" ] || python=python3
    "$python" "$here/packaging/look.py" "$1" "$2"
}

end() {
    run taskkill /im Dimples.exe /f >/dev/null
    wait "$1" || true
}

wait_for_paint() {
    local end=$((SECONDS + LIMIT))
    until python3 "$here/packaging/screen_picture.py" "$work/screen/Xvfb_screen0" "$2"; do
        kill -0 "$1" 2>/dev/null || fail "it ended without a window"
        [ "$SECONDS" -lt "$end" ] || fail "no window after $LIMIT seconds"
        sleep 1
    done
}

# An uninstaller goes on from a copy of itself after it has returned.
wait_until_gone() {
    local end=$((SECONDS + 30))
    while [ -e "$1" ]; do
        [ "$SECONDS" -lt "$end" ] || fail "it left $(find "$1" | head)"
        sleep 1
    done
}

nothing_left() {
    local left
    left=$(find "$drive" -iname '*dimples*')
    [ -z "$left" ] || fail "it left $left"
    ! knows_links "$1" || fail "links still lead to it"
}

main
