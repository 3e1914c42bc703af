"""Make the pictures of six bodies under each explanation: python docs/bodies/make.py, from a checkout."""  # noqa: INP001  # a script by itself

import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from dimples_gui.atlas.links import EXPLANATIONS
from dimples_gui.body.build import DEFAULT, DEFAULT_MAN, Build
from dimples_gui.scene import Scene, to_link

HERE = Path(__file__).parent
LEAN_WOMAN, HEAVY_WOMAN = DEFAULT._replace(fat=0.17, muscle=0.6), DEFAULT._replace(fat=0.45, muscle=0.4)
LEAN_MAN, HEAVY_MAN = DEFAULT_MAN._replace(fat=0.085, muscle=0.8), DEFAULT_MAN._replace(fat=0.37, muscle=0.5)
BODIES = ((LEAN_WOMAN, DEFAULT, HEAVY_WOMAN), (LEAN_MAN, DEFAULT_MAN, HEAVY_MAN))
WINDOW = "1280x800"
PLATE = QRect(334, 188, 508, 436)  # of the window, without what stands around the body
WIDE, HIGH = 380, 326  # of a body on the sheet


def main() -> None:
    """One sheet an explanation: women above, men below; lean, middling and heavy from left to right."""
    with tempfile.TemporaryDirectory() as folder:
        for explanation in EXPLANATIONS:
            sheet = QImage(3 * WIDE, 2 * HIGH, QImage.Format.Format_RGB32)
            painter = QPainter(sheet)
            for row, bodies in enumerate(BODIES):
                for column, body in enumerate(bodies):
                    painter.drawImage(column * WIDE, row * HIGH, picture(body, explanation, Path(folder)))
            painter.end()
            sheet.save(str(HERE / f"{explanation}.png"))


def picture(body: Build, explanation: str, folder: Path) -> QImage:
    """The plate of the program's window with a body in it."""
    shot = folder / "shot.png"
    link = to_link(Scene(name="sources", build=body, explanation=explanation))
    subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "dimples_gui", link, "--shot", str(shot), "--size", WINDOW],
        check=True,
        cwd=HERE.parent.parent,
    )
    plate = QImage(str(shot)).copy(PLATE)
    shot.unlink()  # so that a picture that could not be made is not the one before
    smooth = Qt.TransformationMode.SmoothTransformation
    return plate.scaled(WIDE, HIGH, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


if __name__ == "__main__":
    main()
