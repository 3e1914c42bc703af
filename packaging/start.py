"""Where the bundled program starts, on Linux and macOS."""

import os
import sys

# What the bundle's loader has set for itself would confuse the browser that a link opens. Qt finds its parts without.
for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(name, None)
for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)
    os.environ.pop(name, None)
    if before:
        os.environ[name] = before

from dimples_gui.__main__ import main  # noqa: E402  # nothing may start before the environment is as it was

if __name__ == "__main__":
    sys.exit(main())
