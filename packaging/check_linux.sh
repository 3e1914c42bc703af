#!/usr/bin/env bash
# Holds what packaging/build.py made for Linux against the rules of those who take it: lintian, desktop-file-validate,
# appstreamcli, rpmlint; each where it is installed, but at least lintian.
set -euo pipefail
cd "$(dirname "$0")/.."

desktop-file-validate packaging/linux/dimples.desktop
appstreamcli validate --no-net build/deb/usr/share/metainfo/*.metainfo.xml
lintian --allow-root --fail-on error,warning dist/*.deb
if command -v rpmlint >/dev/null && compgen -G 'dist/*.rpm' >/dev/null; then
    rpmlint --config packaging/linux/rpmlint.toml dist/*.rpm
fi
