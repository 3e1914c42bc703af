#!/bin/bash
# Makes Dimples.app and a .dmg of it, on a machine with macOS 13 or later and Python 3.11 to 3.13 from python.org:
#
#   packaging/macos/build.sh
#
# UNTESTED: it was written without such a machine. It signs nothing: macOS then asks before the first start (right click,
# Open). With a certificate, codesign and notarytool come between the two steps below.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3}

"$python" -m venv build/python
build/python/bin/pip install --quiet -r packaging/requirements/macos.txt
build/python/bin/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir build/wheel .
build/python/bin/pip install --quiet --no-deps --force-reinstall build/wheel/*.whl

QT_QPA_PLATFORM=offscreen build/python/bin/python packaging/installers/icons.py build/icons
rm -rf build/icons/dimples.iconset
mkdir build/icons/dimples.iconset
for size in 16 32 128 256 512; do
    cp "build/icons/dimples-$size.png" "build/icons/dimples.iconset/icon_${size}x$size.png"
done
cp build/icons/dimples-32.png build/icons/dimples.iconset/icon_16x16@2x.png
cp build/icons/dimples-64.png build/icons/dimples.iconset/icon_32x32@2x.png
cp build/icons/dimples-256.png build/icons/dimples.iconset/icon_128x128@2x.png
cp build/icons/dimples-512.png build/icons/dimples.iconset/icon_256x256@2x.png
iconutil --convert icns --output build/icons/dimples.icns build/icons/dimples.iconset

(cd build && python/bin/python -m PyInstaller --noconfirm --clean --log-level WARN \
    --distpath macos --workpath pyinstaller ../packaging/dimples.spec)
build/macos/Dimples.app/Contents/MacOS/dimples-gui --self-test

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' dimples_gui/__init__.py)
rm -rf build/dmg
mkdir -p build/dmg dist
cp -R build/macos/Dimples.app build/dmg/
cp LICENSE build/dmg/
ln -s /Applications build/dmg/Applications
hdiutil create -volname Dimples -srcfolder build/dmg -format ULFO -ov "dist/dimples-gui-$version-macos-$(uname -m).dmg"
(cd dist && shasum -a 256 ./*.dmg)
