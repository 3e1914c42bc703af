# A bare Debian to try things in, and a virtual screen to see them on; for the scripts beside this one, which source it
# as root and must then call `apart "$@"`. Needs debootstrap, xvfb and python3.
#
# DIMPLES_CHROOT_CACHE   folder that keeps the bare systems for the next time (default: a new one each time)
# DEBIAN_MIRROR          where debootstrap gets them (default: its own)
# Packages come from where this machine gets them: pip's settings and apt's proxies are taken along.

# Everything happens in name spaces of its own: its mounts and processes are gone, for all others never were, when it
# ends. What is then deleted is deleted out here, where nothing of this machine is mounted into it.
apart() {
    if [ -z "${DIMPLES_WORK:-}" ]; then
        DIMPLES_WORK=$(mktemp -d)
        export DIMPLES_WORK
        trap 'rm -rf --one-file-system "$DIMPLES_WORK"' EXIT
        local code=0
        unshare --mount --propagation private --pid --fork --kill-child --mount-proc "$0" "$@" || code=$?
        exit "$code"
    fi
    work=$DIMPLES_WORK
    cache=${DIMPLES_CHROOT_CACHE:-$work/cache}
    root=$work/root
}

say() { printf '\n== %s\n' "$*"; }

fail() {
    say "FAILED: $*"
    exit 1
}

# make_root [SUITE]   a new bare system in $root
make_root() {
    local suite=${1:-bookworm}
    mkdir -p "$cache" "$root"
    if [ ! -e "$cache/$suite.tar" ]; then
        say "a bare Debian: $suite"
        debootstrap --variant=minbase "$suite" "$work/bare" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$work/log" || fail "$(tail "$work/log")"
        tar -C "$work/bare" -cf "$cache/$suite.tar.new" .
        mv "$cache/$suite.tar.new" "$cache/$suite.tar"
        rm -rf --one-file-system "$work/bare"
    fi
    tar -C "$root" -xf "$cache/$suite.tar"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --make-rslave "$root/dev"
}

# What lets apt and pip reach their sources here: names, certificates, proxies, indexes, folders of packages.
take_settings_along() {
    local folder
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    apt-config dump 2>/dev/null | grep -E '^Acquire::(https?|Check[^:]*)[: ]' >"$root/etc/apt/apt.conf.d/90taken-along" || true
    python3 -m pip config list 2>/dev/null |
        sed -nE "s/^(global|user|site)\.([a-z-]+)='(.*)'$/\2 = \3/p" |
        { grep -v '^cert = ' || true; } | { echo "[global]"; cat; } >"$root/etc/pip.conf"
    if [ -r "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" ]; then
        cp -L "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$root/taken.crt"
        export {PIP_CERT,SSL_CERT_FILE,REQUESTS_CA_BUNDLE,CURL_CA_BUNDLE}=/taken.crt
    fi
    for folder in $( (cat "$root/etc/pip.conf"; env | grep '^PIP_' || true) | grep -oE '(file://)?/[^ =]+' | sed 's#^file://##; s#/simple$##'); do
        if [ -d "$folder" ] && [ ! -e "$root$folder" ]; then
            mkdir -p "$root$folder"
            mount --bind "$folder" "$root$folder"
            mount -o remount,bind,ro "$root$folder"
        fi
    done
}

# Run a line as root of the bare system, in its folder /dimples; 124 when time is up. AROUND is a command to run it in.
in_root() {
    env -u PYTHONPATH -u VIRTUAL_ENV -u SSL_CERT_DIR -u QT_QPA_PLATFORM \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        timeout "$LIMIT" ${AROUND:-} chroot "$root" /bin/bash -c "cd /dimples && $1" </dev/null
}

# A virtual screen outside of the bare system, so that none of its libraries are inside.
start_screen() {
    mkdir "$work/screen"
    local number=70
    while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
    Xvfb ":$number" -ac -screen 0 1280x800x24 -fbdir "$work/screen" -nolisten tcp 2>"$work/xvfb.log" &
    export DISPLAY=":$number"
    mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
}

screen_shows_picture() { python3 "$here/packaging/screen_picture.py" "$work/screen/Xvfb_screen0" "$1"; }

# Wait until the screen shows a window with a picture in it, as long as the program lives.
wait_for_paint() {
    local end=$((SECONDS + LIMIT))
    until screen_shows_picture "$picture"; do
        kill -0 "$1" 2>/dev/null || fail "it ended without a window"
        [ "$SECONDS" -lt "$end" ] || fail "no window after $LIMIT seconds"
        sleep 1
    done
    say "painted after $SECONDS seconds: $picture"
}

# End a line and what it started, until nothing is left on the screen. Its only child is in_root's timeout, which passes
# the signal on.
end() {
    pkill -P "$1" || true
    wait "$1" 2>/dev/null || true
    while screen_shows_picture /dev/null; do sleep 1; done
}
