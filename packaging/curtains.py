"""Draw the very first window, in light and in dark colours, for the curtain of first starts: curtains.py FOLDER."""

import sys
from pathlib import Path

from dimples_gui.app import Program
from dimples_gui.curtain import FIRST_SIZE
from dimples_gui.options import Options
from dimples_gui.screenless import finish


def main(folder: Path) -> None:
    """Write first-light.bmp and first-dark.bmp."""
    for theme in ("light", "dark"):
        file = folder / f"first-{theme}.bmp"
        program = Program(Options(shot=file, size=FIRST_SIZE, theme=theme))
        program.settings.expect_hint()
        finish(program.window)
        if not program.window.grab().toImage().save(str(file)):
            raise SystemExit(f"{file} could not be written")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
