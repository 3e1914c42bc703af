#!/usr/bin/env bash
# The program as a screen reader meets it: a real window on a virtual screen, driven by AT-SPI alone.
#
#   tests/atspi/run.sh [COMMAND …]     COMMAND starts the program; python -m dimples_gui when left out
#
# Needs: apt-get install -y --no-install-recommends xvfb xauth at-spi2-core dbus gir1.2-atspi-2.0 python3-gi libx11-6 libxtst6
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- "${PYTHON:-python3}" -m dimples_gui
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home"
chmod 700 "$home"
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
dbus-run-session -- xvfb-run -a -s "-screen 0 1280x800x24 -nolisten tcp" /usr/bin/python3 "$here/drive.py" "$@"
